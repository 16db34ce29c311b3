import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { JsonObject } from '../../kernel/canonical.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { formatInstant } from '../../kernel/trust/instant.ts';
import type { KeyEntry } from '../../kernel/trust/national-part.ts';
import { profiles } from '../../profiles/index.ts';
import { auditFolder } from '../../server/audit.ts';
import { nodeCrypto } from '../../server/crypto-node.ts';
import { countryFolder } from '../../server/founding.ts';
import type { Institution } from '../../server/institution/institution.ts';
import { loadKeys } from '../../server/keys.ts';
import { startServer } from '../../server/server.ts';
import { type Corridor, certificateXml, foundTestCorridor, until } from '../corridor.ts';
import { nextPart } from '../next-part.ts';
import { officer } from '../officers.ts';
import { RogueSender } from '../rogue-sender.ts';

let corridor: Corridor | undefined;
afterEach(() => corridor?.end());

const vector = new URL('../../profiles/phytosanitary/vectors/valid/apples-by-rail.json', import.meta.url);

it('carries a new part first, releases what waited for it, and undoes what a revocation leaves unproved', async () => {
  corridor = await foundTestCorridor({ start: false });
  const { institutions } = await corridor.start('RU');
  const service = institutions.get('ru.fsvps') as Institution;
  const ru = await corridor.client('ru.fsvps');
  const rogue = await RogueSender.of(corridor.data, 'az.afsa', 'ru.fsvps');
  const { claims } = JSON.parse(await readFile(vector, 'utf8')) as { claims: JsonObject };
  const certificate = (number: string, part: number) =>
    rogue.record({
      type: 'certificate',
      claims: { ...claims, number },
      exchange: { trust: { AZ: part, RU: 1, terms: 1 } },
    });
  const stateOf = async (jws: string) => {
    const id = Buffer.from(nodeCrypto.sha256(Buffer.from(jws.slice(0, jws.lastIndexOf('.'))))).toString('hex');
    const { state, waitsFor } = (await ru.get(`/api/records/${id}`)).body;
    return waitsFor ?? state;
  };
  const before = await certificate('AZ-PC-2026-500001', 1);
  await rogue.send({ records: [before] });
  expect(await stateOf(before)).toBe('issued');
  await new Promise((resolve) => setTimeout(resolve, 2100));
  const instant = Math.floor(Date.now() / 1000) * 1000 - 1000;
  const after = await certificate('AZ-PC-2026-500002', 1);
  const early = await certificate('AZ-PC-2026-500003', 2);
  const key = { ...officer('A').claims, roles: ['signatory'], cause: 'enrolment', founding: true, witnesses: [] };
  const enrolment = await rogue.record({ profile: 'exchange', type: 'enrolment', claims: key });
  await rogue.send({ records: [after, enrolment, early] });
  expect(await stateOf(after)).toBe('issued');
  expect(await stateOf(enrolment)).toBe('in-force');
  expect(await stateOf(early)).toBe('trust AZ 2');
  const revoke = (key: KeyEntry) =>
    key.kid === rogue.keys.record.kid ? { ...key, revokedAt: formatInstant(instant) } : key;
  const document = await nextPart(corridor.data, service.trust(), 'AZ', revoke);
  const news = await rogue.record({ profile: 'exchange', type: 'trust', claims: { kind: 'part', document } });
  await rogue.send({ records: [news] });
  // The key is revoked from `instant`: cosigned before it stands, cosigned after it does not.
  expect(await stateOf(before)).toBe('issued');
  expect(await stateOf(after)).toBe('void');
  expect(await stateOf(early)).toBe('void');
  expect(await stateOf(enrolment)).toBe('void');
  expect(service.trust().chains.get('AZ')?.parts).toHaveLength(2);
});

it('publishes a new part that both sides then name, and keeps it over a restart', async () => {
  corridor = await foundTestCorridor();
  const server = corridor.servers.get('AZ');
  const afsa = server?.institutions.get('az.afsa') as Institution;
  const fsvps = corridor.servers.get('RU')?.institutions.get('ru.fsvps') as Institution;
  const document = await nextPart(corridor.data, afsa.trust(), 'AZ', (key) => key);
  expect(await afsa.publishTrust('part', document)).toBeUndefined();
  await until(
    async () => fsvps.trust().chains.get('AZ')?.parts.length,
    (count) => count === 2,
  );
  const az = await corridor.client('az.afsa');
  const issued = await az.post('/api/records?to=ru.fsvps', await certificateXml('AZ-PC-2026-510001'));
  expect(issued.status).toBe(201);
  await corridor.stop('AZ');
  const again = await corridor.start('AZ');
  expect(again.institutions.get('az.afsa')?.trust().chains.get('AZ')?.parts).toHaveLength(2);
  const ru = await corridor.client('ru.fsvps');
  await until(
    () => ru.get(`/api/records/${issued.body.id}`),
    ({ status }) => status === 200,
  );
});

