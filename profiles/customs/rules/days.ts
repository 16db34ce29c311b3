import type { Finding } from '../../../kernel/finding.ts';
import { finding } from './finding.ts';

/** True when the Gregorian calendar has the day; the schema's pattern lets 31 February through. */
export function isCalendarDay(day: string): boolean {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return date >= 1 && date <= days;
}

/** UTC day of an instant, `2026-11-22`. */
export const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Days of claims that no calendar has, each at its path. */
export function impossibleDays(days: Readonly<Record<string, string | undefined>>): readonly Finding[] {
  return Object.entries(days).flatMap(([path, date]) =>
    date === undefined || isCalendarDay(date) ? [] : [finding('date-impossible', 'refuse', path, { date })],
  );
}

/** In force on a day; both bounds belong to it. */
export const inForceOn = ({ from, until }: { readonly from: string; readonly until?: string }, day: string): boolean =>
  from <= day && (until === undefined || day <= until);

const hours = 3_600_000;

/** Whether the day in a number of the form office/DDMMYY/number is one of the calendar that has come somewhere. */
export function isDayOfNumber(number: string, time: number): boolean {
  const [, told = ''] = number.split('/');
  const day = `20${told.slice(4, 6)}-${told.slice(2, 4)}-${told.slice(0, 2)}`;
  if (!/-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/.test(day) || !isCalendarDay(day)) return false;
  // It may already be the next day where the office stands.
  return day <= dayOf(time + 14 * hours);
}
