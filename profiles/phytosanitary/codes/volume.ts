import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { parseDecimal } from '../../../kernel/state/quantity.ts';

/** Metric volumes as powers of ten of the cubic metre (UNECE Rec. 20). */
const volumeUnits: ReadonlyMap<string, number> = new Map([
  ['MMQ', -9],
  ['CMQ', -6],
  ['MLT', -6],
  ['DMQ', -3],
  ['LTR', -3],
  ['HLT', -1],
  ['MTQ', 0],
]);

/** Cubic feet are accepted but not compared with metric volumes. */
export const isVolumeUnit = (unit: string): boolean => volumeUnits.has(unit) || unit === 'FTQ';

/** In 10^-12 cubic metres; units without an exact power of ten are refused. */
export function toVolume(value: string, unit: string): bigint | Refusal {
  const power = volumeUnits.get(unit);
  return power === undefined ? refuse('ledger.bad-unit', { unit }) : parseDecimal(value, 12 + power);
}
