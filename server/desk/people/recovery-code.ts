/** Recovery codes: 160 random bits as eight groups of Crockford's Base32, written down on paper. */
import { hash } from 'node:crypto';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const form = /^[0-9A-HJKMNP-TV-Z]{32}$/;

export function newRecoveryCode(random: (bytes: number) => Uint8Array): string {
  let bits = BigInt(`0x${random(20).toHex()}`);
  let text = '';
  for (let i = 0; i < 32; i++, bits >>= 5n) text += alphabet[Number(bits & 31n)];
  return text.match(/.{4}/g)!.join('-');
}

/**
 * Hexadecimal SHA-256: 160 bits need no slower one. Letters that look like digits are read as such, case and separators
 * do not matter. Undefined for what is no code.
 */
export function recoveryDigest(code: string): string | undefined {
  const text = code.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return form.test(text) ? hash('sha256', `samur recovery v1\n${text}`, 'hex') : undefined;
}
