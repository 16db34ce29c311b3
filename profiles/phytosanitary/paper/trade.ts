/** Whose goods a line holds and on which certificates they came in: tables of their own, for there may be many. */
import type { Line, Original, Source } from '../claims/line.ts';
import type { Quantity } from '../claims/text.ts';
import { take } from './taking.ts';
import { type Languages, measure, named } from './words-of.ts';

export interface TradeRow {
  readonly sequence: number;
  readonly cells: readonly string[];
}

export const sourceColumns = ['grower', 'member', 'site', 'packingHouse', 'product', 'season', 'quantity'] as const;
export const originalColumns = ['number', 'line', 'exporter', 'quantity', 'certificate'] as const;

export function sourceRows(sequence: number, line: Line, languages: Languages): readonly TradeRow[] {
  return (take(line, 'sources') ?? []).map((source: Source) => ({
    sequence,
    cells: sourceColumns.map((column) => {
      if (column === 'quantity') return quantity(source.quantity, languages);
      if (column !== 'product') return source[column] ?? '';
      const name = named('product', source.product, languages);
      return name === source.product ? name : `${source.product} (${name})`;
    }),
  }));
}

export function originalRows(sequence: number, line: Line, languages: Languages): readonly TradeRow[] {
  return (take(line, 'originals') ?? []).map((original: Original) => ({
    sequence,
    cells: originalColumns.map((column) =>
      column === 'quantity' ? quantity(original.quantity, languages) : String(original[column]),
    ),
  }));
}

function quantity({ each, ...all }: Quantity, languages: Languages): string {
  return each === undefined ? measure(all, languages) : `${measure(all, languages)} × ${measure(each, languages)}`;
}
