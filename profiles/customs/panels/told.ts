/** Amounts, times and codes as the officer's screen writes them. */
import type { Language, Text } from '../../../kernel/finding.ts';
import { fill } from '../../../kernel/words/fill.ts';
import { formatDay, formatMoment } from '../../../kernel/words/moments.ts';
import { formatNumber } from '../../../kernel/words/numbers.ts';
import type { Quantity } from '../claims/text.ts';
import { kilograms, toMass } from '../mass.ts';
import { words } from './words.ts';

export type Word = keyof typeof words;

/** Everything that writes for one reader. */
export interface Teller {
  readonly language: Language;
  say(word: Word, detail?: Readonly<Record<string, string | number>>): string;
  /** A code's own words; the code itself where it has none. */
  code(table: Readonly<Record<string, Text>>, code: string): string;
  mass(mass: bigint): string;
  quantity(quantity: Quantity): string;
  day(day: string): string;
  moment(moment: string | number): string;
  minutes(count: number): string;
}

const kg: Text = { az: 'kq', ru: 'кг', en: 'kg' };

export function teller(language: Language): Teller {
  const mass = (amount: bigint) => `${formatNumber(kilograms(amount), language)}\u00A0${kg[language]}`;
  return {
    language,
    say: (word, detail = {}) => fill(words[word][language], detail),
    code: (table, code) => (Object.hasOwn(table, code) ? (table[code]?.[language] ?? code) : code),
    mass,
    quantity(quantity) {
      const known = toMass(quantity);
      if (known !== undefined) return mass(known);
      return `${formatNumber(quantity.value, language)}\u00A0${quantity.unit}`;
    },
    day: (day) => formatDay(day, language),
    moment: (moment) => formatMoment(moment, language),
    minutes: (count) => lasting(count, language),
  };
}

const units: Readonly<Record<Language, readonly [day: string, hour: string, minute: string]>> = {
  az: ['gün', 'saat', 'dəq.'],
  ru: ['сут.', 'ч', 'мин'],
  en: ['d', 'h', 'min'],
};

/** `2 h 15 min`: nothing finer than a minute, and of days no minutes. */
function lasting(minutes: number, language: Language): string {
  const [day, hour, minute] = units[language];
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  const parts = [
    [days, day],
    [hours, hour],
    [days > 0 ? 0 : rest, minute],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count}\u00A0${unit}`);
  return told.length === 0 ? `0\u00A0${minute}` : told.join(' ');
}

/** `+312 kg (+1.6 %)`: found against stated. */
export function difference(stated: bigint, found: bigint, { mass, language }: Teller): string {
  const more = found - stated;
  if (more === 0n) return mass(0n);
  const sign = more < 0n ? '−' : '+';
  const size = more < 0n ? -more : more;
  const tenths = stated === 0n ? undefined : (size * 1000n + stated / 2n) / stated;
  const share =
    tenths === undefined || tenths === 0n
      ? ''
      : ` (${sign}${formatNumber(`${tenths / 10n}.${tenths % 10n}`, language)}\u00A0%)`;
  return `${sign}${mass(size)}${share}`;
}
