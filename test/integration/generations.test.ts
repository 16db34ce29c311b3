import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { JsonObject } from '../../kernel/canonical.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { profiles } from '../../profiles/index.ts';
import { auditFolder } from '../../server/audit.ts';
import { nodeCrypto } from '../../server/crypto-node.ts';
import { countryFolder } from '../../server/founding.ts';
import type { Institution } from '../../server/institution/institution.ts';
import { SqliteStore } from '../../server/store/sqlite.ts';
import { type Client, type Corridor, certificateXml, foundTestCorridor, until } from '../corridor.ts';
import { RogueSender } from '../rogue-sender.ts';

let corridor: Corridor | undefined;
afterEach(() => corridor?.end());

const vector = new URL('../../profiles/phytosanitary/vectors/valid/apples-by-rail.json', import.meta.url);
const template = JSON.parse(await readFile(vector, 'utf8')) as { claims: JsonObject };

const institution = (country: string, id: string) =>
  corridor?.servers.get(country)?.institutions.get(id) as Institution;
const stateAt = (client: Client, id: string, state: string) =>
  until(
    () => client.get(`/api/records/${id}`),
    ({ body }) => body.state === state,
  );
const settled = (client: Client) =>
  until(
    () => client.get('/api/channels'),
    ({ body }) => body.items.every((c: { lag: number; open: boolean }) => c.lag === 0 || !c.open),
  );

async function expectWhole(): Promise<void> {
  for (const country of ['AZ', 'RU']) await corridor?.stop(country);
  for (const country of ['AZ', 'RU']) {
    const reports = await auditFolder(countryFolder(corridor?.data ?? '', country), profiles);
    expect(reports instanceof Refusal ? reports : reports.flatMap(({ faults }) => faults)).toEqual([]);
  }
}

/** As if the answers that brought the last receipts had been lost. */
async function forgetReceipts(country: string, id: string, keep: number): Promise<void> {
  const store = await SqliteStore.open(join(countryFolder(corridor?.data ?? '', country), id, 'samur.db'));
  const head = await store.db.selectFrom('channel').selectAll().where('issuer', '=', id).executeTakeFirstOrThrow();
  const kept = await store.db
    .selectFrom('checkpoint')
    .select(['size', 'time'])
    .where('channel', '=', head.id)
    .where('size', '<=', keep)
    .orderBy('size', 'desc')
    .executeTakeFirstOrThrow();
  await store.db.deleteFrom('checkpoint').where('channel', '=', head.id).where('size', '>', kept.size).execute();
  await store.db
    .updateTable('channel')
    .set({ receipt_size: kept.size, receipt_time: kept.time })
    .where('id', '=', head.id)
    .execute();
  await store.close();
}

it('carries records over in effect, also those whose receipt was lost', async () => {
  corridor = await foundTestCorridor();
  const [az, ru] = [await corridor.client('az.afsa'), await corridor.client('ru.fsvps')];
  await settled(az);
  const first = await az.post('/api/records?to=ru.fsvps', await certificateXml('AZ-PC-2026-540001'));
  await stateAt(ru, first.body.id, 'issued');
  await settled(az);
  await corridor.stop('RU');
  await corridor.stop('AZ');
  await forgetReceipts('AZ', 'az.afsa', 2);
  await corridor.start('AZ');
  const second = await az.post('/api/records?to=ru.fsvps', await certificateXml('AZ-PC-2026-540002'));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await institution('AZ', 'az.afsa').openGeneration('ru.fsvps', 'planned')).toMatch(/^[0-9a-f]{64}$/);
  await corridor.start('RU');
  await stateAt(ru, second.body.id, 'issued');
  const third = await until(
    async () => az.post('/api/records?to=ru.fsvps', await certificateXml('AZ-PC-2026-540003')),
    ({ status }) => status === 201,
  );
  await stateAt(ru, third.body.id, 'issued');
  expect((await ru.get('/api/records?direction=issued&type=refusal')).body.items).toEqual([]);
  expect((await az.get('/api/records?state=void')).body.items).toEqual([]);
  await expectWhole();
});

