/** What panels offer: those in turn, of the institution that asks, with what the rules say of what is filled in. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Selected } from '../../kernel/selection.ts';
import { type Corridor, foundTestCorridor } from '../corridor.ts';
import { agree, arrive, depart, type Truck } from '../trucks.ts';

const hour = 3_600_000;
const good: Truck = { serial: 1, plate: '10-XX-001', seal: 'AZ0001' };
const bad: Truck = { serial: 2, plate: '10-XX-002', seal: 'AZ0002', found: 'AZ0099' };
const lanes: Selected = { outcome: 'green', ground: 'none', at: 0, rerouted: [] };
let corridor: Corridor;
let goodId: string;
let badId: string;

beforeAll(async () => {
  let behind = 3 * hour;
  const now = () => Date.now() - behind;
  corridor = await foundTestCorridor({ az: ['az.customs'], ru: ['ru.fts'], now });
  await agree(corridor);
  goodId = await depart(corridor, good, now());
  badId = await depart(corridor, bad, now());
  behind = 0;
}, 60_000);
afterAll(() => corridor?.end(), 30_000);

const acting = { issued: true, received: true };

async function actions(country: 'AZ' | 'RU', id: string, more: object = {}) {
  const desks = corridor.servers.get(country)?.desks;
  const service = desks?.get(country === 'AZ' ? 'az.customs' : 'ru.fts')?.ground.service;
  const panels = await service?.panels(id, { language: 'en', acts: acting, selected: { lanes }, ...more });
  return panels?.flatMap((panel) => panel.actions) ?? [];
}

test('those in turn are offered, by state and by side', async () => {
  expect((await actions('RU', goodId)).map(({ event }) => event)).toEqual(['arrive', 'ask', 'reject']);
  expect((await actions('AZ', goodId)).map(({ event }) => event)).toEqual(['report']);
  await arrive(corridor, goodId, good, Date.now());
  await arrive(corridor, badId, bad, Date.now());
  expect((await actions('RU', goodId)).map(({ event }) => event)).toEqual(['pass', 'recognise', 'decline', 'ask']);
});

test('whoever has to act is told in the list what the record that made it their turn has found', async () => {
  const service = corridor.servers.get('RU')?.desks.get('ru.fts')?.ground.service;
  const lines = await service?.turns({ ids: [goodId, badId] });
  expect(lines?.map(({ id, worst }) => [id, worst])).toEqual([
    [goodId, undefined],
    [badId, 'warn'],
  ]);
});

test('one that is ready is found without fault, or tells why not', async () => {
  const [pass] = await actions('RU', goodId);
  expect(pass).toMatchObject({ main: true, ready: true, panel: 'manifest' });
  expect(pass?.findings.filter(({ severity }) => severity !== 'inform')).toEqual([]);
  const [full] = await actions('RU', badId);
  expect(full).toMatchObject({ event: 'recognise', ready: true });
  const refusing = full?.findings.filter(({ severity }) => severity === 'refuse').map(({ code }) => code);
  expect(refusing?.toSorted()).toEqual(['seal-absent', 'seal-not-stated']);
});

test('what is still to be written is no fault of one that opens a form', async () => {
  const offered = await actions('RU', badId);
  for (const { ready, findings } of offered)
    if (!ready) expect(findings.filter(({ code }) => code === 'input.missing-member')).toEqual([]);
});

test('nothing is offered to whoever may not act, and nothing told of the lane to whoever may not know', async () => {
  expect(await actions('RU', goodId, { acts: { issued: true, received: false } })).toEqual([]);
  const service = corridor.servers.get('RU')?.desks.get('ru.fts')?.ground.service;
  const untold = await service?.panels(goodId, { language: 'en', acts: acting });
  expect(JSON.stringify(untold)).toContain('Not chosen yet');
});

test('a program is offered nothing', async () => {
  const ru = await corridor.client('ru.fts');
  const { status, body } = await ru.get(`/api/desk/records/${goodId}/panels?lang=en`);
  expect(status).toBe(200);
  expect(body.items).toMatchObject([{ name: 'manifest', first: true, actions: [] }]);
});
