/** What is in a lot: its mass to the kilogram, its lines, and whose goods they are. */
import { lotMass } from './figures.ts';
import type { Grower } from './growers.ts';
import { apportion, type Draws } from './random.ts';

export interface PlannedSource {
  readonly grower: string;
  readonly member?: string;
  readonly kilograms: number;
}

export interface PlannedLine {
  readonly sequence: number;
  readonly kilograms: number;
  readonly sources: readonly PlannedSource[];
}

/** Masses of 18 to 22 tonnes that sum to `total` exactly, or, where that many lots cannot, come as near as they can. */
export function massesOf(random: Draws, count: number, total: number): number[] {
  const masses = Array.from({ length: count }, () => random.whole(lotMass.least, lotMass.greatest));
  let left = total - masses.reduce((sum, mass) => sum + mass, 0);
  for (let spread = true; left !== 0 && spread; ) {
    spread = false;
    const step = Math.max(1, Math.ceil(Math.abs(left) / count));
    for (let index = 0; index < count && left !== 0; index++) {
      const mass = masses[index] as number;
      const most = left > 0 ? lotMass.greatest - mass : mass - lotMass.least;
      const move = Math.min(step, most, Math.abs(left));
      if (move === 0) continue;
      masses[index] = mass + Math.sign(left) * move;
      left -= Math.sign(left) * move;
      spread = true;
    }
  }
  return masses;
}

/** One lot in twelve has two lines; a cooperative's line holds goods of two or three members. */
export function linesOf(random: Draws, grower: Grower, kilograms: number): PlannedLine[] {
  const parts = random.chance(1 / 12)
    ? apportion(kilograms, [random.whole(2, 8), random.whole(2, 8)], 500)
    : [kilograms];
  return parts.map((part, index) => ({
    sequence: index + 1,
    kilograms: part,
    sources: sourcesOf(random, grower, part),
  }));
}

function sourcesOf(random: Draws, { id, members }: Grower, kilograms: number): PlannedSource[] {
  if (members.length === 0) return [{ grower: id, kilograms }];
  const some = random.shuffled(members).slice(0, random.whole(2, 3));
  const shares = apportion(
    kilograms,
    some.map(() => random.whole(1, 5)),
    100,
  );
  return some.map((member, index) => ({ grower: id, member: member.id, kilograms: shares[index] as number }));
}
