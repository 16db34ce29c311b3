import type { Crypto } from '../crypto.ts';
import { Refusal, refuse } from '../refusal.ts';
import { type CommonTerms, readTerms } from './common-terms.ts';
import { openDocument, verifyDocument } from './signed-document.ts';
import { gapBefore, placeOf } from './trust-conflict.ts';
import { anchorAt, type TrustList, type VerifiedTerms, vouch } from './trust-list.ts';

/**
 * Takes the next common terms into the list; both anchors in force when they were issued must have signed.
 * Deliver parts first: terms signed by an anchor not yet known are refused as `trust.bad-signature`.
 */
export function acceptTerms(trust: TrustList, signed: string | Uint8Array, crypto: Crypto): TrustList | Refusal {
  const document = openDocument(signed, crypto);
  if (document instanceof Refusal) return document;
  const terms = readTerms(document.payload);
  if (terms instanceof Refusal) return terms;
  if (terms.corridor !== trust.pin.corridor) return refuse('trust.wrong-corridor', {}, '/corridor');
  if (terms.demonstration !== trust.pin.demonstration) return refuse('trust.demonstration-mixed', {}, '/demonstration');
  const gap = gapBefore(trust.terms, terms.number, 'terms');
  if (gap !== undefined) return gap;

  const anchors = [...trust.chains.keys()].map((country) => anchorAt(trust, country, terms.issued));
  const genuine = verifyDocument(document, anchors, crypto);
  if (genuine instanceof Refusal) return genuine;

  const { text, digest } = genuine;
  const place = placeOf(trust.terms, trust.terms.at(-1)?.terms.issued, { ...terms, text, digest });
  if (place instanceof Refusal) return place;
  if (place === 'newest') return trust;
  const lowered = loweredVersion(trust.terms, terms);
  if (lowered !== undefined) return lowered;
  return vouch<TrustList>({ ...trust, terms: [...trust.terms, vouch<VerifiedTerms>({ terms, signed: text, digest })] });
}

/** A type may leave the terms and return, but not at a lower version. */
function loweredVersion(held: readonly VerifiedTerms[], next: CommonTerms): Refusal | undefined {
  for (const [profile, types] of Object.entries(next.profiles)) {
    for (const [type, version] of Object.entries(types)) {
      const lower = held.some(({ terms }) => (terms.profiles[profile]?.[type] ?? 0) > version);
      if (lower) return refuse('trust.version-decreases', { profile, type, version }, `/profiles/${profile}/${type}`);
    }
  }
  return undefined;
}
