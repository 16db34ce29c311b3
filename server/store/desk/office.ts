/** Tables and migrations of a desk: webhooks, deliveries, the audit trail. */
import type { Migration } from 'kysely/migration';

export type OfficeTables = Record<never, never>;

/** By name, dated, only forward. */
export const officeMigrations: Readonly<Record<string, Migration>> = {};
