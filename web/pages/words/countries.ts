/** Names of countries in the languages of the pages; browsers' own lists do not speak Azerbaijani. */
import type { Language, Text } from '../../../kernel/finding.ts';

const names: Readonly<Record<string, Text>> = {
  AM: { az: 'Ermənistan', ru: 'Армения', en: 'Armenia' },
  AZ: { az: 'Azərbaycan', ru: 'Азербайджан', en: 'Azerbaijan' },
  BY: { az: 'Belarus', ru: 'Беларусь', en: 'Belarus' },
  GE: { az: 'Gürcüstan', ru: 'Грузия', en: 'Georgia' },
  IR: { az: 'İran', ru: 'Иран', en: 'Iran' },
  KG: { az: 'Qırğızıstan', ru: 'Кыргызстан', en: 'Kyrgyzstan' },
  KZ: { az: 'Qazaxıstan', ru: 'Казахстан', en: 'Kazakhstan' },
  RU: { az: 'Rusiya', ru: 'Россия', en: 'Russia' },
  TJ: { az: 'Tacikistan', ru: 'Таджикистан', en: 'Tajikistan' },
  TM: { az: 'Türkmənistan', ru: 'Туркменистан', en: 'Turkmenistan' },
  TR: { az: 'Türkiyə', ru: 'Турция', en: 'Türkiye' },
  UZ: { az: 'Özbəkistan', ru: 'Узбекистан', en: 'Uzbekistan' },
};

/** By ISO 3166-1 alpha-2 code; the code itself where no name stands here. */
export function countryName(code: string, language: Language): string {
  return names[code]?.[language] ?? code;
}

/** `Azərbaycan – Rusiya` for `az-ru`. */
export function corridorName(corridor: string, language: Language): string {
  return corridor
    .split('-')
    .map((code) => countryName(code.toUpperCase(), language))
    .join(' – ');
}
