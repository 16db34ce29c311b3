/** What bodies and queries are refused for, and bytes that are taken as they are. */
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Client, type Corridor, foundTestCorridor } from '../../test/corridor.ts';

let corridor: Corridor;
let az: Client;

beforeAll(async () => {
  corridor = await foundTestCorridor();
  az = await corridor.client('az.afsa');
}, 30_000);
afterAll(() => corridor?.end(), 30_000);

function send(client: Client, path: string, init: RequestInit): Promise<Response> {
  const headers = { authorization: `Bearer ${client.token}`, ...(init.headers as Record<string, string>) };
  return fetch(`${client.server}${path}`, { ...init, headers });
}

describe('strict at the edge', () => {
  const draft = { profile: 'phytosanitary', type: 'certificate', to: ['ru.fsvps'], claims: {} };
  const deep = (levels: number) => JSON.parse(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`);

  test.each<[string, unknown, string, string]>([
    ['unknown member', { ...draft, extra: 1 }, 'input.unknown-member', '/extra'],
    ['missing member', { ...draft, type: undefined }, 'input.missing-member', '/type'],
    ['coerced list', { ...draft, to: 'ru.fsvps' }, 'input.bad-value', '/to'],
    ['coerced text', { ...draft, profile: 7 }, 'input.bad-value', '/profile'],
    ['double recipient', { ...draft, to: ['ru.fsvps', 'ru.fsvps'] }, 'input.bad-value', '/to'],
    ['fraction', { ...draft, claims: { mass: [1.5] } }, 'input.bad-value', '/claims/mass/0'],
    ['too deep', { ...draft, claims: deep(40) }, 'input.too-deep', `/claims${'/a'.repeat(31)}`],
    ['lone surrogate', { ...draft, claims: { a: '\ud800' } }, 'input.bad-value', '/claims/a'],
    ['prototype', JSON.parse('{"claims":{"__proto__":{}}}'), 'input.unknown-member', '/claims/__proto__'],
  ])('%s', async (_, body, code, path) => {
    const answer = await az.post('/api/records', body);
    expect([answer.status, answer.body.code]).toEqual([400, code]);
    expect(answer.body.findings[0]).toMatchObject({ code, path, severity: 'refuse' });
  });

  test.each(['/api/records', '/api/records/check'])('no body at all for %s', async (path) => {
    const answer = await send(az, path, { method: 'POST' });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([
      415,
      'request.unsupported-media-type',
    ]);
  });

  test.each([
    ['direction=up', 'issued, received'],
    [`q=${'a'.repeat(201)}`, '≤ 200'],
  ])('a query is told what was expected: %s', async (query, expected) => {
    const { body } = await az.get(`/api/records?${query}`);
    expect(body).toMatchObject({ code: 'input.bad-value', title: expect.stringContaining(`expected: ${expected})`) });
  });

  test.each([
    ['no method', 'DANCE / HTTP/1.1\r\nhost: a\r\n\r\n', 400, 'input.bad-value'],
    ['too many headers', `GET / HTTP/1.1\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`, 431, 'input.too-large'],
  ])('what is no request is answered all the same: %s', async (_, bytes, status, code) => {
    const { hostname, port } = new URL(az.server);
    const socket = connect(Number(port), hostname).setEncoding('utf8');
    socket.write(bytes);
    const answer = (await socket.toArray()).join('');
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')))).toMatchObject({ status, code, demonstration: true });
  });

  test('every fault of a body is told at once', async () => {
    const { body } = await az.post('/api/records', { profile: 7, to: 'x', extra: 1 });
    expect(body.findings.map(({ path }: { path: string }) => path).sort()).toEqual([
      '/claims',
      '/extra',
      '/profile',
      '/to',
      '/type',
    ]);
  });

  test('a body made of faults is answered quickly and in few words', async () => {
    const began = performance.now();
    const many = await az.post('/api/records', { ...draft, annexes: new Array(10_000).fill({}) });
    expect([many.status, many.body.findings.length]).toEqual([400, 50]);
    const tooMany = await az.post('/api/records', { ...draft, annexes: new Array(300_000).fill({}) });
    expect([tooMany.status, tooMany.body.findings[0].path]).toEqual([413, '/annexes']);
    expect(performance.now() - began).toBeLessThan(3_000);
  });

  test.each<[string, string | Uint8Array<ArrayBuffer>, string, number, string]>([
    ['no JSON', '{', 'application/json', 400, 'input.not-json'],
    ['nothing', '', 'application/json', 400, 'input.not-json'],
    ['no UTF-8', new Uint8Array([0x22, 0xff, 0x22]), 'application/json', 400, 'input.not-utf8'],
    ['byte order mark', '\ufeff{}', 'application/json', 400, 'input.not-json'],
    ['another type', 'a: 1', 'application/yaml', 415, 'request.unsupported-media-type'],
    ['a form', 'a=1', 'application/x-www-form-urlencoded', 415, 'request.unsupported-media-type'],
    ['too much JSON', `{"a":"${'x'.repeat(1024 * 1024)}"}`, 'application/json', 413, 'input.too-large'],
    ['too much XML', `<a>${'x'.repeat(8 * 1024 * 1024)}</a>`, 'application/xml', 413, 'input.too-large'],
  ])('%s', async (_, body, type, status, code) => {
    const answer = await send(az, '/api/records', { method: 'POST', headers: { 'content-type': type }, body });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([status, code]);
  });

  test.each([
    'limit=0',
    'limit=201',
    'limit=7.0',
    'limit=07',
    'direction=both',
    'cursor=x',
    'colour=red',
    'limit=1&limit=2',
  ])('the query %s is refused', async (query) => expect((await az.get(`/api/records?${query}`)).status).toBe(400));
});

describe('annexes', () => {
  test('bytes come back under their digest, never to be run as a page', async () => {
    const headers = { 'content-type': 'text/html; charset=utf-8' };
    const stored = await send(az, '/api/annexes', { method: 'POST', headers, body: '<script>alert(1)</script>' });
    const { digest } = (await stored.json()) as { digest: string };
    expect([stored.status, stored.headers.get('location')]).toEqual([201, `/api/annexes/${digest}`]);
    const back = await send(az, `/api/annexes/${digest}`, {});
    expect(await back.text()).toBe('<script>alert(1)</script>');
    expect(back.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(back.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
    expect((await az.get(`/api/annexes/${'0'.repeat(64)}`)).status).toBe(404);
  });

  test('JSON is bytes like any other, and a media type must be told', async () => {
    const headers = { 'content-type': 'application/json' };
    expect((await send(az, '/api/annexes', { method: 'POST', headers, body: '{not json' })).status).toBe(201);
    const untold = await send(az, '/api/annexes', { method: 'POST', body: new Uint8Array([1, 2, 3]) });
    expect(untold.status).toBe(415);
  });
});
