/** Signatures of deliveries after Standard Webhooks 1.0 (symmetric): HMAC-SHA256 over `id.timestamp.body`. */
import { createHmac } from 'node:crypto';

const prefix = 'whsec_';
export const secretBytes = 32;

/** As receivers keep it. */
export function secretText(secret: Uint8Array): string {
  return prefix + Buffer.from(secret).toString('base64');
}

/** `seconds` since 1970. */
export function webhookSignature(secret: Uint8Array, id: string, seconds: number, body: string): string {
  return `v1,${createHmac('sha256', secret).update(`${id}.${seconds}.${body}`).digest('base64')}`;
}
