import type { Crypto } from '../crypto.ts';
import { Refusal, refuse } from '../refusal.ts';
import type { Institution, InstitutionKey } from './institution.ts';
import type { AnchorKey } from './jwk.ts';
import { type NationalPart, readPart } from './national-part.ts';
import { brokenPromise } from './promises.ts';
import { readInstitutions } from './read-institutions.ts';
import { openDocument, verifyDocument } from './signed-document.ts';
import { gapBefore, placeOf, TrustConflict } from './trust-conflict.ts';
import { anchorAt, type NationalChain, type TrustList, type VerifiedPart, vouch } from './trust-list.ts';

/**
 * Takes the next part of one country into the list. The newest part delivered again gives the list unchanged.
 * On `trust.conflict` the refusal is a `TrustConflict` that holds both signed texts.
 */
export function acceptPart(trust: TrustList, signed: string | Uint8Array, crypto: Crypto): TrustList | Refusal {
  const document = openDocument(signed, crypto);
  if (document instanceof Refusal) return document;
  const part = readPart(document.payload, crypto);
  if (part instanceof Refusal) return part;
  if (part.corridor !== trust.pin.corridor)
    return refuse('trust.wrong-corridor', { expected: trust.pin.corridor, found: part.corridor }, '/corridor');
  const chain = trust.chains.get(part.country);
  if (chain === undefined) {
    const expected = [...trust.chains.keys()].join(', ');
    return refuse('trust.wrong-country', { expected, found: part.country }, '/country');
  }
  if (part.demonstration !== trust.pin.demonstration) return refuse('trust.demonstration-mixed', {}, '/demonstration');
  const gap = gapBefore(chain.parts, part.number, part.country);
  if (gap !== undefined) return gap;

  const before = chain.parts[part.number - 2]?.part.anchor ?? trust.pin.anchors[part.country]!;
  const signers = sameKey(before, part.anchor) ? [before] : [before, part.anchor];
  const genuine = verifyDocument(document, signers, crypto);
  if (genuine instanceof Refusal) return genuine;

  const { text, digest } = genuine;
  const place = placeOf(chain.parts, chain.parts.at(-1)?.part.issued, { ...part, text, digest });
  if (place instanceof Refusal) return place;
  if (place === 'newest') return trust;
  const institutions = readInstitutions(part, chain.keys, crypto);
  if (institutions instanceof Refusal) return institutions;
  const next = vouch<VerifiedPart>({ part, signed: text, digest, institutions });
  const broken = brokenPromise(chain, next) ?? displacedTerms(trust, next);
  if (broken !== undefined) return broken;
  return vouch<TrustList>({ ...trust, chains: new Map(trust.chains).set(part.country, extend(chain, next)) });
}

function sameKey(a: AnchorKey, b: AnchorKey): boolean {
  return a.kid === b.kid && a.x === b.x;
}

function extend(chain: NationalChain, next: VerifiedPart): NationalChain {
  const known = new Map<string, Institution>(chain.known);
  const keys = new Map<string, InstitutionKey>(chain.keys);
  for (const institution of next.institutions.values()) {
    const everyKey = new Map([...(known.get(institution.id)?.keys ?? []), ...institution.keys]);
    known.set(institution.id, { ...institution, keys: everyKey });
    for (const key of institution.keys.values()) keys.set(key.kid, key);
  }
  return { parts: [...chain.parts, next], known, keys };
}

/** A new anchor may not be back-dated under terms that the old one signed, else the order of arrival would decide. */
function displacedTerms(trust: TrustList, next: VerifiedPart): Refusal | undefined {
  const { country, issued, anchor, number }: NationalPart = next.part;
  const displaced = trust.terms.find(
    ({ terms }) => terms.issued >= issued && !sameKey(anchorAt(trust, country, terms.issued), anchor),
  );
  return displaced && new TrustConflict(displaced.signed, next.signed, number, '/issued');
}
