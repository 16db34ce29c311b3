/** How much a weight found may differ from the weight stated. */
import type { Need, View } from '../../../kernel/profile.ts';
import type { Line } from '../claims/manifest.ts';
import { grossOf, toMass } from '../mass.ts';
import { type ToleranceValue, toleranceKey, toleranceRegister } from '../registers.ts';
import { inForceOn } from './days.ts';

/** Codes under which a tolerance for goods may stand. */
const codesFor = (hs: string): readonly string[] => [
  '*',
  ...[2, 3, 4, 5, 6].filter((length) => length <= hs.length).map((length) => hs.slice(0, length)),
];

export const toleranceNeeds = (customs: string, lines: readonly Pick<Line, 'hs'>[]): readonly Need[] =>
  [...new Set(lines.flatMap(({ hs }) => codesFor(hs)))].map((hs) => ({
    register: toleranceRegister,
    key: toleranceKey(customs, hs),
  }));

/** The sharpest of those in force, in thousandths; undefined when none is. */
export function permilleFor(customs: string, hs: string, day: string, view: View): number | undefined {
  const rows = codesFor(hs)
    .map((code) => view.register(toleranceRegister, toleranceKey(customs, code)) as ToleranceValue | undefined)
    .filter((row) => row !== undefined && inForceOn(row, day));
  return rows.length === 0 ? undefined : Math.min(...rows.map((row) => (row as ToleranceValue).permille));
}

export interface WeightDifference {
  /** 10^-6 kg. */
  readonly stated: bigint;
  readonly found: bigint;
  /** 10^-6 kg that they may differ by; undefined when no tolerance is registered for some of the goods. */
  readonly allowed: bigint | undefined;
}

/** Undefined when the lines tell no weight. */
export function weightDifference(
  customs: string,
  lines: readonly Pick<Line, 'hs' | 'gross'>[],
  found: bigint,
  day: string,
  view: View,
): WeightDifference | undefined {
  const stated = grossOf(lines);
  if (stated === undefined) return undefined;
  let thousandths: bigint | undefined = 0n;
  for (const { hs, gross } of lines) {
    const permille = permilleFor(customs, hs, day, view);
    const mass = toMass(gross);
    thousandths =
      thousandths === undefined || permille === undefined || mass === undefined
        ? undefined
        : thousandths + mass * BigInt(permille);
  }
  return { stated, found, allowed: thousandths === undefined ? undefined : thousandths / 1000n };
}

export const isOutside = ({ stated, found, allowed }: WeightDifference): boolean =>
  allowed !== undefined && (found > stated ? found - stated : stated - found) > allowed;
