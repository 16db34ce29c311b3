/** Secrets of 256 bits that people and browsers hold; the desk keeps their SHA-256, and looks them up by it alone. */
import { hash } from 'node:crypto';
import { base64url } from '../../../kernel/bytes.ts';

/** 43 characters of base64url. */
export const secretPattern = /^[A-Za-z0-9_-]{43}$/;

export function newSecret(random: (bytes: number) => Uint8Array): string {
  return base64url(random(32));
}

/** 22 characters of base64url: names what is no secret. */
export function newId(random: (bytes: number) => Uint8Array): string {
  return base64url(random(16));
}

/**
 * Hexadecimal. How far a guess agrees with a stored digest says nothing of the secret, so the look-up need not be of
 * constant time.
 */
export function secretDigest(secret: string): string {
  return hash('sha256', secret, 'hex');
}
