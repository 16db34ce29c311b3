import type { Finding } from '../../../kernel/finding.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { formatDecimal } from '../../../kernel/state/quantity.ts';
import type { Quantity } from '../claims/text.ts';
import { massScale, toGoodsMass } from '../mass.ts';
import { finding } from './finding.ts';

/** Kilograms, as sentences show them. */
export const kilograms = (mass: bigint): string => formatDecimal(mass, massScale);

/** What keeps a quantity from being counted exactly. */
export function inexact(quantity: Quantity, path: string): readonly Finding[] {
  if (!(toGoodsMass(quantity) instanceof Refusal)) return [];
  const { value, unit } = quantity;
  return unit === 'H87' && quantity.each === undefined
    ? [finding('unit-weight-missing', 'refuse', path, { value })]
    : [finding('goods-inexact', 'refuse', path, { value, unit })];
}

/** A part of a line: exact, and more than nothing. */
export function notPositive(quantity: Quantity, path: string): readonly Finding[] {
  return toGoodsMass(quantity) === 0n ? [finding('goods-nothing', 'refuse', path)] : inexact(quantity, path);
}
