/** Tables and migrations of a desk: drafts, saved views. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export interface WorkTables {
  work_draft: WorkDraftRow;
  work_view: WorkViewRow;
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

const first: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`create table work_draft (person text not null, id text not null, revision integer not null,
      profile text not null, type text not null, recipients text not null, claims text not null, annexes text not null,
      about text, title text not null, updated integer not null, primary key (person, id)) without rowid`.execute(db);
    await sql`create table work_view (person text not null, name text not null, query text not null,
      updated integer not null, primary key (person, name)) without rowid`.execute(db);
  },
};

/** By name, dated, only forward. */
export const workMigrations: Readonly<Record<string, Migration>> = { '2026-11-work': first };
