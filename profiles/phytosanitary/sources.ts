/** Whose goods a line holds, in exact amounts. */
import { Refusal } from '../../kernel/refusal.ts';
import type { Line, Original, Source } from './claims/line.ts';
import { toGoodsMass, toMass } from './mass.ts';

export interface Portion<T> {
  /** Place in the line's list. */
  readonly index: number;
  readonly of: T;
  /** 10^-6 kg. */
  readonly mass: bigint;
}

/** What cannot be kept exactly is left out; a rule refuses it. */
function portions<T extends Source | Original>(list: readonly T[] | undefined): readonly Portion<T>[] {
  return (list ?? []).flatMap((of, index) => {
    const mass = toGoodsMass(of.quantity);
    return mass instanceof Refusal ? [] : [{ index, of, mass }];
  });
}

export const sourcesOf = (line: Line): readonly Portion<Source>[] => portions(line.sources);
export const originalsOf = (line: Line): readonly Portion<Original>[] => portions(line.originals);

/** Net weight of a line in 10^-6 kg; undefined when none is stated as a mass that can be kept exactly. */
export function netMassOf(line: Line): bigint | undefined {
  if (line.netWeight?.unit === undefined) return undefined;
  const mass = toMass(line.netWeight.value, line.netWeight.unit);
  return mass instanceof Refusal ? undefined : mass;
}

export const total = (list: readonly { readonly mass: bigint }[]): bigint =>
  list.reduce((sum, { mass }) => sum + mass, 0n);

/**
 * Shares `amount` out in proportion to `masses`, exactly: what whole units leave over goes one by one to the largest
 * remainders, of equal ones to the first. No share is more than its mass as long as `amount` is not more than their
 * sum.
 */
export function shareOut(amount: bigint, masses: readonly bigint[]): readonly bigint[] {
  const whole = masses.reduce((sum, mass) => sum + mass, 0n);
  if (whole === 0n) return masses.map(() => 0n);
  const shares = masses.map((mass) => (amount * mass) / whole);
  const left = Number(shares.reduce((rest, share) => rest - share, amount));
  const remainders = masses.map((mass, index) => ({ index, remainder: (amount * mass) % whole }));
  remainders.sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  const raised = new Set(remainders.slice(0, left).map(({ index }) => index));
  return shares.map((share, index) => (raised.has(index) ? share + 1n : share));
}
