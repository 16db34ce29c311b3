// OpenSSL checks less than the kernel asks for. Values from RFC 8032 §5.1 and SEC 2 §2.4.2.

const fieldPrime = 2n ** 255n - 19n;
const ed25519Order = bytesOf(2n ** 252n + 27742317777372353535851937790883648493n);
const halfP256Order = bytesOf(0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n / 2n + 1n);

/** y coordinates of the eight points whose order divides 8: with such a key, one signature fits many messages; of such an R, OpenSSL's versions differ. */
const smallOrderY = new Set(
  [
    0n,
    1n,
    fieldPrime - 1n,
    0x7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7n,
    0x05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826n,
  ].map((y) => y.toString(16).padStart(64, '0')),
);
const prime = bytesOf(fieldPrime);

/** True when S < L and neither key nor R is an unreduced encoding or a point of small order. Proves nothing else. */
export function isCanonicalEd25519(key: Uint8Array, signature: Uint8Array): boolean {
  if (key.length !== 32 || !isBelow(signature.subarray(32).toReversed(), ed25519Order)) return false;
  return isReducedAndLarge(key) && isReducedAndLarge(signature.subarray(0, 32));
}

function isReducedAndLarge(point: Uint8Array): boolean {
  const y = point.toReversed();
  y[0]! &= 0x7f;
  return isBelow(y, prime) && !smallOrderY.has(y.toHex());
}

/** True when s of r || s is at most half the order of P-256. */
export function isLowSignature(signature: Uint8Array): boolean {
  return isBelow(signature.subarray(32), halfP256Order);
}

/** Compares big-endian numbers of equal length. */
function isBelow(value: Uint8Array, limit: Uint8Array): boolean {
  for (let i = 0; i < limit.length; i++) if (value[i] !== limit[i]) return value[i]! < limit[i]!;
  return false;
}

function bytesOf(value: bigint): Uint8Array {
  return Uint8Array.fromHex(value.toString(16).padStart(64, '0'));
}
