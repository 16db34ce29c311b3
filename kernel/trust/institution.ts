/** Institutions and keys in the form the rest of the program looks up: times as numbers, keys ready to verify. */
import type { PublicKey } from '../crypto.ts';
import type { Text } from '../profile.ts';
import { Refusal } from '../refusal.ts';
import { parseInstant } from './instant.ts';
import { type Jwk, publicKeyOf } from './jwk.ts';
import type { InstitutionEntry, KeyEntry, KeyUse } from './national-part.ts';

/** Times in milliseconds since 1970. */
export interface InstitutionKey {
  readonly institution: string;
  readonly kid: string;
  readonly use: KeyUse;
  readonly jwk: Jwk;
  readonly publicKey: PublicKey;
  readonly from: number;
  /** The first moment at which the key is no longer valid. */
  readonly until: number;
  readonly revokedAt?: number;
}

export interface Institution {
  readonly id: string;
  readonly country: string;
  readonly domain: string;
  readonly did: string;
  readonly endpoint: string;
  readonly names: Text;
  readonly functions: ReadonlySet<string>;
  readonly keys: ReadonlyMap<string, InstitutionKey>;
}

/** `did:web:<domain>:<id>`; the colon before a port is percent-encoded (did:web §3.1). */
export function didOf(institution: { readonly id: string; readonly domain: string }): string {
  return `did:web:${institution.domain.replace(':', '%3A')}:${institution.id}`;
}

/** For an entry that `readPart` has let through. */
export function institutionOf(entry: InstitutionEntry): Institution {
  return {
    id: entry.id,
    country: countryOf(entry.id),
    domain: entry.domain,
    did: didOf(entry),
    endpoint: entry.endpoint,
    names: entry.names,
    functions: new Set(entry.functions),
    keys: new Map(entry.keys.map((key) => [key.kid, keyOf(entry.id, key)])),
  };
}

/** `AZ` for `az.afsa`. */
export function countryOf(institutionId: string): string {
  return institutionId.slice(0, 2).toUpperCase();
}

export function holdsFunction(institution: Institution, name: string): boolean {
  return institution.functions.has(name);
}

/** Valid by its dates alone; a revocation is asked for apart, see `usableKeyAt`. */
export function keyValidAt(key: InstitutionKey, timeMs: number): boolean {
  return key.from <= timeMs && timeMs < key.until;
}

function keyOf(institution: string, entry: KeyEntry): InstitutionKey {
  const publicKey = publicKeyOf(entry.jwk);
  if (publicKey instanceof Refusal) throw new TypeError('key entry was not read by readPart');
  const { kid, use, jwk, revokedAt } = entry;
  const key = { institution, kid, use, jwk, publicKey, from: timeOf(entry.from), until: timeOf(entry.until) };
  return revokedAt === undefined ? key : { ...key, revokedAt: timeOf(revokedAt) };
}

/** For a text that a shape has let through. */
export function timeOf(text: string): number {
  const time = parseInstant(text);
  if (time === undefined) throw new TypeError('time was not read by a shape');
  return time;
}
