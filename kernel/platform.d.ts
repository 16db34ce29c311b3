// The only globals beyond ECMAScript that the kernel may use: both Node and browsers have them.
// Anything else (node:*, DOM, fetch, timers, clocks, randomness) is a type error here.
declare class TextEncoder {
  encode(input: string): Uint8Array<ArrayBuffer>;
}
declare class TextDecoder {
  constructor(label: string, options: { fatal: boolean; ignoreBOM: boolean });
  decode(input: Uint8Array): string;
}
