/** From the entries of a part to institutions with keys that are fit to verify with. */
import type { Crypto, PublicKey } from '../crypto.ts';
import { Refusal, refuse } from '../refusal.ts';
import { countryOf, didOf, type Institution, type InstitutionKey, timeOf } from './institution.ts';
import { publicKeyOf, thumbprint } from './jwk.ts';
import type { InstitutionEntry, KeyEntry, NationalPart } from './national-part.ts';
import { firstOutOfOrder } from './shape.ts';

/**
 * Call only for a part whose signatures are good: checking a new key costs more than reading it. `held` are the
 * country's keys by `kid`; those need no second check, since a `kid` is a thumbprint.
 */
export function readInstitutions(
  part: NationalPart,
  held: ReadonlyMap<string, InstitutionKey>,
  crypto: Crypto,
): ReadonlyMap<string, Institution> | Refusal {
  const misplaced = firstOutOfOrder(part.institutions.map((one) => one.id));
  if (misplaced >= 0) return malformed(`/institutions/${misplaced}/id`);
  const read = new Map<string, Institution>();
  const domains = new Set<string>();
  // Kids that never repeat mean that no key serves two uses, two institutions, or the anchor as well.
  const kids = new Set([part.anchor.kid]);
  for (const [index, entry] of part.institutions.entries()) {
    const path = `/institutions/${index}`;
    const { id, domain } = entry;
    if (countryOf(id) !== part.country) return refuse('trust.foreign-institution', { name: id }, `${path}/id`);
    if (domains.has(domain)) return malformed(`${path}/domain`);
    domains.add(domain);
    const unsorted = firstOutOfOrder(entry.functions);
    if (unsorted >= 0) return malformed(`${path}/functions/${unsorted}`);
    const keys = readKeys(entry, kids, held, path, crypto);
    if (keys instanceof Refusal) return keys;
    const { endpoint, names } = entry;
    const functions = new Set(entry.functions);
    read.set(id, { id, country: part.country, domain, did: didOf(entry), endpoint, names, functions, keys });
  }
  return read;
}

function readKeys(
  { id, keys }: InstitutionEntry,
  kids: Set<string>,
  held: ReadonlyMap<string, InstitutionKey>,
  institutionPath: string,
  crypto: Crypto,
): ReadonlyMap<string, InstitutionKey> | Refusal {
  const misplaced = firstOutOfOrder(keys.map((key) => key.kid));
  if (misplaced >= 0) return malformed(`${institutionPath}/keys/${misplaced}/kid`);
  const read = new Map<string, InstitutionKey>();
  for (const [index, entry] of keys.entries()) {
    const path = `${institutionPath}/keys/${index}`;
    const { kid, use, jwk } = entry;
    if (kids.has(kid) || thumbprint(jwk, crypto) !== kid) return malformed(`${path}/kid`);
    kids.add(kid);
    const publicKey = held.get(kid)?.publicKey ?? publicKeyOf(jwk);
    if (publicKey instanceof Refusal)
      return new Refusal(publicKey.code, publicKey.detail, `${path}/jwk${publicKey.path}`);
    const logKey = use === 'checkpoint' || use === 'mirror';
    if (logKey && publicKey.algorithm !== 'EdDSA') return malformed(`${path}/jwk/kty`);
    if (entry.until <= entry.from) return malformed(`${path}/until`);
    read.set(kid, keyOf(id, entry, publicKey));
  }
  return read;
}

function keyOf(
  institution: string,
  { kid, use, jwk, from, until, revokedAt }: KeyEntry,
  publicKey: PublicKey,
): InstitutionKey {
  const key = { institution, kid, use, jwk, publicKey, from: timeOf(from), until: timeOf(until) };
  return revokedAt === undefined ? key : { ...key, revokedAt: timeOf(revokedAt) };
}

function malformed(path: string): Refusal {
  return refuse('trust.malformed', {}, path);
}
