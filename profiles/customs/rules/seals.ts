/** Seals that were stated against seals that were found. */
import { evenReference } from '../../../kernel/reference.ts';
import type { ControlResult } from '../claims/control.ts';
import type { Arrival } from '../claims/follow-ups.ts';
import type { Manifest } from '../claims/manifest.ts';
import { corrected, type ToldResult } from '../results.ts';

type Told = Pick<ControlResult, 'ended' | 'seals'>;

/** What is on one vehicle, trailer, wagon or container, in the words of whoever stated it. */
export interface SealsOf {
  readonly means: string;
  readonly seals: readonly string[];
  /** The last control of the sending side found seals there and left none on. */
  readonly leftOff?: true;
}

/** Goods at the border. */
export interface Reached {
  /** When the arrival that holds took place, an instant. */
  readonly time: string;
  /** Whether the receiving side had a record when it first stated an arrival. */
  had(record: string): boolean;
}

export interface SealDifference {
  readonly means: string;
  readonly seal: string;
  readonly what: 'absent' | 'not-stated' | 'bad';
}

/**
 * Whether a result of the sending side tells of the seals with which goods came: one that ended after the arrival does
 * not, nor one that the other side did not have when it said what it found. Stated times are not asked: they are claims.
 */
export const isBefore = ({ ended, record }: Pick<ToldResult, 'ended' | 'record'>, reached?: Reached): boolean =>
  reached === undefined || (Date.parse(ended) <= Date.parse(reached.time) && reached.had(record));

const inOrder = <Result extends Told>(results: readonly Result[]): readonly Result[] =>
  results.toSorted((a, b) => Date.parse(a.ended) - Date.parse(b.ended));

/**
 * The seals with which the goods left: those of the manifest, or what the last control of the sending side left on.
 * `sending`: all that it stated, also what it corrected later.
 */
export function sealsStated(
  manifest: Manifest,
  sending: readonly (Told & Pick<ToldResult, 'number' | 'stated' | 'record'>)[],
  reached?: Reached,
): readonly SealsOf[] {
  const last = new Map<string, SealsOf>();
  for (const { seals = [] } of corrected(sending.filter((one) => isBefore(one, reached))))
    for (const { means, before, after } of seals) {
      const off = before.length > 0 && after.length === 0 ? { leftOff: true as const } : {};
      last.set(evenReference(means), { means, seals: after, ...off });
    }
  return manifest.means.map(({ number, seals = [] }) => ({
    ...(last.get(evenReference(number)) ?? { seals: seals.map((seal) => seal.number) }),
    means: number,
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

export interface OwnDifference extends SealDifference {
  readonly what: 'absent' | 'not-stated';
  /** The control that found it. */
  readonly result: Told;
}

/** What controls of the receiving side found hanging, against what was stated and what each had left on for the next. */
export function ownSealDifferences(stated: readonly SealsOf[], found: readonly Told[]): readonly OwnDifference[] {
  const hanging = new Map(stated.map((one) => [evenReference(one.means), one.seals]));
  return inOrder(found).flatMap((result) =>
    (result.seals ?? []).flatMap(({ means, before, after }) => {
      const expected = hanging.get(evenReference(means)) ?? [];
      hanging.set(evenReference(means), after);
      const lacks = (all: readonly string[], seal: string) => !all.map(evenReference).includes(evenReference(seal));
      return [
        ...expected
          .filter((seal) => lacks(before, seal))
          .map((seal) => ({ means, seal, what: 'absent' as const, result })),
        ...before
          .filter((seal) => lacks(expected, seal))
          .map((seal) => ({ means, seal, what: 'not-stated' as const, result })),
      ];
    }),
  );
}

/** All that was found of seals, at the arrival and in controls of the receiving side, each difference once. */
export function sealsFoundOff(
  stated: readonly SealsOf[],
  arrival: Pick<Arrival, 'means'>,
  found: readonly Told[],
): readonly SealDifference[] {
  const own = ownSealDifferences(stated, found).map(({ result: _, ...one }): SealDifference => one);
  const all = [...sealDifferences(stated, arrival), ...own];
  const named = all.map(
    (one) => [[evenReference(one.means), evenReference(one.seal), one.what].join(' '), one] as const,
  );
  return [...new Map(named.toReversed()).values()].toReversed();
}
