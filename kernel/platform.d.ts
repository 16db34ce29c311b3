// The only globals beyond ECMAScript that the kernel may use: both Node and browsers have them.
// Anything else (node:*, DOM, fetch, timers, clocks, randomness) is a type error here.
declare class TextEncoder {
  encode(input: string): Uint8Array<ArrayBuffer>;
}
declare class TextDecoder {
  constructor(label: string, options: { fatal: boolean; ignoreBOM: boolean });
  decode(input: Uint8Array): string;
}
declare class DecompressionStream {
  constructor(format: PackedFormat);
  readonly readable: ByteStream;
  readonly writable: {
    getWriter(): { write(bytes: Uint8Array): Promise<void>; close(): Promise<void>; abort(): Promise<void> };
  };
}
interface ByteStream {
  getReader(): {
    read(): Promise<
      { readonly done: false; readonly value: Uint8Array } | { readonly done: true; readonly value?: undefined }
    >;
    cancel(): Promise<void>;
  };
}
type PackedFormat = 'deflate' | 'deflate-raw' | 'gzip';