it('opens both ways at once, and keeps answering meanwhile', async () => {
  corridor = await foundTestCorridor();
  const [az, ru] = [await corridor.client('az.afsa'), await corridor.client('ru.fsvps')];
  await settled(az);
  await settled(ru);
  const issued = await az.post('/api/records?to=ru.fsvps', await certificateXml('AZ-PC-2026-550001'));
  await stateAt(ru, issued.body.id, 'issued');
  await settled(az);
  await corridor.stop('RU');
  expect(await institution('AZ', 'az.afsa').openGeneration('ru.fsvps', 'planned')).toMatch(/^[0-9a-f]{64}$/);
  await corridor.stop('AZ');
  await corridor.start('RU');
  expect(await institution('RU', 'ru.fsvps').openGeneration('az.afsa', 'planned')).toMatch(/^[0-9a-f]{64}$/);
  await corridor.start('AZ');
  for (const client of [az, ru])
    await until(
      () => client.get('/api/channels'),
      ({ body }) => body.items.filter((c: { open: boolean }) => c.open).length === 2,
    );
  const decided = await ru.post(`/api/records/${issued.body.id}/follow-ups`, {
    type: 'decision',
    claims: { kind: 'recognise' },
  });
  expect(decided.status).toBe(201);
  await stateAt(az, issued.body.id, 'recognised');
  await expectWhole();
});

it('takes what was signed before a new generation was known by the generation that it names', async () => {
  corridor = await foundTestCorridor();
  const [az, ru] = [await corridor.client('az.afsa'), await corridor.client('ru.fsvps')];
  await settled(az);
  const issued = await az.post('/api/records?to=ru.fsvps', await certificateXml('AZ-PC-2026-560001'));
  await stateAt(ru, issued.body.id, 'issued');
  await settled(az);
  await corridor.stop('AZ');
  const decided = await ru.post(`/api/records/${issued.body.id}/follow-ups`, {
    type: 'decision',
    claims: { kind: 'recognise' },
  });
  expect(decided.status).toBe(201);
  await corridor.stop('RU');
  await corridor.start('AZ');
  const withdrawn = await az.post(`/api/records/${issued.body.id}/follow-ups`, {
    type: 'withdrawal',
    claims: { reason: 'issued-in-error' },
  });
  expect([withdrawn.status, withdrawn.body.findings]).toEqual([201, []]);
  expect(await institution('AZ', 'az.afsa').openGeneration('ru.fsvps', 'planned')).toMatch(/^[0-9a-f]{64}$/);
  await corridor.start('RU');
  for (const client of [az, ru]) {
    await stateAt(client, issued.body.id, 'withdrawn');
    await stateAt(client, decided.body.id, 'superseded');
    expect((await client.get('/api/records?type=refusal')).body.items).toEqual([]);
  }
  await expectWhole();
});

it('knows a basis whose receipt never came back', async () => {
  corridor = await foundTestCorridor();
  const [az, ru] = [await corridor.client('az.afsa'), await corridor.client('ru.fsvps')];
  await settled(az);
  const claims = { ...template.claims, number: 'AZ-PC-2026-570001' };
  const issued = await az.post('/api/records', {
    profile: 'phytosanitary',
    type: 'certificate',
    to: ['ru.fsvps'],
    claims,
    annexes: [],
  });
  await stateAt(ru, issued.body.id, 'issued');
  await settled(az);
  await corridor.stop('AZ');
  await forgetReceipts('AZ', 'az.afsa', 2);
  const decided = await ru.post(`/api/records/${issued.body.id}/follow-ups`, {
    type: 'decision',
    claims: { kind: 'recognise' },
  });
  await corridor.stop('RU');
  await corridor.start('AZ');
  const more = await az.post('/api/records?to=ru.fsvps', await certificateXml('AZ-PC-2026-570002'));
  expect(more.status).toBe(201);
  await corridor.start('RU');
  await stateAt(az, decided.body.id, 'effective');
  await settled(ru);
  expect((await az.get('/api/records?direction=issued&type=refusal')).body.items).toEqual([]);
  await stateAt(ru, issued.body.id, 'recognised');
});

