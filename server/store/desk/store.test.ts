import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { expect, test } from 'vitest';
import { adapter } from '../adapter.ts';
import { connect } from '../connection.ts';
import { DeskStore, deskMigrations } from './store.ts';
import type { DeskTables } from './tables.ts';

test('whatever came later sorts behind what databases hold already', () => {
  const first = ['2026-11-22-people', '2026-11-22-signing', '2026-11-office', '2026-11-trade', '2026-11-work'];
  expect(Object.keys(deskMigrations).sort().slice(0, first.length)).toEqual(first);
});

test('people who were there before numbers were are known by none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'samur-desk-'));
  const file = join(folder, 'desk.db');
  const earlier = Object.fromEntries(Object.entries(deskMigrations).filter(([name]) => name < '2026-12-x-known-as'));
  const db = new Kysely<DeskTables>({ dialect: new SqliteDialect({ database: adapter(connect(file)) }) });
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => earlier } }).migrateToLatest();
  expect(error).toBeUndefined();
  await sql`insert into person (id, name, language, roles, officer, active, demonstration, created)
    values ('1', 'Before', 'az', 'trader', '1', 1, 0, 0)`.execute(db);
  await db.destroy();
  const store = await DeskStore.open(file);
  expect(await store.db.selectFrom('person').select(['name', 'known_as']).execute()).toEqual([
    { name: 'Before', known_as: '[]' },
  ]);
  await store.close();
  await rm(folder, { recursive: true });
});
