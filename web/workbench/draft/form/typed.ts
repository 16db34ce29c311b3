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

/** How a day is written: 22.11.2026, in English 2026-11-22, which nobody takes for another day. */
export const dayForm = (language: Language): string =>
  ({ az: 'gg.aa.iiii', ru: 'дд.мм.гггг', en: 'yyyy-mm-dd' })[language];

export function dayShown(text: string, language: Language): string {
  const [, year, month, day] = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text) ?? [];
  return language === 'en' || year === undefined ? text : `${day}.${month}.${year}`;
}

/** 22.11.2026, 22/11/2026, 22112026 or 2026-11-22 as the last; undefined when there is no such day. */
export function dayTyped(text: string): string | undefined {
  const bare = text.trim();
  const [, year, month, day] = /^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})$/.exec(bare) ?? [];
  const [, first, second, last] = /^([0-9]{1,2})[./ ]([0-9]{1,2})[./ ]([0-9]{4})$/.exec(bare) ?? [];
  const [, ten, twenty, thirty] = /^([0-9]{2})([0-9]{2})([0-9]{4})$/.exec(bare) ?? [];
  const two = (digits = '') => digits.padStart(2, '0');
  const iso = `${year ?? last ?? thirty}-${two(month ?? second ?? twenty)}-${two(day ?? first ?? ten)}`;
  const at = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== iso ? undefined : iso;
}

/** `14:05` of what may be written 14:05, 14.05 or 1405; undefined when there is no such time. */
export function timeTyped(text: string): string | undefined {
  const [, hours = '', minutes = '', rest = ''] =
    /^([01]?[0-9]|2[0-3])[:.]?([0-5][0-9])(:[0-5][0-9](?:\.[0-9]+)?)?$/.exec(text.trim()) ?? [];
  return hours === '' ? undefined : `${hours.padStart(2, '0')}:${minutes}${rest}`;
}
