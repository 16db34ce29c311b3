import type { Crypto } from '../crypto.ts';
import { Refusal, refuse } from '../refusal.ts';
import { readTerms } from './common-terms.ts';
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
  if (terms.corridor !== trust.pin.corridor)
    return refuse('trust.wrong-corridor', { expected: trust.pin.corridor, found: terms.corridor }, '/corridor');
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
  return vouch<TrustList>({ ...trust, terms: [...trust.terms, vouch<VerifiedTerms>({ terms, signed: text, digest })] });
}
