import type { Finding } from '../../../kernel/profile.ts';
import { dayOf } from '../day.ts';
import { finding } from './finding.ts';

/** True when the Gregorian calendar has the day; the schema's pattern lets 31 February through. */
export function isCalendarDay(day: string): boolean {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return dayOf(Date.UTC(year, month - 1, date)) === day;
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
