/** Texts as the paper prints them: in its two languages, codes with their names, times in a form that both read alike. */
import type { Language } from '../../../kernel/finding.ts';
import { codeWords } from '../code-words/index.ts';
import { type Caption, captions } from './words.ts';

export type Languages = readonly [Language, Language];
export type Pair = readonly [string, string];

export interface StatedText {
  readonly text: string;
  readonly language?: string;
}

export function pairOf(word: Caption, languages: Languages, detail: Readonly<Record<string, string>> = {}): Pair {
  const [first, second] = languages.map((language) =>
    captions[word][language].replace(/\{(\w+)\}/g, (mark, name: string) => detail[name] ?? mark),
  );
  return [first!, second!];
}

/** Both languages in one line; once where they are alike. */
export function inline([first, second]: Pair): string {
  return first === second ? first : `${first} / ${second}`;
}

/** Every text, those in the paper's languages first: what is certified in a third is certified, too. */
export function textsOf(texts: readonly StatedText[] | undefined, languages: Languages): string[] {
  const rank = ({ language = '' }: StatedText): number => {
    const at = (languages as readonly string[]).indexOf(language.split('-')[0]!.toLowerCase());
    return at >= 0 ? at : language === '' ? 2 : 3;
  };
  return [...new Set((texts ?? []).toSorted((a, b) => rank(a) - rank(b)).map(({ text }) => text))];
}

export function joined(texts: readonly StatedText[] | undefined, languages: Languages): string {
  return textsOf(texts, languages).join(' / ');
}

/**
 * `18 000`, `19,2`. In Azerbaijani 18.000 is eighteen thousand and in English eighteen: a paper that is read in both
 * keeps to spaces.
 */
export function amount(value: string, [first]: Languages): string {
  const [whole = '', fraction] = value.split('.');
  const grouped = whole.replace(/(?<=\d)(?=(?:\d{3})+$)/g, '\u00a0');
  return fraction === undefined ? grouped : `${grouped}${first === 'en' ? '.' : ','}${fraction}`;
}

/** `09.11.2026, 10:15 (UTC+04:00)`; by the year first where the paper is read in English, where 09.11 may be September. */
export function momentOf(text: string, languages: Languages): string {
  const [, year, month, day, time, seconds, zone] =
    /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d)(:\d\d(?:\.\d+)?)(Z|[+-]\d\d:\d\d)?)?$/.exec(text) ?? [];
  if (year === undefined) return text;
  const date = languages.includes('en') ? `${year}-${month}-${day}` : `${day}.${month}.${year}`;
  if (time === undefined) return date;
  const rest = /^:00(\.0+)?$/.test(seconds ?? '') ? '' : seconds;
  return `${date}, ${time}${rest}${zone === undefined ? '' : ` (UTC${zone === 'Z' ? '' : zone})`}`;
}

/** The name of a coded value by the profile's `codes`, in both languages; the code itself where it has none. */
export function named(path: string, code: string, languages: Languages): string {
  const text = entryOf(path)?.[code];
  return text === undefined ? code : inline([text[languages[0]], text[languages[1]]]);
}

function entryOf(path: string) {
  const names = path.split('/');
  for (let from = 0; from < names.length; from++) {
    const entry = codeWords[names.slice(from).join('/')];
    if (entry !== undefined) return entry;
  }
  return undefined;
}

export function country(code: string, languages: Languages, names?: readonly StatedText[]): string {
  const stated = joined(names, languages);
  const name = named('country', code, languages);
  return [...new Set([name === code ? '' : name, stated])].filter((one) => one !== '').join(', ') || code;
}

interface Measured {
  readonly value?: string;
  readonly unit?: string;
}

export function measure({ value, unit }: Measured, languages: Languages): string {
  const parts = [
    value === undefined ? '' : amount(value, languages),
    unit === undefined ? '' : named('unit', unit, languages),
  ];
  return parts.filter((part) => part !== '').join('\u00a0');
}
