import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Refusal } from '../../../kernel/refusal.ts';
import { type Corridor, certificateXml, foundTestCorridor, until } from '../../../test/corridor.ts';
import { Rejected } from '../../institution/service.ts';
import type { Desk } from '../desk.ts';
import type { Person } from '../people/person.ts';
import { Applications } from './applications.ts';
import { TradeNotices } from './trade-notices.ts';

const vector = new URL('../../../profiles/phytosanitary/vectors/valid/apples-by-rail.json', import.meta.url);
const { claims } = JSON.parse(await readFile(vector, 'utf8'));
const certificate = { profile: 'phytosanitary', type: 'certificate' };
const empty = { title: '', to: [], claims, annexes: [] };
let corridor: Corridor;
let desk: Desk;
let trader: Person;
let officer: Person;
let ahead = 0;
let numbers = 0;

beforeAll(async () => {
  corridor = await foundTestCorridor({ now: () => Date.now() + ahead });
  desk = corridor.servers.get('AZ')!.desks.get('az.afsa')!;
  trader = await desk.people.add({ name: 'T', roles: ['trader'], language: 'en' });
  await desk.demonstration.enrol();
  officer = await desk.people.add({ name: 'O', roles: ['inspector'], language: 'en' });
}, 60_000);
afterAll(() => corridor.end());

function done<T>(value: T | Rejected | Refusal): T {
  if (value instanceof Refusal) throw new Error(value.code);
  if (value instanceof Rejected) throw new Error(JSON.stringify(value.findings));
  return value;
}

/** An application that was taken up, and a record prepared for it. */
async function awaited(): Promise<{ id: string; record: string }> {
  const { applications, ground } = desk;
  const begun = done(await applications.begin(trader, 'phytosanitary', 'certificate', empty));
  const sent = done(await applications.act(trader, begun.id, { act: 'send', revision: begun.revision }));
  done(await applications.act(officer, begun.id, { act: 'take', revision: sent.revision }));
  const draft = {
    profile: 'phytosanitary',
    type: 'certificate',
    to: ['ru.fsvps'],
    claims: { ...claims, number: `AZ-EXPECTED-${numbers++}` },
    annexes: [],
  };
  const prepared = done(await ground.service.prepare(draft));
  expect(await applications.expected.expect(officer, begun.id, certificate, prepared.id)).toBeUndefined();
  return { id: begun.id, record: prepared.id };
}

/** As an officer approves it, without what the desk does besides. */
async function signed(record: string): Promise<void> {
  const signatory = (await desk.people.all()).find(
    ({ roles, demonstration }) => demonstration && roles.includes('signatory'),
  )!;
  const { means: _, ...said } = done(await desk.passkeys.demonstration(signatory, Uint8Array.fromHex(record)));
  done(await desk.ground.service.issuePrepared(record, [{ of: 'record', ...said, demonstration: true }]));
}

const stateOf = async (id: string) => (await desk.applications.reader.show(trader, id))?.state;

test('its appearance alone makes the application issued', async () => {
  const { id, record } = await awaited();
  await signed(record);
  await until(
    () => stateOf(id),
    (state) => state === 'issued',
  );
  expect(await desk.applications.recordOf(trader, id)).toBe(record);
});

test('a record that was signed just before the server ended is found at the next start', async () => {
  const { id, record } = await awaited();
  await desk.applications.expected.stop();
  await signed(record);
  expect(await stateOf(id)).toBe('taken');
  await desk.applications.expected.start();
  expect(await stateOf(id)).toBe('issued');
});

test('what was signed stands, though the trader withdrew in the same moment', async () => {
  const { id, record } = await awaited();
  const { revision } = (await desk.applications.reader.show(trader, id))!;
  done(await desk.applications.act(trader, id, { act: 'withdraw', revision }));
  await Promise.all([
    signed(record),
    desk.applications.expected.issued(id, record),
    desk.applications.expected.issued(id, record),
  ]);
  const view = (await desk.applications.reader.show(trader, id))!;
  expect(view.state).toBe('issued');
  expect(view.history.filter(({ act }) => act === 'issue').length).toBe(1);
});

test('nothing is prepared for an application that is not taken up, or asks for something else', async () => {
  const { applications } = desk;
  const begun = done(await applications.begin(trader, 'phytosanitary', 'certificate', empty));
  const asked = (type = 'certificate', id = begun.id, by = officer) =>
    applications.expected.expect(by, id, { ...certificate, type });
  expect(await asked()).toMatchObject({ code: 'desk.unknown' });
  expect(await asked('certificate', 'A'.repeat(22))).toMatchObject({ code: 'desk.unknown' });
  const sent = done(await applications.act(trader, begun.id, { act: 'send', revision: begun.revision }));
  expect(await asked()).toMatchObject({ code: 'desk.out-of-turn' });
  expect(await asked('suspension')).toMatchObject({ code: 'input.bad-value' });
  done(await applications.act(officer, begun.id, { act: 'take', revision: sent.revision }));
  expect(await asked()).toBeUndefined();
  expect(await asked('certificate', begun.id, trader)).toMatchObject({ code: 'desk.out-of-turn' });
});

test('of two who sign for one application at a time one does', async () => {
  const { id, record } = await awaited();
  const { expected } = desk.applications;
  const other = 'f'.repeat(64);
  expect(await expected.expect(officer, id, certificate, other)).toMatchObject({ code: 'desk.out-of-turn' });
  // Not the same record twice either: whoever ends first would leave the other one alone.
  expect(await expected.expect(officer, id, certificate, record)).toMatchObject({ code: 'desk.out-of-turn' });
  expected.release(id, other);
  expect(await expected.expect(officer, id, certificate, other)).toMatchObject({ code: 'desk.out-of-turn' });
  expected.release(id, record);
  expect(await expected.expect(officer, id, certificate, other)).toBeUndefined();
});

test('officers hear of limits that passed: once, together, and hourly at most', async () => {
  const client = await corridor.client('az.afsa');
  const { body } = await client.post('/api/records?to=ru.fsvps', await certificateXml('AZ-OVERDUE'));
  const ru = corridor.servers.get('RU')!.desks.get('ru.fsvps')!;
  await until(
    () => ru.ground.service.show(body.id),
    (record) => record !== undefined,
  );
  const { id } = await ru.people.add({ name: 'B', roles: ['border-officer'], language: 'ru' });
  const told = async () => (await ru.notices.list(id, { limit: 20 })).items.filter(({ kind }) => kind === 'overdue');
  const digest = new TradeNotices(ru.ground, ru.notices, new Applications(ru.ground, ru.people));
  await digest.tellOverdue();
  expect(await told()).toEqual([]);
  ahead += 30 * 24 * 60 * 60 * 1000;
  await digest.tellOverdue();
  const [first] = await told();
  expect(first?.about.count).toBeGreaterThan(0);
  await digest.tellOverdue();
  ahead += 2 * 60 * 60 * 1000;
  await digest.tellOverdue();
  expect((await told()).length).toBe(1);
});
