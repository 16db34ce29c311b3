import { Refusal, refuse } from '../../kernel/refusal.ts';
import { parseDecimal } from '../../kernel/state/quantity.ts';
import type { Quantity } from './claims/text.ts';

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

/** Places kept beyond the milligram while pieces are multiplied: the finest `each` is a millionth of a gram. */
const finer = 3;

/**
 * Goods in 10^-6 kg, exactly: a mass, or whole pieces (H87) times the mass of one. A mass that also states `each`
 * says two things and is refused, as is a product that is finer than a milligram.
 */
export function toGoodsMass(quantity: Quantity): bigint | Refusal {
  const { value, unit, each } = quantity;
  if (unit !== 'H87') return each === undefined ? toMass(value, unit) : refuse('ledger.bad-unit', { unit });
  if (each === undefined) return refuse('ledger.bad-unit', { unit });
  const power = massUnits.get(each.unit);
  if (power === undefined) return refuse('ledger.bad-unit', { unit: each.unit });
  const pieces = parseDecimal(value, 0);
  if (pieces instanceof Refusal) return pieces;
  const one = parseDecimal(each.value, massScale + finer + power);
  if (one instanceof Refusal) return one;
  const product = pieces * one;
  const parts = 10n ** BigInt(finer);
  return product % parts === 0n
    ? product / parts
    : refuse('ledger.bad-amount', { amount: each.value, scale: massScale });
}
