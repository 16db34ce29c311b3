/** The one form of a signature: without it, anyone could write a second signature to the same record. */
import type { SignatureAlgorithm } from '../crypto.ts';

/** Order L of the base point, RFC 8032 §5.1. */
const ed25519Order = Uint8Array.fromHex('1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3ed');
/** (n + 1) / 2 for the order n of P-256, SEC 2 §2.4.2: the first s of the upper half. */
const upperHalfP256 = Uint8Array.fromHex('7fffffff800000007fffffffffffffffde737d56d38bcf4279dce5617e3192a9');

/** 64 bytes with S < L, little-endian, for EdDSA; r || s with s in the lower half for ES256. Proves nothing else. */
export function isReduced(algorithm: SignatureAlgorithm, signature: Uint8Array): boolean {
  if (signature.length !== 64) return false;
  const scalar = signature.subarray(32);
  return algorithm === 'EdDSA' ? isBelow(scalar.toReversed(), ed25519Order) : isBelow(scalar, upperHalfP256);
}

/** Compares big-endian numbers of equal length. */
function isBelow(value: Uint8Array, limit: Uint8Array): boolean {
  for (let i = 0; i < limit.length; i++) if (value[i] !== limit[i]) return value[i]! < limit[i]!;
  return false;
}
