import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Corridor, foundTestCorridor, until } from '../../../test/corridor.ts';
import type { Desk } from '../../desk/desk.ts';
import type { Role } from '../../desk/roles.ts';
import { TestAuthenticator } from '../../desk/testing/authenticator.ts';
import { TestBrowser } from '../../desk/testing/browser.ts';

const institution = 'az.afsa';
let corridor: Corridor;
let desk: Desk;
let port: number;
let offset = 0;
const browser = () => new TestBrowser(port);

async function join(token: string, algorithm: 'ES256' | 'EdDSA' = 'ES256') {
  const page = browser();
  const { key, made } = await page.join(token, algorithm);
  return { page, key, made };
}

type Joined = Awaited<ReturnType<typeof join>>;

async function add(by: Joined, name: string, roles: readonly Role[]) {
  const added = await by.page.post('/api/desk/people', { name, roles, language: 'en' });
  expect(added.status).toBe(201);
  return { ...(await join(added.body.invitation.token, 'EdDSA')), id: added.body.person.id as string };
}

const enrolledAt = async (officer: string) => {
  const ru = corridor.servers.get('RU')!.institutions.get('ru.fsvps')!;
  const page = await ru.register('exchange/officer', { prefix: [institution, officer], limit: 2 });
  return 'items' in page ? page.items.map(({ value }) => value as { roles: string[]; founding?: true }) : [];
};

const told = (officer: string, count: number) =>
  until(
    () => enrolledAt(officer),
    (found) => found.length === count,
  );

beforeAll(async () => {
  corridor = await foundTestCorridor({ now: () => Date.now() + offset });
  const server = corridor.servers.get('AZ')!;
  desk = server.desks.get(institution)!;
  port = server.config.port;
  // As in production: nobody is there yet.
  for (const table of ['passkey', 'person'] as const) await desk.ground.desk.db.deleteFrom(table).execute();
}, 60_000);
afterAll(() => corridor.end());

