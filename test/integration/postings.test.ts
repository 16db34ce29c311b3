/** A ledger's owner answers by itself to what another profile's records post there, wherever they take effect. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Refusal } from '../../kernel/refusal.ts';
import { counterProfile } from '../../kernel/testing/counter-profile.ts';
import { parcelProfile } from '../../kernel/testing/parcel-profile.ts';
import { auditFolder } from '../../server/audit.ts';
import { countryFolder } from '../../server/founding.ts';
import { type Client, type Corridor, foundTestCorridor, until } from '../corridor.ts';

const profiles = [parcelProfile, counterProfile];
let corridor: Corridor;
let az: Client;
let depot: Client;
let ru: Client;

beforeAll(async () => {
  corridor = await foundTestCorridor({
    ru: ['ru.depot', 'ru.fsvps'],
    profiles,
    functions: (id) => (id === 'ru.depot' ? ['counter', 'post'] : ['post']),
  });
  const clients = ['az.afsa', 'ru.depot', 'ru.fsvps'].map((id) => corridor.client(id));
  [az, depot, ru] = (await Promise.all(clients)) as [Client, Client, Client];
});
afterAll(() => corridor?.end());

async function issued(client: Client, profile: string, type: string, to: readonly string[], claims: object) {
  const { status, body } = await client.post('/api/records', { profile, type, to, claims });
  expect(status, JSON.stringify(body)).toBe(201);
  return body.id as string;
}

const stateAt = (client: Client, id: string, state: string) =>
  until(
    () => client.get(`/api/records/${id}`),
    ({ body }) => body.state === state,
  );

async function announced(receiver: string, number: string): Promise<string> {
  await issued(ru, 'parcel', 'limit', ['az.afsa'], { sender: 'az.afsa', amount: '1000' });
  await issued(depot, 'parcel', 'limit', ['az.afsa'], { sender: 'az.afsa', amount: '1000' });
  const claims = { receiver, number, load: '10' };
  const id = await until(
    () => az.post('/api/records', { profile: 'parcel', type: 'parcel', to: ['ru.depot', 'ru.fsvps'], claims }),
    ({ status }) => status === 201,
  );
  for (const client of [depot, ru]) await stateAt(client, id.body.id, 'announced');
  return id.body.id;
}

const collect = (receiver: string, number: string, amount: string, parcel?: string) =>
  issued(depot, 'counter', 'collection', ['az.afsa', 'ru.fsvps'], {
    sender: 'az.afsa',
    receiver,
    number,
    amount,
    ...(parcel !== undefined && { parcel }),
  });

test('where it arrives', async () => {
  const parcel = await announced('ru.fsvps', 'P-1');
  const first = await collect('ru.fsvps', 'P-1', '4', parcel);
  await stateAt(ru, first, 'in-force');
  expect((await ru.get(`/api/records/${parcel}`)).body.state).toBe('announced');
  await collect('ru.fsvps', 'P-1', '6', parcel);
  for (const client of [az, depot, ru]) await stateAt(client, parcel, 'delivered');
  const { body } = await ru.get('/api/records?type=delivery&limit=10');
  expect(body.items).toHaveLength(1);
});

test('where it is issued', async () => {
  const parcel = await announced('ru.depot', 'P-2');
  await collect('ru.depot', 'P-2', '10', parcel);
  for (const client of [depot, az, ru]) await stateAt(client, parcel, 'delivered');
});

test('and not where a posting names no record, or one that did not open the account', async () => {
  const [parcel, other] = [await announced('ru.fsvps', 'P-3'), await announced('ru.fsvps', 'P-4')];
  const unnamed = await collect('ru.fsvps', 'P-3', '10');
  const astray = await collect('ru.fsvps', 'P-4', '10', parcel);
  for (const id of [unnamed, astray]) await stateAt(ru, id, 'in-force');
  for (const id of [parcel, other]) expect((await ru.get(`/api/records/${id}`)).body.state).toBe('announced');
});

test('nothing is amiss in the data folders', async () => {
  for (const country of ['AZ', 'RU']) {
    await corridor.stop(country);
    const reports = await auditFolder(countryFolder(corridor.data, country), profiles);
    if (reports instanceof Refusal) throw new Error(reports.code);
    expect(reports.flatMap(({ faults }) => faults)).toEqual([]);
  }
});
