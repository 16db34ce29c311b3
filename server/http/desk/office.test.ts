import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Client, type Corridor, certificateXml, foundTestCorridor, until } from '../../../test/corridor.ts';
import { HookReceiver } from '../../../test/hook-receiver.ts';
import type { Desk } from '../../desk/desk.ts';
import type { Role } from '../../desk/roles.ts';
import { TestBrowser } from '../../desk/testing/browser.ts';
import { signIn } from '../../desk/testing/session.ts';

const hooks = '/api/desk/webhooks';
const minute = 60_000;
let corridor: Corridor;
let az: Client;
let administrator: TestBrowser;
let ahead = 0;
const receivers: HookReceiver[] = [];

beforeAll(async () => {
  corridor = await foundTestCorridor({ now: () => Date.now() + ahead });
  az = await corridor.client('az.afsa');
  administrator = await someone('administrator');
}, 60_000);
afterEach(async () => {
  for (const { id } of (await administrator.get(hooks)).body.items)
    await administrator.call('DELETE', `${hooks}/${id}`);
  for (const receiver of receivers.splice(0)) await receiver.close();
});
afterAll(() => corridor.end());

const desk = (): Desk => corridor.servers.get('AZ')!.desks.get('az.afsa')!;

async function someone(...roles: Role[]): Promise<TestBrowser> {
  const { port } = corridor.servers.get('AZ')!.config;
  const page = new TestBrowser(port);
  page.cookie = (await signIn(desk(), roles, `localhost:${port}`, roles.join(' '))).cookie;
  return page;
}

async function hooked(events: readonly string[]): Promise<HookReceiver & { readonly id: string }> {
  const receiver = new HookReceiver();
  receivers.push(receiver);
  const added = await administrator.post(hooks, { url: await receiver.open(), events });
  expect(added.status, JSON.stringify(added.body)).toBe(201);
  receiver.secret = added.body.secret;
  return Object.assign(receiver, { id: added.body.id as string });
}

let numbers = 0;
async function issue(): Promise<string> {
  const answer = await az.post('/api/records?to=ru.fsvps', await certificateXml(`AZ-HOOK-${numbers++}`));
  expect(answer.status).toBe(201);
  return answer.body.id;
}

const shown = async (id: string) =>
  (await administrator.get(hooks)).body.items.find((one: { id: string }) => one.id === id);
const ids = (receiver: HookReceiver) => receiver.taken.map(({ body }) => body.data['id']);

