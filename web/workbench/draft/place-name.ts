/** Where a finding stands, in words. */
import type { Language } from '../../../kernel/finding.ts';
import { labelAt, type Naming, namesOf } from './form/words-of-fields.ts';

export function placeName(naming: Naming, type: string, path: string, language: Language): string {
  // The number of a measure is the measure.
  const steps = path
    .replace(/\/value$/, '')
    .split('/')
    .slice(1);
  const parts: string[] = [];
  steps.forEach((step, at) => {
    const label = labelAt(naming, namesOf(type, `/${steps.slice(0, at + 1).join('/')}`));
    if (/^[0-9]+$/.test(step)) {
      const last = parts.pop();
      parts.push(`${last === undefined ? '' : `${last} `}${Number(step) + 1}`);
    } else if (label !== undefined) parts.push(label[language]);
  });
  // The innermost two say where, with the row that holds them.
  const row = parts.slice(0, -2).find((part) => /\u0020[0-9]+$/.test(part));
  return [...(row === undefined ? [] : [row]), ...parts.slice(-2)].join(', ');
}
