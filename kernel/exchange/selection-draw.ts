/** The draw of a selection and what is signed before it (docs/protocol.md, "Selections"). */
import { concat, utf8 } from '../bytes.ts';
import { canonical, type JsonObject } from '../canonical.ts';
import type { Crypto } from '../crypto.ts';

/** Bytes of a secret. */
export const secretLength = 32;

const blockLength = 64;
const context = utf8('samur-selection\0');

/** The two blocks that HMAC (RFC 2104) puts first: the inner one, and the outer one with room for the inner hash. */
function pads(key: Uint8Array, crypto: Crypto): { readonly inner: Uint8Array; readonly outer: Uint8Array } {
  const block = new Uint8Array(blockLength);
  block.set(key.length > blockLength ? crypto.sha256(key) : key);
  const outer = new Uint8Array(blockLength + 32);
  outer.set(block.map((byte) => byte ^ 0x5c));
  return { inner: block.map((byte) => byte ^ 0x36), outer };
}

/** HMAC-SHA256, 32 bytes. */
export function hmacSha256(key: Uint8Array, message: Uint8Array, crypto: Crypto): Uint8Array {
  const { inner, outer } = pads(key, crypto);
  outer.set(crypto.sha256(concat(inner, message)), blockLength);
  return crypto.sha256(outer);
}

/** `drawOf` under one secret, made ready for many; its buffers serve one after another. */
export function drawing(secret: Uint8Array, crypto: Crypto): (recordId: string, root: Uint8Array) => Uint8Array {
  const { inner, outer } = pads(secret, crypto);
  const message = concat(inner, context, new Uint8Array(64));
  const idAt = inner.length + context.length;
  return (recordId, root) => {
    const id = Uint8Array.fromHex(recordId);
    if (id.length !== 32 || root.length !== 32) throw new RangeError('id and root are 32 bytes each');
    message.set(id, idAt);
    message.set(root, idAt + 32);
    outer.set(crypto.sha256(message), blockLength);
    return crypto.sha256(outer);
  };
}

/**
 * HMAC-SHA256 under the secret over `samur-selection`, NUL, the 32 bytes of the record's id and the 32 bytes of the root of
 * the first cosigned checkpoint that holds it. 32 bytes.
 */
export function drawOf(secret: Uint8Array, recordId: string, root: Uint8Array, crypto: Crypto): Uint8Array {
  return drawing(secret, crypto)(recordId, root);
}

/** Hex SHA-256 of the secret. */
export function secretDigest(secret: Uint8Array, crypto: Crypto): string {
  return crypto.sha256(secret).toHex();
}

/** Hex HMAC-SHA256 of the settings' canonical JSON, under the secret. Throws where they have no canonical JSON. */
export function settingsDigest(settings: JsonObject, secret: Uint8Array, crypto: Crypto): string {
  return hmacSha256(secret, utf8(canonical(settings)), crypto).toHex();
}