describe('webhooks', () => {
  test('are told what they asked for, from when they were added', async () => {
    await issue();
    const receiver = await hooked(['issued']);
    const issued = [await issue(), await issue(), await issue()];
    await until(
      async () => receiver.taken.length,
      (count) => count >= 3,
    );
    expect(ids(receiver)).toEqual(issued);
    expect(receiver.deliveries.every(({ signed }) => signed)).toBe(true);
    const { items } = (await administrator.get(`${hooks}/${receiver.id}/deliveries`)).body;
    expect(items.map(({ state, place }: { state: string; place: number }) => [place, state])).toEqual([
      [3, 'delivered'],
      [2, 'delivered'],
      [1, 'delivered'],
    ]);
  });

  test('one that is switched off is told of records later, in order, none twice', async () => {
    const receiver = await hooked(['issued']);
    const first = await issue();
    await until(
      async () => receiver.taken.length,
      (count) => count === 1,
    );
    await administrator.call('PATCH', `${hooks}/${receiver.id}`, { active: false });
    const other = await hooked(['issued']);
    const missed = [await issue(), await issue()];
    await until(
      async () => other.taken.length,
      (count) => count === 2,
    );
    expect(receiver.taken.length).toBe(1);
    await administrator.call('PATCH', `${hooks}/${receiver.id}`, { active: true });
    await until(
      async () => receiver.taken.length,
      (count) => count >= 3,
    );
    const last = await issue();
    await until(
      async () => other.taken.length + receiver.taken.length,
      (count) => count >= 7,
    );
    expect(ids(receiver)).toEqual([first, ...missed, last]);
    expect(ids(other)).toEqual([...missed, last]);
  });

  test('410 ends it at once, and its administrators hear of it', async () => {
    const receiver = await hooked(['issued']);
    receiver.answers = 410;
    const id = await issue();
    await until(
      () => shown(receiver.id),
      ({ active }) => !active,
    );
    expect(await shown(receiver.id)).toMatchObject({ stopped: 'gone', waiting: 1 });
    await until(
      () => administrator.get('/api/desk/notices'),
      ({ body }) => body.items.some(({ about }: { about: { webhook?: string } }) => about.webhook === receiver.id),
    );
    receiver.answers = 200;
    await administrator.call('PATCH', `${hooks}/${receiver.id}`, { active: true });
    await until(
      async () => receiver.taken.length,
      (count) => count === 1,
    );
    expect(ids(receiver)).toEqual([id]);
  });

  test('one that fails to the end is switched off and goes on where it stopped', async () => {
    const receiver = await hooked(['issued']);
    receiver.answers = 500;
    const missed = [await issue()];
    // Minutes to wait after each failure.
    for (const [failures, wait] of [1, 5, 30, 120, 720].entries()) {
      await until(
        () => administrator.get(`${hooks}/${receiver.id}/deliveries`),
        ({ body }) => body.items[0]?.attempts === failures + 1,
      );
      ahead += (wait - 0.5) * minute;
      administrator = await someone('administrator');
      // A change makes it look again, as the clock would; it is not time yet.
      await administrator.call('PATCH', `${hooks}/${receiver.id}`, { events: ['issued'] });
      ahead += minute;
      await administrator.call('PATCH', `${hooks}/${receiver.id}`, { events: ['issued'] });
    }
    await until(
      () => shown(receiver.id),
      ({ active }) => !active,
    );
    expect(receiver.deliveries.length).toBe(6);
    expect(await shown(receiver.id)).toMatchObject({ active: false, stopped: 'failing' });
    expect(new Set(receiver.deliveries.map(({ id }) => id)).size).toBe(1);
    missed.push(await issue());
    await until(
      () => shown(receiver.id),
      ({ waiting }) => waiting === 2,
    );
    receiver.answers = 200;
    await administrator.call('PATCH', `${hooks}/${receiver.id}`, { active: true });
    await until(
      async () => receiver.taken.length,
      (count) => count === 2,
    );
    expect(ids(receiver)).toEqual(missed);
  });

  test('a test tells at once what became of it', async () => {
    const receiver = await hooked(['issued']);
    expect((await administrator.post(`${hooks}/${receiver.id}/test`)).body).toMatchObject({
      delivered: true,
      status: 204,
    });
    receiver.answers = 307;
    expect((await administrator.post(`${hooks}/${receiver.id}/test`)).body).toMatchObject({
      delivered: false,
      status: 307,
      error: 'redirect',
    });
    expect(receiver.deliveries.map(({ signed, body }) => [signed, body.type])).toEqual([
      [true, 'test'],
      [true, 'test'],
    ]);
  });

  test.each(['http://erp.example/', 'https://a:b@erp.example/', 'file:///etc/passwd', 'javascript:1'])(
    'nothing is told to %s',
    async (url) => {
      const answer = await administrator.post(hooks, { url, events: ['issued'] });
      expect([answer.status, answer.body.code]).toEqual([400, 'input.bad-value']);
      expect(answer.body.findings[0].path).toBe('/url');
    },
  );
});

