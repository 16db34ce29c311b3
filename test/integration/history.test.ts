import { afterEach, expect, it } from 'vitest';
import { parcelProfile } from '../../kernel/testing/parcel-profile.ts';
import { type Client, type Corridor, foundTestCorridor, until } from '../corridor.ts';

const day = 86_400_000;

let corridor: Corridor | undefined;
let ahead = 0;
afterEach(async () => {
  await corridor?.end();
  ahead = 0;
});

async function found(ru: readonly string[] = ['ru.fsvps']): Promise<Client[]> {
  const now = () => Date.now() + ahead;
  corridor = await foundTestCorridor({ ru, profiles: [parcelProfile], functions: () => ['post'], now });
  return Promise.all(['az.afsa', ...ru].map((id) => (corridor as Corridor).client(id)));
}

const path = '/api/registers/parcel/rates';

async function state(by: Client, name: string, value: string | null, to: readonly string[] = ['az.afsa']) {
  const claims = { name, value, note: 'x' };
  const { status, body } = await by.post('/api/records', { profile: 'parcel', type: 'rate', to, claims });
  expect(status, JSON.stringify(body)).toBe(201);
  return { id: body.id as string, time: body.time as number };
}

/** What both ends say, once they say the same. */
async function onBoth(clients: readonly Client[], query: string, known: number) {
  const pages = await until(
    () => Promise.all(clients.map((client) => client.get(`${path}/history?${query}`))),
    (all) =>
      all.every(({ body }) => body.items.flatMap((row: { statements: object[] }) => row.statements).length === known) &&
      all.every(({ body }) => JSON.stringify(body).split('"institution"').length - 1 >= known),
  );
  const [first, ...others] = pages.map(({ body }) => body);
  for (const other of others) expect(other).toEqual(first);
  return first.items;
}

it('tells on both sides alike what was stated, what was in force on a day, and who knew of it when', async () => {
  const [az, ru] = (await found()) as [Client, Client];
  const first = await state(ru, 'greatest', '10');
  await onBoth([az, ru], 'key=ru.fsvps', 1);
  ahead = 2 * day;
  await corridor?.stop('AZ');
  const second = await state(ru, 'greatest', '20');
  ahead = 4 * day;
  await corridor?.start('AZ');
  await onBoth([az, ru], 'key=ru.fsvps', 2);
  ahead = 6 * day;
  const third = await state(ru, 'greatest', null);
  await state(ru, 'least', '1');
  const [greatest, least] = await onBoth([az, ru], 'key=ru.fsvps', 4);

  expect(greatest.key).toEqual(['ru.fsvps', 'greatest']);
  expect(greatest.statements).toMatchObject([
    { record: first.id, issuer: 'ru.fsvps', value: '10', time: first.time, effective: true },
    { record: second.id, value: '20', time: second.time, effective: true },
    { record: third.id, value: null, time: third.time, effective: true },
  ]);
  expect(least.statements).toHaveLength(1);
  const [, told] = greatest.statements;
  expect(told.known).toEqual([{ institution: 'az.afsa', time: expect.any(Number) }]);
  // Stated on the third day, known on the fifth.
  expect(told.known[0].time).toBeGreaterThan(second.time + day);

  const on = async (time: number) => {
    const instant = encodeURIComponent(new Date(time).toISOString());
    return (await onBoth([az, ru], `key=ru.fsvps&key=greatest&on=${instant}`, 3))[0].on;
  };
  // Cosignatures carry whole seconds.
  const before = first.time - 1000;
  expect(await on(before)).toEqual({ time: before, known: [{ institution: 'az.afsa' }] });
  expect(await on(second.time + day)).toEqual({
    time: second.time + day,
    inForce: second.id,
    known: [{ institution: 'az.afsa', record: first.id }],
  });
  expect(await on(second.time + 3 * day)).toMatchObject({
    inForce: second.id,
    known: [{ institution: 'az.afsa', record: second.id }],
  });
  const last = await on(third.time + day);
  expect(last).not.toHaveProperty('inForce');
  expect(last.known).toEqual([{ institution: 'az.afsa', record: third.id }]);

  const date = new Date(second.time).toISOString().slice(0, 10);
  const { body } = await az.get(`${path}/history?key=ru.fsvps&key=greatest&on=${date}`);
  expect(body.items[0].on).toMatchObject({ time: Date.parse(`${date}T23:59:59.999Z`), inForce: second.id });
  expect((await az.get(`${path}?key=ru.fsvps`)).body.items).toMatchObject([{ key: ['ru.fsvps', 'least'], value: '1' }]);
});

it('tells an issuer of all its recipients, and each of them of itself', async () => {
  const [az, ru, other] = (await found(['ru.fsvps', 'ru.depot'])) as [Client, Client, Client];
  await state(az, 'greatest', '10', ['ru.fsvps', 'ru.depot']);
  const knownTo = async (client: Client) => {
    const { body } = await client.get(`${path}/history?key=az.afsa`);
    return (body.items[0]?.statements[0].known ?? []) as { institution: string; time: number }[];
  };
  const all = await until(
    () => knownTo(az),
    (known) => known.length === 2,
  );
  expect(all.map(({ institution }) => institution)).toEqual(['ru.depot', 'ru.fsvps']);
  expect(await knownTo(ru)).toEqual(all.slice(1));
  expect(await knownTo(other)).toEqual(all.slice(0, 1));
});

it('goes on from page to page, finds words in any part, and refuses what is no day', async () => {
  const [az] = (await found()) as [Client];
  for (const name of ['alpha', 'beta', 'gamma', 'Delta-7']) await state(az, name, name, ['ru.fsvps']);
  for (const kind of ['', '/history']) {
    const keys: string[] = [];
    let next: string | undefined;
    do {
      const page = await az.get(`${path}${kind}?limit=1${next === undefined ? '' : `&cursor=${next}`}`);
      keys.push(...page.body.items.map(({ key }: { key: string[] }) => key[1]));
      next = page.body.next;
    } while (next !== undefined);
    expect(keys).toEqual(['Delta-7', 'alpha', 'beta', 'gamma']);
  }
  const found2 = async (query: string) =>
    (await az.get(`${path}/history?${query}`)).body.items.map(({ key }: { key: string[] }) => key[1]);
  expect(await found2('word=DELTA&word=afsa')).toEqual(['Delta-7']);
  expect(await found2('word=eta')).toEqual(['beta']);
  for (const query of ['on=2026-02-30', 'on=yesterday', 'cursor=_w', 'limit=0', 'colour=red'])
    expect((await az.get(`${path}/history?${query}`)).status, query).toBe(400);
  expect((await az.get('/api/registers/parcel/nothing/history')).status).toBe(404);
});
