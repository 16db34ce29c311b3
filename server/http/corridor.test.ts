/** The HTTP side over real institutions: two servers that exchange. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, type Corridor, foundTestCorridor, until } from '../../test/corridor.ts';
import { countryFolder } from '../founding.ts';
import { SqliteStore } from '../store/sqlite.ts';
import { createToken } from '../tokens.ts';
import { components } from './components.ts';

const xml = await readFile(new URL('../../profiles/phytosanitary/vectors/valid/apples.xml', import.meta.url), 'utf8');
const validator = new Ajv2020({ allErrors: true, strict: false });
for (const [name, shape] of Object.entries(components)) validator.addSchema(shape, name);

let corridor: Corridor;
let az: Client;
let ru: Client;

beforeAll(async () => {
  corridor = await foundTestCorridor();
  az = await corridor.client('az.afsa');
  ru = await corridor.client('ru.fsvps');
}, 30_000);
afterAll(() => corridor?.end(), 30_000);

let issuedSoFar = 0;
/** The same certificate under a number of its own. */
function certificate(): string {
  issuedSoFar++;
  const number = /<ram:ID>([^<]+)<\/ram:ID>/.exec(xml)?.[1] ?? '';
  return xml.replaceAll(number, `AZ-TEST-${issuedSoFar}`);
}

async function issue(): Promise<{ id: string; claims: object }> {
  const answer = await az.post('/api/records?to=ru.fsvps', certificate());
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body;
}

function send(client: Client, path: string, init: RequestInit): Promise<Response> {
  const headers = { authorization: `Bearer ${client.token}`, ...(init.headers as Record<string, string>) };
  return fetch(`${client.server}${path}`, { ...init, headers });
}

function fits(name: keyof typeof components, value: unknown): void {
  const valid = validator.validate(name, value);
  expect(valid ? [] : validator.errors, name).toEqual([]);
}

