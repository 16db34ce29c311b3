/** The public check on two real servers: a code opens one record and nothing else; without it nothing is told. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCatalogue } from '../../kernel/catalogue.ts';
import { checkCode } from '../../kernel/paper/check-code.ts';
import { readRecord } from '../../kernel/record/record.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { profiles } from '../../profiles/index.ts';
import { nodeCrypto } from '../../server/crypto-node.ts';
import { compileSchema } from '../../server/schema-compiler.ts';
import { type Client, type Corridor, certificateXml, foundTestCorridor, until } from '../corridor.ts';

let corridor: Corridor;
let az: Client;
let ru: Client;
let id: string;
let code: string;
const number = 'AZ-PC-2026-440001';

function must<T>(value: T | Refusal): T {
  if (value instanceof Refusal) throw new Error(value.code);
  return value;
}

async function codeOf(record: string, client = az): Promise<string> {
  const { payloadCheck } = must(loadCatalogue(profiles, compileSchema));
  const jws = (await client.get(`/api/records/${record}.jws`)).body as unknown as string;
  return checkCode(must(readRecord(jws, nodeCrypto, payloadCheck)), nodeCrypto);
}

/** Without a token, as a stranger asks. */
async function ask(server: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${server}/api/check`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** A server that has been asked nothing yet this minute. */
async function freshServers(): Promise<void> {
  for (const country of ['AZ', 'RU']) {
    await corridor.stop(country);
    await corridor.start(country);
  }
}

beforeAll(async () => {
  corridor = await foundTestCorridor();
  az = await corridor.client('az.afsa');
  ru = await corridor.client('ru.fsvps');
  const issued = await az.post('/api/records?to=ru.fsvps', await certificateXml(number));
  expect(issued.status).toBe(201);
  id = issued.body.id;
  code = await codeOf(id);
  await until(
    () => ru.get(`/api/records/${id}`),
    ({ status }) => status === 200,
  );
}, 60_000);
afterAll(() => corridor?.end(), 30_000);

describe('with the right code', () => {
  test('both sides give the record as signed, and the state as of the same channels', async () => {
    for (const { server } of [az, ru]) {
      const { status, headers, text } = await ask(server, { number, code });
      expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
      const answer = JSON.parse(text);
      expect(answer).toMatchObject({
        id,
        number,
        issuer: 'az.afsa',
        type: { name: 'certificate', title: { az: 'Fitosanitar sertifikat' } },
        state: { revoked: false, title: { ru: expect.any(String) } },
        demonstration: true,
      });
      expect(answer.record).toBe((await az.get(`/api/records/${id}.jws`)).body);
      expect(answer.asOf.length).toBeGreaterThan(0);
      for (const { origin, size, time } of answer.asOf) {
        expect(origin).toMatch(/^[a-z.]+localhost:\d+\/(az|ru)\.\w+\/1$/);
        expect([size > 0, Math.abs(Date.parse(time) - Date.parse(answer.asked)) < 60_000]).toEqual([true, true]);
      }
      expect(Object.keys(answer)).not.toContain('claims');
    }
  });

  test('numbers and codes are taken as people type them; an id will do as well', async () => {
    for (const question of [
      { number: ` ${number.toLowerCase()} `, code: code.toLowerCase().replaceAll('-', ' ') },
      { number: number.replaceAll('-', '–').replace('A', 'А').replace('C', 'С'), code: code.replaceAll('-', '') },
      { id, code },
    ])
      expect((await ask(az.server, question)).status, JSON.stringify(question)).toBe(200);
  });

  test('one that was refused may still be recognised: it counts, as in the status list', async () => {
    const other = 'AZ-PC-2026-440003';
    const issued = await az.post('/api/records?to=ru.fsvps', await certificateXml(other));
    const otherCode = await codeOf(issued.body.id);
    await until(
      () => ru.get(`/api/records/${issued.body.id}`),
      (answer) => answer.status === 200,
    );
    const refused = await ru.post(`/api/records/${issued.body.id}/follow-ups`, {
      type: 'decision',
      claims: { kind: 'refuse', reasons: [{ code: 'prohibited-product' }] },
    });
    expect(refused.status).toBe(201);
    const { text } = await until(
      () => ask(az.server, { number: other, code: otherCode }),
      (answer) => answer.text.includes('"state":"refused"'),
    );
    expect(JSON.parse(text)).toMatchObject({ state: { state: 'refused', revoked: false } });
  });

  test('a withdrawal shows on both sides', async () => {
    const other = 'AZ-PC-2026-440002';
    const issued = await az.post('/api/records?to=ru.fsvps', await certificateXml(other));
    const otherCode = await codeOf(issued.body.id);
    await az.post(`/api/records/${issued.body.id}/follow-ups`, {
      type: 'withdrawal',
      claims: { reason: 'issued-in-error' },
    });
    for (const { server } of [az, ru]) {
      const { text } = await until(
        () => ask(server, { number: other, code: otherCode }),
        (answer) => answer.text.includes('"revoked":true'),
      );
      expect(JSON.parse(text)).toMatchObject({
        state: { state: 'withdrawn', revoked: true, since: expect.stringMatching(/^20.*Z$/) },
      });
    }
  });
});

test('others’ records under the same number do not hide the one that was printed', async () => {
  await freshServers();
  const at = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().replace(/\.\d+Z$/, 'Z');
  const result = {
    number,
    laboratory: { name: 'L', accreditation: { number: 'L-1', scope: ['*'] } },
    purpose: 'export',
    sample: { number: 'S-1', taken: at(-3) },
    lot: { product: 'MABSD' },
    started: at(-2),
    ended: at(-1),
    tests: [{ pest: 'CARPPO', method: 'PCR', result: 'not-detected' }],
  };
  const draft = { profile: 'phytosanitary', type: 'laboratory-result', claims: result };
  for (const [client, to] of [
    [az, 'ru.fsvps'],
    [ru, 'az.afsa'],
  ] as const)
    for (let i = 0; i < 17; i++) expect((await client.post('/api/records', { ...draft, to: [to] })).status).toBe(201);
  const crowd = (client: Client) => client.get(`/api/records?type=laboratory-result&limit=100`);
  for (const client of [az, ru]) {
    await until(
      () => crowd(client),
      ({ body }) => body.items.length === 34,
    );
    expect((await ask(client.server, { number, code })).status).toBe(200);
  }
});

describe('without it', () => {
  test('an unknown number, a wrong code, another record’s code and an unknown id are one answer', async () => {
    const wrong = [
      { number, code: '0000-0000-0000' },
      { number: 'AZ-PC-2026-999999', code },
      { number: 'AZ-PC-2026-999999', code: '0000-0000-0000' },
      { id, code: '0000-0000-0000' },
      { id: '0'.repeat(64), code },
      { number: "' or 1=1 --", code },
      { number: '%', code },
      { number: '\u{1f4a9}', code },
    ];
    const answers = await Promise.all(wrong.map((question) => ask(az.server, question)));
    for (const { status, headers, text } of answers) {
      expect([status, headers.get('content-type')]).toEqual([404, 'application/problem+json; charset=utf-8']);
      expect(text).toBe(answers[0]?.text);
      expect(JSON.parse(text)).toMatchObject({ code: 'paper.no-such-number', findings: [] });
      const names = (from: Headers) => [...from.keys()].filter((name) => name !== 'date');
      expect(names(headers)).toEqual(names(answers[0]?.headers ?? new Headers()));
    }
  });

  test.each<[unknown, number, string, string]>([
    [{ number }, 400, 'input.missing-member', '/code'],
    [{ code: '0000-0000-0000' }, 400, 'input.missing-member', '/number'],
    [{ number, id: '0'.repeat(64), code: '0000-0000-0000' }, 400, 'input.unknown-member', '/id'],
    [{ number, code: 'U' }, 400, 'input.bad-value', '/code'],
    [{ number: 'x'.repeat(101), code: '0000-0000-0000' }, 400, 'input.bad-value', '/number'],
    [{ number: { $ne: '' }, code: '0000-0000-0000' }, 400, 'input.bad-value', '/number'],
    [{ number: 'x', code: '0000-0000-0000', all: true }, 400, 'input.unknown-member', '/all'],
  ])('%j is refused by its form', async (body, status, refusal, path) => {
    const answer = await ask(az.server, body);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text)).toMatchObject({ code: refusal, findings: [{ path }] });
  });

  test('a form, a large body and a query are no question', async () => {
    const form = await fetch(`${az.server}/api/check`, { method: 'POST', body: new URLSearchParams({ number, code }) });
    expect(form.status).toBe(415);
    expect((await ask(az.server, { number, code, pad: 'x'.repeat(5000) })).status).toBe(413);
    expect((await fetch(`${az.server}/api/check?number=${number}&code=${code}`)).status).toBe(405);
  });
});

test('a type without a paper is found by its id alone', async () => {
  const bare = profiles.map((profile) => ({
    ...profile,
    types: Object.fromEntries(
      Object.entries(profile.types).map(([name, { paper: _, ...type }]) => [name, type] as const),
    ),
  }));
  const other = await foundTestCorridor({ profiles: bare });
  try {
    const client = await other.client('az.afsa');
    const issued = await client.post('/api/records?to=ru.fsvps', await certificateXml(number));
    const right = await codeOf(issued.body.id, client);
    expect((await ask(client.server, { number, code: right })).status).toBe(404);
    expect((await ask(client.server, { id: issued.body.id, code: right })).status).toBe(200);
  } finally {
    await other.end();
  }
});

test('a client that asks too often waits, in both forms of the question; nobody else does', async () => {
  await freshServers();
  const statuses = new Set<number>();
  for (let i = 0; i < 30; i++) statuses.add((await ask(az.server, { number, code: '0000-0000-0000' })).status);
  expect([...statuses]).toEqual([404]);
  const over = await ask(az.server, { number, code }, { 'accept-language': 'az' });
  expect(over.status).toBe(429);
  expect(Number(over.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(JSON.parse(over.text)).toMatchObject({ code: 'request.too-many', title: expect.stringContaining('gözləmə') });
  const page = await fetch(`${az.server}/status?lang=ru`, {
    method: 'POST',
    body: new URLSearchParams({ number, code }),
  });
  expect([page.status, page.headers.get('retry-after') !== null]).toEqual([429, true]);
  expect(await page.text()).toContain('Слишком много запросов');
  expect((await ask(ru.server, { number, code })).status).toBe(200);
  expect((await az.get(`/api/records/${id}`)).status).toBe(200);
  expect((await fetch(`${az.server}/status`)).status).toBe(200);
});

test('the printed link leads to the page that verifies, whatever its case', async () => {
  for (const path of ['/C/ABC/K7QM-2D4X-9RWA', '/c/abc/k7qm-2d4x-9rwa']) {
    const answer = await fetch(`${az.server}${path}`, { redirect: 'manual' });
    const [, , record, checked] = path.split('/');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/verify#${record}/${checked}`]);
  }
  const hostile = await fetch(`${az.server}/C/${encodeURIComponent('//evil.example/"><script>')}/x`, {
    redirect: 'manual',
  });
  expect(hostile.headers.get('location')).toMatch(/^\/verify#[\w%.]+\/x$/);
});