it('opens a new generation, carries over what was not delivered, and closes the old one', async () => {
  corridor = await foundTestCorridor();
  const [az, ru] = [await corridor.client('az.afsa'), await corridor.client('ru.fsvps')];
  const afsa = corridor.servers.get('AZ')?.institutions.get('az.afsa') as Institution;
  const first = await az.post('/api/records?to=ru.fsvps', await certificateXml('AZ-PC-2026-520001'));
  await until(
    () => ru.get(`/api/records/${first.body.id}`),
    ({ status }) => status === 200,
  );
  await until(
    () => az.get('/api/channels'),
    ({ body }) => body.items.every((c: { lag: number }) => c.lag === 0),
  );
  await corridor.stop('RU');
  const second = await az.post('/api/records?to=ru.fsvps', await certificateXml('AZ-PC-2026-520002'));
  expect(second.status).toBe(201);
  expect(await afsa.openGeneration('ru.fsvps', 'planned')).toMatch(/^[0-9a-f]{64}$/);
  const held = await az.post('/api/records?to=ru.fsvps', await certificateXml('AZ-PC-2026-520003'));
  expect([held.status, held.body.code]).toEqual([422, 'exchange.generation-not-accepted']);
  await corridor.start('RU');
  await until(
    () => ru.get(`/api/records/${second.body.id}`),
    ({ status }) => status === 200,
  );
  const third = await until(
    async () => az.post('/api/records?to=ru.fsvps', await certificateXml('AZ-PC-2026-520003')),
    ({ status }) => status === 201,
  );
  await until(
    () => ru.get(`/api/records/${third.body.id}`),
    ({ status }) => status === 200,
  );
  const channels = (await ru.get('/api/channels')).body.items;
  expect(
    channels
      .filter((c: { direction: string }) => c.direction === 'in')
      .map((c: { generation: number; open: boolean }) => [c.generation, c.open]),
  ).toEqual([
    [1, false],
    [2, true],
  ]);
  for (const country of ['AZ', 'RU']) await corridor.stop(country);
  for (const country of ['AZ', 'RU']) {
    const reports = await auditFolder(countryFolder(corridor.data, country), profiles);
    expect(reports instanceof Refusal ? reports : reports.flatMap(({ faults }) => faults)).toEqual([]);
  }
});

it('keeps institutions of one server apart, and lets them exchange as strangers do', async () => {
  corridor = await foundTestCorridor({ az: ['az.afsa', 'az.customs'], ru: ['ru.fsvps', 'ru.fts'] });
  const afsa = await corridor.client('az.afsa');
  const names = ['az.customs', 'ru.fsvps', 'ru.fts'];
  const issued = await afsa.post(`/api/records?to=${names.join()}`, await certificateXml('AZ-PC-2026-530001'));
  expect(issued.status).toBe(201);
  const unseen = await afsa.post('/api/records?to=ru.fsvps', await certificateXml('AZ-PC-2026-530002'));
  for (const name of names) {
    const client = await corridor.client(name);
    const seen = await until(
      () => client.get(`/api/records/${issued.body.id}`),
      ({ status }) => status === 200,
    );
    expect(seen.body.state).toBe('issued');
    const other = await client.get(`/api/records/${unseen.body.id}`);
    if (name !== 'ru.fsvps') expect(other.status).toBe(404);
  }
  const fsvps = await corridor.client('ru.fsvps');
  const decided = await fsvps.post(`/api/records/${issued.body.id}/follow-ups`, {
    type: 'decision',
    claims: { kind: 'recognise' },
  });
  expect(decided.body.to).toEqual(['az.afsa', 'az.customs', 'ru.fts']);
  for (const name of ['az.afsa', ...names]) {
    const client = await corridor.client(name);
    await until(
      () => client.get(`/api/records/${issued.body.id}`),
      ({ body }) => body.state === 'recognised',
    );
  }
});