describe('records', () => {
  test('answers keep to the shapes that the description states', async () => {
    const { id } = await issue();
    fits(
      'Record',
      (
        await until(
          () => az.get(`/api/records/${id}`),
          ({ body }) => body.placements[0].receipt,
        )
      ).body,
    );
    fits('RecordPage', (await az.get('/api/records?limit=1&direction=issued')).body);
    fits('RecordPage', (await az.get('/api/records?overdue=true&turn=mine')).body);
    fits('SignalPage', (await az.get('/api/signals')).body);
    fits('Check', (await az.post('/api/records/check?to=ru.fsvps', certificate())).body);
    fits('Comparison', (await az.post(`/api/records/${id}/comparison`, certificate())).body);
    const { body: questions } = await az.get('/api/questions');
    fits('Questions', questions);
    const [{ profile: of, name }] = questions.items;
    const asked = 'importer=ru.fsvps&exporter=az.afsa&grower=AZ-1&product=LYPES';
    fits('QuestionAnswer', (await az.get(`/api/questions/${of}/${name}?on=2026-11-14&${asked}`)).body);
    fits('Channels', (await az.get('/api/channels')).body);
    fits('Misconduct', (await az.get('/api/misconduct')).body);
    fits('Institution', (await az.get('/api/institution')).body);
    fits('Problem', (await az.get('/api/nowhere')).body);
    fits('Problem', (await az.post('/api/records', { profile: 'phytosanitary' })).body);
    const { items } = (await az.get('/api/profiles')).body;
    for (const profile of items) {
      for (const name of Object.keys(profile.registers))
        for (const [shape, path] of [
          ['Register', ''],
          ['RegisterHistory', '/history'],
        ] as const)
          fits(shape, (await az.get(`/api/registers/${profile.name}/${name}${path}?key=az.afsa`)).body);
      for (const name of Object.keys(profile.ledgers))
        fits('Ledger', (await az.get(`/api/ledgers/${profile.name}/${name}`)).body);
    }
    expect(items.length).toBeGreaterThan(1);
  });

  test('a check of XML tells what was understood and stores nothing', async () => {
    const before = (await az.get('/api/records?limit=1')).body.items[0].seq;
    const { body } = await az.post('/api/records/check?to=ru.fsvps', certificate());
    expect(body).toMatchObject({ type: 'certificate', claims: { exportCountry: expect.anything() } });
    expect((await az.get('/api/records?limit=1')).body.items[0].seq).toBe(before);
  });

  test('a draft that breaks rules is refused with findings in three languages', async () => {
    const { claims } = (await az.post('/api/records/check?to=ru.fsvps', certificate())).body;
    const draft = { profile: 'phytosanitary', type: 'certificate', to: ['ru.fsvps'], claims: { ...claims, lines: [] } };
    const answer = await az.post('/api/records', draft, { 'accept-language': 'ru' });
    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-language')).toBe('ru');
    const [finding] = answer.body.findings;
    expect(finding).toMatchObject({ severity: 'refuse', path: '/lines' });
    expect(finding.text).toBe(finding.texts.ru);
    expect(new Set(Object.values(finding.texts)).size).toBe(3);
  });

  test('a document that cannot be read is refused by its element or kind', async () => {
    const hostile = await readFile(
      new URL('../../profiles/phytosanitary/vectors/refused/doctype.xml', import.meta.url),
      'utf8',
    );
    const answer = await az.post('/api/records?to=ru.fsvps', hostile);
    expect([answer.status, answer.body.code]).toEqual([422, 'xml.doctype']);
    const other = await az.post('/api/records?to=ru.fsvps', '<other/>');
    expect([other.status, other.body.code]).toEqual([422, 'xml.wrong-root']);
    expect((await az.post('/api/records?to=ru.fsvps&profile=exchange', xml)).body.code).toBe('profile.unknown');
  });

  test('JSON is not read with the query of a document', async () => {
    const answer = await az.post('/api/records?to=ru.fsvps', { profile: 'a', type: 'b', to: [], claims: {} });
    expect([answer.status, answer.body.findings[0].path]).toEqual([400, '/query/to']);
  });

  test('records of the exchange itself need the right to administer', async () => {
    const store = await SqliteStore.open(join(countryFolder(corridor.data, 'AZ'), 'az.afsa', 'samur.db'));
    const clerk = { ...az, token: await createToken(store, 'clerk', ['read', 'issue'], Date.now()) };
    const reader = { ...az, token: await createToken(store, 'reader', ['read'], Date.now()) };
    await store.close();
    const draft = { profile: 'exchange', type: 'refusal', to: ['ru.fsvps'], claims: {} };
    const post = (client: Client) =>
      send(client, '/api/records', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(draft),
      });
    expect((await post(clerk)).status).toBe(403);
    expect((await post(reader)).status).toBe(403);
    expect((await send(reader, '/api/records', {})).status).toBe(200);
    expect((await send(reader, '/api/annexes', { method: 'POST', body: 'x' })).status).toBe(403);
  });

  test('a decision follows from the other side, a follow-up to nothing does not', async () => {
    const { id } = await issue();
    await until(
      () => ru.get(`/api/records/${id}`),
      ({ status }) => status === 200,
    );
    const decided = await ru.post(`/api/records/${id}/follow-ups`, { type: 'decision', claims: { kind: 'recognise' } });
    expect([decided.status, decided.body.to]).toEqual([201, ['az.afsa']]);
    expect(decided.headers.get('location')).toBe(`/api/records/${decided.body.id}`);
    const nothing = `/api/records/${'0'.repeat(64)}`;
    const answer = await ru.post(`${nothing}/follow-ups`, { type: 'decision', claims: { kind: 'recognise' } });
    expect([answer.status, answer.body.code]).toEqual([404, 'record.unknown-id']);
    expect((await ru.get(nothing)).body.code).toBe('record.unknown-id');
    expect((await ru.get(`${nothing}.jws`)).status).toBe(404);
  });

  test('a record is taken away as signed bytes, as XML and as evidence', async () => {
    const { id, claims } = await issue();
    await until(
      () => az.get(`/api/records/${id}`),
      ({ body }) => body.placements[0].receipt !== undefined,
    );
    const jws = await az.get(`/api/records/${id}.jws`);
    expect(jws.headers.get('content-type')).toBe('application/vc+jwt');
    expect(jws.body.split('.')).toHaveLength(3);
    const document = await az.get(`/api/records/${id}.xml`);
    expect(document.headers.get('content-disposition')).toContain(`samur-${id.slice(0, 16)}.xml`);
    expect((await az.post('/api/records/check?to=ru.fsvps', document.body)).body.claims).toEqual(claims);
    const evidence = await az.get(`/api/records/${id}/evidence`);
    expect(evidence.headers.get('content-disposition')).toMatch(
      /^attachment; filename="samur-\w{16}\.evidence\.json"$/,
    );
    expect(evidence.status).toBe(200);
  });

  test('pages follow one another without a gap', async () => {
    for (let i = 0; i < 3; i++) await issue();
    const all = (await az.get('/api/records?limit=200')).body.items.map(({ id }: { id: string }) => id);
    const seen: string[] = [];
    for (let next: string | undefined = ''; next !== undefined; ) {
      const { body } = await az.get(`/api/records?limit=2${next && `&cursor=${next}`}`);
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      next = body.next;
    }
    expect(seen).toEqual(all);
  });
});

