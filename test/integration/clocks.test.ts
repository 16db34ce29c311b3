import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { Refusal } from '../../kernel/refusal.ts';
import { parcelProfile } from '../../kernel/testing/parcel-profile.ts';
import { auditFolder } from '../../server/audit.ts';
import { countryFolder } from '../../server/founding.ts';
import type { Institution } from '../../server/institution/institution.ts';
import { SqliteStore } from '../../server/store/sqlite.ts';
import { type Answer, type Client, type Corridor, foundTestCorridor, until } from '../corridor.ts';
import { nextTerms } from '../next-part.ts';

const hour = 3_600_000;

let corridor: Corridor | undefined;
let ahead = 0;
afterEach(async () => {
  await corridor?.end();
  ahead = 0;
});

async function found(ru: readonly string[] = ['ru.fsvps']): Promise<Client[]> {
  const now = () => Date.now() + ahead;
  corridor = await foundTestCorridor({ ru, profiles: [parcelProfile], functions: () => ['post'], now });
  const clients = await Promise.all(['az.afsa', ...ru].map((id) => (corridor as Corridor).client(id)));
  for (const client of clients)
    await until(
      () => client.get('/api/channels'),
      ({ body }) => body.items.length >= 2 && body.items.every(({ lag }: { lag: number }) => lag === 0),
    );
  return clients;
}

const clockAt = async (client: Client, id: string) => (await client.get(`/api/records/${id}`)).body.clock;

async function announce(az: Client, number: string, to: readonly string[] = ['ru.fsvps']): Promise<string> {
  const claims = { receiver: 'ru.fsvps', number, load: '0' };
  const { status, body } = await az.post('/api/records', { profile: 'parcel', type: 'parcel', to, claims });
  expect(status, JSON.stringify(body)).toBe(201);
  return body.id;
}

async function follow(by: Client, id: string, type: string, claims: object = {}): Promise<void> {
  const post = () => by.post(`/api/records/${id}/follow-ups`, { type, claims });
  expect((await until(post, ({ status }) => status !== 404)).status).toBe(201);
}

/** The clock once both ends tell that of one and the same turn. */
async function clockOnBoth(clients: readonly Client[], id: string, limit: string) {
  const clocks = await until(
    () => Promise.all(clients.map((client) => clockAt(client, id))),
    (all) => all.every((clock) => clock?.limit === limit && clock.since !== undefined),
  );
  for (const clock of clocks) expect(clock).toEqual(clocks[0]);
  return clocks[0];
}

it('tells both ends whose turn it is, since when and until when, and what is overdue', async () => {
  const [az, ru] = (await found()) as [Client, Client];
  const id = await announce(az, 'P-1');
  const first = await clockOnBoth([az, ru], id, 'parcel.acceptance');
  expect(first).toMatchObject({ turn: ['ru.fsvps'], overdue: false, seen: true, until: first.since + hour });
  const { body } = await az.get(`/api/records/${id}`);
  expect(first.since).toBe(body.placements[0].receipt.time);

  ahead = hour + 2000;
  const late = await clockOnBoth([az, ru], id, 'parcel.acceptance');
  expect(late).toEqual({ ...first, overdue: true });
  expect((await ru.get(`/api/records/${id}`)).body.state).toBe('announced');

  await follow(ru, id, 'question', { words: 'Which?' });
  const questioned = await clockOnBoth([az, ru], id, 'parcel.reply');
  expect(questioned).toMatchObject({ turn: ['az.afsa'], overdue: false });
  expect(questioned.since).toBeGreaterThan(first.until);
  expect(questioned.until).toBe(questioned.since + 2 * hour);

  await follow(az, id, 'reply', { words: 'This.' });
  const again = await clockOnBoth([az, ru], id, 'parcel.acceptance');
  expect(again.since).toBeGreaterThanOrEqual(questioned.since);
  await follow(ru, id, 'acceptance');
  const handing = await clockOnBoth([az, ru], id, 'parcel.handing-over');
  expect(handing).toMatchObject({ turn: ['ru.fsvps'], until: handing.since + 24 * hour });
  const acceptance = (await ru.get('/api/records?type=acceptance')).body.items[0].id;
  expect(handing.since).toBe((await ru.get(`/api/records/${acceptance}`)).body.placements[0].receipt.time);
});

