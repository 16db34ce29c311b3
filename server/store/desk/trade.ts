/** Tables and migrations of a desk: applications, notices, mail that waits. */
import type { Migration } from 'kysely/migration';

export type TradeTables = Record<never, never>;

/** By name, dated, only forward. */
export const tradeMigrations: Readonly<Record<string, Migration>> = {};
