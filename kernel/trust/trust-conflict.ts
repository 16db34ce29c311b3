import { Refusal, refuse } from '../refusal.ts';
import type { Accepted } from './trust-list.ts';

/** Two signed documents that cannot both be honest. Keep both texts: together they prove it to anyone. */
export class TrustConflict extends Refusal {
  /** The signed text that was accepted before. */
  readonly held: string;
  /** The signed text refused now; its signatures are good. */
  readonly offered: string;

  constructor(held: string, offered: string, number: number, path: string) {
    super('trust.conflict', { number }, path);
    this.held = held;
    this.offered = offered;
  }
}

interface Numbering {
  readonly number: number;
  readonly previous?: string;
  readonly issued: string;
}

/** A document whose signatures are good. */
export interface Offer extends Numbering {
  readonly text: string;
  readonly digest: string;
}

/** A number beyond the next cannot be judged yet: who may sign it is not known. */
export function gapBefore(held: readonly Accepted[], number: number, part: string): Refusal | undefined {
  const expected = held.length + 1;
  return number > expected ? refuse('trust.gap', { part, expected, found: number }, '/number') : undefined;
}

/**
 * Where an offer stands: `next` in the chain, the `newest` delivered again, or refused as older (`trust.rollback`:
 * genuine, known, and to be ignored when it came late by another channel) or as a fork.
 */
export function placeOf(
  held: readonly Accepted[],
  issuedLast: string | undefined,
  offer: Offer,
): 'next' | 'newest' | Refusal {
  const { number, digest } = offer;
  const same = held[number - 1];
  if (same !== undefined) {
    if (same.digest !== digest) return new TrustConflict(same.signed, offer.text, number, '/number');
    return number === held.length
      ? 'newest'
      : refuse('trust.rollback', { expected: held.length, found: number }, '/number');
  }
  const last = held.at(-1);
  if (last === undefined) return 'next';
  if (offer.previous !== last.digest) return new TrustConflict(last.signed, offer.text, number, '/previous');
  return issuedLast !== undefined && offer.issued < issuedLast ? refuse('trust.malformed', {}, '/issued') : 'next';
}
