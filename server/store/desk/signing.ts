/** Tables and migrations of a desk: records prepared for approval. */
import type { Migration } from 'kysely/migration';

export type SigningTables = Record<never, never>;

/** By name, dated, only forward. */
export const signingMigrations: Readonly<Record<string, Migration>> = {};
