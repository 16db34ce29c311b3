import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Corridor, foundTestCorridor } from '../../../test/corridor.ts';
import type { Desk } from '../../desk/desk.ts';
import { TestBrowser } from '../../desk/testing/browser.ts';
import type { RunningServer } from '../../server.ts';

const institution = 'az.afsa';
let corridor: Corridor;
let server: RunningServer;
let desk: Desk;
let port: number;
let offset = 0;

beforeAll(async () => {
  corridor = await foundTestCorridor({ now: () => Date.now() + offset });
  server = corridor.servers.get('AZ')!;
  desk = server.desks.get(institution)!;
  port = server.config.port;
}, 60_000);
afterAll(() => corridor.end());

const browser = () => new TestBrowser(port);
const named = (token: string) => `${institution}.${token}`;

/** Somebody new, signed in with a passkey of their own. */
async function joined(roles: Parameters<Desk['staff']['add']>[0]['roles'], algorithm?: 'ES256' | 'EdDSA', counter = 0) {
  const { person, invitation } = await desk.staff.add({ name: 'Test', roles, language: 'en' });
  const page = browser();
  const { key, made } = await page.join(named(invitation.token), algorithm, counter);
  expect(made.status).toBe(201);
  return { person, page, key, code: made.body.recoveryCode as string };
}

