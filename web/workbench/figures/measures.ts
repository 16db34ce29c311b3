/** What the rows of a figure amount to, and how that is said. */
import { formatNumber } from '../../../kernel/words/numbers.ts';
import { language } from '../language.ts';
import { durationWords } from './duration.ts';
import type { FigureHead, FigureRow } from './questions.ts';

type Measure = FigureHead['measure'];

/** Shares in percent, durations in ms. */
export function valueIn(measure: Measure, { count, sum = 0, median = 0 }: FigureRow): number {
  if (measure === 'duration') return median;
  return measure === 'share' ? percent(sum, count) : count;
}

/** What stands for a week of which nothing is stated. */
export const noneOf = (measure: Measure): 0 | null => (measure === 'count' ? 0 : null);

const percent = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole);

/** One place after the mark, where there is something to tell. */
export function percentWords(value: number): string {
  return `${formatNumber(value.toFixed(1).replace(/\.0$/, ''), language)}\u00A0%`;
}

const countWords = (value: number): string => formatNumber(Math.round(value), language);

/** The same function for the same measure: charts are drawn anew for another one. */
export const wordsOf = (measure: Measure): ((value: number) => string) =>
  ({ count: countWords, share: percentWords, duration: durationWords })[measure];
