/** Tables and migrations of a desk: drafts that the first of two officers has approved. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export interface SigningTables {
  countersigned: CountersignedTable;
}

export interface CountersignedTable {
  id: string;
  /** Hex SHA-256 over what the record will say: what the officer's key signed. */
  contents: string;
  person: string;
  /** JSON of the draft. */
  draft: string;
  /** JSON of the approval, as the record behind the record will carry it. */
  approval: string;
  created: number;
}

const first: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('countersigned')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('contents', 'text', (c) => c.notNull())
      .addColumn('person', 'text', (c) => c.notNull().references('person.id'))
      .addColumn('draft', 'text', (c) => c.notNull())
      .addColumn('approval', 'text', (c) => c.notNull())
      .addColumn('created', 'integer', (c) => c.notNull())
      .addUniqueConstraint('countersigned_once', ['contents', 'person'])
      .execute();
  },
};

/** By name, dated, only forward. */
export const signingMigrations: Readonly<Record<string, Migration>> = { '2026-11-22-signing': first };