it('does not run before delivery, nor where nobody has to act', async () => {
  const [az, ru] = (await found()) as [Client, Client];
  const delivered = await announce(az, 'P-1');
  await clockOnBoth([az, ru], delivered, 'parcel.acceptance');
  await follow(ru, delivered, 'rejection', { reason: 'torn' });
  for (const client of [az, ru])
    await until(
      () => client.get(`/api/records/${delivered}`),
      ({ body }) => body.state === 'rejected' && body.clock === undefined,
    );
  await corridor?.stop('RU');
  const id = await announce(az, 'P-2');
  ahead = 100 * hour;
  const waiting = { turn: ['ru.fsvps'], limit: 'parcel.acceptance', overdue: false, seen: true };
  expect(await clockAt(az, id)).toEqual(waiting);
  expect((await az.get('/api/records?overdue=true')).body.items).toEqual([]);
});

it('lists what is overdue and what waits for the asker', async () => {
  const [az, ru] = (await found()) as [Client, Client];
  const ids: string[] = [];
  for (const number of ['P-1', 'P-2', 'P-3', 'P-4']) ids.unshift(await announce(az, number));
  for (const id of ids) await clockOnBoth([az, ru], id, 'parcel.acceptance');
  const [, second, third] = ids as [string, string, string, string];
  await follow(ru, second, 'question', { words: 'Which?' });
  await follow(ru, third, 'rejection', { reason: 'torn' });
  await clockOnBoth([az, ru], second, 'parcel.reply');
  await until(
    () => az.get(`/api/records/${third}`),
    ({ body }) => body.state === 'rejected',
  );
  const listed = async (client: Client, query: string) =>
    (await client.get(`/api/records?${query}`)).body.items.map((item: { id: string }) => item.id);
  expect(await listed(az, 'turn=mine')).toEqual([second]);
  expect(await listed(ru, 'turn=mine')).toEqual([ids[0], ids[3]]);
  expect(await listed(ru, 'overdue=true')).toEqual([]);
  ahead = hour + 2000;
  for (const client of [az, ru]) expect(await listed(client, 'overdue=true')).toEqual([ids[0], ids[3]]);
  expect(await listed(az, 'overdue=true&turn=mine')).toEqual([]);
  expect(await listed(ru, 'overdue=true&type=limit')).toEqual([]);
  ahead = 3 * hour;
  expect(await listed(az, 'overdue=true')).toEqual([ids[0], second, ids[3]]);
  expect(await listed(az, 'overdue=true&turn=mine')).toEqual([second]);

  const pages: Answer[] = [await az.get('/api/records?overdue=true&limit=1')];
  for (let next = pages[0]?.body.next; next !== undefined; next = pages.at(-1)?.body.next)
    pages.push(await az.get(`/api/records?overdue=true&limit=1&cursor=${next}`));
  expect(pages.flatMap(({ body }) => body.items.map((item: { id: string }) => item.id))).toEqual([
    ids[0],
    second,
    ids[3],
  ]);
  const [line] = pages[0]?.body.items ?? [];
  expect(line.clock).toEqual(await clockAt(az, line.id));
  expect((await az.get('/api/records?overdue=yes')).status).toBe(400);
});

it('is the same where two acted at one moment', async () => {
  const [az, ru] = (await found()) as [Client, Client];
  const ids = await Promise.all(Array.from({ length: 6 }, (_, number) => announce(az, `P-${number}`)));
  for (const id of ids) await clockOnBoth([az, ru], id, 'parcel.acceptance');
  await Promise.all(
    ids.flatMap((id) => [
      az.post(`/api/records/${id}/follow-ups`, { type: 'recall', claims: {} }),
      ru.post(`/api/records/${id}/follow-ups`, { type: 'question', claims: { words: 'Which?' } }),
    ]),
  );
  for (const id of ids)
    expect(await clockOnBoth([az, ru], id, 'parcel.settlement')).toMatchObject({ turn: ['ru.fsvps'] });
});

it('counts by the terms that the record names, whatever came into force since', async () => {
  const [az, ru] = (await found()) as [Client, Client];
  const id = await announce(az, 'P-1');
  const before = await clockOnBoth([az, ru], id, 'parcel.acceptance');
  const [afsa, fsvps] = ['AZ', 'RU'].map(
    (country) => [...(corridor?.servers.get(country)?.institutions.values() ?? [])][0] as Institution,
  ) as [Institution, Institution];
  ahead = hour / 2;
  const now = Date.now() + ahead;
  const document = await nextTerms(corridor?.data ?? '', afsa.trust(), { 'parcel.acceptance': 60 }, now);
  expect(await afsa.publishTrust('terms', document)).toBeUndefined();
  await until(
    async () => fsvps.trust().terms.length,
    (number) => number === 2,
  );
  expect(await clockOnBoth([az, ru], id, 'parcel.acceptance')).toEqual(before);
  const later = await clockOnBoth([az, ru], await announce(az, 'P-2'), 'parcel.acceptance');
  expect(later.until).toBe(later.since + 60_000);
  // The new terms state no limit for a reply: it is somebody's turn, and never too late.
  await follow(ru, id, 'question', { words: 'Which?' });
  ahead = 1000 * hour;
  const reply = await clockOnBoth([az, ru], id, 'parcel.reply');
  expect(reply).toMatchObject({ turn: ['az.afsa'], overdue: false });
  expect(reply).not.toHaveProperty('until');
});

