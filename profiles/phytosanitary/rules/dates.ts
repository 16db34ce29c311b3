import type { Finding, Rule } from '../../../kernel/profile.ts';
import { certificateOf, finding } from './finding.ts';

/** True when the date part exists in the Gregorian calendar; the pattern lets 31 February through. */
function exists(moment: string): boolean {
  const [year, month, day] = moment.slice(0, 10).split('-').map(Number) as [number, number, number];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day <= days;
}

/** Later by the calendar day as written: documents state local days, often without a zone. */
const laterDay = (a: string, b: string): boolean => a.slice(0, 10) > b.slice(0, 10);

const dayMilliseconds = 86_400_000;

function* moments(value: unknown, path: string): Generator<readonly [string, string]> {
  if (typeof value === 'string') {
    if (/^\d{4}-\d\d-\d\d(T|$)/.test(value)) yield [path, value];
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* moments(item, `${path}/${index}`);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) yield* moments(item, `${path}/${name}`);
  }
}

const dateMembers = /\/(issued|available|departure|date|start|end|(inspectionDates|expiryDates)\/\d+)$/;

export const datesExist: Rule = {
  name: 'dates exist in the calendar',
  check(statement) {
    const { unmapped: _, ...claims } = certificateOf(statement);
    const found: Finding[] = [];
    for (const [path, date] of moments(claims, '')) {
      if (dateMembers.test(path) && !exists(date)) found.push(finding('date-impossible', 'refuse', path, { date }));
    }
    return found;
  },
};

/** What a certificate attests happened before it was issued, and it was issued before it is signed here. */
export const datesInOrder: Rule = {
  name: 'dates are in order',
  check(statement) {
    const claims = certificateOf(statement);
    const issued = claims.issued;
    const found: Finding[] = [];
    const inspections = (dates: readonly string[] | undefined, path: string) => {
      for (const [index, date] of (dates ?? []).entries()) {
        if (laterDay(date, issued)) {
          found.push(finding('inspection-after-issue', 'refuse', `${path}/inspectionDates/${index}`, { date, issued }));
        }
      }
    };
    inspections(claims.inspectionDates, '');
    for (const [index, line] of claims.lines.entries()) {
      inspections(line.inspectionDates, `/lines/${index}`);
      for (const [at, { start, end }] of (line.treatments ?? []).entries()) {
        const path = `/lines/${index}/treatments/${at}`;
        const last = end ?? start;
        if (last !== undefined && laterDay(last, issued)) {
          found.push(finding('treatment-after-issue', 'warn', path, { date: last, issued }));
        }
        if (start !== undefined && end !== undefined && laterDay(start, end)) {
          found.push(finding('period-reversed', 'refuse', path, { start, end }));
        }
      }
    }
    if (laterDay(issued, new Date(statement.time + dayMilliseconds).toISOString())) {
      found.push(finding('issue-date-ahead', 'warn', '/issued', { issued }));
    }
    return found;
  },
};
