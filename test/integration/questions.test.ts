/** Was a grower admitted on a day, and who knew what when: one answer on both sides, that nothing later changes. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Told } from '../../kernel/demonstration.ts';
import { greenhouseCompany } from '../../profiles/phytosanitary/demonstration/growers.ts';
import { admission } from '../../profiles/phytosanitary/demonstration/requirements.ts';
import { type Client, type Corridor, foundTestCorridor, until } from '../corridor.ts';

const day = 86_400_000;
const hour = day / 24;
/** Ten in the morning, so that nothing below crosses midnight. */
const start = Math.floor(Date.now() / day) * day + 10 * hour;
let ahead = 0;
const began = Date.now();
const now = () => start + ahead + (Date.now() - began);
const told: Told = {
  id: () => '',
  day: (offset) => new Date(start + offset * day).toISOString().slice(0, 10),
  time: (offset) => new Date(start + offset * day).toISOString(),
};

interface Row {
  readonly register: string;
  readonly key: readonly string[];
  readonly statements: readonly {
    readonly record: string;
    readonly time: number;
    readonly value: unknown;
    readonly known: readonly { readonly institution: string; readonly time: number }[];
  }[];
  readonly on: { readonly inForce?: string; readonly known: readonly object[] };
}

let corridor: Corridor;
let az: Client;
let ru: Client;
let customs: Client;
beforeAll(async () => {
  corridor = await foundTestCorridor({ ru: ['ru.customs', 'ru.fsvps'], now });
  [az, ru, customs] = (await Promise.all(['az.afsa', 'ru.fsvps', 'ru.customs'].map((id) => corridor.client(id)))) as [
    Client,
    Client,
    Client,
  ];
}, 30_000);
afterAll(() => corridor.end());

async function issue(by: Client, type: string, claims: object, to: readonly string[], about?: string) {
  const draft = { profile: 'phytosanitary', type, to, claims, ...(about !== undefined && { about }) };
  const { status, body } = await by.post('/api/records', draft);
  expect(status, JSON.stringify(body)).toBe(201);
  return { id: body.id as string, time: body.time as number };
}

/** Issued, and cosigned by all who get it. */
async function issued(by: Client, type: string, claims: object, to: readonly string[], about?: string) {
  const record = await issue(by, type, claims, to, about);
  await caughtUp();
  return record;
}

const caughtUp = () =>
  until(
    () => Promise.all([az, ru].map((client) => client.get('/api/channels'))),
    (all) => all.every(({ body }) => body.items.every(({ lag }: { lag: number }) => lag === 0)),
  );

const asked = { importer: 'ru.fsvps', exporter: 'az.afsa', grower: 'AZ-TM-014', product: 'LYPES' };
const path = (on: string, more: object = {}) =>
  `/api/questions/phytosanitary/admitted?${new URLSearchParams({ on, ...asked, ...more })}`;

/** What both sides say, once they say the same. */
async function onBoth(on: string, more: object = {}) {
  const both = await until(
    () => Promise.all([az, ru].map((client) => client.get(path(on, more)))),
    ([here, there]) => JSON.stringify(here?.body) === JSON.stringify(there?.body),
  );
  for (const { status, body } of both) expect([status, body.complete], JSON.stringify(body)).toEqual([200, true]);
  return both[0]?.body as { at: number; answer: { code: string; text: string; detail: object; rests: Row[] } };
}

const codeOn = async (on: string, more: object = {}) => (await onBoth(on, more)).answer.code;
const instant = (time: number) => new Date(time).toISOString();
const registers = (rests: readonly Row[]) => rests.map(({ register }) => register.replace('phytosanitary/', ''));

