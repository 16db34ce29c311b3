/** What the last statement of an arrival tells otherwise than those before it. */
import { evenReference } from '../../../kernel/reference.ts';
import type { Arrival } from '../claims/follow-ups.ts';
import type { Quantity } from '../claims/text.ts';
import { toMass } from '../mass.ts';

export interface Restated {
  /** Told in one of them alone, or in another state. */
  readonly seals: readonly { readonly means: string; readonly seal: string }[];
  /** Told in one of them alone. */
  readonly means: readonly string[];
  /** Told before. */
  readonly weights: readonly Quantity[];
}

type Stated = Pick<Arrival, 'means' | 'gross'>;

const lacking = <T>(some: ReadonlyMap<string, T>, other: ReadonlyMap<string, T>): (readonly [string, T])[] =>
  [...some].filter(([name]) => !other.has(name));

const either = <T>(one: ReadonlyMap<string, T>, other: ReadonlyMap<string, T>) =>
  new Map([...lacking(one, other), ...lacking(other, one)]);

const meansIn = ({ means }: Stated) => new Map(means.map(({ number }) => [evenReference(number), number]));

const sealsIn = ({ means }: Stated) =>
  new Map(
    means.flatMap(({ number, seals }) =>
      seals.map((seal) => [
        JSON.stringify([evenReference(number), evenReference(seal.number), seal.state]),
        { means: number, seal: seal.number },
      ]),
    ),
  );

/** `arrivals`: all that were stated, the last one last. */
export function restatedIn(arrivals: readonly Stated[]): Restated {
  const last = arrivals.at(-1);
  if (last === undefined) return { seals: [], means: [], weights: [] };
  const before = arrivals.slice(0, -1);
  const seals = before.flatMap((one) => [...either(sealsIn(one), sealsIn(last)).values()]);
  const means = before.flatMap((one) => [...either(meansIn(one), meansIn(last)).values()]);
  const now = last.gross && toMass(last.gross);
  return {
    seals: [...new Map(seals.map((one) => [`${evenReference(one.means)} ${evenReference(one.seal)}`, one])).values()],
    means: [...new Map(means.map((one) => [evenReference(one), one])).values()],
    weights: before.flatMap(({ gross }) => (gross === undefined || toMass(gross) === now ? [] : [gross])),
  };
}
