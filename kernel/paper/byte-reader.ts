import { fromUtf8 } from '../bytes.ts';
import { Refusal } from '../refusal.ts';

/** Reads bytes from the first to the last. Past the end everything is zero and `finished` never true. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** All bytes were read, and none beyond them. */
  get finished(): boolean {
    return this.#at === this.#bytes.length;
  }

  bytes(length: number): Uint8Array {
    const read = new Uint8Array(Math.min(length, this.#bytes.length));
    read.set(this.#bytes.subarray(this.#at, this.#at + read.length));
    this.#at += length;
    return read;
  }

  rest(): Uint8Array {
    const read = this.#bytes.slice(this.#at);
    this.#at = Math.max(this.#at, this.#bytes.length);
    return read;
  }

  /** Unsigned LEB128 up to 2^53 - 1. */
  varint(): number {
    let value = 0;
    for (let factor = 1; factor <= 2 ** 49; factor *= 128) {
      const byte = this.#bytes[this.#at++] ?? 0;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
    return Number.NaN;
  }

  text(length: number): string | undefined {
    const text = fromUtf8(this.bytes(length));
    return text instanceof Refusal ? undefined : text;
  }
}

/** Unsigned LEB128 of a safe integer. */
export function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let left = value;
  for (; left >= 128; left = Math.floor(left / 128)) bytes.push((left % 128) | 128);
  return Uint8Array.of(...bytes, left);
}
