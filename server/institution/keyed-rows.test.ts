import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Refusal } from '../../kernel/refusal.ts';
import { type AccountRow, rowKey } from '../../kernel/state/rows.ts';
import { encodeRow } from '../store/fold-rows.ts';
import { SqliteStore } from '../store/sqlite.ts';
import { keyedRows } from './keyed-rows.ts';

const many = 45_000;
const name = 'parcel/line';

let folder: string;
let store: SqliteStore;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samur-keys-'));
  store = await SqliteStore.open(join(folder, 'samur.db'));
  const empty: AccountRow = { debits: {}, postings: [] };
  const row = encodeRow('account', empty);
  const keys = Array.from({ length: many }, (_, at) => ['xa.post', `G-${String(at).padStart(6, '0')}`]);
  const foldRows = keys.map((key) => ({ tbl: 'account', key: rowKey(name, key), row }));
  const none = { records: [], again: [], entries: [], tileHashes: [], channels: [], checkpoints: [], states: [] };
  await store.commit({ ...none, foldRows, stages: [], idempotency: [], misconduct: [], settings: [] });
}, 30_000);
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

async function ask(words: readonly string[], cursor?: string) {
  const page = await keyedRows({ store }, 'account', name, {
    prefix: ['xa.post'],
    words,
    limit: 10,
    ...(cursor !== undefined && { cursor }),
  });
  if (page instanceof Refusal) throw new Error(page.code);
  return { found: page.rows.map(({ key }) => key[1]), next: page.next };
}

test('one question looks through a bounded number of keys, and the next goes on behind them', async () => {
  const first = await ask(['g-044']);
  expect(first.found).toEqual([]);
  const second = await ask(['g-044'], first.next);
  expect(second.found).toEqual([]);
  const third = await ask(['g-044'], second.next);
  expect(third.found).toEqual(Array.from({ length: 10 }, (_, at) => `G-04400${at}`));
  const { found, next } = await ask(['g-044999'], third.next);
  expect([found, next]).toEqual([['G-044999'], undefined]);
});

test('a cursor stands for a key, also one whose row is gone', async () => {
  const { next } = await ask(['g-000']);
  await store.db
    .deleteFrom('fold_row')
    .where('key', '=', rowKey(name, ['xa.post', 'G-000009']))
    .execute();
  expect((await ask([], next)).found[0]).toBe('G-000010');
});
