/** Numbers as each language writes them. Without Intl: browsers say they know Azerbaijani and do not. */
import type { Language } from '../finding.ts';

/**
 * Between three digits; before the fraction. A no-break space keeps a number on its line. In Azerbaijani not the full
 * stop of CLDR: beside Russian, 19.200 would be read as a weight a thousand times smaller.
 */
const marks: Readonly<Record<Language, readonly [string, string]>> = {
  az: ['\u00A0', ','],
  ru: ['\u00A0', ','],
  en: [',', '.'],
};

export const decimalMark = (language: Language): string => marks[language][1];

/**
 * `1234567.5` as 1 234 567,5 or 1,234,567.5: digit by digit, never through a float, so that decimals of
 * any length keep all they state, ending zeros too. Whatever is no plain decimal comes back as it is.
 */
export function formatNumber(value: string | number, language: Language): string {
  const text = String(value);
  const [, sign, whole, fraction] = /^(-?)([0-9]+)(?:\.([0-9]+))?$/.exec(text) ?? [];
  if (sign === undefined || whole === undefined) return text;
  const [group, point] = marks[language];
  let grouped = whole.slice(0, whole.length % 3 || 3);
  for (let at = grouped.length; at < whole.length; at += 3) grouped += group + whole.slice(at, at + 3);
  return sign + grouped + (fraction === undefined ? '' : point + fraction);
}
