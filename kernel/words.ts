/** What a person reads: the sentence of every refusal, in every language of the corridor. */
import type { Language, Text } from './finding.ts';
import { type Refusal, type RefusalCode, type RefusalDetail, refusalCodes } from './refusal.ts';
import { az } from './words/az.ts';
import { en } from './words/en.ts';
import { ru } from './words/ru.ts';

export { negotiateLanguage } from './words/negotiate-language.ts';
export { type Step, steps, stepWords, type Verdict, verdicts, verdictWords } from './words/verification.ts';

/** What is wrong and what to do, for every code. Complete because each language's table is. */
export const refusalWords = Object.fromEntries(
  refusalCodes.map((code) => [code, { az: az[code], ru: ru[code], en: en[code] }]),
) as Readonly<Record<RefusalCode, Text>>;

// A bracketed remark with a mark in it, a quoted mark, or a bare mark.
const place = /\([^(){}]*\{\w+\}[^()]*\)|[«“"]\{\w+\}[»”"]|\{\w+\}/gu;

/**
 * Fills `{name}` marks from `detail`. A mark without a value, or with an empty one, leaves no trace: its part of a
 * bracketed remark (parts are parted by `; `), its quotes, and the space before it go too. Values are taken as they
 * are, never read as marks.
 */
export function fill(template: string, detail: RefusalDetail): string {
  let filled = '';
  let from = 0;
  const textUpTo = (end?: number): string => {
    const text = template.slice(from, end);
    return filled === '' && from > 0 ? text.trimStart() : text;
  };
  for (const { 0: found, index } of template.matchAll(place)) {
    const put = found.startsWith('(') ? fillRemark(found.slice(1, -1), detail) : fillMarks(found, detail);
    const before = textUpTo(index);
    filled += put === '' ? before.trimEnd() : before + put;
    from = index + found.length;
  }
  return filled + textUpTo();
}

function fillRemark(remark: string, detail: RefusalDetail): string {
  const parts = remark.split('; ').map((part) => fillMarks(part, detail));
  const kept = parts.filter((part) => part !== '');
  return kept.length === 0 ? '' : `(${kept.join('; ')})`;
}

/** Empty when any value is missing. */
function fillMarks(text: string, detail: RefusalDetail): string {
  const value = (name: string): string => (Object.hasOwn(detail, name) ? String(detail[name]) : '');
  const marks = [...text.matchAll(/\{(\w+)\}/gu)];
  if (marks.some(([, name = '']) => value(name) === '')) return '';
  return text.replace(/\{(\w+)\}/gu, (_, name: string) => value(name));
}

/** The sentence of a refusal, filled from its detail. */
export function sentence(refusal: Refusal, language: Language): string {
  return fill(refusalWords[refusal.code][language], refusal.detail);
}
