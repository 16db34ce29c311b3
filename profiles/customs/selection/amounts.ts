/** Weight and value of a manifest, exact: nothing is read as a float. */
import type { Manifest } from '../claims/manifest.ts';
import type { Criterion } from './settings.ts';

const places = 9;

/** A decimal text (up to six places) in units of 10^-9, moved by a power of ten. */
function scaled(decimal: string, power = 0): bigint {
  const [digits = '0', fraction = ''] = decimal.split('.');
  return BigInt(digits + fraction) * 10n ** BigInt(places + power - fraction.length);
}

const unit = 10n ** BigInt(places);

/** UNECE Rec. 20 units of mass as powers of ten of a kilogram. */
const powers: Readonly<Record<string, number>> = { KGM: 0, GRM: -3, DTN: 2, TNE: 3 };

/** A weight in another unit is not known, and a criterion that looks at weights is then met. */
export function grossAtLeast({ lines }: Manifest, { minimumGross }: Criterion): boolean {
  if (minimumGross === undefined) return true;
  let sum = 0n;
  for (const { gross } of lines) {
    const power = powers[gross.unit];
    if (power === undefined) return true;
    sum += scaled(gross.value, power);
  }
  return sum >= BigInt(minimumGross) * unit;
}

export function valueAtLeast({ lines }: Manifest, { minimumValue }: Criterion): boolean {
  if (minimumValue === undefined) return true;
  const { amount, currency } = minimumValue;
  let sum = 0n;
  for (const { value } of lines) if (value.currency === currency) sum += scaled(value.amount);
  return sum >= BigInt(amount) * unit;
}
