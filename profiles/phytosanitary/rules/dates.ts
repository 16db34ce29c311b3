import type { Finding } from '../../../kernel/finding.ts';
import type { Rule } from '../../../kernel/profile.ts';
import { isCalendarDay } from './days.ts';
import { certificateOf, finding } from './finding.ts';

/** Later by the calendar day as written: documents state local days, often without a zone. */
const laterDay = (a: string, b: string): boolean => a.slice(0, 10) > b.slice(0, 10);

const dayMilliseconds = 86_400_000;

const dateMembers = new Set([
  ...['issued', 'available', 'departure', 'date', 'start', 'end'],
  ...['taken', 'started', 'ended', 'until', 'expected', 'found'],
]);
const dateLists = new Set(['inspectionDates', 'expiryDates']);
const dated = /^\d{4}-\d\d-\d\d(T|$)/;

/** Dates that no calendar has, anywhere in claims, each after its path; paths are put together for those alone. */
function impossibleDates(value: object, isList = false): (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  for (const [name, inner] of Object.entries(value)) {
    if (typeof inner === 'string') {
      if ((isList || dateMembers.has(name)) && dated.test(inner) && !isCalendarDay(inner.slice(0, 10)))
        found.push([`/${name}`, inner]);
    } else if (typeof inner === 'object' && inner !== null) {
      for (const [path, date] of impossibleDates(inner, dateLists.has(name))) found.push([`/${name}${path}`, date]);
    }
  }
  return found;
}

export const datesExist: Rule = {
  name: 'dates exist in the calendar',
  check(statement) {
    const { unmapped: _, ...claims } = certificateOf(statement);
    return impossibleDates(claims).map(([path, date]) => finding('date-impossible', 'refuse', path, { date }));
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
