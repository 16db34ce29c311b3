/** Tables and migrations of a desk: what selections are set to, what was committed to, what was chosen. */
import { type Generated, type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** `selection` is `profile/name` in all of them, `record` a hex id. */
export interface SelectionTables {
  selection_version: SelectionVersionRow;
  selection_commitment: SelectionCommitmentRow;
  selection_choice: SelectionChoiceTable;
  /** What was chosen under a commitment from records of one issuer. */
  selection_count: SelectionCountRow;
  selection_reroute: SelectionRerouteRow;
  selection_stated: SelectionStatedRow;
  /** How far records were followed: what came to be chosen from, and what the institution issued that decides. */
  selection_upto: { selection: string; seq: number; stated: Generated<number> };
  /** Records that were passed before they could be judged. */
  selection_wait: { selection: string; seq: number };
}

/** Settings as they were saved. */
export interface SelectionVersionRow {
  selection: string;
  /** From 1. */
  version: number;
  /** JSON. */
  settings: string;
  /** Null: the server's own beginning. */
  person: string | null;
  name: string;
  reason: string;
  time: number;
}

/** One secret for one stretch of time. It stands here before the record that commits to it is signed. */
export interface SelectionCommitmentRow {
  selection: string;
  /** From 1. */
  number: number;
  version: number;
  starts: number;
  /** First instant after it. */
  ends: number;
  /** Told to nobody before `ends`. */
  secret: Uint8Array;
  /** Null while it is not issued. */
  record: string | null;
  /** 1 when there was nobody to tell. */
  alone: 0 | 1;
}

export interface SelectionChoiceTable {
  /** Order in which choices were made. */
  made: Generated<number>;
  selection: string;
  record: string;
  seq: number;
  commitment: number;
  issuer: string;
  /** Among the choices from this issuer's records under this commitment, from 0. */
  place: number;
  /** Where the first cosigned tree that holds it is found. */
  origin: string;
  idx: number;
  size: number;
  key: string;
  /** The record that was chosen first of those that are one with this. */
  first: string;
  /** Hex; of that first one, as is `before`. */
  draw: string;
  /** JSON of what had been chosen. */
  before: string;
  /** JSON. */
  facts: string;
  outcome: string;
  ground: string;
  criterion: string | null;
  /** 1 when the issuer had cosigned the commitment before. */
  proved: 0 | 1;
  at: number;
  /** JSON of where those that had its key before were ended; null where they were not. */
  ended: string | null;
}

export interface SelectionCountRow {
  selection: string;
  commitment: number;
  issuer: string;
  /** JSON of `Chosen`. */
  chosen: string;
  /** Choices made, those of records sent again among them. */
  places: number;
}

/** What an officer chose instead. */
export interface SelectionRerouteRow {
  selection: string;
  record: string;
  /** From 1, oldest first. */
  n: number;
  outcome: string;
  reason: string;
  person: string;
  /** Pseudonym. */
  officer: string;
  name: string;
  role: string;
  at: number;
  /** Hex id of the record that stated it; null where it was chosen by itself. */
  decided: string | null;
}

/** A record that decides and states under what: each was compared once. */
export interface SelectionStatedRow {
  selection: string;
  /** Hex id of the record that decides. */
  decided: string;
  record: string;
  /** `n` of the re-route that held when it was compared; 0 for none. */
  after: number;
}

const first: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`create table selection_version (selection text not null, version integer not null, settings text not null,
      person text, name text not null, reason text not null, time integer not null,
      primary key (selection, version)) without rowid`.execute(db);
    await sql`create table selection_commitment (selection text not null, number integer not null,
      version integer not null, starts integer not null, ends integer not null, secret blob not null, record text,
      alone integer not null, primary key (selection, number)) without rowid`.execute(db);
    await sql`create table selection_choice (made integer primary key, selection text not null, record text not null,
      seq integer not null, commitment integer not null, issuer text not null, place integer not null,
      origin text not null, idx integer not null, size integer not null, key text not null, first text not null, draw text not null,
      before text not null, facts text not null, outcome text not null, ground text not null, criterion text,
      proved integer not null, at integer not null)`.execute(db);
    await sql`create unique index selection_choice_record on selection_choice (record, selection)`.execute(db);
    await sql`create index selection_choice_key on selection_choice (selection, key, made)`.execute(db);
    await sql`create index selection_choice_first on selection_choice (selection, first, made)`.execute(db);
    await sql`create index selection_choice_sum on selection_choice
      (selection, commitment, outcome, ground, proved)`.execute(db);
    await sql`create index selection_choice_place on selection_choice
      (selection, commitment, origin, idx)`.execute(db);
    await sql`create table selection_count (selection text not null, commitment integer not null, issuer text not null,
      chosen text not null, places integer not null, primary key (selection, commitment, issuer)) without rowid`.execute(
      db,
    );
    await sql`create table selection_reroute (selection text not null, record text not null, n integer not null,
      outcome text not null, reason text not null, person text not null, officer text not null, name text not null,
      role text not null, at integer not null, primary key (record, selection, n)) without rowid`.execute(db);
    await sql`create table selection_upto (selection text primary key, seq integer not null) without rowid`.execute(db);
    await sql`create table selection_wait (selection text not null, seq integer not null,
      primary key (selection, seq)) without rowid`.execute(db);
    for (const table of ['selection_version', 'selection_choice', 'selection_reroute'])
      for (const change of ['update', 'delete'])
        await sql`create trigger ${sql.raw(`${table}_${change}`)} before ${sql.raw(change)} on ${sql.raw(table)}
          begin select raise(abort, 'what was chosen stays as it is'); end`.execute(db);
  },
};

/** By name, only forward: a new one sorts behind all that were made before it, in any of these files. */
export const selectionMigrations: Readonly<Record<string, Migration>> = {
  '2026-12-work-selection': first,
  '2026-12-work-selection-ended': {
    async up(db: Kysely<unknown>) {
      await sql`alter table selection_choice add column ended text`.execute(db);
    },
  },
  '2026-12-work-selection-stated': {
    async up(db: Kysely<unknown>) {
      await sql`alter table selection_reroute add column decided text`.execute(db);
      await sql`alter table selection_upto add column stated integer not null default 0`.execute(db);
      await sql`create table selection_stated (selection text not null, decided text not null, record text not null,
        after integer not null, primary key (decided, selection)) without rowid`.execute(db);
      await sql`create index selection_stated_record on selection_stated (record, selection)`.execute(db);
      for (const change of ['update', 'delete'])
        await sql`create trigger ${sql.raw(`selection_stated_${change}`)} before ${sql.raw(change)} on selection_stated
          begin select raise(abort, 'what was stated stays as it is'); end`.execute(db);
    },
  },
};
