/**
 * Is this a public key one may verify with? Libraries differ in what they accept (points of small order, second
 * encodings), and two servers must never differ, so the trust list takes only what all of them accept.
 */
const ed25519Prime = 2n ** 255n - 19n;
const ed25519D = 37095705934669439343138083508754565189542113879843219016388785533085940283555n;

/** The y coordinates of the eight points of order 1, 2, 4 and 8. */
const smallOrder = new Set([
  0n,
  1n,
  ed25519Prime - 1n,
  2707385501144840649318225287225658788936804267575313519463743609750303402022n,
  55188659117513257062467267217118295137698188065244968500265048394206261417927n,
]);
const p256Prime = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
const p256B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;

/** 32 bytes of RFC 8032 §5.1.2 that decode to a point of large order and encode back to themselves. */
export function isEd25519Point(bytes: Uint8Array): boolean {
  if (bytes.length !== 32) return false;
  const y = BigInt(`0x${bytes.toReversed().toHex()}`) & (2n ** 255n - 1n);
  if (y >= ed25519Prime || smallOrder.has(y)) return false;
  const square = (y * y) % ed25519Prime;
  // x² = (y² - 1) / (d y² + 1) has a root when the product of both sides of the fraction is a square.
  const product = ((square - 1n) * (ed25519D * square + 1n)) % ed25519Prime;
  return power(product, (ed25519Prime - 1n) / 2n, ed25519Prime) === 1n;
}

/** SEC 1 §3.2.2.1 for cofactor 1: both coordinates in the field, on the curve. */
export function isP256Point(xBytes: Uint8Array, yBytes: Uint8Array): boolean {
  if (xBytes.length !== 32 || yBytes.length !== 32) return false;
  const x = BigInt(`0x${xBytes.toHex()}`);
  const y = BigInt(`0x${yBytes.toHex()}`);
  return x < p256Prime && y < p256Prime && (y * y - (x * x * x - 3n * x + p256B)) % p256Prime === 0n;
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let square = base % modulus;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}
