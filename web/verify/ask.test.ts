import { expect, test } from 'vitest';
import { type Ask, askRecord, askStatusList } from './ask.ts';

const title = { az: 'a', ru: 'b', en: 'c' };
const good = {
  id: '00',
  record: 'x.y.z',
  proofs: ['p'],
  state: { state: 'issued', title, revoked: false },
  asOf: [{ origin: 'o/r/1', size: 5, time: '2026-11-22T10:00:00.000Z' }],
  statusList: '/status/az.afsa/1',
  asked: '2026-11-22T10:00:01.000Z',
};
const asked = { number: '1', code: 'AAAA-AAAA-AAAA' };
const answering =
  (body: unknown, status = 200): Ask =>
  async () =>
    new Response(typeof body === 'string' ? body : JSON.stringify(body), { status });

test('an answer is read, times as numbers', async () => {
  expect(await askRecord(asked, answering(good))).toEqual({
    carried: { jws: 'x.y.z', proofs: ['p'] },
    state: 'issued',
    title,
    revoked: false,
    asOf: [{ origin: 'o/r/1', size: 5, time: Date.parse('2026-11-22T10:00:00Z') }],
    statusList: '/status/az.afsa/1',
    asked: Date.parse('2026-11-22T10:00:01Z'),
  });
});

test('a status list of another host is not asked for', async () => {
  for (const statusList of ['https://evil.example/status/az.afsa/1', '//evil.example/status/a/1', '/status/../x', 7])
    expect(await askRecord(asked, answering({ ...good, statusList }))).not.toHaveProperty('statusList');
});

test.each([
  ['not-here', answering('', 404)],
  ['not-here', answering('', 400)],
  ['too-many', answering('', 429)],
  ['server', answering('', 500)],
  ['server', answering('oh')],
  ['server', answering({ ...good, record: 7 })],
  ['server', answering({ ...good, proofs: [1] })],
  ['server', answering({ ...good, state: { state: 'x', title: 'x', revoked: false } })],
  ['server', answering({ ...good, asOf: [{}] })],
  ['server', answering({ ...good, asked: 'soon' })],
  [
    'offline',
    async () => {
      throw new TypeError('Failed to fetch');
    },
  ],
] as const)('no answer: %s', async (silence, ask) => {
  expect(await askRecord(asked, ask)).toBe(silence);
});

test('a question says number and code in its body, and carries nothing of the visitor', async () => {
  let seen: RequestInit | undefined;
  await askRecord(asked, async (path, init) => {
    expect(path).toBe('/api/check');
    seen = init;
    return new Response('');
  });
  expect(seen).toMatchObject({ method: 'POST', credentials: 'omit', redirect: 'error', body: JSON.stringify(asked) });
});

test('a status list too long is none', async () => {
  expect(await askStatusList('/status/a/1', answering('x'.repeat(5 * 1024 * 1024)))).toBeUndefined();
  expect(await askStatusList('/status/a/1', answering('x'))).toBe('x');
});