test('one answer on both sides before, during and after a suspension, and for an earlier day ever after', async () => {
  const grower = greenhouseCompany(told);
  expect(await codeOn(told.day(0))).toBe('not-registered');
  await issued(az, 'grower', grower, ['ru.customs', 'ru.fsvps']);
  expect(await codeOn(told.day(0))).toBe('no-admission');
  const season = admission('AZ-TM-014', 'LYPES', '60')(told);
  const claims = { ...season, from: told.day(1), to: told.day(90), checkpoints: ['RUYAK'] };
  const first = await issued(ru, 'admission', claims, ['az.afsa']);

  const before = await onBoth(told.day(0));
  expect(before.answer).toMatchObject({
    code: 'not-yet',
    text: expect.stringContaining(`first day ${told.day(1)}`),
  });
  expect(await codeOn(told.day(0), { season: '2001-02' })).toBe('no-admission');

  // Signed on the third day, while the exporting side is away; known there on the fifth.
  ahead = 2 * day;
  const whole = await onBoth(told.day(1));
  expect(whole.answer).toMatchObject({
    code: 'admitted',
    text: `Admitted: AZ-TM-014, product LYPES, season ${season.season}, ${told.day(1)} to ${told.day(90)}, 60 t; by ru.fsvps (checkpoints: RUYAK).`,
  });
  expect(registers(whole.answer.rests)).toEqual(['grower', 'admission']);
  expect(whole.answer.rests[1]?.on).toMatchObject({ inForce: first.id });
  await corridor.stop('AZ');
  const suspension = {
    exporter: 'az.afsa',
    grower: 'AZ-TM-014',
    product: 'LYPES',
    pest: 'TOBRFV',
    reason: 'pest-found',
    legalAct: 'Приказ № 1',
  };
  const measure = await issue(ru, 'suspension', suspension, ['az.afsa']);
  ahead = 4 * day;
  await corridor.start('AZ');
  await caughtUp();

  const during = await onBoth(told.day(2));
  expect(during.at).toBe(Date.parse(`${told.day(2)}T23:59:59.999Z`));
  expect(during.answer).toMatchObject({
    code: 'suspended',
    text: `Suspended: ru.fsvps had suspended imports from AZ-TM-014 since ${told.day(2)} (product: LYPES; pest: TOBRFV; legal act: Приказ № 1).`,
  });
  const row = during.answer.rests.at(-1) as Row;
  expect(row).toMatchObject({
    register: 'phytosanitary/suspension',
    statements: [{ record: measure.id, time: measure.time, known: [{ institution: 'az.afsa' }] }],
    // Not before the fifth day: until then az.afsa knew of nothing.
    on: { inForce: measure.id, known: [{ institution: 'az.afsa' }] },
  });
  expect(row.statements[0]?.known[0]?.time).toBeGreaterThan(measure.time + day);
  expect(row.on.known[0]).not.toHaveProperty('record');
  expect((await onBoth(told.day(4))).answer.rests.at(-1)?.on.known).toEqual([
    { institution: 'az.afsa', record: measure.id },
  ]);
  expect(await codeOn(instant(measure.time - 1))).toBe('admitted');
  expect(await codeOn(instant(measure.time))).toBe('suspended');
  expect(await codeOn(told.day(2), { product: 'MABSD' })).toBe('no-admission');

  ahead = 6 * day;
  const earlier = await Promise.all([0, 1, 2, 4].map((offset) => onBoth(told.day(offset))));
  const lifting = await issued(ru, 'lifting', {}, [], measure.id);
  const after = await onBoth(instant(lifting.time));
  expect(after.answer.code).toBe('admitted');
  expect(registers(after.answer.rests)).toEqual(['grower', 'admission', 'suspension']);
  expect(after.answer.rests.at(-1)?.statements.map(({ record }) => record)).toEqual([measure.id, lifting.id]);
  expect(await codeOn(instant(lifting.time - 1))).toBe('suspended');

  ahead = 8 * day;
  await issued(ru, 'admission', { ...claims, from: told.day(20), to: told.day(30) }, ['az.afsa']);
  await issued(az, 'grower', { ...grower, status: 'ceased' }, ['ru.customs', 'ru.fsvps']);
  expect(await codeOn(told.day(8))).toBe('ceased');
  expect(await Promise.all([0, 1, 2, 4].map((offset) => onBoth(told.day(offset))))).toEqual(earlier);

  // A third institution holds some of it, and says so.
  const elsewhere = await customs.get(path(told.day(1)));
  expect([elsewhere.status, elsewhere.body.complete]).toEqual([200, false]);
});

test('what is asked is checked as strictly as anything', async () => {
  for (const [query, status, code, at] of [
    [path('2026-02-30'), 400, 'input.bad-value', '/query/on'],
    [path('2026-11-14', { colour: 'red' }), 400, 'input.unknown-member', '/query/colour'],
    [path('2026-11-14', { product: 'tomato' }), 400, 'input.bad-value', '/query/product'],
    [`${path('2026-11-14')}&product=LYPES`, 400, 'input.bad-value', '/query/product'],
    [path('2026-11-14').replace('&grower=AZ-TM-014', ''), 400, 'input.missing-member', '/query/grower'],
    [path('2026-11-14').replace(/on=[^&]*&/, ''), 400, 'input.missing-member', '/query/on'],
    [path('2026-11-14').replace('/admitted', '/refused'), 404, 'request.not-found', undefined],
    ['/api/questions?colour=red', 400, 'input.unknown-member', '/query/colour'],
  ] as const) {
    const { status: given, body } = await az.get(query);
    expect([given, body.code, body.findings[0]?.path], query).toEqual([status, code, at]);
  }
  const { body } = await az.get('/api/questions');
  const admitted = body.items.find(({ name }: { name: string }) => name === 'admitted');
  expect(admitted.parameters.filter(({ required }: { required: boolean }) => required)).toHaveLength(4);
});
