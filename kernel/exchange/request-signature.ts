/**
 * Signatures on requests between servers: RFC 9421 HTTP Message Signatures with Ed25519, over method, authority,
 * path and the RFC 9530 Content-Digest of the body. Pure, so that a third party can check a kept request.
 */
import { base64, fromBase64, utf8 } from '../bytes.ts';
import type { Crypto, PublicKey, Signer } from '../crypto.ts';
import { Refusal, refuse } from '../refusal.ts';

/** Seconds that `created` may lie on either side of the recipient's clock. */
export const requestWindow = 300;

export interface RequestTarget {
  readonly method: string;
  /** Host header value, lower case. */
  readonly authority: string;
  readonly path: string;
}

export interface RequestSignature {
  /** `<did>#<kid>` of a request key in the trust list. */
  readonly keyid: string;
  /** Seconds since 1970. */
  readonly created: number;
  readonly nonce: string;
}

export interface SignedHeaders {
  readonly 'content-digest': string;
  readonly 'signature-input': string;
  readonly signature: string;
}

const covered = '("@method" "@authority" "@path" "content-digest")';
const inputPattern =
  /^samur=\("@method" "@authority" "@path" "content-digest"\);created=(\d{1,15});keyid="([^"\\]{1,400})";nonce="([A-Za-z0-9_-]{16,64})";tag="samur"$/;
const signaturePattern = /^samur=:([A-Za-z0-9+/=]{88}):$/;

export function contentDigest(body: Uint8Array, crypto: Crypto): string {
  return `sha-256=:${base64(crypto.sha256(body))}:`;
}

function parameters(signature: RequestSignature): string {
  const { created, keyid, nonce } = signature;
  return `${covered};created=${created};keyid="${keyid}";nonce="${nonce}";tag="samur"`;
}

/** Signature base, RFC 9421 §2.5. */
function signatureBase(target: RequestTarget, digest: string, signature: RequestSignature): Uint8Array {
  return utf8(
    [
      `"@method": ${target.method}`,
      `"@authority": ${target.authority}`,
      `"@path": ${target.path}`,
      `"content-digest": ${digest}`,
      `"@signature-params": ${parameters(signature)}`,
    ].join('\n'),
  );
}

export async function signRequest(
  target: RequestTarget,
  body: Uint8Array,
  signature: RequestSignature,
  signer: Signer,
  crypto: Crypto,
): Promise<SignedHeaders> {
  const digest = contentDigest(body, crypto);
  const bytes = await signer.sign(signatureBase(target, digest, signature));
  return {
    'content-digest': digest,
    'signature-input': `samur=${parameters(signature)}`,
    signature: `samur=:${base64(bytes)}:`,
  };
}

/** Reads whose signature a request claims to carry, before its key is looked up. Nothing is proved yet. */
export function readRequestSignature(headers: Partial<SignedHeaders>): RequestSignature | Refusal {
  const input = headers['signature-input'];
  if (input === undefined || headers.signature === undefined) return refuse('request.unsigned');
  const match = inputPattern.exec(input);
  if (!match) return refuse('request.bad-signature');
  return { created: Number(match[1]), keyid: match[2] as string, nonce: match[3] as string };
}

declare const authentic: unique symbol;
export type VerifiedRequest = RequestSignature & { readonly [authentic]: true };

/** Checks digest and signature under a request key of the trust list. Window and replay are the caller's. */
export function openRequest(
  target: RequestTarget,
  body: Uint8Array,
  headers: Partial<SignedHeaders>,
  key: PublicKey,
  crypto: Crypto,
): VerifiedRequest | Refusal {
  const signature = readRequestSignature(headers);
  if (signature instanceof Refusal) return signature;
  const digest = contentDigest(body, crypto);
  if (headers['content-digest'] !== digest) return refuse('request.bad-digest');
  const match = signaturePattern.exec(headers.signature ?? '');
  const bytes = match && fromBase64(match[1] as string);
  if (!bytes || bytes instanceof Refusal) return refuse('request.bad-signature');
  return crypto.verify(key, signatureBase(target, digest, signature), bytes)
    ? (signature as VerifiedRequest)
    : refuse('request.bad-signature');
}
