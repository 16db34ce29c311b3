/** Shares and times that hang on earlier follow-ups: counted alike by both who hold them, and told as a table. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Corridor, foundTestCorridor, until } from '../corridor.ts';
import { agree, arrive, depart, follow, type Truck } from '../trucks.ts';

const trucks: readonly Truck[] = [
  { serial: 1, plate: '10-XX-001', seal: 'AZ0001' },
  { serial: 2, plate: '10-XX-002', seal: 'AZ0002' },
];
const office = '99010001';
const lane = { lane: 'red', ground: 'random', office } as const;
const minute = 60_000;
let corridor: Corridor;

beforeAll(async () => {
  let behind = 3 * 60 * minute;
  const now = () => Date.now() - behind;
  corridor = await foundTestCorridor({ az: ['az.customs'], ru: ['ru.fts'], now });
  const ru = await corridor.client('ru.fts');
  await agree(corridor);
  const ids: string[] = [];
  for (const truck of trucks) {
    const id = await depart(corridor, truck, now());
    ids.push(id);
    behind -= 15 * minute;
    await arrive(corridor, id, truck, now());
    behind -= 30 * minute;
  }
  const [first = '', second = ''] = ids;
  await follow(ru, first, 'recognition', { decision: 'full', ...lane, release: true });
  await follow(ru, second, 'recognition', { decision: 'none', ...lane, reasons: [{ code: 'random-check' }] });
  await follow(ru, second, 'control-result', {
    number: 'RU-1',
    side: 'receiving',
    office,
    controls: ['examination'],
    result: 'A4',
    started: new Date(now()).toISOString(),
    ended: new Date(now()).toISOString(),
    lines: [{ sequence: 1, violations: ['quantity'] }],
  });
  await follow(ru, second, 'manifest-disposition', { kind: 'release', office });
  const az = await corridor.client('az.customs');
  for (const id of ids)
    await until(
      () => az.get(`/api/records/${id}`),
      ({ body }) => body.state === 'released',
    );
}, 60_000);
afterAll(() => corridor?.end(), 30_000);

async function read(country: string, institution: string, name: string) {
  const figures = corridor.servers.get(country)?.desks.get(institution)?.figures;
  return until(
    async () => figures?.read(`customs/${name}`, { by: 'row' }),
    (answer) => answer?.complete === true && answer.rows.length > 0,
  );
}

const both = [
  ['AZ', 'az.customs', 'received'],
  ['RU', 'ru.fts', 'issued'],
] as const;

test.each(both)('%s counts shares and times from what came before', async (country, institution, side) => {
  const inspected = await read(country, institution, 'physically-inspected');
  expect(inspected).toMatchObject({ measure: 'share', rows: [{ row: office, side, count: 2, sum: 1 }] });
  const hits = await read(country, institution, 'hit-rate');
  expect(hits?.rows).toMatchObject([{ row: 'random', side, count: 1, sum: 1 }]);
  const times = await read(country, institution, 'release-time');
  expect(times?.rows).toMatchObject([{ row: office, side, count: 2 }]);
  const [{ median = 0, p90 = 0 } = {}] = times?.rows ?? [];
  expect(Math.round(median / minute)).toBe(30);
  expect(Math.round(p90 / minute)).toBe(75);
});