describe('tokens', () => {
  test('are told once, work, and are withdrawn', async () => {
    const made = await administrator.post('/api/desk/tokens', { name: 'ERP', rights: ['read'] });
    expect(made.status).toBe(201);
    const { id, token } = made.body;
    const asked = () => fetch(`${az.server}/api/institution`, { headers: { authorization: `Bearer ${token}` } });
    expect(await (await asked()).json()).toMatchObject({ client: 'ERP', rights: ['read'] });
    const listed = await administrator.get('/api/desk/tokens');
    expect(listed.body.items).toContainEqual(expect.objectContaining({ id, name: 'ERP', rights: ['read'] }));
    expect(JSON.stringify(listed.body)).not.toContain(token);
    expect((await administrator.call('DELETE', `/api/desk/tokens/${id}`)).status).toBe(204);
    ahead += 6_000;
    expect((await asked()).status).toBe(401);
    expect((await administrator.call('DELETE', `/api/desk/tokens/${id}`)).body.code).toBe('desk.unknown');
    expect((await administrator.post('/api/desk/tokens', { name: ' ', rights: ['read'] })).status).toBe(400);
    expect((await administrator.post('/api/desk/tokens', { name: 'x', rights: ['own'] })).status).toBe(400);
  });
});

describe('the trail over HTTP', () => {
  test('a name that is a formula stays a text in the table', async () => {
    const { port } = corridor.servers.get('AZ')!.config;
    const page = new TestBrowser(port);
    page.cookie = (await signIn(desk(), ['trader'], `localhost:${port}`, '=HYPERLINK("http://x")')).cookie;
    await page.post('/api/desk/notices/read', { ids: [] });
    const auditor = await someone('auditor');
    const table = (await auditor.get('/api/desk/trail.csv')).body as string;
    expect(table).toContain(`"'=HYPERLINK(""http://x"")"`);
  });

  test('whoever hangs up before the answer is there all the same', async () => {
    const page = await someone('administrator');
    const body = JSON.stringify({ name: 'Hangs up', roles: ['inspector'], language: 'en' });
    const head = [
      'POST /api/desk/people HTTP/1.1',
      `Host: ${page.origin.slice('http://'.length)}`,
      `Cookie: ${page.cookie}`,
      `Origin: ${page.origin}`,
      'Content-Type: application/json',
      `Content-Length: ${body.length}`,
    ].join('\r\n');
    for (let i = 0; i < 10; i++) {
      const socket = connect(Number(new URL(page.origin).port), 'localhost');
      await once(socket, 'connect');
      socket.write(`${head}\r\n\r\n${body}`, () => socket.resetAndDestroy());
      await once(socket, 'close');
    }
    await pause(500);
    const made = (await desk().people.all()).filter(({ name }) => name === 'Hangs up');
    const rows = (await desk().trail.list({ action: 'people.manage', limit: 200 })).items;
    expect(made.length).toBeGreaterThan(0);
    expect(rows.filter(({ operation, status }) => operation === 'addPerson' && status === 201)).toHaveLength(
      made.length,
    );
    expect(rows.map(({ about }) => about)).toEqual(expect.arrayContaining(made.map(({ id }) => id)));
  });

  test('what was refused for its role or its origin is there too', async () => {
    const trader = await someone('trader');
    await trader.post('/api/desk/tokens', { name: 'x', rights: ['read'] });
    const foreign = await trader.call(
      'POST',
      '/api/desk/notices/read',
      { ids: [] },
      { origin: 'http://elsewhere.example' },
    );
    expect(foreign.body.code).toBe('access.foreign-origin');
    const auditor = await someone('auditor');
    const { items } = (await auditor.get('/api/desk/trail?action=tokens.manage&limit=1')).body;
    expect(items).toMatchObject([
      { operation: 'makeToken', status: 403, refusal: 'access.not-allowed', name: 'trader' },
    ]);
    const day = new Date(Date.now() + ahead).toISOString().slice(0, 10);
    expect((await auditor.get(`/api/desk/trail?from=${day}&to=${day}`)).body.items.length).toBeGreaterThan(0);
    expect((await auditor.get('/api/desk/trail?to=2020-01-01')).body.items).toEqual([]);
    expect((await auditor.get('/api/desk/trail?from=yesterday')).status).toBe(400);
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      expect([method, (await auditor.call(method, '/api/desk/trail')).status]).toEqual([method, 405]);
  });
});