describe('the same request again', () => {
  test('answers with the same record, also at the same moment; another request under its key is refused', async () => {
    const document = certificate();
    const key = { 'idempotency-key': 'order-17' };
    const path = '/api/records?to=ru.fsvps';
    const answers = await Promise.all([0, 1, 2].map(() => az.post(path, document, key)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    const again = await az.post(path, document, key);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    const other = await az.post(path, certificate(), key);
    expect([other.status, other.body.code]).toEqual([409, 'request.idempotency-conflict']);
  });

  test('works alike for JSON and for follow-ups', async () => {
    const { id } = await issue();
    await until(
      () => ru.get(`/api/records/${id}`),
      ({ status }) => status === 200,
    );
    const decide = (kind: string) =>
      ru.post(`/api/records/${id}/follow-ups`, { type: 'decision', claims: { kind } }, { 'idempotency-key': 'd-1' });
    const first = await decide('recognise');
    const second = await decide('recognise');
    expect([first.status, second.status, second.body.id]).toEqual([201, 200, first.body.id]);
    expect((await decide('refuse')).status).toBe(409);
  });

  test.each(['', 'a b', 'x'.repeat(201)])('a key that is not visible ASCII is refused: %j', async (key) => {
    const answer = await az.post('/api/records?to=ru.fsvps', xml, { 'idempotency-key': key });
    expect([answer.status, answer.body.code]).toEqual([400, 'input.bad-value']);
  });
});

describe('open to all', () => {
  test('DID document, trust list and log need no token', async () => {
    const { id } = await issue();
    await until(
      () => az.get(`/api/records/${id}`),
      ({ body }) => body.placements[0].receipt !== undefined,
    );
    const did = await fetch(`${az.server}/az.afsa/did.json`);
    expect(((await did.json()) as { id: string }).id).toMatch(/^did:web:.*:az\.afsa$/);
    expect((await fetch(`${az.server}/ru.fsvps/did.json`)).status).toBe(404);
    const trust = (await (await fetch(`${ru.server}/api/trust`)).json()) as { parts: object };
    expect(Object.keys(trust.parts)).toEqual(['AZ', 'RU']);

    const { items } = (await az.get('/api/channels')).body;
    const { origin } = items.find(({ direction }: { direction: string }) => direction === 'out');
    for (const server of [az.server, ru.server]) {
      const note = await fetch(`${server}/log/${origin}/checkpoint`);
      expect(note.headers.get('content-type')).toBe('text/plain; charset=utf-8');
      const [first, size] = (await note.text()).split('\n');
      expect(first).toBe(origin);
      const width = Number(size);
      const tile = await fetch(`${server}/log/${origin}/tile/0/000.p/${width}`);
      expect((await tile.arrayBuffer()).byteLength).toBe(32 * width);
      expect(tile.headers.get('content-type')).toBe('application/octet-stream');
      expect(tile.headers.get('cache-control')).not.toContain('immutable');
      expect((await fetch(`${server}/log/${encodeURIComponent(origin)}/tile/entries/000.p/${width}`)).status).toBe(200);
      expect((await fetch(`${server}/log/${origin}/tile/0/000`)).status).toBe(404);
      expect((await fetch(`${server}/log/${origin}/tile/0/../000.p/1`)).status).toBe(404);
    }
  });

  test('the front page names the institutions', async () => {
    const page = await fetch(`${az.server}/`, { headers: { 'accept-language': 'az' } });
    expect(await page.text()).toContain('<code>az.afsa</code>');
    expect((await fetch(`${az.server}/readyz`)).status).toBe(200);
  });
});
