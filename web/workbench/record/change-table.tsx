/** What differs between two contents, beside each other. */
import * as m from '../compiled/words/messages.js';
import type { Change } from './changes.ts';

interface ChangeTableProps {
  readonly label: string;
  readonly changes: readonly Change[];
}

export function ChangeTable({ label, changes }: ChangeTableProps) {
  if (changes.length === 0) return <p>{m.record_no_changes()}</p>;
  return (
    <section className="record-table" aria-label={label} {...scrolled}>
      <table>
        <thead>
          <tr>
            <th scope="col">{m.record_member()}</th>
            <th scope="col">{m.record_before()}</th>
            <th scope="col">{m.record_after()}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ path, labels, before: was, after: is }) => (
            <tr key={path}>
              <th scope="row">{labels.join(' · ')}</th>
              <td>{was === undefined ? m.record_not_stated() : <del>{was}</del>}</td>
              <td>{is === undefined ? m.record_not_stated() : <ins>{is}</ins>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What scrolls can be reached by keys. */
const scrolled = { tabIndex: 0 };
