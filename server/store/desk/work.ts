/** Tables and migrations of a desk: drafts, saved views, figures. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export interface WorkTables {
  work_draft: WorkDraftRow;
  work_view: WorkViewRow;
  figure_mark: FigureMarkRow;
  figure_sum: FigureSumRow;
  figure_upto: { figure: string; seq: number };
  /** Records that a figure passed before they could be judged. */
  figure_wait: { figure: string; seq: number };
}

export interface WorkDraftRow {
  person: string;
  id: string;
  revision: number;
  profile: string;
  type: string;
  /** JSON, as are `claims` and `annexes`. */
  recipients: string;
  claims: string;
  annexes: string;
  about: string | null;
  title: string;
  updated: number;
}

export interface WorkViewRow {
  person: string;
  name: string;
  /** JSON. */
  query: string;
  updated: number;
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
    await sql`create table work_draft (person text not null, id text not null, revision integer not null,
      profile text not null, type text not null, recipients text not null, claims text not null, annexes text not null,
      about text, title text not null, updated integer not null, primary key (person, id)) without rowid`.execute(db);
    await sql`create table work_view (person text not null, name text not null, query text not null,
      updated integer not null, primary key (person, name)) without rowid`.execute(db);
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
export const workMigrations: Readonly<Record<string, Migration>> = { '2026-11-work': first };
