/** A manifest from one service to the other and back, over real servers: registered, controlled, recognised, crossed. */
import { afterEach, expect, it } from 'vitest';
import { type Client, type Corridor, foundTestCorridor, until } from '../corridor.ts';
import { putIntoGreen } from '../lane-in-force.ts';

let corridor: Corridor | undefined;
afterEach(async () => corridor?.end());

const at = (minutes: number) => `${new Date(Date.now() + minutes * 60_000).toISOString().slice(0, 19)}Z`;
const today = new Date().toISOString().slice(0, 10);
const [year = '', month = '', date = ''] = today.split('-');
const kilograms = (value: string) => ({ value, unit: 'KGM' });
const sender = '01300010';
const entry = '10899020';

const manifest = (serial: number) => ({
  number: `${sender}/${date}${month}${year.slice(2)}/${String(serial).padStart(7, '0')}`,
  mode: '3',
  transport: { number: `CMR-${serial}` },
  dispatch: 'AZ',
  destination: 'RU',
  departureOffice: sender,
  entryOffice: entry,
  expected: at(600),
  consignor: { name: 'Nümunə təsərrüfatı', operator: 'AZ-0017', country: 'AZ' },
  consignee: { name: 'ООО «Образец»', country: 'RU' },
  carrier: { name: 'Nümunə Daşıma MMC', country: 'AZ' },
  means: [{ kind: 'vehicle', number: '10-AA-100', seals: [{ number: 'AZ 000001' }] }],
  lines: [
    {
      sequence: 1,
      hs: '080810',
      description: 'Alma',
      origin: 'AZ',
      gross: kilograms('20700'),
      net: kilograms('20000'),
      value: { amount: '1000000', currency: 'RUB' },
    },
  ],
});

const control = {
  number: 'AZ-K-1',
  side: 'sending',
  office: sender,
  controls: ['scan', 'seal-check'],
  result: 'A1',
  started: at(-30),
  ended: at(-20),
  seals: [{ means: '10 AA 100', before: ['AZ 000001'], after: ['AZ 000002'], state: 'good' }],
};
const arrival = (seal: string, state: 'good' | 'bad', gross: string) => ({
  office: entry,
  time: at(-1),
  means: [{ number: '10AA100', seals: [{ number: seal, state }] }],
  gross: kilograms(gross),
});
const full = { decision: 'full', lane: 'green', ground: 'none', office: entry };

const post = (client: Client, body: object) => client.post('/api/records', { profile: 'customs', to: [], ...body });

