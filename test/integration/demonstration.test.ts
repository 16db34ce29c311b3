/** The story that a demonstration tells: every step is issued by the rules, and both sides end with one state. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { profiles } from '../../profiles/index.ts';
import { storyBegins, tellingFile, tellStories } from '../../server/story.ts';
import { type Client, type Corridor, foundTestCorridor, until } from '../corridor.ts';

const ends = Date.now();
let clock: number | undefined = ends + (await storyBegins(profiles));
let corridor: Corridor;
let told: number;

beforeAll(async () => {
  corridor = await foundTestCorridor({
    az: ['az.afsa', 'az.customs'],
    ru: ['ru.fsvps', 'ru.fts'],
    now: () => clock ?? Date.now(),
  });
  await writeFile(join(corridor.data, tellingFile), JSON.stringify({ ends }));
  told = await tellStories(corridor.data, profiles, async (time) => {
    clock = time;
  });
}, 60_000);
afterAll(() => corridor.end());

async function records(client: Client) {
  const { body } = await client.get('/api/records?profile=phytosanitary&limit=200');
  const items = body.items as {
    id: string;
    type: string;
    number: string;
    state: string;
    worst?: string;
    seq: number;
  }[];
  return items.map(({ id, type, number, state, worst }) => ({ id, type, number, state, worst }));
}

const byId = <T extends { id: string }>(items: T[]) => items.toSorted((a, b) => (a.id < b.id ? -1 : 1));

test('some forty records, alike on both sides, that no rule objects to but for one signal', async () => {
  const [az, ru] = await Promise.all(['az.afsa', 'ru.fsvps'].map((id) => corridor.client(id)));
  const both = await until(
    () => Promise.all([az, ru].map(async (one) => byId(await records(one as Client)))),
    (sides) => new Set(sides.map((side) => side.map(({ id, state }) => `${id} ${state}`).join())).size === 1,
  );
  const here = both[1] ?? [];
  expect(told).toBeGreaterThanOrEqual(40);
  expect(here.length).toBeGreaterThanOrEqual(told);
  const signals = (await (ru as Client).get('/api/signals')).body.items as {
    number: string;
    findings: { code: string }[];
  }[];
  expect(signals.map(({ number, findings }) => [number, ...findings.map(({ code }) => code)])).toEqual([
    ['AZ-PC-DEMO-0004', 'vehicle-twice'],
  ]);
  expect(here.filter(({ worst }) => worst === 'refuse' || worst === 'warn').map(({ number }) => number)).toEqual([
    'AZ-PC-DEMO-0004',
  ]);
  const state = (number: string) => here.find((one) => one.number === number && one.type === 'certificate')?.state;
  expect(['0001', '0002', '0003', '0004', '0005', '0006', '0007', '0008'].map((n) => state(`AZ-PC-DEMO-${n}`))).toEqual(
    ['released', 'released', 'rejected', 'released', 'recognised', 'withdrawn', 'issued', 'released'],
  );
  expect(here.find(({ type }) => type === 'suspension')?.state).toBe('lifted');
  expect(here.find(({ type }) => type === 'non-compliance')?.state).toBe('closed');
  expect(here.filter(({ type }) => type === 'settlement')).toHaveLength(3);
});

test('every tonne has one place on both sides', async () => {
  const [az, ru] = await Promise.all(['az.afsa', 'ru.fsvps'].map((id) => corridor.client(id)));
  for (const ledger of ['season-balance', 'certificate-line', 'weekly']) {
    const [a, b] = await Promise.all(
      [az, ru].map((one) => (one as Client).get(`/api/ledgers/phytosanitary/${ledger}`)),
    );
    expect(a?.body.items.length).toBeGreaterThan(0);
    expect(a?.body).toEqual(b?.body);
  }
  const { body } = await (ru as Client).get('/api/ledgers/phytosanitary/season-balance?key=az.afsa&key=ru.fsvps');
  const free = (body.items as { key: string[]; available: string }[]).map(({ key, available }) => [key[2], available]);
  expect(Object.fromEntries(free)).toEqual({
    // Admitted, less what was certified, with what came short or went back credited again.
    'AZ-AP-007': String(2_400_000 - 41_250),
    'AZ-TM-014': String(2_000_000 - 18_000 - 18_600 - 18_000),
    'AZ-TM-100': String(900_000 - 19_200),
  });
});
