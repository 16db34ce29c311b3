/** Whose request is this? RFC 9421 signatures between servers, by request keys of the trust list. */
import type { FastifyRequest } from 'fastify';
import type { Crypto } from '../../kernel/crypto.ts';
import {
  openRequest,
  type RequestTarget,
  readRequestSignature,
  requestWindow,
  type SignedHeaders,
} from '../../kernel/exchange/request-signature.ts';
import { Refusal, refuse } from '../../kernel/refusal.ts';
import type { InstitutionKey } from '../../kernel/trust/institution.ts';
import { currentInstitution, institutionOfDid, usableKeyAt } from '../../kernel/trust/lookup.ts';
import type { TrustList } from '../../kernel/trust/trust-list.ts';
import type { NonceMemory } from './nonce-memory.ts';

type SignedRequest = Pick<FastifyRequest, 'method' | 'url' | 'headers'>;

/** What a signed request says of itself before its body has come. */
export interface Claimed {
  readonly target: RequestTarget;
  readonly headers: Partial<SignedHeaders>;
  readonly key: InstitutionKey;
}

export interface RequestCheck {
  readonly crypto: Crypto;
  readonly now: () => number;
  readonly nonces: NonceMemory;
}

/** Refuses what needs no body to be refused, so that strangers' bodies are not read. */
export function claimOf(request: SignedRequest, trust: TrustList, now: number): Claimed | Refusal {
  // A query would not be covered by the signature.
  if (request.url.includes('?')) return refuse('request.bad-signature');
  const headers = signedHeaders(request);
  const signature = readRequestSignature(headers);
  if (signature instanceof Refusal) return signature;
  if (Math.abs(now / 1000 - signature.created) > requestWindow)
    return refuse('request.outside-window', { limit: requestWindow });
  const key = requestKey(trust, signature.keyid, now);
  if (key instanceof Refusal) return key;
  const target = {
    method: request.method,
    authority: request.headers.host?.toLowerCase() ?? '',
    path: request.url,
  };
  return { target, headers, key };
}

/** The sending institution, once body, signature and freshness hold. */
export function senderOf(claimed: Claimed, body: Uint8Array, check: RequestCheck): string | Refusal {
  const opened = openRequest(claimed.target, body, claimed.headers, claimed.key.publicKey, check.crypto);
  if (opened instanceof Refusal) return opened;
  const fresh = check.nonces.use(opened.keyid, opened.nonce, check.now());
  return fresh ?? claimed.key.institution;
}

/** Only keys that the newest part still states: a copy of what was retired signs nothing new. */
function requestKey(trust: TrustList, keyid: string, now: number): InstitutionKey | Refusal {
  const hash = keyid.indexOf('#');
  const known = institutionOfDid(trust, keyid.slice(0, hash));
  const key = known && currentInstitution(trust, known.id)?.keys.get(keyid.slice(hash + 1));
  if (key?.use !== 'request') return refuse('request.bad-signature');
  const usable = usableKeyAt(trust, key, now);
  return usable instanceof Refusal ? refuse('request.bad-signature') : usable;
}

function signedHeaders({ headers }: SignedRequest): Partial<SignedHeaders> {
  const found: Record<string, string> = {};
  for (const name of ['content-digest', 'signature-input', 'signature'] as const) {
    const value = headers[name];
    if (typeof value === 'string') found[name] = value;
  }
  return found;
}
