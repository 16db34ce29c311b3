/** Sentences with marks, alike in every language: apart from the words, so that a page loads those of its own alone. */
import type { RefusalDetail } from '../refusal.ts';

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
