/** Tables and migrations of a desk: applications, notices, mail that waits. */
import { type Generated, type Kysely, type Selectable, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export interface TradeTables {
  application: ApplicationTable;
  application_edition: EditionTable;
  application_office: OfficeTable;
  application_event: EventTable;
  application_annex: AnnexTable;
  notice: NoticeTable;
  mail: MailTable;
}

export interface ApplicationTable {
  id: string;
  /** Counts the institution's applications: the number people name it by. */
  serial: number;
  /** Who applies. */
  person: string;
  profile: string;
  type: string;
  state: string;
  /** Changes with everything that is done: whoever acts names the one they saw. */
  revision: number;
  /** What the applicant is writing, JSON of `Contents`. */
  contents: string;
  /** Last edition that was sent; 0 while none was. */
  edition: number;
  /** The officer who examines it. */
  officer: string | null;
  /** A record that an officer is about to sign for it, hexadecimal. */
  expected: string | null;
  /** The record that was issued, hexadecimal. */
  record: string | null;
  created: number;
  changed: number;
}

/** What was sent, frozen. */
export interface EditionTable {
  application: string;
  edition: number;
  time: number;
  contents: string;
}

/** What the institution would sign, as its officers have written it so far. */
export interface OfficeTable {
  application: string;
  /** Of the application: what was written upon. */
  edition: number;
  /** Counts the times it was saved. */
  revision: number;
  claims: string;
  person: string;
  name: string;
  /** JSON: held when it was written. */
  roles: string;
  time: number;
}

export interface EventTable {
  id: Generated<number>;
  application: string;
  time: number;
  act: string;
  state: string;
  person: string | null;
  name: string;
  side: string;
  text: string | null;
  edition: number | null;
}

export interface AnnexTable {
  application: string;
  digest: string;
  media_type: string;
  bytes: Uint8Array;
  time: number;
}

export type EventRow = Selectable<EventTable>;

export interface NoticeTable {
  id: Generated<number>;
  person: string;
  kind: string;
  /** JSON of `About`. */
  about: string;
  time: number;
  read: number | null;
}

export interface MailTable {
  id: Generated<number>;
  notice: number;
  person: string;
  state: 'waiting' | 'sent' | 'failed';
  attempts: number;
  /** Ms since 1970: not before. */
  next: number;
  created: number;
  error: string | null;
}

const first: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db;
    await schema
      .createTable('application')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('serial', 'integer', (c) => c.notNull().unique())
      .addColumn('person', 'text', (c) => c.notNull())
      .addColumn('profile', 'text', (c) => c.notNull())
      .addColumn('type', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('revision', 'integer', (c) => c.notNull())
      .addColumn('contents', 'text', (c) => c.notNull())
      .addColumn('edition', 'integer', (c) => c.notNull())
      .addColumn('officer', 'text')
      .addColumn('expected', 'text')
      .addColumn('record', 'text')
      .addColumn('created', 'integer', (c) => c.notNull())
      .addColumn('changed', 'integer', (c) => c.notNull())
      .execute();
    await schema.createIndex('application_person').on('application').columns(['person', 'serial']).execute();
    await schema.createIndex('application_state').on('application').columns(['state', 'serial']).execute();
    await sql`create index application_record on application (record) where record is not null`.execute(db);
    await sql`create index application_expected on application (expected) where expected is not null`.execute(db);
    await sql`create table application_edition (application text not null, edition integer not null,
      time integer not null, contents text not null, primary key (application, edition)) without rowid`.execute(db);
    await schema
      .createTable('application_event')
      .addColumn('id', 'integer', (c) => c.primaryKey())
      .addColumn('application', 'text', (c) => c.notNull())
      .addColumn('time', 'integer', (c) => c.notNull())
      .addColumn('act', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('person', 'text')
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('side', 'text', (c) => c.notNull())
      .addColumn('text', 'text')
      .addColumn('edition', 'integer')
      .execute();
    await schema.createIndex('application_event_of').on('application_event').column('application').execute();
    await sql`create table application_annex (application text not null, digest text not null,
      media_type text not null, bytes blob not null, time integer not null, primary key (application, digest))`.execute(
      db,
    );
    await schema
      .createTable('notice')
      .addColumn('id', 'integer', (c) => c.primaryKey())
      .addColumn('person', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('about', 'text', (c) => c.notNull())
      .addColumn('time', 'integer', (c) => c.notNull())
      .addColumn('read', 'integer')
      .execute();
    await schema.createIndex('notice_person').on('notice').columns(['person', 'id']).execute();
    await sql`create index notice_unread on notice (person) where read is null`.execute(db);
    await schema
      .createTable('mail')
      .addColumn('id', 'integer', (c) => c.primaryKey())
      .addColumn('notice', 'integer', (c) => c.notNull())
      .addColumn('person', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('attempts', 'integer', (c) => c.notNull())
      .addColumn('next', 'integer', (c) => c.notNull())
      .addColumn('created', 'integer', (c) => c.notNull())
      .addColumn('error', 'text')
      .execute();
    await sql`create index mail_waiting on mail (next) where state = 'waiting'`.execute(db);
  },
};

const office: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`create table application_office (application text primary key, edition integer not null,
      revision integer not null, claims text not null, person text not null, name text not null, roles text not null,
      time integer not null) without rowid`.execute(db);
  },
};

/** By name, only forward: a new one sorts behind all that were made before it, in any of these files. */
export const tradeMigrations: Readonly<Record<string, Migration>> = {
  '2026-11-trade': first,
  '2026-12-trade-office': office,
};
