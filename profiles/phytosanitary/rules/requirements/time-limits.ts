import type { Finding } from '../../../../kernel/finding.ts';
import type { Obligation, Requirement } from '../../claims/requirement.ts';
import { daysFrom } from '../../day.ts';
import { broken, type Consignment } from './consignment.ts';
import type { Asked } from './requirements-in-force.ts';

type SeasonWindow = Extract<Obligation, { kind: 'season-window' }>;
type Age = Extract<Obligation, { kind: 'age' }>;

/** The day of signing lies in the window, which may pass over the new year. */
export function seasonWindow(
  { from, to }: SeasonWindow,
  requirement: Requirement,
  { day }: Consignment,
): readonly Finding[] {
  const today = day.slice(5);
  const open = from <= to ? from <= today && today <= to : from <= today || today <= to;
  return open ? [] : [broken('season-closed', '/issued', requirement, { from, to, day })];
}

/** The last inspection of each line, or of the consignment where the line states none, is not too old. */
export function inspectionAge(
  { days }: Age,
  { requirement, lines }: Asked,
  { claims, day }: Consignment,
): readonly Finding[] {
  return lines.flatMap(({ line, path }) => {
    const own = line.inspectionDates !== undefined;
    const at = `${own ? path : ''}/inspectionDates`;
    const dates = [...(line.inspectionDates ?? claims.inspectionDates ?? [])].map((date) => date.slice(0, 10)).sort();
    const last = dates.at(-1);
    if (last === undefined) return [broken('inspection-date-missing', at, requirement, { line: line.sequence })];
    const age = daysFrom(last, day);
    return age <= days
      ? []
      : [broken('inspection-too-old', at, requirement, { line: line.sequence, date: last, age, days })];
  });
}