it('opens for nobody but the recipient, and hands nobody what is for another', async () => {
  corridor = await foundTestCorridor({ ru: ['ru.fsvps', 'ru.fts'], start: false });
  await corridor.start('RU');
  await corridor.start('AZ');
  const az = await corridor.client('az.afsa');
  const calm = await until(
    () => az.get('/api/channels'),
    ({ body }) => body.items.length === 4 && body.items.every((c: { lag: number }) => c.lag === 0),
  );
  const seen = calm.body.items.find((c: { recipient: string }) => c.recipient === 'ru.fts');
  await corridor.stop('RU');
  const forCustoms = await az.post('/api/records?to=ru.fts,ru.fsvps', await certificateXml('AZ-PC-2026-541001'));
  expect(forCustoms.status).toBe(201);
  const opening = await institution('AZ', 'az.afsa').openGeneration('ru.fsvps', 'planned');
  const opened = async () =>
    (await az.get('/api/channels')).body.items.find((c: { generation: number }) => c.generation === 2);
  const next = await opened();
  const rogue = await RogueSender.of(corridor.data, 'ru.fts', 'az.afsa');
  const theirs = (await az.get('/api/channels')).body.items.find((c: { issuer: string }) => c.issuer === 'ru.fts');
  const store = await SqliteStore.open(join(countryFolder(corridor.data, 'RU'), 'ru.fts', 'samur.db'));
  const logged = await store.db
    .selectFrom('entry')
    .innerJoin('record', 'record.seq', 'entry.seq')
    .innerJoin('channel', 'channel.id', 'entry.channel')
    .select('record.jws')
    .where('channel.origin', '=', theirs.origin)
    .orderBy('entry.idx')
    .execute();
  await store.close();
  rogue.taken.push(...logged.map(({ jws }) => jws));
  const previous = { origin: seen.origin, size: 0, root: '0'.repeat(64) };
  const record = await rogue.record({
    profile: 'exchange',
    type: 'acceptance',
    claims: { origin: next.origin, opening: String(opening), previous },
    time: Date.now() + 1000,
    exchange: { basis: [{ origin: seen.origin, size: seen.size, root: seen.root }] },
  });
  expect(await rogue.send({ records: [record] })).toMatchObject({ status: 200 });
  expect((await az.get('/api/records?direction=issued&type=refusal')).body.items).toEqual([]);
  expect(await opened()).toMatchObject({ open: false, size: next.size });
});

it('takes no generation that does not hold, that forgets, or that turns time back', async () => {
  corridor = await foundTestCorridor({ start: false });
  await corridor.start('RU');
  const ru = await corridor.client('ru.fsvps');
  const first = await RogueSender.of(corridor.data, 'az.afsa', 'ru.fsvps');
  let count = 0;
  const certificate = (of: RogueSender, time: number) =>
    of.record({ type: 'certificate', claims: { ...template.claims, number: `AZ-PC-2026-54200${count++}` }, time });
  const now = Date.now();
  const records = [await certificate(first, now), await certificate(first, now)];
  expect((await first.send({ records })).status).toBe(200);
  const next = await RogueSender.of(corridor.data, 'az.afsa', 'ru.fsvps', { generation: 2 });
  const opening = (size: number, root: Uint8Array, time = now + 1) =>
    next.record({
      profile: 'exchange',
      type: 'opening',
      claims: {
        origin: next.origin,
        previous: { origin: first.origin, size, root: root.toHex() },
        reason: 'fork',
      },
      time,
    });
  const code = async (...batch: string[]) => (await next.send({ records: batch })).body['code'];
  const whole = first.root(records);
  expect(await code(await certificate(next, now + 1))).toBe('exchange.bad-opening');
  expect(await code(await opening(1, whole))).toBe('exchange.bad-opening');
  expect(await code(await opening(3, whole))).toBe('exchange.bad-opening');
  expect(await code(await opening(2, whole, now + 3_600_000))).toBe('exchange.bad-opening');
  expect(await code(await opening(2, whole, now - 1000))).toBe('exchange.bad-opening');
  const back = await certificate(next, now - 1000);
  // The receipt for the second record was lost: the sender knows of one.
  expect(await code(await opening(1, first.root(records.slice(0, 1))), records[1] as string, back)).toBeUndefined();
  const shown = async (jws: string) => {
    const id = nodeCrypto.sha256(Buffer.from(jws.slice(0, jws.lastIndexOf('.')))).toHex();
    return (await ru.get(`/api/records/${id}`)).body;
  };
  expect(await shown(records[1] as string)).toMatchObject({ state: 'issued', placements: { length: 2 } });
  expect(await shown(back)).toMatchObject({ state: 'void', refusals: [{ code: 'record.time-decreases' }] });
  expect((await first.send({ records: [await certificate(first, now + 2)] })).body['code']).toBe(
    'exchange.generation-closed',
  );
});
