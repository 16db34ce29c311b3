import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AccountRow, rowKey, type SlotRow, slotKey } from '../../kernel/state/rows.ts';
import { WorkingSet } from '../../kernel/state/working-set.ts';
import { decodeRow, encodeRow, loadRows } from './fold-rows.ts';
import { SqliteStore } from './sqlite.ts';

const posting = (slot: string, amount: bigint) => ({
  ...{ id: 'x', seq: 7, time: 1, issuer: 'xa.post', to: ['xb.post'], counts: true },
  ...{ movement: 'reserved', slot, amount },
});
const slot = (amount: bigint): SlotRow => {
  const { movement, slot: _, amount: __, ...posted } = posting('', amount);
  return { postings: [{ ...posted, amounts: { [movement]: amount } }] };
};
const account: AccountRow = {
  debits: { loaded: 10n ** 20n },
  postings: [posting('', 3n)],
  restated: { sums: { reserved: { amount: 2n ** 70n, count: 2 } }, last: { 'xa.post': 7 }, undone: ['s'] },
};

let folder: string;
let store: SqliteStore;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samur-rows-'));
  store = await SqliteStore.open(join(folder, 'samur.db'));
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

test('amounts come back from storage as they went, however great', () => {
  expect(decodeRow('account', encodeRow('account', account))).toEqual(account);
  const bare: AccountRow = { debits: {}, postings: [] };
  expect(decodeRow('account', encodeRow('account', bare))).toEqual(bare);
  expect(decodeRow('slot', encodeRow('slot', slot(2n ** 70n)))).toEqual(slot(2n ** 70n));
});

test('all slots of an account are those on disk and those of a group on its way there', async () => {
  const [own, longer] = ['1', '12'].map((number) => rowKey('parcel/line', ['xa.post', number])) as [string, string];
  const stored = [slotKey(own, 'b'), slotKey(own, '"]'), slotKey(longer, 'c')];
  const foldRows = stored.map((key) => ({ tbl: 'slot', key, row: encodeRow('slot', slot(1n)) }));
  const none = { records: [], again: [], entries: [], tileHashes: [], channels: [], checkpoints: [], states: [] };
  await store.commit({ ...none, foldRows, stages: [], idempotency: [], misconduct: [], settings: [] });
  const before = new WorkingSet();
  before.put('slot', slotKey(own, 'a'), slot(2n));
  before.put('slot', slotKey(own, 'b'), slot(3n));
  before.takeChanges();
  const rows = new WorkingSet(store.cache);
  rows.inherit(before);
  const read = () =>
    rows.attempt(() => rows.range('slot', own).map(({ key, row }) => [key, row.postings[0]?.amounts['reserved']]));
  const attempt = read();
  if (!('missing' in attempt)) throw new Error('nothing was read yet');
  await loadRows(store, rows, attempt.missing);
  const found = [
    [slotKey(own, '"]'), 1n],
    [slotKey(own, 'a'), 2n],
    [slotKey(own, 'b'), 3n],
  ];
  expect(read()).toEqual({ done: found });
});
