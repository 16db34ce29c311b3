/** Tables and migrations of a desk: people, passkeys, sessions, invitations, enrolments. */
import type { Migration } from 'kysely/migration';

export type PeopleTables = Record<never, never>;

/** By name, dated, only forward. */
export const peopleMigrations: Readonly<Record<string, Migration>> = {};