it('has what lists go by audited', async () => {
  const [az, ru] = (await found()) as [Client, Client];
  await clockOnBoth([az, ru], await announce(az, 'P-1'), 'parcel.acceptance');
  await corridor?.stop('RU');
  const folder = countryFolder(corridor?.data ?? '', 'RU');
  const faults = async () => {
    const reports = await auditFolder(folder, [parcelProfile]);
    if (reports instanceof Refusal) throw new Error(reports.code);
    return reports.flatMap((report) => report.faults.map(({ where }) => where.split(' ')[0]));
  };
  expect(await faults()).toEqual([]);
  const store = await SqliteStore.open(join(folder, 'ru.fsvps', 'samur.db'));
  await store.db.updateTable('record').set({ turn: null, mine: 0 }).where('mine', '=', 1).execute();
  await store.close();
  expect(await faults()).toEqual(['turn']);
});

it('says so where another channel would tell', async () => {
  const [az, ru, third] = (await found(['ru.fsvps', 'ru.depot'])) as [Client, Client, Client];
  const id = await announce(az, 'P-1', ['ru.depot', 'ru.fsvps']);
  const clock = await clockOnBoth([az, ru], id, 'parcel.acceptance');
  const unseen = await until(
    () => clockAt(third, id),
    (found) => found !== undefined,
  );
  expect(unseen).toEqual({ turn: clock.turn, limit: clock.limit, overdue: false, seen: false });
});

it('gets a receipt that was lost before it goes on, so that the time stays the same', async () => {
  const [az, ru] = (await found()) as [Client, Client];
  const id = await announce(az, 'P-1');
  const clock = await clockOnBoth([az, ru], id, 'parcel.acceptance');
  for (const country of ['AZ', 'RU']) await corridor?.stop(country);
  await forgetLastReceipt();
  await corridor?.start('AZ');
  expect(await clockAt(az, id)).not.toHaveProperty('since');
  ahead = hour / 2;
  const later = await announce(az, 'P-2');
  await corridor?.start('RU');
  expect((await clockOnBoth([az, ru], later, 'parcel.acceptance')).since).toBeGreaterThan(clock.since);
  expect(await clockOnBoth([az, ru], id, 'parcel.acceptance')).toEqual(clock);
});

it('counts from the generation on which both go on', async () => {
  const [az, ru] = (await found()) as [Client, Client];
  const id = await announce(az, 'P-1');
  const clock = await clockOnBoth([az, ru], id, 'parcel.acceptance');
  for (const country of ['AZ', 'RU']) await corridor?.stop(country);
  await forgetLastReceipt();
  await corridor?.start('AZ');
  ahead = hour / 2;
  const opened = corridor?.servers.get('AZ')?.institutions.get('az.afsa')?.openGeneration('ru.fsvps', 'planned');
  expect(await opened).toMatch(/^[0-9a-f]{64}$/);
  await corridor?.start('RU');
  const carried = await until(
    () => Promise.all([az, ru].map((client) => clockAt(client, id))),
    ([ours, theirs]) => ours?.since !== undefined && ours.since === theirs?.since,
  );
  expect(carried[0]).toEqual(carried[1]);
  expect(carried[0].since).toBeGreaterThan(clock.since);
});

/** As if the answer that brought it had been lost. */
async function forgetLastReceipt(): Promise<void> {
  const store = await SqliteStore.open(join(countryFolder(corridor?.data ?? '', 'AZ'), 'az.afsa', 'samur.db'));
  const { id } = await store.db
    .selectFrom('channel')
    .select('id')
    .where('issuer', '=', 'az.afsa')
    .executeTakeFirstOrThrow();
  const [last, kept] = await store.db
    .selectFrom('checkpoint')
    .select(['size', 'time'])
    .where('channel', '=', id)
    .orderBy('size', 'desc')
    .execute();
  if (!last || !kept) throw new Error('too few receipts');
  await store.db.deleteFrom('checkpoint').where('channel', '=', id).where('size', '=', last.size).execute();
  const row = { receipt_size: kept.size, receipt_time: kept.time };
  await store.db.updateTable('channel').set(row).where('id', '=', id).execute();
  await store.close();
}
