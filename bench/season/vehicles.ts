/** Lorries, wagons and containers, each with a number of its own and away until it is back. */
import { lag } from './figures.ts';
import { pad } from './growers.ts';
import type { Draws } from './random.ts';

export interface Fleet {
  /** One that is home on `day` and then away for `away` days. */
  take(day: number, away: number): string;
}

/** Those that have been home longest go first; a new one joins when none is home. */
export function fleet(numberOf: (index: number) => string): Fleet {
  const home: { readonly number: string; free: number }[] = [];
  let known = 0;
  return {
    take(day, away) {
      let at = home.findIndex(({ free }) => free <= day);
      if (at < 0) at = home.push({ number: numberOf(known++), free: 0 }) - 1;
      const [one] = home.splice(at, 1) as [(typeof home)[number]];
      one.free = day + away;
      home.push(one);
      return one.number;
    },
  };
}

export const plate = (index: number): string =>
  `${pad(10 + (index % 80), 2)}-${letters(index)}-${pad(100 + ((index * 37) % 900), 3)}`;

const letters = (index: number) =>
  String.fromCharCode(65 + (Math.floor(index / 72_000) % 26), 65 + (Math.floor(index / 80) % 26));

/** Eight digits on the 1520 mm gauge; the last makes the sum of the weighted digits a multiple of ten. */
export function wagon(index: number): string {
  const digits = `87${pad(index, 5)}`;
  let sum = 0;
  for (const [at, digit] of [...digits].entries()) {
    const product = Number(digit) * (at % 2 === 0 ? 2 : 1);
    sum += product > 9 ? product - 9 : product;
  }
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

/** ISO 6346: letters count from 10 without multiples of 11, places weigh powers of two, modulo 11. */
export function container(index: number): string {
  const body = `AZRU${pad(index, 6)}`;
  let sum = 0;
  for (const [at, char] of [...body].entries()) {
    const letter = char.charCodeAt(0) - 65;
    const value = letter < 0 ? Number(char) : 10 + letter + Math.floor((letter + 9) / 10);
    sum += value * 2 ** at;
  }
  return `${body}${(sum % 11) % 10}`;
}

/** Days from leaving until a lorry or wagon is expected at home again. */
export const roundTrip = { road: 10, rail: 18 } as const;
/** Days on the way to the checkpoint. */
export const wayThere = (random: Draws, mode: 'road' | 'rail'): number =>
  mode === 'road' ? random.whole(lag + 1, lag + 2) : random.whole(5, 9);
