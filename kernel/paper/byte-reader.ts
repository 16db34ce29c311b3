import { fromUtf8 } from '../bytes.ts';
import { Refusal } from '../refusal.ts';

/**
 * Reads bytes from the first to the last. What is not there, or not in its one form, reads as nothing; from then on
 * everything does, and `finished` is never true: callers ask once, at the end.
 */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;
  #failed = false;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** All bytes were read, and nothing else was asked for. */
  get finished(): boolean {
    return !this.#failed && this.#at === this.#bytes.length;
  }

  /** A copy of the next bytes. */
  bytes(length: number): Uint8Array {
    if (this.#failed || length > this.#bytes.length - this.#at) return this.#fail(new Uint8Array());
    this.#at += length;
    return this.#bytes.slice(this.#at - length, this.#at);
  }

  rest(): Uint8Array {
    return this.bytes(this.#bytes.length - this.#at);
  }

  /** Unsigned LEB128 of a safe integer, without a last byte of zero. */
  varint(): number {
    let value = 0;
    for (let factor = 1; factor <= 2 ** 49; factor *= 128) {
      const [byte] = this.bytes(1);
      if (byte === undefined || (byte === 0 && factor > 1)) return this.#fail(0);
      value += (byte & 127) * factor;
      if (byte < 128) return Number.isSafeInteger(value) ? value : this.#fail(0);
    }
    return this.#fail(0);
  }

  text(length: number): string {
    const text = fromUtf8(this.bytes(length));
    return text instanceof Refusal ? this.#fail('') : text;
  }

  #fail<T>(nothing: T): T {
    this.#failed = true;
    return nothing;
  }
}

/** Unsigned LEB128 of a safe integer. */
export function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let left = value;
  for (; left >= 128; left = Math.floor(left / 128)) bytes.push((left % 128) | 128);
  return Uint8Array.of(...bytes, left);
}
