/** Questions to a trust list. Those asked for every record take constant time. */
import { Refusal, refuse } from '../refusal.ts';
import { countryOf, type Institution, type InstitutionKey, keyValidAt, timeOf } from './institution.ts';
import type { KeyUse, Numbered } from './national-part.ts';
import type { NationalChain, TrustList, VerifiedPart, VerifiedTerms } from './trust-list.ts';

/** The number of each part, by country code, and of the common terms under `terms`. 0: none yet. */
export type TrustNumbers = Readonly<Record<string, number>>;

export function numbers(trust: TrustList): TrustNumbers {
  const held = [...trust.chains].map(([country, { parts }]) => [country, parts.length] as const);
  return { ...Object.fromEntries(held), terms: trust.terms.length };
}

export function partAt(trust: TrustList, country: string, number: number): VerifiedPart | undefined {
  return trust.chains.get(country)?.parts[number - 1];
}

export function termsAt(trust: TrustList, number: number): VerifiedTerms | undefined {
  return trust.terms[number - 1];
}

/** The institution as the part named by `at` states it. `trust.gap`: that part is not held yet. */
export function institutionAt(trust: TrustList, id: string, at: TrustNumbers): Institution | Refusal {
  const country = countryOf(id);
  const chain = trust.chains.get(country);
  if (chain === undefined) return refuse('trust.unknown-institution', { name: id.slice(0, 64) });
  const number = at[country];
  if (number === undefined || !Number.isSafeInteger(number) || number < 1) {
    return refuse('trust.malformed', { part: country });
  }
  const part = chain.parts[number - 1];
  if (part === undefined)
    return refuse('trust.gap', { part: country, expected: chain.parts.length + 1, found: number });
  return part.institutions.get(id) ?? refuse('trust.unknown-institution', { name: id.slice(0, 64) });
}

/** The institution as the newest part states it; undefined when that no longer names it. */
export function currentInstitution(trust: TrustList, id: string): Institution | undefined {
  return trust.chains.get(countryOf(id))?.parts.at(-1)?.institutions.get(id);
}

/** All institutions of the newest parts, ascending by id. */
export function currentInstitutions(trust: TrustList): readonly Institution[] {
  return [...trust.chains.values()].flatMap(({ parts }) => [...(parts.at(-1)?.institutions.values() ?? [])]);
}

/** Any institution that a part ever named, as last stated, with all keys it ever had. */
export function institutionOfDid(trust: TrustList, did: string): Institution | undefined {
  const known = knownInstitution(trust, idInDid(did));
  return known?.did === did ? known : undefined;
}

export function knownInstitution(trust: TrustList, id: string): Institution | undefined {
  return chainOf(trust, id)?.known.get(id);
}

/**
 * The record key that an institution had in the part which the record names. `keyId` is the header's `kid`,
 * `<did>#<thumbprint>`. Says nothing of the time: see `usableKeyAt`.
 */
export function recordKey(
  trust: TrustList,
  keyId: string,
  issuerDid: string,
  at: TrustNumbers,
): InstitutionKey | Refusal {
  const institution = institutionAt(trust, idInDid(issuerDid), at);
  if (institution instanceof Refusal) return institution;
  if (institution.did !== issuerDid) return refuse('trust.unknown-institution', { name: institution.id });
  const kid = keyId.startsWith(`${issuerDid}#`) ? keyId.slice(issuerDid.length + 1) : '';
  const key = institution.keys.get(kid);
  if (key === undefined) return refuse('trust.unknown-key', { name: institution.id });
  return key.use === 'record' ? key : refuse('trust.wrong-key-use', { institution: institution.id, kid, use: key.use });
}

/** When the key was revoked, by the newest word of its country: milliseconds since 1970. */
export function revocationOf(trust: TrustList, institutionId: string, kid: string): number | undefined {
  return knownInstitution(trust, institutionId)?.keys.get(kid)?.revokedAt;
}

/**
 * The key, if its dates (in the part it was taken from) cover the time and the newest part does not say that it was
 * revoked by then. `timeMs` must be a proved time, not a stated one.
 */
export function usableKeyAt(trust: TrustList, key: InstitutionKey, timeMs: number): InstitutionKey | Refusal {
  const { institution, kid } = key;
  if (!keyValidAt(key, timeMs)) return refuse('trust.key-not-valid-then', { institution, kid });
  const revokedAt = revocationOf(trust, institution, kid);
  if (revokedAt !== undefined && timeMs >= revokedAt) return refuse('trust.key-revoked', { institution, kid });
  return key;
}

/** Keys of an institution that were good for one use at a time, ascending by kid: several while they rotate. */
export function keysFor(
  trust: TrustList,
  institutionId: string,
  use: KeyUse,
  timeMs: number,
): readonly InstitutionKey[] {
  const keys = [...(knownInstitution(trust, institutionId)?.keys.values() ?? [])];
  return keys
    .filter((key) => key.use === use && keyValidAt(key, timeMs) && timeMs < (key.revokedAt ?? Infinity))
    .toSorted((a, b) => (a.kid < b.kid ? -1 : 1));
}

/** Refuses with `trust.stale`, naming the part (country code or `terms`) that is missing or past its next update. */
export function freshness(trust: TrustList, nowMs: number): Refusal | 'fresh' {
  for (const [country, { parts }] of trust.chains) {
    const stale = staleness(country, parts.at(-1)?.part, nowMs);
    if (stale !== undefined) return stale;
  }
  return staleness('terms', trust.terms.at(-1)?.terms, nowMs) ?? 'fresh';
}

function staleness(part: string, newest: Numbered | undefined, nowMs: number): Refusal | undefined {
  if (newest === undefined) return refuse('trust.stale', { part, number: 0 });
  const { number, nextUpdate } = newest;
  return nowMs > timeOf(nextUpdate) ? refuse('trust.stale', { part, number, nextUpdate }) : undefined;
}

export interface Revocation {
  readonly institution: string;
  readonly kid: string;
  readonly use: KeyUse;
  /** Milliseconds since 1970. */
  readonly revokedAt: number;
}

/** Revocations that `after` states and `before` did not, or stated for a later moment; by institution, then kid. */
export function newRevocations(before: TrustList, after: TrustList): readonly Revocation[] {
  const found: Revocation[] = [];
  for (const chain of after.chains.values()) {
    for (const { institution, kid, use, revokedAt } of chain.keys.values()) {
      if (revokedAt !== undefined && revokedAt !== revocationOf(before, institution, kid)) {
        found.push({ institution, kid, use, revokedAt });
      }
    }
  }
  const order = ({ institution, kid }: Revocation) => `${institution} ${kid}`;
  return found.toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
}

function chainOf(trust: TrustList, institutionId: string): NationalChain | undefined {
  return trust.chains.get(countryOf(institutionId));
}

function idInDid(did: string): string {
  return did.slice(did.lastIndexOf(':') + 1);
}
