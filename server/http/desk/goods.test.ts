/** What traders are told of goods whose records name their company, and that nobody is told of others'. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Corridor, foundTestCorridor, until } from '../../../test/corridor.ts';
import { agree, arrive, depart, type Truck } from '../../../test/trucks.ts';
import type { Desk } from '../../desk/desk.ts';
import type { Role } from '../../desk/roles.ts';
import { TestBrowser } from '../../desk/testing/browser.ts';
import { signIn } from '../../desk/testing/session.ts';
import { GoodsPageShape, GoodsShape } from './goods.ts';

const hour = 3_600_000;
const path = '/api/desk/goods';
const trucks: readonly Truck[] = [
  { serial: 201, plate: '10-XX-201', seal: 'AZ0201' },
  { serial: 202, plate: '10-XX-202', seal: 'AZ0202' },
  {
    serial: 203,
    plate: '10-XX-203',
    seal: 'AZ0203',
    consignor: { name: 'Gəncə Nümunə Ticarət MMC', operator: 'AZ-AR-0099' },
  },
];

let corridor: Corridor;
const ids: string[] = [];
let behind = 3 * hour;
const now = () => Date.now() - behind;

beforeAll(async () => {
  corridor = await foundTestCorridor({ az: ['az.customs'], ru: ['ru.fts'], now });
  await agree(corridor);
  for (const truck of trucks) ids.push(await depart(corridor, truck, now()));
}, 120_000);
afterAll(() => corridor?.end());

function deskOf(institution: 'az.customs' | 'ru.fts'): { readonly desk: Desk; readonly port: number } {
  const server = corridor.servers.get(institution.slice(0, 2).toUpperCase());
  const desk = server?.desks.get(institution);
  if (!server || !desk) throw new Error(institution);
  return { desk, port: server.config.port };
}

async function someone(institution: 'az.customs' | 'ru.fts', roles: readonly Role[], knownAs: readonly string[] = []) {
  const { desk, port } = deskOf(institution);
  const { cookie, person } = await signIn(desk, roles, `localhost:${port}`, roles.join(' '));
  await desk.people.change(person.id, { knownAs });
  const page = new TestBrowser(port);
  page.cookie = cookie;
  return Object.assign(page, { person });
}

const validator = new Ajv2020({ allErrors: true, strict: false });
function expectShape(shape: object, value: unknown): void {
  expect(validator.validate(shape, value) ? [] : validator.errors).toEqual([]);
}

async function told(page: TestBrowser, more = ''): Promise<string[]> {
  const { status, body } = await page.get(`${path}${more}`);
  expect(status, JSON.stringify(body)).toBe(200);
  expectShape(GoodsPageShape, body);
  expect(body.complete).toBe(true);
  return body.items.map(({ id }: { id: string }) => id);
}

const newest = () => ids.toReversed();
const unknown = '0'.repeat(64);

test('a company of the other country sees its goods, and nobody else’s, on either side', async () => {
  const consignee = await someone('ru.fts', ['trader'], ['RU00011']);
  const consignor = await someone('az.customs', ['trader'], ['AZ-AR-0014']);
  const other = await someone('ru.fts', ['trader'], ['AZ-AR-0099']);
  const stranger = await someone('ru.fts', ['trader'], ['RU 9999999999']);
  const nobody = await someone('ru.fts', ['trader']);
  expect(await told(consignee)).toEqual(newest());
  expect(await told(consignor)).toEqual([ids[1], ids[0]]);
  expect(await told(other)).toEqual([ids[2]]);
  for (const page of [stranger, nobody]) {
    expect(await told(page)).toEqual([]);
    const [theirs, none] = [await page.get(`${path}/${ids[0]}`), await page.get(`${path}/${unknown}`)];
    expect([theirs.status, theirs.body.code]).toEqual([404, 'desk.unknown']);
    expect({ ...theirs.body, instance: '' }).toEqual({ ...none.body, instance: '' });
  }
  expect((await other.get(`${path}/${ids[0]}`)).status).toBe(404);
  expect((await consignor.get(`${path}/${ids[2]}`)).status).toBe(404);
  // Pages: one after another, and nothing after what is another's.
  const first = await consignee.get(`${path}?limit=2`);
  expect(first.body.next).toBe(ids[1]);
  expect(await told(consignee, `?limit=2&after=${first.body.next}`)).toEqual([ids[0]]);
  for (const after of [ids[0], unknown]) expect(await told(other, `?after=${after}`)).toEqual([]);
}, 30_000);

test('the number is found however it is written, and only as a whole', async () => {
  for (const number of ['ru00011', 'RU 000 11', 'ru-00011', 'RU–00011'])
    expect([number, await told(await someone('ru.fts', ['trader'], [number]))]).toEqual([number, newest()]);
  for (const number of ['RU0001', 'RU000111', '00011', 'KARVAN-17', '10-XX-201', 'AZ-PC-201'])
    expect([number, await told(await someone('ru.fts', ['trader'], [number]))]).toEqual([number, []]);
}, 30_000);

test('told are turn, steps, institutions and times, and nothing that records state', async () => {
  const page = await someone('ru.fts', ['trader'], ['RU00011']);
  const id = ids[0] ?? '';
  behind = 0;
  await arrive(corridor, id, trucks[0] as Truck, now());
  const { body } = await until(
    () => page.get(`${path}/${id}`),
    (answer) => answer.body.state === 'arrived',
  );
  expectShape(GoodsShape, body);
  expect(body).toMatchObject({
    typeTitle: { en: 'Electronic manifest' },
    stateTitle: { en: 'At the border' },
    turn: ['ru.fts'],
    clock: { turn: ['ru.fts'] },
  });
  const steps = body.steps.map(({ code, by, title }: { code: string; by: string; title?: { en: string } }) =>
    [code, by, title?.en].filter(Boolean).join(' '),
  );
  expect(steps).toEqual(
    expect.arrayContaining(['logged ru.fts', 'follow-up ru.fts arrival at the border', 'received ru.fts']),
  );
  const text = JSON.stringify([body, (await page.get(path)).body]);
  for (const hidden of ['AZ0201', 'KARVAN', '19300', '19200', '21600', '2002', 'A1', 'green', 'lane', 'scan', 'Şəmkir'])
    expect([hidden, text.includes(hidden)]).toEqual([hidden, false]);
  expect(text).not.toMatch(/claims|finding|officer|index|seq/);
  expect((await page.get(`/api/records/${id}`)).status).toBe(403);
  expect((await page.get('/api/desk/dossiers?q=RU00011')).status).toBe(403);
}, 60_000);

test('under way nobody has anything to do, and that is said', async () => {
  const page = await someone('ru.fts', ['trader'], ['RU00011']);
  const { body } = await until(
    () => page.get(`${path}/${ids[1]}`),
    (answer) => answer.body.state === 'registered',
  );
  expect(body.meanwhile.en).toBe('Under way to the border');
  const other = await someone('ru.fts', ['trader'], ['AZ-AR-0099']);
  const waiting = await other.get(`${path}/${ids[2]}`);
  expect([waiting.body.turn, waiting.body.meanwhile]).toEqual([['ru.fts'], undefined]);
}, 60_000);

test('what the office enters takes effect at once, and so does what it takes away; the trail tells who could look', async () => {
  const administrator = await someone('ru.fts', ['administrator']);
  const auditor = await someone('ru.fts', ['auditor']);
  const page = await someone('ru.fts', ['trader']);
  const { id } = page.person;
  const change = (body: object) => administrator.call('PATCH', `/api/desk/people/${id}`, body);
  const given = await change({ knownAs: ['RU 00011', 'ru00011', 'AZ-AR-0099'] });
  expect(given.body.knownAs).toEqual(['ru00011', 'AZ-AR-0099']);
  expect(await told(page)).toEqual(newest());
  expect((await page.get('/api/desk/session')).body.person.knownAs).toEqual(['ru00011', 'AZ-AR-0099']);
  await change({ knownAs: ['AZ-AR-0099'] });
  expect(await told(page)).toEqual([ids[2]]);
  expect((await page.get(`${path}/${ids[0]}`)).status).toBe(404);
  // Other changes leave them as they are; whoever is a trader no more keeps none.
  await change({ name: 'Another name' });
  expect(await told(page)).toEqual([ids[2]]);
  await change({ roles: ['inspector'] });
  expect((await page.get(path)).status).toBe(403);
  await change({ roles: ['trader'] });
  expect(await told(page)).toEqual([]);
  await change({ knownAs: ['RU00011'] });
  await change({ active: false });
  expect((await page.get(path)).status).toBe(401);

  const trail = await auditor.get(`/api/desk/trail?about=${id}&limit=200`);
  const rows = trail.body.items.map(({ operation }: { operation: string }) => operation);
  expect(rows.filter((operation: string) => operation.includes(':')).toReversed()).toEqual([
    'addNumber:RU00011',
    'addNumber:AZAR0099',
    'removeNumber:RU00011',
    'removeNumber:AZAR0099',
    'addNumber:RU00011',
  ]);
}, 30_000);

test('numbers are an administrator’s to enter, of traders alone, and have to tell companies apart', async () => {
  const administrator = await someone('ru.fts', ['administrator']);
  const trader = await someone('ru.fts', ['trader']);
  const body = { name: 'New', language: 'en', roles: ['trader'], knownAs: ['RU00011'] };
  const made = await administrator.post('/api/desk/people', body);
  expect([made.status, made.body.person.knownAs]).toEqual([201, ['RU00011']]);
  for (const [knownAs, roles] of [
    [['RU'], ['trader']],
    [['none'], ['trader']],
    [['RU00011'], ['inspector']],
    [['RU00011', '1', '2', '3', '4', '5'], ['trader']],
    [['R1'.repeat(31)], ['trader']],
    [[' RU00011'], ['trader']],
  ])
    expect((await administrator.post('/api/desk/people', { ...body, roles, knownAs })).status, `${knownAs}`).toBe(400);
  const other = `/api/desk/people/${made.body.person.id}`;
  expect((await administrator.call('PATCH', other, { roles: ['inspector'], knownAs: ['RU00011'] })).status).toBe(400);
  expect((await administrator.call('PATCH', other, { knownAs: ['none'] })).body.code).toBe('input.bad-value');
  expect((await trader.call('PATCH', other, { knownAs: ['RU00011'] })).status).toBe(403);
  expect((await trader.call('PATCH', '/api/desk/session', { knownAs: ['RU00011'] })).status).toBe(400);
}, 30_000);

test('officers find by it, and it is no thing of the goods', async () => {
  const officer = await someone('ru.fts', ['inspector']);
  for (const q of ['RU00011', 'ru 00011', 'RU00011&kind=participant']) {
    const { body } = await officer.get(`/api/desk/dossiers?q=${q}`);
    expect(body.items.map(({ id }: { id: string }) => id).sort()).toEqual(ids.toSorted());
  }
  const { body } = await officer.get(`/api/desk/dossiers/${ids[0]}`);
  const kinds = [...body.things, ...body.numbers].map(({ kind }: { kind: string }) => kind);
  expect(kinds).toContain('seal');
  expect(kinds).not.toContain('participant');
  expect(body.records.some(({ id }: { id: string }) => id === ids[1])).toBe(false);
  expect((await officer.get(path)).status).toBe(403);
}, 30_000);
