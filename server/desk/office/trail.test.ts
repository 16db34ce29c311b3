import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DeskStore } from '../../store/desk/store.ts';
import type { DeskGround } from '../desk.ts';
import { Trail, type TrailEntry } from './trail.ts';

let folder: string;
let store: DeskStore;
let trail: Trail;
let time = 1000;

const entry: TrailEntry = {
  person: 'p',
  name: 'Ayan',
  action: 'own',
  operation: 'signIn',
  about: '',
  status: 200,
  refusal: '',
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samur-trail-'));
  await open();
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

async function open(): Promise<void> {
  store = await DeskStore.open(join(folder, 'desk.db'));
  trail = new Trail({ desk: store, now: () => time++ } as unknown as DeskGround);
}

/** What somebody with the file can do, triggers or not. */
async function tamper(sql: string): Promise<void> {
  await trail.flush();
  const file = new DatabaseSync(join(folder, 'desk.db'));
  file.exec(`drop trigger trail_update; drop trigger trail_delete; ${sql}`);
  file.close();
}

async function written(count: number): Promise<void> {
  for (let i = 0; i < count; i++) trail.note({ ...entry, about: `a${i}` });
  await trail.flush();
}

describe('the audit trail', () => {
  test('is written in order, also over restarts, and holds', async () => {
    await written(700);
    const half = await trail.check();
    await store.close();
    await open();
    await written(5);
    expect(await trail.check()).toMatchObject({ holds: true, rows: 705 });
    expect(await trail.check({ row: 700, head: half.head })).toMatchObject({ holds: true });
    const { items, next } = await trail.list({ limit: 2 });
    expect(items.map(({ row, about }) => [row, about])).toEqual([
      [705, 'a4'],
      [704, 'a3'],
    ]);
    expect((await trail.list({ limit: 1, ...(next && { cursor: next }) })).items[0]?.row).toBe(703);
  });

  test('is narrowed by person, action, what it is about, and time', async () => {
    await written(3);
    trail.note({ ...entry, person: 'q', action: 'records.sign', about: 'x' });
    const rows = async (query: object) => (await trail.list({ limit: 10, ...query })).items.map(({ row }) => row);
    expect(await rows({ person: 'q' })).toEqual([4]);
    expect(await rows({ action: 'own' })).toEqual([3, 2, 1]);
    expect(await rows({ about: 'a1' })).toEqual([2]);
    const [{ time: last } = { time: 0 }] = (await trail.list({ limit: 1 })).items;
    expect(await rows({ from: last })).toEqual([4]);
    expect(await rows({ to: last })).toEqual([3, 2, 1]);
  });

  test('no statement of the server changes it', async () => {
    await written(2);
    const { db } = store;
    await expect(db.updateTable('trail').set({ name: 'x' }).execute()).rejects.toThrow(/only grows/);
    await expect(db.deleteFrom('trail').execute()).rejects.toThrow(/only grows/);
  });

  test.each([
    ['a changed row', 'update trail set status = 403 where row = 3', 3],
    ['a row taken out', 'delete from trail where row = 3', 3],
    [
      'a row put in between',
      'update trail set row = row + 100 where row > 3; update trail set row = row - 99 where row > 100; insert into trail select 4, time, person, name, action, operation, about, status, refusal, previous from trail where row = 3',
      3,
    ],
    [
      'two rows exchanged',
      'update trail set row = 0 where row = 3; update trail set row = 3 where row = 4; update trail set row = 4 where row = 0',
      2,
    ],
  ])('shows %s', async (_, sql, broken) => {
    await written(6);
    await tamper(sql);
    expect(await trail.check()).toMatchObject({ holds: false, broken });
  });

  test('shows a shortened or rewritten end to whoever noted it', async () => {
    await written(6);
    const noted = await trail.check();
    await tamper('delete from trail where row > 4');
    expect(await trail.check()).toMatchObject({ holds: true, rows: 4 });
    expect(await trail.check({ row: 6, head: noted.head })).toMatchObject({ holds: false, broken: 5 });
    expect(await trail.check({ row: 4, head: noted.head })).toMatchObject({ holds: false, broken: 4 });
  });
});
