/**
 * Fills an inbox far faster than by issuing: copies of one record on which somebody has to act, each with an id and a
 * number of its own. Bodies are not what their ids say, so nothing may open them. No server may run meanwhile.
 */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { countryFolder } from '../server/founding.ts';

/** Numbers of the copies: `FILLER-00000001` and on. Findings and times go by turns. */
export const fillerNumber = (count: number): string => `FILLER-${String(count).padStart(8, '0')}`;

export function fillInbox(data: string, institution: string, number: string, count: number): void {
  const database = new DatabaseSync(join(countryFolder(data, institution.slice(0, 2)), institution, 'samur.db'));
  const own: Readonly<Record<string, string>> = {
    seq: '(select max(seq) from record) + n.i',
    id: 'randomblob(32)',
    number: "printf('FILLER-%08d', n.i)",
    title: "'Row ' || n.i || ' of ' || title",
    search: "printf('FILLER-%08d', n.i)",
    time: 'time - n.i * 1000',
    worst: "case n.i % 4 when 0 then 'warn' when 1 then 'inform' end",
  };
  const columns = database
    .prepare("select name from pragma_table_info('record')")
    .all()
    .map(({ name }) => String(name));
  const values = columns.map((name) => own[name] ?? name);
  database
    .prepare(
      `with recursive n(i) as (select 1 union all select i + 1 from n where i < ?)
       insert into record (${columns.join()}) select ${values.join()} from record, n where number = ?`,
    )
    .run(count, number);
  database.close();
}