describe('signing in', () => {
  test.each(['ES256', 'EdDSA'] as const)('with a passkey of %s', async (algorithm) => {
    const { page, key, person } = await joined(['inspector'], algorithm);
    const session = await page.get('/api/desk/session');
    expect(session.status).toBe(200);
    expect(session.body).toMatchObject({ person: { id: person.id, roles: ['inspector'] }, enrolled: false });
    expect(session.body.actions).toContain('records.draft');
    expect(session.body.actions).not.toContain('records.sign');
    const other = browser();
    expect((await other.signIn(institution, key)).status).toBe(200);
    expect((await other.get('/api/desk/session')).body.person.id).toBe(person.id);
    expect((await other.get('/api/records')).status).toBe(200);
  });

  test('one of RS256 is not taken', async () => {
    const { invitation } = await desk.staff.add({ name: 'Test', roles: ['inspector'], language: 'en' });
    const { made } = await browser().join(named(invitation.token), 'RS256' as 'ES256');
    expect([made.status, made.body.code]).toEqual([401, 'access.bad-passkey']);
  });

  test('the cookie is closed to scripts and to other sites, and new each time', async () => {
    const { page, key } = await joined(['inspector']);
    const before = page.cookie;
    const answer = await page.signIn(institution, key);
    expect(answer.headers.get('set-cookie')).toMatch(
      /^samur-session=az\.afsa\.[\w-]{43}; Path=\/; Max-Age=604800; HttpOnly; SameSite=Strict$/,
    );
    expect(page.cookie).not.toBe(before);
  });

  test('an answer works once', async () => {
    const { key } = await joined(['inspector']);
    const page = browser();
    const { body } = await page.post('/api/desk/sign-in/options', { institution });
    const given = { handle: body.handle, response: key.assert(body.options) };
    expect((await page.post('/api/desk/sign-in', given)).status).toBe(200);
    expect((await page.post('/api/desk/sign-in', given)).body.code).toBe('access.bad-passkey');
  });

  test.each([
    ['another challenge', { challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
    ['another origin', { origin: 'http://localhost:1' }],
    ['another relying party', { relyingParty: 'evil.localhost' }],
    ['a registration', { type: 'webauthn.create' }],
    ['nobody present', { flags: 0x04 }],
    ['nobody verified', { flags: 0x01 }],
    ['a page within another site', { crossOrigin: true }],
    ['a page below another site', { topOrigin: 'https://evil.example' }],
    ['somebody else’s name', { userHandle: 'AAAA' }],
    ['another key', { otherKey: true as const }],
  ])('is refused alike with %s', async (_, wrong) => {
    const { key } = await joined(['inspector']);
    const page = browser();
    const { body } = await page.post('/api/desk/sign-in/options', { institution });
    const refused = await page.post('/api/desk/sign-in', {
      handle: body.handle,
      response: key.assert(body.options, wrong),
    });
    expect([refused.status, refused.body.code, page.cookie]).toEqual([401, 'access.bad-passkey', '']);
    const { body: again } = await page.post('/api/desk/sign-in/options', { institution });
    const response = { ...key.assert(again.options), id: 'unknown', rawId: 'unknown' };
    const unknown = await page.post('/api/desk/sign-in', { handle: again.handle, response });
    expect({ ...unknown.body }).toEqual({ ...refused.body });
  });

  test('a counter that does not grow tells of a copy', async () => {
    const { key } = await joined(['inspector'], 'ES256', 5);
    expect((await browser().signIn(institution, key)).status).toBe(200);
    const page = browser();
    const { body } = await page.post('/api/desk/sign-in/options', { institution });
    const response = key.assert(body.options, { counter: 6 });
    expect((await page.post('/api/desk/sign-in', { handle: body.handle, response })).body.code).toBe(
      'access.bad-passkey',
    );
    expect((await browser().signIn(institution, key)).status).toBe(200);
  });

  test('a challenge lives for five minutes', async () => {
    const { key } = await joined(['inspector']);
    const page = browser();
    const { body } = await page.post('/api/desk/sign-in/options', { institution });
    offset += 5 * 60_000;
    const answer = await page.post('/api/desk/sign-in', { handle: body.handle, response: key.assert(body.options) });
    expect(answer.body.code).toBe('access.bad-passkey');
  });

  test('is refused from another site, before anything is read', async () => {
    for (const path of [
      'sign-in/options',
      'sign-in',
      'sign-in/demonstration',
      'recovery',
      'invitations/read',
      'passkeys',
    ]) {
      const answer = await browser().call('POST', `/api/desk/${path}`, {}, { origin: 'https://evil.example' });
      expect([answer.status, answer.body.code], path).toEqual([403, 'access.foreign-origin']);
    }
  });

  test('people of the demonstration sign in with one press', async () => {
    const entry = await browser().get('/api/desk/entry');
    expect(entry.body.institutions.map(({ id }: { id: string }) => id)).toEqual([institution]);
    expect(entry.body.people).toHaveLength(7);
    const signatory = entry.body.people.find(({ roles }: { roles: string[] }) => roles[0] === 'signatory');
    const page = browser();
    const answer = await page.post('/api/desk/sign-in/demonstration', { institution, person: signatory.id });
    expect(answer.body).toMatchObject({ enrolled: true, person: { demonstration: true } });
    const real = await joined(['trader']);
    const other = await page.post('/api/desk/sign-in/demonstration', { institution, person: real.person.id });
    expect(other.body.code).toBe('desk.unknown');
  });
});

describe('sessions', () => {
  test('need the own origin for whatever changes state', async () => {
    const { page } = await joined(['inspector']);
    for (const origin of ['https://evil.example', 'null', `${page.origin}0`]) {
      const answer = await page.call('PATCH', '/api/desk/session', { language: 'ru' }, { origin });
      expect([answer.status, answer.body.code], origin).toEqual([403, 'access.foreign-origin']);
    }
    expect((await page.call('PATCH', '/api/desk/session', { language: 'ru' })).body.person.language).toBe('ru');
  });

  test('end when they are ended, and their streams with them', async () => {
    const { page, key } = await joined(['inspector']);
    const other = browser();
    await other.signIn(institution, key);
    const stream = await fetch(`${other.origin}/api/events`, { headers: { cookie: other.cookie } });
    const reader = stream.body!.getReader();
    await reader.read();
    const { body } = await page.get('/api/desk/sessions');
    expect(body.items).toHaveLength(2);
    const { id } = body.items.find(({ current }: { current: boolean }) => !current);
    expect((await page.call('DELETE', `/api/desk/sessions/${id}`)).status).toBe(204);
    expect((await reader.read()).done).toBe(true);
    const over = await other.get('/api/desk/session');
    expect([over.status, over.body.code]).toEqual([401, 'access.no-session']);
    expect((await page.get('/api/desk/session')).status).toBe(200);
  });

  test('of others are nobody’s to end', async () => {
    const one = await joined(['inspector']);
    const two = await joined(['inspector']);
    const { body } = await one.page.get('/api/desk/sessions');
    const answer = await two.page.call('DELETE', `/api/desk/sessions/${body.items[0].id}`);
    expect(answer.body.code).toBe('desk.unknown');
    expect((await one.page.get('/api/desk/session')).status).toBe(200);
  });

  test('signing out kills a copied cookie', async () => {
    const { page } = await joined(['inspector']);
    const copied = browser();
    copied.cookie = page.cookie;
    expect((await page.call('DELETE', '/api/desk/session')).status).toBe(204);
    expect(page.cookie).toBe('');
    expect((await copied.get('/api/desk/session')).body.code).toBe('access.no-session');
  });

  test('end after twelve idle hours, and after seven days in any case', async () => {
    const { page, key } = await joined(['inspector']);
    const copy = page.cookie;
    offset += 11 * 3_600_000;
    expect((await page.get('/api/desk/session')).status).toBe(200);
    offset += 12 * 3_600_000;
    expect((await page.get('/api/desk/session')).status).toBe(401);
    expect(page.cookie).toBe('');
    const again = browser();
    await again.signIn(institution, key);
    for (let hours = 0; hours < 7 * 24; hours += 8, offset += 8 * 3_600_000)
      expect((await again.get('/api/desk/session')).status, String(hours)).toBe(200);
    expect((await again.get('/api/desk/session')).status).toBe(401);
    again.cookie = copy;
    expect((await again.get('/api/desk/session')).status).toBe(401);
  });

  test('two cookies of the name are none', async () => {
    const { page } = await joined(['inspector']);
    const answer = await page.call('GET', '/api/desk/session', undefined, { cookie: `${page.cookie}; ${page.cookie}` });
    expect(answer.status).toBe(401);
  });

  test('a token opens no route of people, and a session no route of programs', async () => {
    const { token } = await corridor.client(institution);
    const { page } = await joined(['administrator']);
    const byToken = await page.call('GET', '/api/desk/people', undefined, { authorization: `Bearer ${token}` });
    expect(byToken.status).toBe(403);
    const bySession = await page.post('/api/records', {});
    expect(bySession.status).toBe(401);
  });
});
