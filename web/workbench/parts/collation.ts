/** Alphabetical order in each language. Without Intl: browsers say they know Azerbaijani and do not. */
import type { Language } from '../../../kernel/finding.ts';

const azerbaijani = 'abcçdeəfgğhxıijkqlmnoöprsştuüvwyz';
const latin = 'abcdefghijklmnopqrstuvwxyz';
const cyrillic = 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя';

/** The own script first. */
const alphabets: Readonly<Record<Language, string>> = {
  az: azerbaijani + cyrillic,
  ru: cyrillic + latin,
  en: latin + cyrillic,
};

const lower = (text: string, language: Language): string =>
  language === 'az' ? text.replaceAll('I', 'ı').replaceAll('İ', 'i').toLowerCase() : text.toLowerCase();

/** Signs first, then numbers by what they amount to, then letters; letters of no alphabet here come last. */
type Weight = readonly [rank: 0 | 1 | 2 | 3, value: number];

function weights(text: string, language: Language): readonly Weight[] {
  const alphabet = alphabets[language];
  // Letters with marks that the alphabet does not know stand with those without.
  const plain = [...lower(text.normalize('NFC'), language)]
    .map((letter) => (alphabet.includes(letter) ? letter : letter.normalize('NFD').replace(/\p{Mn}/gu, '')))
    .join('');
  return (plain.match(/\d+|\D/gu) ?? []).map((part): Weight => {
    if (/^\d/.test(part)) return [1, Number(part)];
    const place = alphabet.indexOf(part);
    if (place >= 0) return [2, place];
    return [/\p{L}/u.test(part) ? 3 : 0, part.codePointAt(0) ?? 0];
  });
}

/** How two texts stand to each other, as `sort` takes it. Texts that differ are never told alike. */
export function collation(language: Language): (a: string, b: string) => number {
  const known = new Map<string, readonly Weight[]>();
  const weigh = (text: string): readonly Weight[] => {
    const found = known.get(text) ?? weights(text, language);
    known.set(text, found);
    return found;
  };
  return (a, b) => {
    const [left, right] = [weigh(a), weigh(b)];
    for (let at = 0; at < Math.min(left.length, right.length); at++) {
      const [one, other] = [left[at] as Weight, right[at] as Weight];
      const order = one[0] - other[0] || one[1] - other[1];
      if (order !== 0) return order;
    }
    return left.length - right.length || (a < b ? -1 : a > b ? 1 : 0);
  };
}