async function issued(client: Client, body: object): Promise<string> {
  const answer = await post(client, body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.id;
}

async function refused(client: Client, body: object): Promise<readonly string[]> {
  const answer = await post(client, body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(422);
  return answer.body.findings.map(({ code }: { code: string }) => code);
}

const reaches = async (clients: readonly Client[], id: string, state: string) => {
  for (const client of clients)
    await until(
      async () => (await client.get(`/api/records/${id}`)).body,
      (record) => record.state === state,
    );
};

async function bothServices(): Promise<readonly [Client, Client]> {
  corridor = await foundTestCorridor({ az: ['az.customs'], ru: ['ru.fts'] });
  return [await corridor.client('az.customs'), await corridor.client('ru.fts')];
}

it('is registered, recognised once seals and weight agree, released, looked at later and closed', async () => {
  const [az, ru] = await bothServices();
  const tolerance = { hs: '*', permille: 10, from: '2026-01-01' };
  await issued(ru, { type: 'weight-tolerance', to: ['az.customs'], claims: tolerance });
  const id = await issued(az, { type: 'manifest', to: ['ru.fts'], claims: manifest(1) });
  await reaches([az, ru], id, 'registered');
  expect(await refused(ru, { type: 'recognition', about: id, claims: full })).toEqual(
    expect.arrayContaining(['control-result-missing']),
  );
  await issued(az, { type: 'control-result', about: id, claims: control });
  await until(
    async () => (await ru.get('/api/records?type=control-result')).body.items,
    (items) => items.length === 1,
  );
  await issued(ru, { type: 'manifest-arrival', about: id, claims: arrival('AZ 000001', 'good', '20910') });
  const codes = await refused(ru, { type: 'recognition', about: id, claims: full });
  expect(codes).toEqual(expect.arrayContaining(['seal-absent', 'seal-not-stated', 'weight-outside']));
  expect(await refused(az, { type: 'recognition', about: id, claims: full })).toContain('not-receiving-side');
  if (corridor) await putIntoGreen(corridor, id);
  // The officer had read the old seal from the papers.
  await issued(ru, { type: 'manifest-arrival', about: id, claims: arrival('az-000002', 'good', '20907') });
  await issued(ru, { type: 'recognition', about: id, claims: { ...full, release: true } });
  await reaches([az, ru], id, 'released');
  const later = {
    number: 'RU-1',
    side: 'receiving',
    office: entry,
    controls: ['documents'],
    result: 'A2',
    started: at(-1),
    ended: at(0),
  };
  await issued(ru, { type: 'control-result', about: id, claims: later });
  await issued(ru, { type: 'manifest-disposition', about: id, claims: { kind: 'close', office: entry } });
  await reaches([az, ru], id, 'closed');
  for (const client of [az, ru]) expect((await client.get('/api/records?type=refusal')).body.items).toEqual([]);
});

it('waits for an officer where a participant is suspended', async () => {
  const [az, ru] = await bothServices();
  const operator = {
    number: 'AZ-0017',
    name: 'Nümunə təsərrüfatı',
    grade: 'authorised',
    document: { number: '1', date: '2026-01-10' },
  };
  await issued(az, { type: 'operator', to: ['ru.fts'], claims: { ...operator, state: '02', effective: '2026-01-10' } });
  await issued(az, { type: 'operator', to: ['ru.fts'], claims: { ...operator, state: '03', effective: today } });
  const id = await issued(az, { type: 'manifest', to: ['ru.fts'], claims: manifest(2) });
  await reaches([ru], id, 'sent');
  const rejection = { kind: 'reject', reasons: [{ code: 'participant-suspended' }] };
  await issued(ru, { type: 'manifest-registration', about: id, claims: rejection });
  await reaches([az, ru], id, 'rejected');
  expect((await az.get('/api/records?type=manifest-registration')).body.items).toHaveLength(1);
  const again = await issued(az, { type: 'manifest', to: ['ru.fts'], about: id, claims: manifest(3) });
  await reaches([az, ru], id, 'replaced');
  await reaches([az, ru], again, 'sent');
});

it('that has arrived cannot be withdrawn by who did not know it', async () => {
  const [az, ru] = await bothServices();
  const id = await issued(az, { type: 'manifest', to: ['ru.fts'], claims: manifest(4) });
  await reaches([az, ru], id, 'registered');
  await corridor?.stop('AZ');
  await issued(ru, { type: 'manifest-arrival', about: id, claims: arrival('AZ 000001', 'good', '20700') });
  await corridor?.stop('RU');
  await corridor?.start('AZ');
  await issued(az, { type: 'manifest-withdrawal', about: id, claims: { reason: 'other-route' } });
  await reaches([az], id, 'withdrawn');
  await corridor?.start('RU');
  await reaches([az, ru], id, 'arrived');
});

it('waits for an officer where the receiving service alone has suspended a participant', async () => {
  const [az, ru] = await bothServices();
  const operator = {
    number: 'AZ-0017',
    name: 'Nümunə təsərrüfatı',
    grade: 'low-risk',
    document: { number: '1', date: '2026-01-10' },
  };
  await issued(az, { type: 'operator', to: ['ru.fts'], claims: { ...operator, state: '02', effective: '2026-01-10' } });
  await until(
    async () => (await ru.get('/api/records?type=operator')).body.items,
    (items) => items.length === 1,
  );
  await issued(ru, {
    type: 'operator',
    to: ['az.customs'],
    claims: { ...operator, state: '02', effective: '2026-01-12' },
  });
  await issued(ru, { type: 'operator', to: ['az.customs'], claims: { ...operator, state: '03', effective: today } });
  const id = await issued(az, { type: 'manifest', to: ['ru.fts'], claims: manifest(5) });
  await reaches([az, ru], id, 'sent');
  await issued(ru, { type: 'manifest-registration', about: id, claims: { kind: 'register', office: entry } });
  await reaches([az, ru], id, 'registered');
  for (const client of [az, ru]) expect((await client.get('/api/records?type=refusal')).body.items).toEqual([]);
});

it('is not cleared by seals told after the arrival, and blames nobody who had not heard of it', async () => {
  const [az, ru] = await bothServices();
  const id = await issued(az, { type: 'manifest', to: ['ru.fts'], claims: manifest(6) });
  await reaches([az, ru], id, 'registered');
  await corridor?.stop('AZ');
  await issued(ru, { type: 'manifest-arrival', about: id, claims: arrival('AZ 000002', 'good', '20700') });
  await corridor?.stop('RU');
  await corridor?.start('AZ');
  await issued(az, { type: 'control-result', about: id, claims: control });
  await corridor?.start('RU');
  await reaches([az, ru], id, 'arrived');
  await until(
    async () => (await ru.get('/api/records?type=control-result')).body.items,
    (items) => items.length === 1,
  );
  const codes = await refused(ru, { type: 'recognition', about: id, claims: full });
  expect(codes).toEqual(expect.arrayContaining(['seal-absent', 'seal-not-stated']));
  const now = { ...control, number: 'AZ-K-2', controls: ['seal-check'], result: 'A2', started: at(-3), ended: at(-2) };
  const told = await post(az, { type: 'control-result', about: id, claims: now });
  expect(told.status, JSON.stringify(told.body)).toBe(201);
  expect(told.body.findings.map(({ code }: { code: string }) => code)).toContain('control-told-late');
  for (const client of [az, ru]) expect((await client.get('/api/records?type=refusal')).body.items).toEqual([]);
});