it('signs nothing with a key that its own country has revoked, and undoes what came just before the news', async () => {
  corridor = await foundTestCorridor();
  const afsa = corridor.servers.get('AZ')?.institutions.get('az.afsa') as Institution;
  const [az, ru] = [await corridor.client('az.afsa'), await corridor.client('ru.fsvps')];
  await until(
    () => ru.get('/api/channels'),
    ({ body }) => body.items.length === 2,
  );
  await corridor.stop('RU');
  const issued = await az.post('/api/records?to=ru.fsvps', await certificateXml('AZ-PC-2026-580001'));
  expect(issued.status).toBe(201);
  const { kid } = (await RogueSender.of(corridor.data, 'az.afsa', 'ru.fsvps')).keys.record;
  const instant = formatInstant(Math.floor(Date.now() / 1000) * 1000 - 1000);
  const document = await nextPart(corridor.data, afsa.trust(), 'AZ', (key) =>
    key.kid === kid ? { ...key, revokedAt: instant } : key,
  );
  expect(await afsa.publishTrust('part', document)).toBeUndefined();
  const refused = await az.post('/api/records?to=ru.fsvps', await certificateXml('AZ-PC-2026-580002'));
  expect([refused.status, refused.body.code]).toEqual([422, 'trust.key-revoked']);
  // One batch brings the record and then the part that revokes its key.
  await corridor.start('RU');
  for (const client of [ru, az])
    await until(
      () => client.get(`/api/records/${issued.body.id}`),
      ({ body }) => body.state === 'void',
    );
});

it('states no earlier time after its clock was put back', async () => {
  corridor = await foundTestCorridor({ start: false });
  const folder = countryFolder(corridor.data, 'AZ');
  const first = await startServer(folder, profiles, () => Date.now() + 60_000);
  await corridor.start('RU');
  const [az, ru] = [await corridor.client('az.afsa'), await corridor.client('ru.fsvps')];
  await until(
    () => az.get('/api/channels'),
    ({ body }) => body.items.length === 2 && body.items.every((c: { lag: number }) => c.lag === 0),
  );
  if (first instanceof Refusal) throw new Error(first.code);
  await first.stop();
  await corridor.start('AZ');
  const issued = await az.post('/api/records?to=ru.fsvps', await certificateXml('AZ-PC-2026-590001'));
  await until(
    () => ru.get(`/api/records/${issued.body.id}`),
    ({ status }) => status === 200,
  );
  expect((await ru.get(`/api/records/${issued.body.id}`)).body.state).toBe('issued');
});

it('takes up what waited for a version once its software knows it', async () => {
  const [profile] = profiles;
  const type = profile?.types['certificate'];
  const schema = type?.schemas[1];
  if (!profile || !type || !schema) throw new Error('no profile');
  const newer = { ...type, version: 2, schemas: { 1: schema, 2: schema } };
  const later = [{ ...profile, types: { ...profile.types, certificate: newer } }];
  corridor = await foundTestCorridor({ start: false, profiles: later });
  const folder = countryFolder(corridor.data, 'RU');
  const before = await startServer(folder, [profile]);
  const rogue = await RogueSender.of(corridor.data, 'az.afsa', 'ru.fsvps');
  const { claims } = JSON.parse(await readFile(vector, 'utf8')) as { claims: JsonObject };
  const jws = await rogue.record({ type: 'certificate', claims, exchange: { version: 2 } });
  expect((await rogue.send({ records: [jws] })).status).toBe(200);
  if (before instanceof Refusal) throw new Error(before.code);
  const ru = await corridor.client('ru.fsvps');
  const id = nodeCrypto.sha256(Buffer.from(jws.slice(0, jws.lastIndexOf('.')))).toHex();
  expect((await ru.get(`/api/records/${id}`)).body).toMatchObject({ state: 'waiting' });
  await before.stop();
  await corridor.start('RU');
  expect((await ru.get(`/api/records/${id}`)).body).toMatchObject({ state: 'issued', number: claims['number'] });
  expect((await ru.get(`/api/records?q=${claims['number']}`)).body.items).toHaveLength(1);
});

it('opens channels to an institution that a new part adds', async () => {
  corridor = await foundTestCorridor();
  const afsa = corridor.servers.get('AZ')?.institutions.get('az.afsa') as Institution;
  const keys = await loadKeys(join(corridor.data, 'newcomer'), nodeCrypto, true);
  const [first] = afsa.trust().chains.get('AZ')?.parts.at(-1)?.part.institutions ?? [];
  if (keys instanceof Refusal || !first) throw new Error('no keys');
  const newcomer = {
    ...first,
    id: 'az.newcomer',
    domain: 'newcomer.az.localhost:8401',
    keys: first.keys
      .map((entry) => {
        const { kid, ...jwk } = keys[entry.use].jwk;
        return { ...entry, kid, jwk };
      })
      .sort((a, b) => (a.kid < b.kid ? -1 : 1)),
  };
  const document = await nextPart(corridor.data, afsa.trust(), 'AZ', (key) => key, [newcomer]);
  expect(await afsa.publishTrust('part', document)).toBeUndefined();
  for (const id of ['az.afsa', 'ru.fsvps']) {
    const client = await corridor.client(id);
    const { body } = await until(
      () => client.get('/api/channels'),
      ({ body }) => body.items.some((c: { recipient: string }) => c.recipient === 'az.newcomer'),
    );
    expect(body.items.find((c: { recipient: string }) => c.recipient === 'az.newcomer').size).toBe(2);
  }
});
