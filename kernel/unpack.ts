import { concat } from './bytes.ts';

/** RFC 1950 (`deflate`), RFC 1951 (`deflate-raw`), RFC 1952 (`gzip`). */
export type Packed = 'deflate' | 'deflate-raw' | 'gzip';

/**
 * Unpacks at most `limit` bytes. Undefined for what is not of this form, has bytes after its end, or unpacks to more:
 * a few bytes can stand for gigabytes.
 */
export async function unpack(form: Packed, packed: Uint8Array, limit: number): Promise<Uint8Array | undefined> {
  const { readable, writable } = new DecompressionStream(form);
  const writer = writable.getWriter();
  const reader = readable.getReader();
  // Fails, as reading does, when the bytes are not of this form; reading tells it.
  writer
    .write(packed.slice())
    .then(() => writer.close())
    .catch(() => undefined);
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return concat(...parts);
      length += value.length;
      if (length > limit) {
        await reader.cancel();
        return undefined;
      }
      parts.push(value);
    }
  } catch {
    return undefined;
  }
}

/**
 * Unpacks raw DEFLATE that was packed with a preset dictionary, which `DecompressionStream` does not know: a stored
 * block (RFC 1951 §3.2.4) holding the dictionary comes first and its bytes are taken off again.
 */
export async function unpackWithDictionary(
  packed: Uint8Array,
  dictionary: Uint8Array,
  limit: number,
): Promise<Uint8Array | undefined> {
  const { length } = dictionary;
  const stored = Uint8Array.of(0, length & 255, length >> 8, ~length & 255, (~length >> 8) & 255);
  const whole = await unpack('deflate-raw', concat(stored, dictionary, packed), limit + length);
  return whole?.slice(length);
}
