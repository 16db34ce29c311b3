/** What somebody might try with links, codes and cookies, also twice at one moment. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Corridor, foundTestCorridor } from '../../../test/corridor.ts';
import type { Desk } from '../../desk/desk.ts';
import type { Role } from '../../desk/roles.ts';
import { TestAuthenticator } from '../../desk/testing/authenticator.ts';
import { TestBrowser } from '../../desk/testing/browser.ts';

const institution = 'az.afsa';
let corridor: Corridor;
let desk: Desk;
let port: number;
let ahead = 0;
const browser = () => new TestBrowser(port);

beforeAll(async () => {
  corridor = await foundTestCorridor({ now: () => Date.now() + ahead });
  const server = corridor.servers.get('AZ')!;
  desk = server.desks.get(institution)!;
  port = server.config.port;
}, 60_000);
afterAll(() => corridor.end());

async function invited(roles: readonly Role[]) {
  const { person, invitation } = await desk.staff.add({ name: 'Test', roles, language: 'en' });
  return { person, token: `${institution}.${invitation.token}` };
}

async function joined(roles: readonly Role[]) {
  const { person, token } = await invited(roles);
  const page = browser();
  const { key, made } = await page.join(token);
  return { person, page, key, code: made.body.recoveryCode as string };
}

test('a link used twice at one moment makes one passkey', async () => {
  const { person, token } = await invited(['inspector']);
  const pages = [browser(), browser(), browser()];
  const asked = await Promise.all(pages.map((page) => page.post('/api/desk/passkeys/options', { token })));
  const made = await Promise.all(
    pages.map((page, at) => {
      const { handle, options } = asked[at]!.body;
      const response = new TestAuthenticator(page.origin).register(options);
      return page.post('/api/desk/passkeys', { token, handle, response, label: 'Test' });
    }),
  );
  expect(made.map(({ status }) => status).sort()).toEqual([201, 404, 404]);
  expect(await desk.passkeys.of(person.id)).toHaveLength(1);
  expect(pages.filter(({ cookie }) => cookie !== '')).toHaveLength(1);
});

test('a recovery code used twice at one moment gives one link', async () => {
  const { code } = await joined(['inspector']);
  const body = { institution, code };
  const used = await Promise.all([1, 2, 3].map(() => browser().post('/api/desk/recovery', body)));
  expect(used.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
});

test('a link of one person registers nobody else, and no challenge of another', async () => {
  const one = await invited(['inspector']);
  const two = await invited(['inspector']);
  const page = browser();
  const asked = await page.post('/api/desk/passkeys/options', { token: one.token });
  const response = new TestAuthenticator(page.origin).register(asked.body.options);
  const crossed = { token: two.token, handle: asked.body.handle, response, label: 'Test' };
  expect((await page.post('/api/desk/passkeys', crossed)).body.code).toBe('access.bad-passkey');
  expect(await desk.passkeys.of(one.person.id)).toEqual([]);
  expect(await desk.passkeys.of(two.person.id)).toEqual([]);
});

test('of two removals at one moment, one leaves the last passkey', async () => {
  const { page, person } = await joined(['inspector']);
  const asked = await page.post('/api/desk/passkeys/options');
  const response = new TestAuthenticator(page.origin).register(asked.body.options);
  await page.post('/api/desk/passkeys', { handle: asked.body.handle, response, label: 'Second' });
  const held = await desk.passkeys.of(person.id);
  const removed = await Promise.all(held.map(({ id }) => desk.staff.removePasskey(person, id)));
  expect(removed.filter((one) => one !== true)).toMatchObject([{ code: 'access.last-passkey' }]);
  expect(await desk.passkeys.of(person.id)).toHaveLength(1);
});

test('one key under another name is nobody else’s either', async () => {
  const { key } = await joined(['inspector']);
  const { person, token } = await invited(['inspector']);
  const page = browser();
  const asked = await page.post('/api/desk/passkeys/options', { token });
  key.id = 'A'.repeat(43);
  const response = key.register(asked.body.options);
  const made = await page.post('/api/desk/passkeys', { token, handle: asked.body.handle, response, label: 'Test' });
  expect(made.body.code).toBe('access.bad-passkey');
  expect(await desk.passkeys.of(person.id)).toEqual([]);
});

test.each([
  ['another origin', { origin: 'http://evil.localhost' }],
  ['nobody verified', { flags: 0x01 }],
  ['an answer of signing in', { type: 'webauthn.get' }],
  ['a page within another site', { crossOrigin: true }],
  ['another relying party', { relyingParty: 'localhost.evil' }],
])('a passkey made with %s is not kept', async (_, wrong) => {
  const { person, token } = await invited(['inspector']);
  const page = browser();
  const asked = await page.post('/api/desk/passkeys/options', { token });
  const response = new TestAuthenticator(page.origin).register(asked.body.options, wrong);
  const made = await page.post('/api/desk/passkeys', { token, handle: asked.body.handle, response, label: 'Test' });
  expect(made.body.code).toBe('access.bad-passkey');
  expect(await desk.passkeys.of(person.id)).toEqual([]);
});

test('one authenticator’s passkey is nobody else’s', async () => {
  const { key } = await joined(['inspector']);
  const { token } = await invited(['administrator']);
  const page = browser();
  const asked = await page.post('/api/desk/passkeys/options', { token });
  const response = key.register(asked.body.options);
  const made = await page.post('/api/desk/passkeys', { token, handle: asked.body.handle, response, label: 'Test' });
  expect(made.body.code).toBe('access.bad-passkey');
});

test('a cookie set before signing in is not the one after it', async () => {
  const planted = `samur-session=${institution}.${'A'.repeat(43)}`;
  const { key } = await joined(['inspector']);
  const page = browser();
  page.cookie = planted;
  expect((await page.signIn(institution, key)).status).toBe(200);
  expect(page.cookie).not.toBe(planted);
  const attacker = browser();
  attacker.cookie = planted;
  expect((await attacker.get('/api/desk/session')).status).toBe(401);
});

test('roles are read anew with each request, and streams end with them', async () => {
  const { page, person } = await joined(['inspector']);
  const stream = await fetch(`${page.origin}/api/events`, { headers: { cookie: page.cookie } });
  const reader = stream.body!.getReader();
  await reader.read();
  await desk.staff.change(person.id, { roles: ['trader'] });
  expect((await reader.read()).done).toBe(true);
  expect((await page.get('/api/records')).body.code).toBe('access.not-allowed');
  expect((await page.get('/api/events')).status).toBe(403);
});

test('nobody holds so many streams that none are left', async () => {
  const { page } = await joined(['inspector']);
  const ends = new AbortController();
  // Held, for what nobody holds is closed by whoever cleans up.
  const held: Response[] = [];
  const follow = async ({ cookie }: TestBrowser) => {
    const answer = await fetch(`${page.origin}/api/events`, { headers: { cookie }, signal: ends.signal });
    held.push(answer);
    return answer.status;
  };
  const opened = await Promise.all(Array.from({ length: 60 }, () => follow(page)));
  expect(opened.filter((status) => status === 200)).toHaveLength(50);
  expect(opened.filter((status) => status === 429)).toHaveLength(10);
  expect(await follow((await joined(['inspector'])).page)).toBe(200);
  expect(held).toHaveLength(61);
  ends.abort();
});

test('the software keys of a demonstration answer for nobody who has a passkey', async () => {
  const { person } = await joined(['signatory']);
  expect(await desk.passkeys.demonstration(person, new Uint8Array(32))).toMatchObject({ code: 'access.bad-passkey' });
  expect(() => desk.passkeys.newDemonstrationKey(person, 'http://localhost')).toThrow();
});

test('no token says who may sign, whatever its rights', async () => {
  await desk.demonstration.enrol();
  const [officer] = await desk.enrolments.officers.all();
  const client = await corridor.client(institution);
  expect((await client.get('/api/institution')).body.rights).toContain('administer');
  for (const type of ['enrolment-end', 'enrolment', 'approval']) {
    const draft = { profile: 'exchange', type, to: ['ru.fsvps'], claims: { officer: officer?.officer } };
    expect((await client.post('/api/records', draft)).body.code, type).toBe('access.not-allowed');
  }
  expect(await desk.enrolments.officers.all()).toHaveLength(4);
});

/** The status of a request whose body ends only after something has happened. */
async function slowly(headers: readonly string[], path: string, body: object, between: () => Promise<unknown>) {
  const bytes = JSON.stringify(body);
  const socket = connect(port, 'localhost');
  await once(socket, 'connect');
  const head = [
    `POST ${path} HTTP/1.1`,
    `Host: localhost:${port}`,
    'Connection: close',
    'Content-Type: application/json',
    `Content-Length: ${bytes.length}`,
    ...headers,
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n${bytes.slice(0, 1)}`);
  await pause(200);
  await between();
  socket.write(bytes.slice(1));
  return Number((await text(socket)).split(' ')[1]);
}

test('who is let go while a body is still on its way does nothing with it', async () => {
  const asked = { name: 'Left behind', rights: ['issue'] };
  const half = async (change: (person: string) => Promise<unknown>) => {
    const { page, person } = await joined(['administrator']);
    const headers = [`Cookie: ${page.cookie}`, `Origin: ${page.origin}`];
    return slowly(headers, '/api/desk/tokens', asked, () => change(person.id));
  };
  expect(await half((id) => desk.staff.change(id, { active: false }))).toBe(401);
  expect(await half((id) => desk.sessions.endAll(id))).toBe(401);
  expect(await half((id) => desk.staff.change(id, { roles: ['auditor'] }))).toBe(403);
  const { page } = await joined(['administrator']);
  const { items } = (await page.get('/api/desk/tokens')).body;
  expect(items.map(({ name }: { name: string }) => name)).not.toContain(asked.name);
});

test('a token withdrawn while a body is still on its way does nothing with it', async () => {
  const { page } = await joined(['administrator']);
  const { id, token } = (await page.post('/api/desk/tokens', { name: 'Slow', rights: ['issue'] })).body;
  const draft = { profile: 'phytosanitary', type: 'certificate', to: ['ru.fsvps'], claims: {} };
  const send = (between: () => Promise<unknown>) =>
    slowly([`Authorization: Bearer ${token}`], '/api/records', draft, between);
  expect(await send(async () => undefined)).toBe(422);
  const withdrawn = async () => {
    await page.call('DELETE', `/api/desk/tokens/${id}`);
    ahead += 6_000;
  };
  expect(await send(withdrawn)).toBe(401);
});

test('names carry no hidden signs', async () => {
  const { page } = await joined(['administrator']);
  for (const name of ['', ' A', 'A ', 'A\u202eB', 'A\u0000', 'A\u200bB', 'A\nB', 'A'.repeat(101)]) {
    const answer = await page.post('/api/desk/people', { name, roles: ['trader'], language: 'en' });
    expect(answer.status, JSON.stringify(name)).toBe(400);
  }
  const named = await page.post('/api/desk/people', { name: 'Əli Öztürk-Иванов', roles: ['trader'], language: 'az' });
  expect(named.status).toBe(201);
});

test('acts of one person are counted, before they fill the trail', async () => {
  const { page, person } = await joined(['trader']);
  const rows = async () => {
    let count = 0;
    for (let cursor: string | undefined; ; ) {
      const { items, next } = await desk.trail.list({ person: person.id, limit: 200, ...(cursor && { cursor }) });
      count += items.length;
      if (next === undefined) return count;
      cursor = next;
    }
  };
  // From the beginning of a minute.
  ahead += 60_000 - ((Date.now() + ahead) % 60_000);
  const before = await rows();
  const statuses: number[] = [];
  for (let i = 0; i < 13; i++) {
    // Refused ones count like others.
    const path = i % 2 === 0 ? '/api/desk/notices/read' : '/api/desk/tokens';
    const asks = Array.from({ length: 50 }, () => page.post(path, { ids: [] }));
    statuses.push(...(await Promise.all(asks)).map(({ status }) => status));
  }
  expect(statuses.filter((status) => status === 429)).toHaveLength(50);
  expect(await rows()).toBe(before + 600);
  expect((await page.get('/api/desk/notices')).status).toBe(200);
  expect((await (await joined(['trader'])).page.post('/api/desk/notices/read', { ids: [] })).status).toBe(200);
  ahead += 60_000;
  expect((await page.post('/api/desk/notices/read', { ids: [] })).status).toBe(200);
}, 20_000);

test('questions at the entrance are counted', async () => {
  const asks = await Promise.all(
    Array.from({ length: 130 }, () => browser().post('/api/desk/sign-in/options', { institution })),
  );
  const refused = asks.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused[0]?.body.code).toBe('request.too-many');
});
