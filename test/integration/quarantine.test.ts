/** Two services and a customs office: one answer on both sides, also to what crossed, and one limit for two hands. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Told } from '../../kernel/demonstration.ts';
import { companyTomatoes } from '../../profiles/phytosanitary/demonstration/certificates.ts';
import { greenhouse, greenhouseCompany } from '../../profiles/phytosanitary/demonstration/growers.ts';
import { admission, tomatoRequirement } from '../../profiles/phytosanitary/demonstration/requirements.ts';
import { exportResult, released } from '../../profiles/phytosanitary/demonstration/shipments.ts';
import { type Answer, type Client, type Corridor, foundTestCorridor, until } from '../corridor.ts';

const day = 86_400_000;
const ids = new Map<string, string>();
const told: Told = {
  id: (key) => ids.get(key) ?? '',
  day: (offset) => new Date(Date.now() + offset * day).toISOString().slice(0, 10),
  time: (offset) => new Date(Date.now() + offset * day).toISOString().replace(/\.\d+Z$/, 'Z'),
};

let corridor: Corridor;
let az: Client;
let ru: Client;
let customs: Client;
let station: Client;

beforeAll(async () => {
  corridor = await foundTestCorridor({ ru: ['ru.customs', 'ru.fsvps', 'ru.station'] });
  const clients = ['az.afsa', 'ru.fsvps', 'ru.customs', 'ru.station'].map((id) => corridor.client(id));
  [az, ru, customs, station] = (await Promise.all(clients)) as [Client, Client, Client, Client];
  await issued(az, 'grower', greenhouseCompany(told), ['ru.fsvps']);
  await issued(az, 'grower', greenhouse(told), ['ru.fsvps']);
  await arrived(ru, await issued(az, 'laboratory-result', result(told), ['ru.fsvps'], 'result'));
  await issued(ru, 'requirement', { ...tomatoRequirement(told), from: told.day(0) }, ['az.afsa']);
  const admitted = { ...admission('AZ-TM-014', 'LYPES', '60')(told), from: told.day(0) };
  await arrived(az, await issued(ru, 'admission', admitted, ['az.afsa']));
}, 30_000);
afterAll(() => corridor.end());

const result = exportResult({
  number: 'L-1',
  at: 0,
  product: 'LYPES',
  grower: 'AZ-TM-014',
  pests: ['TOBRFV', 'GNORAB'],
});

function post(client: Client, type: string, claims: object, to: readonly string[], about?: string): Promise<Answer> {
  return client.post('/api/records', { profile: 'phytosanitary', type, to, claims, ...(about && { about }) });
}

async function issued(client: Client, type: string, claims: object, to: readonly string[], key = ''): Promise<string> {
  const { status, body } = await post(client, type, claims, to);
  if (status !== 201) throw new Error(`${type}: ${status} ${JSON.stringify(body)}`);
  ids.set(key, body.id);
  return body.id;
}

async function arrived(client: Client, id: string) {
  const { body } = await until(
    () => client.get(`/api/records/${id}`),
    ({ status }) => status === 200,
  );
  return body;
}

const tomatoes = (number: string, net: string) =>
  companyTomatoes({
    number,
    at: 0,
    net,
    gross: String(Number(net) + 1200),
    boxes: '3000',
    vehicle: `10-${number}`,
    seal: 'AZ0001',
    result: 'result',
  })(told);

const everyone = ['ru.customs', 'ru.fsvps'];
const codesOf = ({ body }: Answer) => (body.findings as { code: string; severity: string }[]).map(({ code }) => code);

async function balance(client: Client) {
  const { body } = await client.get(
    `/api/ledgers/phytosanitary/season-balance?${['az.afsa', 'ru.fsvps', 'AZ-TM-014'].map((key) => `key=${key}`).join('&')}`,
  );
  return body.items[0];
}

test('customs, who hold no admissions, object to nothing; the plant protection service is the importing one', async () => {
  const id = await issued(az, 'certificate', tomatoes('Q-1', '18000'), everyone);
  for (const client of [ru, customs]) {
    const record = await arrived(client, id);
    expect(record.findings.filter(({ severity }: { severity: string }) => severity !== 'inform')).toEqual([]);
  }
  await until(
    () => az.get(`/api/records/${id}`),
    ({ body }) => body.placements.every(({ receipt }: { receipt?: object }) => receipt),
  );
  expect((await az.get(`/api/records/${id}`)).body).toMatchObject({ state: 'issued', refusals: [] });
  expect(await balance(az)).toMatchObject({ available: '42000', byMovement: { limit: '60000', certified: '18000' } });
  expect(await balance(ru)).toEqual(await balance(az));
});

test('two at the same moment cannot together overdraw', async () => {
  const both = await Promise.all(
    ['Q-2', 'Q-3'].map((number) => post(az, 'certificate', tomatoes(number, '22000'), everyone)),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
  const refused = both.find(({ status }) => status === 422) as Answer;
  expect(codesOf(refused)).toContain('ledger.insufficient');
  expect(await balance(az)).toMatchObject({ available: '20000' });
});

test('a suspension that was on its way is told as one that the issuer could not know', async () => {
  await until(
    () => az.get('/api/channels'),
    ({ body }) => body.items.every(({ lag }: { lag: number }) => lag === 0),
  );
  await corridor.stop('AZ');
  const suspension = {
    exporter: 'az.afsa',
    grower: 'AZ-TM-014',
    product: 'LYPES',
    pest: 'TOBRFV',
    reason: 'pest-found',
  };
  const measure = await issued(ru, 'suspension', { ...suspension, review: told.day(30) }, ['az.afsa']);
  await corridor.stop('RU');
  await corridor.start('AZ');
  const id = await issued(az, 'certificate', tomatoes('Q-4', '18000'), everyone);
  await corridor.start('RU');
  const seen = await arrived(ru, id);
  expect(seen.state).toBe('issued');
  expect(seen.findings).toContainEqual(
    expect.objectContaining({
      code: 'grower-suspended',
      severity: 'warn',
      notKnown: true,
      text: expect.stringContaining('could not have known'),
    }),
  );
  await arrived(customs, id);
  await arrived(az, measure);
  expect((await az.get(`/api/records/${id}`)).body).toMatchObject({ state: 'issued', refusals: [] });

  const known = await post(az, 'certificate', tomatoes('Q-5', '1000'), everyone);
  expect(known.status).toBe(422);
  expect(codesOf(known)).toContain('grower-suspended');
  const lifting = await post(ru, 'lifting', {}, [], measure);
  expect(lifting.status).toBe(201);
  await arrived(az, lifting.body.id);
  expect((await post(az, 'certificate', tomatoes('Q-6', '1000'), everyone)).status).toBe(201);
});

test('a requirement is not held against one who was never sent it, and the finding says so', async () => {
  const { products: _, ...requirement } = tomatoRequirement(told);
  const obligations = [{ kind: 'checkpoints', codes: ['RUXXX'] }];
  const elsewhere = { ...requirement, number: 'RU-X', from: told.day(0), obligations };
  await arrived(station, await issued(ru, 'requirement', elsewhere, ['ru.station']));
  const later = { ...requirement, number: 'RU-Y', countries: ['KZ'], from: told.day(0) };
  await arrived(az, await issued(ru, 'requirement', later, ['az.afsa']));
  const id = await issued(az, 'certificate', tomatoes('Q-7', '500'), everyone);
  const seen = await arrived(ru, id);
  expect(seen).toMatchObject({ state: 'issued' });
  expect(seen.findings).toContainEqual(
    expect.objectContaining({ code: 'checkpoint-not-permitted', severity: 'warn', notKnown: true }),
  );
});

test('a certificate does not go past the plant protection service, to customs alone', async () => {
  const past = await post(az, 'certificate', tomatoes('Q-8', '1000'), ['ru.customs']);
  expect(past.status).toBe(422);
  expect(past.body.findings).toContainEqual(expect.objectContaining({ code: 'record.wrong-recipients', path: '/to' }));
});

test('nor do registrations, admissions, suspensions and requirements', async () => {
  const id = { ...greenhouseCompany(told), id: 'AZ-TM-015', taxNumber: { country: 'KZ', value: '7' } };
  const suspension = { exporter: 'az.afsa', grower: 'AZ-TM-014', reason: 'admission-withdrawn' };
  const past = [
    await post(az, 'grower', id, ['ru.customs']),
    await post(ru, 'admission', admission('AZ-TM-014', 'LYPES', '60')(told), ['ru.customs']),
    await post(ru, 'suspension', suspension, ['ru.customs']),
    await post(ru, 'requirement', { ...tomatoRequirement(told), number: 'RU-Z' }, ['ru.customs']),
  ];
  for (const { status, body } of past) {
    expect(status).toBe(422);
    expect(body.findings).toContainEqual(expect.objectContaining({ code: 'record.wrong-recipients', path: '/to' }));
  }
});

test('goods that had crossed before a withdrawal are released after it, and nothing of them is free', async () => {
  const id = await issued(az, 'certificate', tomatoes('Q-9', '500'), everyone);
  await arrived(ru, id);
  const before = (await balance(az)).available;
  const withdrawn = await post(az, 'withdrawal', { reason: 'exporter-request' }, ['ru.customs', 'ru.fsvps'], id);
  expect(withdrawn.status).toBe(201);
  const shown = async (client: Client, state: string) =>
    (
      await until(
        () => client.get(`/api/records/${id}`),
        ({ body }) => body.state === state,
      )
    ).body;
  await shown(ru, 'withdrawn');
  await until(
    () => balance(az),
    ({ available }) => Number(available) === Number(before) + 500,
  );
  const inspected = released(-0.01, 'RUXXX', '500')(told);
  const late = await post(ru, 'inspection', inspected, ['az.afsa', 'ru.customs'], id);
  expect(late.status).toBe(201);
  expect(codesOf(late)).toEqual(expect.arrayContaining(['certificate-taken-back', 'notice-missing']));
  await shown(az, 'released');
  await until(
    () => balance(az),
    ({ available }) => available === before,
  );
  expect(await balance(ru)).toEqual(await balance(az));
});
