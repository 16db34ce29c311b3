/** Counts of what was chosen, put together for tables. */
import { formatNumber } from '../../../kernel/words/numbers.ts';
import type { Named, Sums } from './requests.ts';

export interface SumLine {
  readonly outcome: Named;
  readonly total: number;
  /** By ground. */
  readonly by: Readonly<Record<string, number>>;
}

/** A line for each outcome, in their order. */
export function linesOf(sums: Sums, outcomes: readonly Named[]): readonly SumLine[] {
  return outcomes.map((outcome) => {
    const by = sums[outcome.name] ?? {};
    return { outcome, by, total: Object.values(by).reduce((sum, count) => sum + count, 0) };
  });
}

export function added(all: readonly Sums[]): Sums {
  const sums: Record<string, Record<string, number>> = {};
  for (const one of all)
    for (const [outcome, by] of Object.entries(one))
      for (const [ground, count] of Object.entries(by)) {
        const of = sums[outcome] ?? {};
        sums[outcome] = { ...of, [ground]: (of[ground] ?? 0) + count };
      }
  return sums;
}

/** Of a hundred, with one place: `12,5 %`; a dash where there is nothing to divide. */
export function shareOf(count: number, total: number, language: 'az' | 'ru' | 'en'): string {
  if (total === 0) return '–';
  return `${formatNumber((Math.round((count / total) * 1000) / 10).toFixed(1), language)} %`;
}
