/** What is typed into fields of numbers and moments, and what it means. */
import type { Language } from '../../../../kernel/finding.ts';
import { decimalMark } from '../../../../kernel/words/numbers.ts';

/**
 * `18 000,5` as `18000.5`. In English a comma is left standing, to be refused: it may part thousands or be meant as the
 * decimal mark.
 */
export function decimalTyped(typed: string, language: Language): string {
  const bare = typed.replace(/[\s\u00A0\u202F]/g, '');
  return decimalMark(language) === ',' ? bare.replace(',', '.') : bare;
}

/** Without a point at the end or needless noughts in front. */
export const decimalLeft = (text: string): string => text.replace(/\.$/, '').replace(/^(-?)0+(?=[0-9])/, '$1');

export const decimalShown = (text: string, language: Language): string => text.replace('.', decimalMark(language));

export interface MomentParts {
  readonly day: string;
  /** Hours, minutes, perhaps seconds and their fraction; empty without a time of day. */
  readonly time: string;
  readonly zone: string;
}

const momentForm =
  /^([0-9]{4}-[0-9]{2}-[0-9]{2})(?:T([0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?)(Z|[+-][0-9]{2}:[0-9]{2})?)?$/;

export function momentParts(text: string): MomentParts {
  const [, day = '', time = '', zone = ''] = momentForm.exec(text) ?? [];
  return { day, time, zone };
}

export function momentOf({ day, time, zone }: MomentParts): string {
  if (day === '' || time === '') return day;
  return `${day}T${/^[0-9]{2}:[0-9]{2}$/.test(time) ? `${time}:00` : time}${zone}`;
}

/** `+04:00` of minutes east of Greenwich. */
export function zoneOf(minutes: number): string {
  if (minutes === 0) return 'Z';
  const two = (count: number) => String(count).padStart(2, '0');
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
