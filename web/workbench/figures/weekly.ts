/** Rows by week as a chart wants them: one place for every week between the first and the last, none left out. */
import type { FigureRow } from './questions.ts';

export interface Weekly {
  /** `2026-W47`, ascending, without gaps. */
  readonly weeks: readonly string[];
  /** One for each week; empty for a side of which nothing is known at all. */
  readonly issued: Values;
  readonly received: Values;
}

/** Null: nothing is known of that week. */
type Values = readonly (number | null)[];

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

/** `none`: what stands for a week without anything. A count is then nought; a share or a time is not known. */
export function weekly(rows: readonly FigureRow[], valueIn: (row: FigureRow) => number, none: 0 | null = 0): Weekly {
  const dated = rows.flatMap((row) => (row.week === undefined ? [] : [{ ...row, week: row.week }]));
  const mondays = dated.map(({ week }) => mondayOf(week));
  if (mondays.length === 0) return { weeks: [], issued: [], received: [] };
  const weeks: string[] = [];
  for (let at = Math.min(...mondays); at <= Math.max(...mondays); at += 7 * dayMs) weeks.push(weekOf(at));
  const line = (side: FigureRow['side']) => {
    const all = dated.filter((row) => row.side === side);
    if (all.length === 0) return [];
    return weeks.map((week) => {
      const here = all.filter((row) => row.week === week);
      return here.length === 0 ? none : here.reduce((sum, row) => sum + valueIn(row), 0);
    });
  };
  return { weeks, issued: line('issued'), received: line('received') };
}
