/** How an account divides: each part in thousandths of what was credited, or of what was debited where that is more. */
import type { Account } from '../api/kept-rows.ts';

export interface Shares {
  readonly debited: number;
  readonly settled: number;
  readonly left: number;
  /** More was taken than given: the limit was lowered afterwards. */
  readonly overdrawn: boolean;
}

const scaled = (text: string, places: number): bigint => {
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  const size = BigInt(whole + fraction.padEnd(places, '0').slice(0, places));
  return text.startsWith('-') ? -size : size;
};

export function sharesOf({ credited, debited, settled, available }: Account): Shares {
  const places = Math.max(...[credited, debited, settled, available].map((text) => (text.split('.')[1] ?? '').length));
  const [given, taken, freed, left] = [credited, debited, settled, available].map((text) => scaled(text, places)) as [
    bigint,
    bigint,
    bigint,
    bigint,
  ];
  const used = taken + freed;
  const whole = given > used ? given : used;
  const share = (part: bigint) => (whole > 0n && part > 0n ? Number((part * 1000n) / whole) : 0);
  return { debited: share(taken), settled: share(freed), left: share(left), overdrawn: left < 0n };
}
