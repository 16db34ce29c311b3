import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { IndexStore } from './index-store.ts';

let folder: string;
let store: IndexStore;
const open = () => IndexStore.open(join(folder, 'index.db'));

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samur-index-'));
  store = await open();
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const passed = async () => {
  const rows = await store.db.selectFrom('dossier_wait').select('seq').orderBy('seq').execute();
  return rows.map(({ seq }) => seq);
};
const wait = (...seqs: number[]) =>
  store.write((db) =>
    db
      .insertInto('dossier_wait')
      .values(seqs.map((seq) => ({ seq })))
      .executeTakeFirstOrThrow(),
  );

test('what was written is read, and stays', async () => {
  expect((await wait(1, 2)).numInsertedOrUpdatedRows).toBe(2n);
  expect(await passed()).toEqual([1, 2]);
  await store.close();
  store = await open();
  expect(await passed()).toEqual([1, 2]);
});

test('a transaction in which anything fails leaves nothing, and the next one goes on', async () => {
  const failing = store.write(async (db) => {
    await db.insertInto('dossier_wait').values({ seq: 1 }).execute();
    expect(await db.selectFrom('dossier_wait').selectAll().execute()).toEqual([{ seq: 1 }]);
    await db.insertInto('dossier_wait').values({ seq: 1 }).execute();
  });
  await expect(failing).rejects.toThrow('UNIQUE');
  expect(await passed()).toEqual([]);
  const thrown = store.write(async (db) => {
    await db.insertInto('dossier_wait').values({ seq: 2 }).execute();
    throw new Error('no more');
  });
  await expect(thrown).rejects.toThrow('no more');
  await wait(3);
  expect(await passed()).toEqual([3]);
});

test('transactions follow one another, and are read whole', async () => {
  const seen: number[][] = [];
  const both = [0, 1].map((which) =>
    store.write(async (db) => {
      for (let i = 0; i < 5; i++) {
        await db
          .insertInto('dossier_wait')
          .values({ seq: which * 10 + i })
          .execute();
        seen.push(await passed());
      }
    }),
  );
  await Promise.all(both);
  const first = [0, 1, 2, 3, 4];
  expect(seen).toEqual([...Array(5).fill([]), ...Array(5).fill(first)]);
  expect(await passed()).toEqual([...first, 10, 11, 12, 13, 14]);
});
