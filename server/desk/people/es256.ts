/**
 * The one form of an ES256 signature. Authenticators give DER (Web Authentication Level 3 §6.5.5); records hold r || s
 * with s in the lower half of the order, so that nobody can make a second valid text of an approval.
 */
import { type Refusal, refuse } from '../../../kernel/refusal.ts';

/** Order of P-256 (FIPS 186-5, SP 800-186 §3.2.1.3). */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/** 64 bytes from an ECDSA-Sig-Value (RFC 3279 §2.2.3) in strict DER. */
export function compactSignature(der: Uint8Array): Uint8Array<ArrayBuffer> | Refusal {
  if (der[0] !== 0x30 || der[1] !== der.length - 2 || der.length > 72) return refuse('access.bad-passkey');
  const r = integerAt(der, 2);
  const s = r && integerAt(der, r.end);
  if (r === undefined || s === undefined || s.end !== der.length) return refuse('access.bad-passkey');
  return lowS(r.value, s.value);
}

/** The same signature with s in the lower half. */
export function lowerCompact(signature: Uint8Array): Uint8Array<ArrayBuffer> | Refusal {
  if (signature.length !== 64) return refuse('access.bad-passkey');
  return lowS(toInteger(signature.subarray(0, 32)), toInteger(signature.subarray(32)));
}

function lowS(r: bigint, s: bigint): Uint8Array<ArrayBuffer> | Refusal {
  if (r <= 0n || s <= 0n || r >= order || s >= order) return refuse('access.bad-passkey');
  const low = s > order / 2n ? order - s : s;
  const hex = (value: bigint) => value.toString(16).padStart(64, '0');
  return Uint8Array.fromHex(hex(r) + hex(low));
}

function integerAt(der: Uint8Array, at: number): { value: bigint; end: number } | undefined {
  const length = der[at + 1];
  if (der[at] !== 0x02 || length === undefined || length < 1 || length > 33) return undefined;
  const bytes = der.subarray(at + 2, at + 2 + length);
  const [first = 0, second = 0x80] = bytes;
  const isShortest = first !== 0 || second >= 0x80;
  if (bytes.length !== length || first >= 0x80 || !isShortest) return undefined;
  return { value: toInteger(bytes), end: at + 2 + length };
}

function toInteger(bytes: Uint8Array): bigint {
  return BigInt(`0x${bytes.toHex()}`);
}
