/** Rows under titles; on a phone each row is a card of its own, with the titles beside the values. */
import './list-table.css';
import type { ReactNode } from 'react';
import * as m from '../compiled/words/messages.js';

export interface Column<T> {
  /** Empty: a column of buttons. */
  readonly title: string;
  readonly cell: (row: T) => ReactNode;
  /** Names the row. */
  readonly head?: true;
  readonly className?: string;
}

interface ListTableProps<T> {
  readonly caption: string;
  readonly columns: readonly Column<T>[];
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string | number;
  readonly empty?: string;
}

export function ListTable<T>({ caption, columns, rows, keyOf, empty }: ListTableProps<T>) {
  if (rows.length === 0) return <p className="nothing">{empty ?? m.parts_nothing()}</p>;
  return (
    <table className="list-table">
      <caption className="hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ title, className }) =>
            title === '' ? (
              <td key="" className={className} />
            ) : (
              <th key={title} scope="col" className={className}>
                {title}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map(({ title, cell, head, className }) =>
              head ? (
                <th key={title} scope="row" className={className}>
                  {cell(row)}
                </th>
              ) : (
                <td key={title} data-title={title} className={className}>
                  <div>{cell(row)}</div>
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
