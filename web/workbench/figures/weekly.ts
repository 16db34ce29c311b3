/** Rows by week as a chart wants them: one place for every week between the first and the last, none left out. */
import type { FigureRow } from './questions.ts';

export interface Weekly {
  /** `2026-W47`, ascending, without gaps. */
  readonly weeks: readonly string[];
  readonly issued: readonly number[];
  readonly received: readonly number[];
}

const dayMs = 86_400_000;

/** Monday of an ISO 8601 week, ms since 1970 in UTC. */
export function mondayOf(week: string): number {
  const [year = '1970', number = '1'] = week.split('-W');
  const fourth = Date.UTC(Number(year), 0, 4);
  const weekday = (new Date(fourth).getUTCDay() + 6) % 7;
  return fourth + ((Number(number) - 1) * 7 - weekday) * dayMs;
}

/** The ISO 8601 week of a moment. */
export function weekOf(ms: number): string {
  const thursday = ms + (3 - ((new Date(ms).getUTCDay() + 6) % 7)) * dayMs;
  const year = new Date(thursday).getUTCFullYear();
  const number = Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * dayMs)) + 1;
  return `${year}-W${String(number).padStart(2, '0')}`;
}

export function weekly(rows: readonly FigureRow[], valueIn: (row: FigureRow) => number): Weekly {
  const dated = rows.flatMap((row) => (row.week === undefined ? [] : [{ ...row, week: row.week }]));
  const mondays = dated.map(({ week }) => mondayOf(week));
  if (mondays.length === 0) return { weeks: [], issued: [], received: [] };
  const weeks: string[] = [];
  for (let at = Math.min(...mondays); at <= Math.max(...mondays); at += 7 * dayMs) weeks.push(weekOf(at));
  const line = (side: FigureRow['side']) =>
    weeks.map((week) => {
      const here = dated.filter((row) => row.week === week && row.side === side);
      return here.reduce((sum, row) => sum + valueIn(row), 0);
    });
  return { weeks, issued: line('issued'), received: line('received') };
}
