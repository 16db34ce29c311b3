/** Institutions and keys in the form the rest of the program looks up: times as numbers, keys ready to verify. */
import type { PublicKey } from '../crypto.ts';
import type { Text } from '../finding.ts';
import { parseInstant } from './instant.ts';
import type { Jwk } from './jwk.ts';
import type { KeyUse } from './national-part.ts';

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

/** Where people and programs ask it: its domain, by the scheme of its endpoint. */
export function publicAddress({ domain, endpoint }: Pick<Institution, 'domain' | 'endpoint'>): string {
  return `${endpoint.startsWith('https:') ? 'https' : 'http'}://${domain}`;
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

/** For a text that a shape has let through. */
export function timeOf(text: string): number {
  const time = parseInstant(text);
  if (time === undefined) throw new TypeError('time was not read by a shape');
  return time;
}
