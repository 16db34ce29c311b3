import { type Kysely, sql } from 'kysely';
import type { Migration, MigrationProvider } from 'kysely/migration';

const first: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db;
    await schema
      .createTable('record')
      .addColumn('seq', 'integer', (c) => c.primaryKey())
      .addColumn('id', 'blob', (c) => c.notNull().unique())
      .addColumn('jws', 'text', (c) => c.notNull())
      .addColumn('direction', 'text', (c) => c.notNull())
      .addColumn('profile', 'text', (c) => c.notNull())
      .addColumn('type', 'text', (c) => c.notNull())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('issuer', 'text', (c) => c.notNull())
      .addColumn('recipients', 'text', (c) => c.notNull())
      .addColumn('about', 'blob')
      .addColumn('kid', 'text', (c) => c.notNull())
      .addColumn('time', 'integer', (c) => c.notNull())
      .addColumn('number', 'text', (c) => c.notNull())
      .addColumn('title', 'text', (c) => c.notNull())
      .addColumn('search', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('stage', 'text', (c) => c.notNull())
      .addColumn('waits_for', 'text')
      .addColumn('worst', 'text')
      .addColumn('findings', 'text')
      .addColumn('cosigned_at', 'integer')
      .addColumn('subject', 'text')
      .addColumn('turn', 'text')
      .addColumn('mine', 'integer', (c) => c.notNull())
      .addColumn('signals', 'text')
      .execute();
    // Partial, so that a record that follows nothing costs no index row.
    await sql`create index record_about on record (about) where about is not null`.execute(db);
    await sql`create index record_turn on record (seq) where turn is not null`.execute(db);
    await sql`create index record_mine on record (seq) where mine = 1`.execute(db);
    await sql`create index record_signals on record (seq) where signals is not null`.execute(db);
    await sql`create index record_waiting on record (stage, seq) where stage <> 'folded'`.execute(db);
    await schema
      .createTable('channel')
      .addColumn('id', 'integer', (c) => c.primaryKey())
      .addColumn('origin', 'text', (c) => c.notNull().unique())
      .addColumn('issuer', 'text', (c) => c.notNull())
      .addColumn('recipient', 'text', (c) => c.notNull())
      .addColumn('generation', 'integer', (c) => c.notNull())
      .addColumn('size', 'integer', (c) => c.notNull())
      .addColumn('frontier', 'blob', (c) => c.notNull())
      .addColumn('receipt_size', 'integer', (c) => c.notNull())
      .addColumn('receipt_time', 'integer', (c) => c.notNull())
      .addColumn('past', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .execute();
    await sql`create table entry (channel integer not null, idx integer not null, seq integer not null, id blob not null,
      primary key (channel, idx)) without rowid`.execute(db);
    await schema.createIndex('entry_seq').on('entry').column('seq').execute();
    await sql`create table tile_hash (channel integer not null, level integer not null, idx integer not null,
      hash blob not null, primary key (channel, level, idx)) without rowid`.execute(db);
    await sql`create table checkpoint (channel integer not null, size integer not null, root blob not null,
      note text not null, time integer not null, primary key (channel, size)) without rowid`.execute(db);
    await sql`create table fold_row (tbl text not null, key text not null, row text not null,
      primary key (tbl, key)) without rowid`.execute(db);
    await schema
      .createTable('annex')
      .addColumn('digest', 'blob', (c) => c.primaryKey())
      .addColumn('media_type', 'text', (c) => c.notNull())
      .addColumn('bytes', 'blob', (c) => c.notNull())
      .execute();
    await schema
      .createTable('idempotency')
      .addColumn('key', 'text', (c) => c.primaryKey())
      .addColumn('request_digest', 'text', (c) => c.notNull())
      .addColumn('id', 'blob', (c) => c.notNull())
      .execute();
    await schema
      .createTable('misconduct')
      .addColumn('id', 'integer', (c) => c.primaryKey())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('at', 'integer', (c) => c.notNull())
      .addColumn('evidence', 'text', (c) => c.notNull())
      .execute();
    await schema
      .createTable('token')
      .addColumn('digest', 'text', (c) => c.primaryKey())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('rights', 'text', (c) => c.notNull())
      .addColumn('created', 'integer', (c) => c.notNull())
      .addColumn('revoked', 'integer')
      .execute();
    await schema
      .createTable('setting')
      .addColumn('name', 'text', (c) => c.primaryKey())
      .addColumn('value', 'text', (c) => c.notNull())
      .execute();
  },
};

const statusLists: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db;
    await schema.alterTable('record').addColumn('status_list', 'integer').execute();
    await schema.alterTable('record').addColumn('status_index', 'integer').execute();
    await schema
      .alterTable('record')
      .addColumn('revoked', 'integer', (c) => c.notNull().defaultTo(0))
      .execute();
    // In the order in which entries are taken, so that it grows at its end: indexes are random, and an index row in a
    // page of its own for each record would double what a commit writes. That none is taken twice, the writer sees to.
    await sql`create index record_status on record (issuer, status_list, seq, status_index)
      where status_list is not null`.execute(db);
    await sql`create index record_revoked on record (issuer, status_list, status_index) where revoked = 1`.execute(db);
  },
};

/** Numbers are looked up as people type them, in capitals or not. */
const recordNumber: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`create index record_number on record (upper(number)) where number <> ''`.execute(db);
  },
};

/** Asked with each batch, whatever waits of others; by type, for not all that waits keeps the rest from being judged. */
const recordAwaited: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`create index record_awaited on record (issuer, profile, type, seq) where stage = 'waiting'`.execute(db);
  },
};

export const migrations: MigrationProvider = {
  getMigrations: async () => ({
    '2026-11-first': first,
    '2026-11-record-number': recordNumber,
    '2026-11-status-lists': statusLists,
    '2026-12-record-awaited': recordAwaited,
  }),
};
