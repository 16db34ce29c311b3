import { Refusal } from '../../kernel/refusal.ts';
import { formatDecimal, parseDecimal } from '../../kernel/state/quantity.ts';
import type { Line } from './claims/manifest.ts';
import type { Quantity } from './claims/text.ts';

/** Kilograms are kept to the milligram: integers of 10^-6 kg. */
export const massScale = 6;

/** Grams, kilograms and tonnes as powers of ten of the kilogram (UNECE Rec. 20). */
const powers: ReadonlyMap<string, number> = new Map([
  ['GRM', -3],
  ['KGM', 0],
  ['TNE', 3],
]);

/** In 10^-6 kg; undefined for another unit, or what is finer than a milligram. */
export function toMass({ value, unit }: Quantity): bigint | undefined {
  const power = powers.get(unit);
  if (power === undefined) return undefined;
  const mass = parseDecimal(value, massScale + power);
  return mass instanceof Refusal ? undefined : mass;
}

/** Decimal text of kilograms. */
export const kilograms = (mass: bigint): string => formatDecimal(mass, massScale);

/** Gross weight of all lines in 10^-6 kg; undefined when one of them tells none. */
export function grossOf(lines: readonly Pick<Line, 'gross'>[]): bigint | undefined {
  let sum = 0n;
  for (const { gross } of lines) {
    const mass = toMass(gross);
    if (mass === undefined) return undefined;
    sum += mass;
  }
  return sum;
}
