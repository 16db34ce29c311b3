import type { Finding } from '../../../kernel/finding.ts';
import { finding } from './finding.ts';

/** True when the Gregorian calendar has the day; the schema's pattern lets 31 February through. */
export function isCalendarDay(day: string): boolean {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return date <= days;
}

/** Days of claims that no calendar has, each at its member. */
export function impossibleDays(days: Readonly<Record<string, string | undefined>>): readonly Finding[] {
  return Object.entries(days).flatMap(([name, date]) =>
    date === undefined || isCalendarDay(date) ? [] : [finding('date-impossible', 'refuse', `/${name}`, { date })],
  );
}

/** A last day before the first. */
export function reversedDays(from: string | undefined, to: string | undefined, path: string): readonly Finding[] {
  if (from === undefined || to === undefined || from <= to) return [];
  return [finding('days-reversed', 'refuse', path, { from, to })];
}

/** Later occurrences in a list in which each entry has its place once. */
export function listedTwice(list: readonly string[] | undefined, path: string): readonly Finding[] {
  return (list ?? []).flatMap((value, index, all) =>
    all.indexOf(value) === index ? [] : [finding('listed-twice', 'refuse', `${path}/${index}`, { value })],
  );
}
