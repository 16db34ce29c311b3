/** Instants: with their time of day and zone, on days that there are. */
import type { Finding } from '../../../kernel/finding.ts';
import { isCalendarDay } from './days.ts';
import { finding } from './finding.ts';

const zoned = /T.*(Z|[+-]\d\d:\d\d)$/;

/** Milliseconds since 1970; undefined for what is no instant. */
export function instantOf(moment: string | undefined): number | undefined {
  if (moment === undefined || !zoned.test(moment) || !isCalendarDay(moment.slice(0, 10))) return undefined;
  return Date.parse(moment);
}

/** Moments of claims that are no instants, each at its path. */
export function instants(moments: Readonly<Record<string, string | undefined>>): readonly Finding[] {
  return Object.entries(moments).flatMap(([path, moment]) => {
    if (moment === undefined || instantOf(moment) !== undefined) return [];
    const day = moment.slice(0, 10);
    return isCalendarDay(day)
      ? [finding('time-without-zone', 'refuse', path, { moment })]
      : [finding('date-impossible', 'refuse', path, { date: day })];
  });
}

/** Clocks of two places may differ by so much. */
const tolerance = 5 * 60_000;

/** Said to have happened after it is signed. */
export function isAhead(moment: string, time: number): boolean {
  const instant = instantOf(moment);
  return instant !== undefined && instant > time + tolerance;
}
