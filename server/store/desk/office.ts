/** Tables and migrations of a desk: webhooks, deliveries, the audit trail. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

export interface OfficeTables {
  webhook: WebhookTable;
  delivery: DeliveryTable;
  trail: TrailTable;
  desk_mark: { name: string; value: number };
}

export interface WebhookTable {
  id: string;
  url: string;
  /** Separated by spaces. */
  events: string;
  /** The key that deliveries are signed with: unlike other secrets it must be here as it is. */
  secret: Uint8Array;
  active: 0 | 1;
  /** Why the server switched it off. */
  stopped: string | null;
  /** Sequence number of the last record that it was told of. */
  seq: number;
  created: number;
}

export interface DeliveryTable {
  /** Order within its webhook. */
  place: number;
  webhook: string;
  /** The `webhook-id` of every attempt. */
  id: string;
  type: string;
  body: string;
  state: 'waiting' | 'delivered';
  attempts: number;
  /** Ms since 1970: not before. */
  next: number;
  created: number;
  delivered: number | null;
  /** HTTP status of the last answer; null when there was none. */
  status: number | null;
  error: string | null;
}

/** One row for each act of a person. `previous`: SHA-256 of the row before, so that a changed row shows. */
export interface TrailTable {
  row: number;
  time: number;
  person: string;
  name: string;
  action: string;
  operation: string;
  about: string;
  status: number;
  refusal: string;
  previous: string;
}

const first: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db;
    await schema
      .createTable('webhook')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('url', 'text', (c) => c.notNull())
      .addColumn('events', 'text', (c) => c.notNull())
      .addColumn('secret', 'blob', (c) => c.notNull())
      .addColumn('active', 'integer', (c) => c.notNull())
      .addColumn('stopped', 'text')
      .addColumn('seq', 'integer', (c) => c.notNull())
      .addColumn('created', 'integer', (c) => c.notNull())
      .execute();
    await sql`create table delivery (webhook text not null references webhook (id), place integer not null,
      id text not null, type text not null, body text not null, state text not null, attempts integer not null,
      next integer not null, created integer not null, delivered integer, status integer, error text,
      primary key (webhook, place)) without rowid`.execute(db);
    await sql`create index delivery_waiting on delivery (webhook, place) where state = 'waiting'`.execute(db);
    await schema
      .createTable('trail')
      .addColumn('row', 'integer', (c) => c.primaryKey())
      .addColumn('time', 'integer', (c) => c.notNull())
      .addColumn('person', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('action', 'text', (c) => c.notNull())
      .addColumn('operation', 'text', (c) => c.notNull())
      .addColumn('about', 'text', (c) => c.notNull())
      .addColumn('status', 'integer', (c) => c.notNull())
      .addColumn('refusal', 'text', (c) => c.notNull())
      .addColumn('previous', 'text', (c) => c.notNull())
      .execute();
    await schema.createIndex('trail_person').on('trail').columns(['person', 'row']).execute();
    await sql`create index trail_about on trail (about, row) where about <> ''`.execute(db);
    await schema
      .createTable('desk_mark')
      .addColumn('name', 'text', (c) => c.primaryKey())
      .addColumn('value', 'integer', (c) => c.notNull())
      .execute();
    for (const change of ['update', 'delete'])
      await sql`create trigger ${sql.raw(`trail_${change}`)} before ${sql.raw(change)} on trail
        begin select raise(abort, 'the audit trail only grows'); end`.execute(db);
  },
};

/** By name, dated, only forward. */
export const officeMigrations: Readonly<Record<string, Migration>> = { '2026-11-office': first };
