/** Tables and migrations of a desk: drafts, saved views, figures. */
import type { Migration } from 'kysely/migration';

export type WorkTables = Record<never, never>;

/** By name, dated, only forward. */
export const workMigrations: Readonly<Record<string, Migration>> = {};
