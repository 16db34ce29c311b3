/**
 * The trust list of a corridor as one verifier holds it: two national chains and the common terms, every number
 * ever accepted. Values are immutable; accepting a document gives a new list.
 *
 * Whether a part is accepted depends on the pin and on that country's own earlier parts, never on the other
 * country's, so that verifiers who receive documents in another order end with the same list.
 */

import type { CommonTerms } from './common-terms.ts';
import type { Institution, InstitutionKey } from './institution.ts';
import type { AnchorKey } from './jwk.ts';
import type { NationalPart } from './national-part.ts';
import { countriesOf, type Pin } from './pin.ts';

declare const accepted: unique symbol;

/** A signed document that stands in the list. */
export interface Accepted {
  /** The signed text, byte for byte as it was accepted. */
  readonly signed: string;
  /** Base64url SHA-256 of the payload. */
  readonly digest: string;
  readonly [accepted]: true;
}

export interface VerifiedPart extends Accepted {
  readonly part: NationalPart;
  /** By institution id. */
  readonly institutions: ReadonlyMap<string, Institution>;
}

export interface VerifiedTerms extends Accepted {
  readonly terms: CommonTerms;
}

/** One country's parts, number n at index n - 1, and what they add up to. */
export interface NationalChain {
  readonly parts: readonly VerifiedPart[];
  /**
   * Every institution ever named, with its newest statement and every key it ever had, each as last stated.
   * What the newest part no longer names stays here, so that neither a key nor a revocation is forgotten.
   */
  readonly known: ReadonlyMap<string, Institution>;
  /** Every key ever named, by `kid`. */
  readonly keys: ReadonlyMap<string, InstitutionKey>;
}

export interface TrustList {
  readonly pin: Pin;
  readonly chains: ReadonlyMap<string, NationalChain>;
  readonly terms: readonly VerifiedTerms[];
  readonly [accepted]: true;
}

/** The list before its first part. Give it a pin from `readPin`. */
export function foundTrust(pin: Pin): TrustList {
  const empty: NationalChain = { parts: [], known: new Map(), keys: new Map() };
  return vouch({ pin, chains: new Map(countriesOf(pin).map((country) => [country, empty])), terms: [] });
}

/** Only for the functions of this folder that have just checked what they hand over. */
export function vouch<T extends { readonly [accepted]: true }>(checked: Omit<T, typeof accepted>): T {
  return checked as T;
}

/** The anchor that signs for a country at a time text: that of the last part issued by then, else the pinned one. */
export function anchorAt(trust: TrustList, country: string, issued: string): AnchorKey {
  const parts = trust.chains.get(country)?.parts ?? [];
  return parts.findLast(({ part }) => part.issued <= issued)?.part.anchor ?? trust.pin.anchors[country]!;
}
