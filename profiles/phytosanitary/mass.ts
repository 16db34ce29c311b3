import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { parseDecimal } from '../../kernel/state/quantity.ts';

/** Kilograms are kept to the milligram: integers of 10^-6 kg. */
export const massScale = 6;

/** Grams, kilograms and tonnes as powers of ten of the kilogram (UNECE Rec. 20). */
const massUnits: ReadonlyMap<string, number> = new Map([
  ['GRM', -3],
  ['KGM', 0],
  ['TNE', 3],
]);

export const isMassUnit = (unit: string): boolean => massUnits.has(unit);

/** Exact conversion to 10^-6 kg; what is finer than a milligram is refused, not rounded. */
export function toMass(value: string, unit: string): bigint | Refusal {
  const power = massUnits.get(unit);
  if (power === undefined) return refuse('ledger.bad-unit', { unit });
  return parseDecimal(value, massScale + power);
}
