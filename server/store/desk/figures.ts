/** Tables, migration and writes of a desk's index: what figures count. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { IndexTables } from './index-tables.ts';

export interface FigureTables {
  figure_mark: FigureMarkRow;
  figure_sum: FigureSumRow;
  figure_upto: { figure: string; seq: number };
  /** Records that a figure passed before they could be judged. */
  figure_wait: { figure: string; seq: number };
}

/** One mark of one record. `figure` is `profile/name` here and below, `day` the UTC day of the record's own time. */
export interface FigureMarkRow {
  figure: string;
  seq: number;
  /** Place among the marks that the figure gives of the record. */
  n: number;
  row: string;
  value: number;
  day: string;
  side: 'issued' | 'received';
}

/** What the marks of a day add up to. */
export interface FigureSumRow {
  figure: string;
  day: string;
  row: string;
  side: 'issued' | 'received';
  count: number;
  sum: number;
}

const first: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`create table figure_mark (figure text not null, seq integer not null, n integer not null,
      row text not null, value integer not null, day text not null, side text not null,
      primary key (figure, seq, n)) without rowid`.execute(db);
    await sql`create index figure_mark_day on figure_mark (figure, day, seq, n)`.execute(db);
    await sql`create index figure_mark_row on figure_mark (figure, row, seq)`.execute(db);
    await sql`create table figure_sum (figure text not null, day text not null, row text not null, side text not null,
      count integer not null, sum integer not null, primary key (figure, day, row, side)) without rowid`.execute(db);
    await sql`create table figure_upto (figure text primary key, seq integer not null) without rowid`.execute(db);
    await sql`create table figure_wait (figure text not null, seq integer not null,
      primary key (figure, seq)) without rowid`.execute(db);
  },
};

/** By name, dated, only forward. */
export const figureMigrations: Readonly<Record<string, Migration>> = { '2026-11-figures': first };

/** Adds them to what their days add up to. */
export async function insertMarks(db: Kysely<IndexTables>, marks: readonly FigureMarkRow[]): Promise<void> {
  if (marks.length === 0) return;
  await db.insertInto('figure_mark').values(marks).execute();
  const sums = new Map<string, FigureSumRow>();
  for (const { figure, day, row, side, value } of marks) {
    const name = JSON.stringify([figure, day, row, side]);
    const { count, sum } = sums.get(name) ?? { count: 0, sum: 0 };
    sums.set(name, { figure, day, row, side, count: count + 1, sum: sum + value });
  }
  await db
    .insertInto('figure_sum')
    .values([...sums.values()])
    .onConflict((conflict) =>
      conflict.columns(['figure', 'day', 'row', 'side']).doUpdateSet((eb) => ({
        count: eb('figure_sum.count', '+', eb.ref('excluded.count')),
        sum: eb('figure_sum.sum', '+', eb.ref('excluded.sum')),
      })),
    )
    .execute();
}
