import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ChangeEvent } from '../../institution/service.ts';
import type { Stated, StatedQuery } from '../../institution/stated.ts';
import { IndexStore } from '../../store/desk/index-store.ts';
import { FigureMarks, type NamedFigure } from './figure-marks.ts';

const say = (en: string) => ({ az: en, ru: en, en });
const figure = (name: string, type: string): NamedFigure => ({
  name: `p/${name}`,
  profile: 'p',
  figure: {
    title: say(name),
    of: say('of'),
    measure: 'count',
    types: [type],
    marks: ({ claims }, { arrived }) => {
      if (claims['bad']) throw new Error('bad claims');
      return [{ row: String(claims['row']), value: arrived ?? 1 }];
    },
  },
});

/** Records as an institution tells them. */
class Source {
  readonly id = 'az.a';
  readonly records: Stated[] = [];
  readonly #listeners = new Set<(event: ChangeEvent) => void>();

  listen(_since: number | 'now', listener: (event: ChangeEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async stated(query: StatedQuery): Promise<readonly Stated[]> {
    if ('seqs' in query) return this.records.filter(({ seq }) => query.seqs.includes(seq));
    return this.records.filter(({ seq }) => seq > query.after).slice(0, query.limit);
  }

  add(claims: Record<string, string | boolean>, waits = false): Stated {
    const seq = this.records.length + 1;
    const statement = { type: 't', issuer: 'ru.b', to: ['az.a'], claims, time: Date.UTC(2026, 10, 22, 23, 59, 59) };
    const stated: Stated = {
      seq,
      profile: 'p',
      direction: 'received',
      before: [],
      waits,
      ...(!waits && { statement }),
    };
    this.records.push(stated);
    for (const tell of this.#listeners) tell({ seq, kind: 'received', id: '', state: '' });
    return { ...stated, waits: false, statement };
  }

  tellState(): void {
    for (const tell of this.#listeners) tell({ seq: 0, kind: 'state', id: '', state: '' });
  }
}

let folder: string;
let index: IndexStore;
let source: Source;
const logger = pino({ level: 'silent' });
const started: FigureMarks[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samur-figures-'));
  index = await IndexStore.open(join(folder, 'index.db'));
  source = new Source();
});
afterEach(async () => {
  for (const marks of started.splice(0)) await marks.stop();
  await index.close();
  await rm(folder, { recursive: true });
});

async function begin(...figures: NamedFigure[]): Promise<FigureMarks> {
  const marks = new FigureMarks({ service: source, index, logger }, figures);
  await marks.start();
  started.push(marks);
  return marks;
}

const sums = async (name: string) =>
  index.db.selectFrom('figure_sum').select(['day', 'row', 'side', 'count', 'sum']).where('figure', '=', name).execute();
const marked = async () => (await index.db.selectFrom('figure_mark').selectAll().execute()).length;

test('counts each record once, over any number of starts', async () => {
  for (let i = 0; i < 150; i++) source.add({ row: i % 3 === 0 ? 'x' : 'y' });
  const first = await begin(figure('a', 't'));
  await first.takeUp();
  await first.stop();
  source.add({ row: 'x' });
  const second = await begin(figure('a', 't'));
  await second.takeUp();
  await second.takeUp();
  expect(await sums('p/a')).toEqual([
    { day: '2026-11-22', row: 'x', side: 'received', count: 51, sum: 51 },
    { day: '2026-11-22', row: 'y', side: 'received', count: 100, sum: 100 },
  ]);
  expect(await marked()).toBe(151);
});

test('a figure that is new counts from the beginning, the others go on', async () => {
  for (let i = 0; i < 70; i++) source.add({ row: 'x' });
  const first = await begin(figure('a', 't'));
  await first.takeUp();
  await first.stop();
  source.add({ row: 'x' });
  const second = await begin(figure('a', 't'), figure('b', 't'), figure('c', 'other'));
  await second.takeUp();
  expect((await sums('p/a')).map(({ count }) => count)).toEqual([71]);
  expect((await sums('p/b')).map(({ count }) => count)).toEqual([71]);
  expect(await sums('p/c')).toEqual([]);
});

test('what has to wait is counted when it can be judged, once, also after a restart', async () => {
  const later = source.add({ row: 'late' }, true);
  source.add({ row: 'x' });
  const first = await begin(figure('a', 't'));
  await first.takeUp();
  expect((await sums('p/a')).map(({ row }) => row)).toEqual(['x']);
  await first.stop();
  source.records[0] = later;
  const second = await begin(figure('a', 't'));
  await second.takeUp();
  source.tellState();
  await second.takeUp();
  expect((await sums('p/a')).map(({ row, count }) => [row, count])).toEqual([
    ['late', 1],
    ['x', 1],
  ]);
});

test('a record that cannot be counted keeps none of the others from it', async () => {
  source.add({ bad: true });
  source.add({ row: 'x' });
  const marks = await begin(figure('a', 't'));
  await marks.takeUp();
  expect((await sums('p/a')).map(({ count }) => count)).toEqual([1]);
});

test('where records were put back to an older copy, all are counted anew', async () => {
  for (let i = 0; i < 70; i++) source.add({ row: 'x' });
  const first = await begin(figure('a', 't'));
  await first.takeUp();
  await first.stop();
  source.records.splice(40);
  source.add({ row: 'y' });
  const second = await begin(figure('a', 't'));
  await second.takeUp();
  expect((await sums('p/a')).map(({ row, count }) => [row, count])).toEqual([
    ['x', 40],
    ['y', 1],
  ]);
  expect(await marked()).toBe(41);
});
