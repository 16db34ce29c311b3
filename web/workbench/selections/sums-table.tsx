/** What was chosen, by outcome and ground. */
import { formatNumber } from '../../../kernel/words/numbers.ts';
import * as m from '../compiled/words/messages.js';
import { language, say } from '../language.ts';
import { type Column, ListTable } from '../parts/list-table.tsx';
import type { Selection, Sums } from './requests.ts';
import { linesOf, type SumLine, shareOf } from './sums.ts';

interface SumsTableProps {
  readonly selection: Pick<Selection, 'outcomes' | 'grounds'>;
  readonly sums: Sums;
  /** Shown beside, such as what holds now. */
  readonly other?: { readonly title: string; readonly sums: Sums };
  readonly caption: string;
}

export function SumsTable({ selection: { outcomes, grounds }, sums, other, caption }: SumsTableProps) {
  const lines = linesOf(sums, outcomes);
  const all = lines.reduce((sum, { total }) => sum + total, 0);
  const others = linesOf(other?.sums ?? {}, outcomes);
  const otherAll = others.reduce((sum, { total }) => sum + total, 0);
  const otherTotal = ({ outcome }: SumLine) => others.find((one) => one.outcome.name === outcome.name)?.total ?? 0;
  const columns: readonly Column<SumLine>[] = [
    { title: m.selections_outcome(), head: true, cell: ({ outcome }) => say(outcome.title) },
    ...grounds.map(
      ({ name, title }): Column<SumLine> => ({
        title: say(title),
        className: 'number',
        cell: ({ by }) => formatNumber(by[name] ?? 0, language),
      }),
    ),
    { title: m.selections_total(), className: 'number', cell: ({ total }) => formatNumber(total, language) },
    { title: m.selections_share(), className: 'number', cell: ({ total }) => shareOf(total, all, language) },
    ...(other
      ? [
          {
            title: other.title,
            className: 'number',
            cell: (line: SumLine) => shareOf(otherTotal(line), otherAll, language),
          },
        ]
      : []),
  ];
  return <ListTable caption={caption} columns={columns} rows={lines} keyOf={({ outcome }) => outcome.name} />;
}
