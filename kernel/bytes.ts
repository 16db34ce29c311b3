import { type Refusal, refuse } from './refusal.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** UTF-8 bytes of a string. */
export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text);
}

/** Strict UTF-8 decoding: a byte order mark stays, malformed sequences are refused. */
export function fromUtf8(bytes: Uint8Array): string | Refusal {
  try {
    return decoder.decode(bytes);
  } catch {
    return refuse('input.not-utf8');
  }
}

export function concat(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  let length = 0;
  for (const part of parts) length += part.length;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

export function base64url(bytes: Uint8Array): string {
  return bytes.toBase64({ alphabet: 'base64url', omitPadding: true });
}

export function base64(bytes: Uint8Array): string {
  return bytes.toBase64();
}

/** Base64url without padding, one form only: set spare bits, padding and white space are refused (RFC 7515 §2). */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> | Refusal {
  return decodeStrictly(text, 'base64url');
}

/** Standard base64 with padding, one form only. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | Refusal {
  return decodeStrictly(text, 'base64');
}

function decodeStrictly(text: string, alphabet: 'base64' | 'base64url'): Uint8Array<ArrayBuffer> | Refusal {
  try {
    const bytes = Uint8Array.fromBase64(text, { alphabet });
    const again = alphabet === 'base64url' ? base64url(bytes) : base64(bytes);
    return again === text ? bytes : refuse('input.bad-base64');
  } catch {
    return refuse('input.bad-base64');
  }
}

/** Unsigned 64-bit big-endian from a safe integer. */
export function uint64(value: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value));
  return bytes;
}
