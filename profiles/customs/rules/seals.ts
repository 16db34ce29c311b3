/** Seals that were stated against seals that were found. */
import { evenReference } from '../../../kernel/reference.ts';
import type { ControlResult } from '../claims/control.ts';
import type { Arrival } from '../claims/follow-ups.ts';
import type { Manifest } from '../claims/manifest.ts';

/** What is on one vehicle, trailer, wagon or container, in the words of whoever stated it. */
export interface SealsOf {
  readonly means: string;
  readonly seals: readonly string[];
}

export interface SealDifference {
  readonly means: string;
  readonly seal: string;
  readonly what: 'absent' | 'not-stated' | 'bad';
}

/**
 * The seals with which the goods left: those of the manifest, or what the last control of the sending side put on in
 * their place. Once goods stand at the border (`arrived`, an instant), that side puts no seal on them any more.
 */
export function sealsStated(
  manifest: Manifest,
  sending: readonly ControlResult[],
  arrived?: string,
): readonly SealsOf[] {
  const until = arrived === undefined ? Number.POSITIVE_INFINITY : Date.parse(arrived);
  const last = new Map<string, readonly string[]>();
  const before = sending.filter(({ ended }) => Date.parse(ended) <= until);
  for (const { seals } of before.sort((a, b) => Date.parse(a.ended) - Date.parse(b.ended)))
    for (const { means, after } of seals ?? []) last.set(evenReference(means), after);
  return manifest.means.map(({ number, seals }) => ({
    means: number,
    seals: last.get(evenReference(number)) ?? (seals ?? []).map((seal) => seal.number),
  }));
}

/** By vehicle or container first; what hangs elsewhere differs. */
export function sealDifferences(stated: readonly SealsOf[], { means }: Pick<Arrival, 'means'>): SealDifference[] {
  const found = new Map(means.map(({ number, seals }) => [evenReference(number), seals]));
  const known = new Map(stated.map((one) => [evenReference(one.means), one.seals]));
  const missing = stated.flatMap((one) => {
    const here = (found.get(evenReference(one.means)) ?? []).map((seal) => evenReference(seal.number));
    return one.seals
      .filter((seal) => !here.includes(evenReference(seal)))
      .map((seal): SealDifference => ({ means: one.means, seal, what: 'absent' }));
  });
  const others = means.flatMap(({ number, seals }) => {
    const there = (known.get(evenReference(number)) ?? []).map(evenReference);
    return seals.flatMap((seal): SealDifference[] => {
      if (!there.includes(evenReference(seal.number)))
        return [{ means: number, seal: seal.number, what: 'not-stated' }];
      return seal.state === 'bad' ? [{ means: number, seal: seal.number, what: 'bad' }] : [];
    });
  });
  return [...missing, ...others];
}