describe('an institution begins', () => {
  let administrator: Joined;
  let supervisor: Joined & { id: string };
  let signatory: Joined & { id: string };
  let administratorCode: string;
  const pending = async () => (await administrator.page.get('/api/desk/enrolments')).body.items;
  const officerOf = async (page: TestBrowser) => (await page.get('/api/desk/session')).body.person.officer as string;

  test('with one link to its administrator, whose key is enrolled at once', async () => {
    const earlier = await desk.staff.firstInvitation();
    const first = await desk.staff.firstInvitation();
    expect(await desk.people.all()).toHaveLength(1);
    const refused = await browser().post('/api/desk/invitations/read', { token: `${institution}.${earlier?.token}` });
    expect([refused.status, refused.body.code]).toEqual([404, 'access.bad-invitation']);
    const token = `${institution}.${first?.token}`;
    const read = await browser().post('/api/desk/invitations/read', { token });
    expect(read.body).toMatchObject({ name: 'Administrator', roles: ['administrator'], purpose: 'join' });
    administrator = await join(token);
    expect(administrator.made.status).toBe(201);
    administratorCode = administrator.made.body.recoveryCode;
    expect(administratorCode).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
    const session = await administrator.page.get('/api/desk/session');
    expect(session.body).toMatchObject({ enrolled: true, person: { roles: ['administrator'] } });
    expect(await desk.staff.firstInvitation()).toBeUndefined();
    await told(session.body.person.officer, 1);
    expect(await enrolledAt(session.body.person.officer)).toMatchObject([{ roles: ['administrator'], founding: true }]);
    const again = await browser().post('/api/desk/passkeys/options', { token });
    expect(again.body).toEqual(refused.body);
  });

  test('with a second one, whom the first confirms', async () => {
    supervisor = await add(administrator, 'Second', ['supervisor']);
    expect(await pending()).toMatchObject([
      { person: { id: supervisor.id }, roles: ['supervisor'], needed: 1, given: [] },
    ]);
    const [{ id }] = await pending();
    const own = await supervisor.page.confirm(id, supervisor.key);
    expect([own.status, own.body.code]).toEqual([409, 'approval.second-person']);
    expect((await administrator.page.confirm(id, administrator.key)).body).toEqual({ issued: true });
    expect((await supervisor.page.get('/api/desk/session')).body.enrolled).toBe(true);
  });

  test('who is told that a key waits: those who may confirm it', async () => {
    const { items } = (await administrator.page.get('/api/desk/notices')).body;
    expect(items.map(({ kind }: { kind: string }) => kind)).toEqual(['enrolment-waits']);
    expect((await supervisor.page.get('/api/desk/notices')).body.items).toEqual([]);
  });

  test('then two confirm each key, and nobody twice or for another', async () => {
    signatory = await add(administrator, 'Third', ['signatory']);
    const [{ id, needed }] = await pending();
    expect(needed).toBe(2);
    expect((await signatory.page.confirm(id, signatory.key)).status).toBe(403);
    const wrong = await administrator.page.confirm(id, supervisor.key);
    expect([wrong.status, wrong.body.code]).toEqual([401, 'access.bad-passkey']);
    expect((await administrator.page.confirm(id, administrator.key)).body).toEqual({ issued: false });
    expect((await administrator.page.confirm(id, administrator.key)).body).toEqual({ issued: false });
    expect((await pending())[0].given).toHaveLength(1);
    expect((await supervisor.page.confirm(id, supervisor.key)).body).toEqual({ issued: true });
    expect(await pending()).toEqual([]);
    const officer = await officerOf(signatory.page);
    await told(officer, 1);
    const [value] = await enrolledAt(officer);
    expect(value).toMatchObject({ roles: ['signatory'], means: 'passkey' });
    expect(value).not.toHaveProperty('founding');
  });

  test('a confirmation is of the claims that were shown', async () => {
    const officer = await add(administrator, 'Fourth', ['border-officer']);
    const [{ id }] = await pending();
    const asked = await administrator.page.call('POST', `/api/desk/enrolments/${id}/options`);
    await administrator.page.call('PATCH', `/api/desk/people/${officer.id}`, {
      roles: ['border-officer', 'signatory'],
    });
    const body = { handle: asked.body.handle, response: administrator.key.assert(asked.body.options) };
    const answer = await administrator.page.post(`/api/desk/enrolments/${id}/confirmation`, body);
    expect(answer.body.code).toBe('desk.unknown');
    const [other] = await pending();
    expect(other.roles).toEqual(['border-officer', 'signatory']);
    const elsewhere = await administrator.page.post(`/api/desk/enrolments/${other.id}/confirmation`, body);
    expect(elsewhere.body.code).toBe('access.bad-passkey');
    await administrator.page.call('PATCH', `/api/desk/people/${officer.id}`, { active: false });
    expect(await pending()).toEqual([]);
  });

  test('a role taken away is told to the counterparts at once', async () => {
    const officer = await officerOf(signatory.page);
    const changed = await administrator.page.call('PATCH', `/api/desk/people/${signatory.id}`, {
      roles: ['inspector'],
    });
    expect(changed.body).toMatchObject({ roles: ['inspector'], enrolled: false });
    await told(officer, 0);
    const session = await signatory.page.get('/api/desk/session');
    expect(session.body.actions).not.toContain('records.sign');
  });

  test('what the server’s end cut short is told at the next start', async () => {
    for (const change of [{ active: false }, { roles: ['inspector'] as const }]) {
      const cut = await add(administrator, 'Cut short', ['border-officer']);
      const [{ id }] = await pending();
      for (const { page, key } of [administrator, supervisor]) expect((await page.confirm(id, key)).status).toBe(200);
      const officer = await officerOf(cut.page);
      await told(officer, 1);
      await desk.people.change(cut.id, change);
      await desk.staff.settle();
      await told(officer, 0);
    }
  });

  test('no key is put forward for somebody who was let go at that moment', async () => {
    const officer = await add(administrator, 'Overtaken', ['signatory']);
    const person = (await desk.people.find(officer.id))!;
    const [passkey] = await desk.passkeys.of(officer.id);
    await administrator.page.call('PATCH', `/api/desk/people/${officer.id}`, { active: false });
    await desk.enrolments.ask(person, passkey!, 'enrolment');
    expect(await pending()).toEqual([]);
  });

  test('somebody let go is signed out everywhere and comes back with nothing enrolled', async () => {
    const gone = await add(administrator, 'Fifth', ['auditor']);
    await administrator.page.call('PATCH', `/api/desk/people/${gone.id}`, { active: false });
    expect((await gone.page.get('/api/desk/session')).status).toBe(401);
    expect((await gone.page.signIn(institution, gone.key)).body.code).toBe('access.bad-passkey');
    const code = await browser().post('/api/desk/recovery', { institution, code: gone.made.body.recoveryCode });
    expect(code.body.code).toBe('access.bad-recovery-code');
  });

  test('the last administrator stays one', async () => {
    const { body } = await administrator.page.get('/api/desk/session');
    // Whoever was invited and never came cannot take over.
    await administrator.page.post('/api/desk/people', {
      name: 'Never came',
      roles: ['administrator'],
      language: 'en',
    });
    for (const change of [{ active: false }, { roles: ['auditor'] }]) {
      const answer = await administrator.page.call('PATCH', `/api/desk/people/${body.person.id}`, change);
      expect([answer.status, answer.body.code]).toEqual([409, 'access.last-administrator']);
    }
  });

  test('a further passkey signs in; removing the enrolled one ends its enrolment', async () => {
    const officer = await officerOf(supervisor.page);
    const asked = await supervisor.page.post('/api/desk/passkeys/options', {});
    const key = new TestAuthenticator(supervisor.page.origin);
    const response = key.register(asked.body.options);
    const body = { handle: asked.body.handle, label: 'Second', response };
    const stranger = await signatory.page.post('/api/desk/passkeys', body);
    expect(stranger.body.code).toBe('access.bad-passkey');
    const more = await supervisor.page.post('/api/desk/passkeys/options', {});
    const made = await supervisor.page.post('/api/desk/passkeys', {
      ...body,
      handle: more.body.handle,
      response: key.register(more.body.options),
    });
    expect(made.status).toBe(201);
    expect(made.body).not.toHaveProperty('recoveryCode');
    const { body: held } = await supervisor.page.get('/api/desk/passkeys');
    expect(held.items.map(({ enrolled }: { enrolled: boolean }) => enrolled)).toEqual([true, false]);
    const fresh = browser();
    expect((await fresh.signIn(institution, key)).status).toBe(200);
    expect((await fresh.call('DELETE', `/api/desk/passkeys/${held.items[0].id}`)).status).toBe(204);
    expect((await supervisor.page.get('/api/desk/session')).status).toBe(401);
    await told(officer, 0);
    const last = await fresh.call('DELETE', `/api/desk/passkeys/${held.items[1].id}`);
    expect(last.body.code).toBe('access.last-passkey');
    const [{ id, cause, needed }] = await pending();
    expect({ cause, needed }).toEqual({ cause: 'recovery', needed: 1 });
    expect((await administrator.page.confirm(id, administrator.key)).body).toEqual({ issued: true });
    supervisor = { ...supervisor, page: fresh, key };
  });

  test('a recovery code works once, ends all sessions, and its key waits for a colleague', async () => {
    const wrong = await browser().post('/api/desk/recovery', {
      institution,
      code: `${administratorCode.slice(0, -1)}*`,
    });
    expect([wrong.status, wrong.body.code]).toEqual([401, 'access.bad-recovery-code']);
    const written = administratorCode.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    const used = await browser().post('/api/desk/recovery', { institution, code: written });
    expect(used.status).toBe(200);
    expect((await administrator.page.get('/api/desk/session')).status).toBe(401);
    const twice = await browser().post('/api/desk/recovery', { institution, code: administratorCode });
    expect(twice.body).toEqual(wrong.body);
    const recovered = await join(used.body.token);
    expect(recovered.made.body.recoveryCode).not.toBe(administratorCode);
    expect((await browser().signIn(institution, administrator.key)).body.code).toBe('access.bad-passkey');
    administrator = recovered;
    const [{ id, cause }] = await pending();
    expect(cause).toBe('recovery');
    const own = await administrator.page.confirm(id, administrator.key);
    expect(own.body.code).toBe('approval.second-person');
    expect((await administrator.page.get('/api/desk/session')).body.enrolled).toBe(false);
    const officer = await officerOf(administrator.page);
    const before = await desk.enrolments.officers.find(officer);
    expect((await supervisor.page.confirm(id, supervisor.key)).body).toEqual({ issued: true });
    const after = await desk.enrolments.officers.find(officer);
    expect(after?.key).not.toEqual(before?.key);
    expect((await administrator.page.get('/api/desk/session')).body.enrolled).toBe(true);
  });

  test('the trail tells who came in, by name, and nothing that opens a door', async () => {
    await desk.trail.flush();
    const rows = await desk.ground.desk.db.selectFrom('trail').selectAll().execute();
    const operations = new Set(rows.map(({ operation }) => operation));
    for (const one of ['makePasskey', 'recover', 'addPerson', 'changePerson', 'confirmEnrolment', 'removePasskey'])
      expect(operations, one).toContain(one);
    const text = JSON.stringify(rows);
    for (const secret of [administratorCode, administrator.page.cookie.slice(-43), supervisor.made.body.recoveryCode])
      expect(text).not.toContain(secret);
  });

  test('a link works for three days', async () => {
    const added = await administrator.page.post('/api/desk/people', {
      name: 'Late',
      roles: ['trader'],
      language: 'az',
    });
    const { link, token } = added.body.invitation;
    expect(link).toBe(`${administrator.page.origin}/desk/join?lang=az#${token}`);
    offset += 72 * 3_600_000;
    const late = await browser().post('/api/desk/invitations/read', { token });
    expect(late.body.code).toBe('access.bad-invitation');
  });
});
