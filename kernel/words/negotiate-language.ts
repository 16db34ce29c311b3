import { type Language, languages } from '../finding.ts';

const fallback: Language = 'en';

// RFC 9110 §12.5.4: language-range with an optional weight (§12.4.2: at most three decimals, at most 1).
const rangePattern = /^([a-z]{1,8}|\*)(?:-[a-z0-9]{1,8})*(?:[ \t]*;[ \t]*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?))?$/i;

interface Range {
  readonly primary: string;
  readonly exact: boolean;
  readonly weight: number;
}

/**
 * The language of the corridor that a reader asks for in Accept-Language: the highest weight, the earlier range
 * among equals. A region or script is passed over (RFC 4647 §3.4, Lookup). A range that cannot be read is ignored.
 * English when nothing fits.
 */
export function negotiateLanguage(acceptLanguage: string | undefined): Language {
  const ranges = (acceptLanguage ?? '').split(',').flatMap(readRange);
  const refused = new Set(ranges.filter((range) => range.exact && range.weight === 0).map((range) => range.primary));
  const named = new Set(ranges.filter((range) => range.weight > 0).map((range) => range.primary));
  const open = [fallback, ...languages].filter((language) => !refused.has(language));
  for (const range of ranges.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight)) {
    const match = open.find((language) => (range.primary === '*' ? !named.has(language) : language === range.primary));
    if (match !== undefined) return match;
  }
  return fallback;
}

function readRange(text: string): Range[] {
  const trimmed = text.replace(/^[ \t]+|[ \t]+$/g, '');
  const match = rangePattern.exec(trimmed);
  if (match === null) return [];
  const [, primary = '', weight = '1'] = match;
  return [{ primary: primary.toLowerCase(), exact: !/^[^;]*-/.test(trimmed), weight: Number(weight) }];
}
