import { ed25519 } from '@noble/curves/ed25519.js';
import { p256 } from '@noble/curves/nist.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { concat, equalBytes } from './bytes.ts';
import type { Crypto, PublicKey } from './crypto.ts';

/** Pure JavaScript crypto for pages and for checking the native one. About 1 ms a signature. */
export const portableCrypto: Crypto = {
  sha256: (message) => sha256(message),
  verify: verifyPortably,
};

function verifyPortably(key: PublicKey, message: Uint8Array, signature: Uint8Array): boolean {
  if (signature.length !== 64) return false;
  try {
    if (key.algorithm === 'EdDSA') return verifyEd25519(key.bytes, message, signature);
    if (key.bytes.length !== 65) return false;
    return p256.verify(signature, message, key.bytes, { lowS: true, format: 'compact', prehash: true });
  } catch {
    return false;
  }
}

const { Point } = ed25519;

/**
 * RFC 8032 §5.1.7 without the cofactor: R is the reduced encoding of S·B − k·A. The library's own check multiplies by 8
 * and so takes signatures, made by an odd key holder, that servers refuse. R of small order is refused, though the
 * equation can hold: of native libraries some take it and some do not.
 */
function verifyEd25519(key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const a = Point.fromBytes(key, false);
  if (a.isSmallOrder()) return false;
  const r = signature.subarray(0, 32);
  const s = Point.Fn.fromBytes(signature.subarray(32));
  const k = littleEndian(sha512(concat(r, key, message))) % Point.Fn.ORDER;
  const point = Point.BASE.multiplyUnsafe(s).add(a.negate().multiplyUnsafe(k));
  return !point.isSmallOrder() && equalBytes(point.toBytes(), r);
}

function littleEndian(bytes: Uint8Array): bigint {
  return BigInt(`0x${bytes.toReversed().toHex()}`);
}
