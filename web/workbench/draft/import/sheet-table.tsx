/** What was read of a sheet: above each column its member, in each cell what is wrong with it. */
import * as m from '../../compiled/words/messages.js';
import { say } from '../../language.ts';
import type { Column, Target } from './columns.ts';
import type { Sheet } from './delimited.ts';
import type { CellFault, ReadRow } from './rows.ts';

interface SheetTableProps {
  readonly heads: readonly string[];
  readonly sheet: Sheet;
  readonly rows: readonly ReadRow[];
  readonly columns: readonly Column[];
  readonly targets: readonly Target[];
  readonly choose: (column: number, target: Target | undefined) => void;
}

const faults: Readonly<Record<CellFault, () => string>> = {
  'not-a-number': m.draft_cell_not_number,
  thousands: m.draft_cell_thousands,
  'not-a-day': m.draft_cell_not_day,
  'not-a-code': m.draft_cell_not_code,
  'not-yes-or-no': m.draft_cell_not_flag,
  'too-long': m.draft_cell_too_long,
  'not-so': m.draft_cell_not_so,
  missing: m.draft_cell_missing,
};

/** Rows that are shown; faulty ones come first. */
const most = 60;

export function SheetTable({ heads, sheet, rows, columns, targets, choose }: SheetTableProps) {
  const numbers = rows.map((_, at) => at);
  const isFaulty = (at: number) => (rows[at]?.faults.size ?? 0) > 0;
  const shown = [...numbers.filter(isFaulty), ...numbers.filter((at) => !isFaulty(at))]
    .slice(0, most)
    .sort((one, other) => one - other);
  return (
    <section className="draft-sheet" aria-label={m.draft_sheet_preview()}>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <span className="hidden">{m.draft_row_number()}</span>
            </th>
            {heads.map((head, at) => (
              <th key={`${head} ${String(at)}`} scope="col">
                <span>{head || '–'}</span>
                <select
                  aria-label={m.draft_sheet_column({ column: head || String(at + 1) })}
                  value={columns[at]?.target?.path ?? ''}
                  onChange={({ target }) =>
                    choose(
                      at,
                      targets.find(({ path }) => path === target.value),
                    )
                  }
                >
                  <option value="">{m.draft_sheet_leave_out()}</option>
                  {targets.map(({ path, labels }) => (
                    <option key={path} value={path}>
                      {labels.map(say).join(' – ')}
                    </option>
                  ))}
                </select>
                {columns[at]?.unit !== undefined && <small>{columns[at]?.unit}</small>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((at) => (
            <tr key={at}>
              <th scope="row">{at + 1}</th>
              {heads.map((head, column) => {
                const fault = rows[at]?.faults.get(column);
                return (
                  <td
                    key={`${head} ${String(column)}`}
                    className={fault ? 'faulty' : columns[column]?.target ? undefined : 'left-out'}
                  >
                    {sheet[at]?.[column]}
                    {fault && <small>{faults[fault]()}</small>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shown.length && (
        <p className="draft-quiet">{m.draft_sheet_more({ count: rows.length - shown.length })}</p>
      )}
    </section>
  );
}
