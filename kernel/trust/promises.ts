/** What a country has stated of a key or an institution binds its later parts. */
import { type Refusal, refuse } from '../refusal.ts';
import { type InstitutionKey, timeOf } from './institution.ts';
import { TrustConflict } from './trust-conflict.ts';
import type { NationalChain, VerifiedPart } from './trust-list.ts';

/** The first statement of earlier parts that the next one goes back on. */
export function brokenPromise(chain: NationalChain, next: VerifiedPart): Refusal | undefined {
  const last = chain.parts.at(-1);
  if (last === undefined) return undefined;
  const conflict = (path: string) => new TrustConflict(last.signed, next.signed, next.part.number, path);
  const issued = timeOf(next.part.issued);

  const ownerOfDomain = new Map([...chain.known.values()].map((one) => [one.domain, one.id]));
  for (const [index, { id, domain, keys }] of next.part.institutions.entries()) {
    const path = `/institutions/${index}`;
    const before = chain.known.get(id);
    if (before !== undefined && before.domain !== domain) return conflict(`${path}/domain`);
    if ((ownerOfDomain.get(domain) ?? id) !== id) return conflict(`${path}/domain`);
    for (const [place, { kid }] of keys.entries()) {
      const held = chain.keys.get(kid);
      const member = held && changedMember(held, next.institutions.get(id)!.keys.get(kid)!, issued);
      if (member !== undefined) return conflict(`${path}/keys/${place}/${member}`);
    }
  }
  return droppedKey(last, next, issued, conflict);
}

/**
 * The validity of a key may be extended or cut short from now on, never for the past. A revocation may be moved
 * to an earlier moment only.
 */
function changedMember(held: InstitutionKey, stated: InstitutionKey, issued: number): string | undefined {
  if (stated.institution !== held.institution) return 'kid';
  if (stated.use !== held.use) return 'use';
  if (stated.from !== held.from) return 'from';
  if (stated.until !== held.until && Math.min(stated.until, held.until) < issued) return 'until';
  if (held.revokedAt !== undefined && (stated.revokedAt ?? Infinity) > held.revokedAt) return 'revokedAt';
  return undefined;
}

/** A key may leave the list only when it has run out and was never revoked. */
function droppedKey(
  last: VerifiedPart,
  next: VerifiedPart,
  issued: number,
  conflict: (path: string) => Refusal,
): Refusal | undefined {
  for (const institution of last.institutions.values()) {
    for (const key of institution.keys.values()) {
      if (next.institutions.get(institution.id)?.keys.has(key.kid)) continue;
      if (key.revokedAt !== undefined) return conflict('/institutions');
      if (key.until > issued)
        return refuse('trust.malformed', { institution: key.institution, kid: key.kid }, '/institutions');
    }
  }
  return undefined;
}
