/** A trader's application from its draft to the decision at the border, with letters, webhooks and the audit trail. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../../server/desk/roles.ts';
import { TestBrowser } from '../../server/desk/testing/browser.ts';
import { countryFolder } from '../../server/founding.ts';
import { type Client, type Corridor, foundTestCorridor, until } from '../corridor.ts';
import { HookReceiver } from '../hook-receiver.ts';
import { MailBox, readLetter } from '../mail-box.ts';

const institution = 'az.afsa';
const vector = new URL('../../profiles/phytosanitary/vectors/valid/apples-by-rail.json', import.meta.url);
const { claims: full } = JSON.parse(await readFile(vector, 'utf8'));
const { number, issued, issuingOrganisation, signatories, ...asked } = full;
const path = '/api/desk/applications';
const hour = 60 * 60 * 1000;

let corridor: Corridor;
let ru: Client;
const mail = new MailBox();
const receiver = new HookReceiver();
let url: string;
let ahead = 0;

beforeAll(async () => {
  corridor = await foundTestCorridor({ start: false, now: () => Date.now() + ahead });
  const file = join(countryFolder(corridor.data, 'AZ'), 'server.json');
  const config = JSON.parse(await readFile(file, 'utf8'));
  const port = await mail.open();
  config.mail = { host: '127.0.0.1', port, secure: false, from: 'samur@afsa.example' };
  await writeFile(file, JSON.stringify(config));
  url = await receiver.open();
  await corridor.start('AZ');
  await corridor.start('RU');
  ru = await corridor.client('ru.fsvps');
});
afterAll(async () => {
  await corridor?.end();
  await mail.close();
  await receiver.close();
});

/** One click, as in the demonstration. */
async function enter(role: Role): Promise<TestBrowser> {
  const page = new TestBrowser(corridor.servers.get('AZ')?.config.port ?? 0);
  const { people } = (await page.get('/api/desk/entry')).body;
  const found = people.find(
    (one: { institution: string; roles: string[] }) => one.institution === institution && one.roles[0] === role,
  );
  const { status } = await page.post('/api/desk/sign-in/demonstration', { institution, person: found.id });
  expect(status).toBe(200);
  return page;
}

async function act(page: TestBrowser, id: string, name: string, text?: string): Promise<void> {
  const { revision } = (await page.get(`${path}/${id}`)).body;
  const answer = await page.post(`${path}/${id}/${name}`, { revision, ...(text !== undefined && { text }) });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
}

/** Begins, sends, examines; ready to be signed. */
async function recommended(trader: TestBrowser, inspector: TestBrowser): Promise<string> {
  const begun = await trader.post(path, {
    profile: 'phytosanitary',
    type: 'certificate',
    title: 'Alma',
    claims: asked,
  });
  expect(begun.status, JSON.stringify(begun.body)).toBe(201);
  const { id } = begun.body;
  await act(trader, id, 'send');
  await act(inspector, id, 'take');
  await act(inspector, id, 'ready', 'Seen at the store.');
  return id;
}

async function signedFor(application: string, signatory: TestBrowser, certificate: string): Promise<string> {
  const claims = { ...asked, number: certificate, issued, issuingOrganisation, signatories };
  const draft = { profile: 'phytosanitary', type: 'certificate', to: ['ru.fsvps'], claims, application };
  const prepared = await signatory.post('/api/desk/prepared', draft);
  expect(prepared.status, JSON.stringify(prepared.body)).toBe(201);
  const done = await signatory.post(`/api/desk/prepared/${prepared.body.id}/approval`, { demonstration: true });
  expect(done.status, JSON.stringify(done.body)).toBe(201);
  return done.body.id;
}

describe('an application', () => {
  let trader: TestBrowser;
  let inspector: TestBrowser;
  let signatory: TestBrowser;
  let administrator: TestBrowser;
  let auditor: TestBrowser;
  let hook: string;
  let application: string;
  let record: string;

  test('becomes a record that its trader follows to the border and takes away', async () => {
    [trader, inspector, signatory, administrator, auditor] = (await Promise.all(
      (['trader', 'inspector', 'signatory', 'administrator', 'auditor'] as const).map(enter),
    )) as [TestBrowser, TestBrowser, TestBrowser, TestBrowser, TestBrowser];
    expect(
      (await trader.call('PATCH', '/api/desk/session', { email: 'trader@example.az', language: 'az' })).status,
    ).toBe(200);
    const added = await administrator.post('/api/desk/webhooks', {
      url,
      events: ['issued', 'state', 'receipt', 'application'],
    });
    expect(added.status, JSON.stringify(added.body)).toBe(201);
    expect(added.body.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    receiver.secret = added.body.secret;
    hook = added.body.id;
    expect(JSON.stringify((await administrator.get('/api/desk/webhooks')).body)).not.toContain('whsec_');

    application = await recommended(trader, inspector);
    record = await signedFor(application, signatory, number);
    const shown = await trader.get(`${path}/${application}`);
    expect(shown.body).toMatchObject({ state: 'issued', record, acts: [] });

    const atBorder = await until(
      () => trader.get(`${path}/${application}/progress`),
      ({ body }) => body.steps.some(({ code }: { code: string }) => code === 'received'),
    );
    expect(atBorder.body).toMatchObject({
      state: 'issued',
      record: { id: record, number, state: 'issued', title: { en: expect.any(String) } },
      turn: ['ru.fsvps'],
      clock: { overdue: false, until: expect.any(Number) },
    });
    expect(atBorder.body.steps.map(({ code }: { code: string }) => code)).toEqual(
      expect.arrayContaining(['begin', 'send', 'take', 'ready', 'issue', 'logged', 'received']),
    );
    const decided = await ru.post(`/api/records/${record}/follow-ups`, {
      type: 'decision',
      claims: { kind: 'recognise' },
    });
    expect(decided.status, JSON.stringify(decided.body)).toBe(201);
    const after = await until(
      () => trader.get(`${path}/${application}/progress`),
      ({ body }) => body.steps.some(({ code }: { code: string }) => code === 'follow-up'),
    );
    expect(after.body.steps.at(-1)).toMatchObject({ code: 'follow-up', by: 'ru.fsvps', outcome: 'effective' });
    expect(JSON.stringify([shown.body, after.body])).not.toMatch(/Seen at the store|Müfəttiş|İmza səlahiyyətli/);
  });

  test('gives its documents to its own trader alone', async () => {
    const other = (await inspector.get('/api/desk/session')).status;
    expect(other).toBe(200);
    const documents: readonly (readonly [string, RegExp])[] = [
      ['record.pdf', /^%PDF-/],
      ['record.xml', /^<\?xml/],
      ['record.evidence.json', /^\{/],
    ];
    for (const [name, begins] of documents) {
      const answer = await trader.get(`${path}/${application}/${name}`);
      expect([name, answer.status]).toEqual([name, 200]);
      expect(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body)).toMatch(begins);
    }
    for (const page of ['/api/records', `/api/records/${record}`, `/api/records/${record}.pdf`])
      expect([page, (await trader.get(page)).status]).toEqual([page, 403]);
  });

  test('is told of by mail, in the language of whom it concerns, without what the record says', async () => {
    await until(
      async () => mail.letters.length,
      (count) => count >= 3,
    );
    const letters = mail.letters.map(readLetter);
    expect(mail.letters.every(({ to }) => to.join() === 'trader@example.az')).toBe(true);
    expect(letters.map(({ subject }) => subject)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^\[NÜMAYİŞ\] Samur: A-\d+ nömrəli müraciətinizə baxılır\.$/),
        expect.stringMatching(/^\[NÜMAYİŞ\] Samur: A-\d+ nömrəli müraciətiniz üzrə sənəd verilib\.$/),
      ]),
    );
    for (const { text } of letters) {
      expect(text).toContain(`/desk/applications/${application}`);
      expect(text).not.toMatch(/alma|Şəmkir|AZ-PC/i);
    }
  });

  test('is told of by webhook: signed, in order, each once', async () => {
    await until(
      async () => receiver.taken.filter(({ body }) => body.type === 'state').length,
      (count) => count > 0,
    );
    const told = receiver.taken;
    expect(told.every(({ signed }) => signed)).toBe(true);
    expect(new Set(told.map(({ id }) => id)).size).toBe(told.length);
    const states = told.filter(({ body }) => body.type === 'application').map(({ body }) => body.data['state']);
    expect(states).toEqual(['sent', 'taken', 'ready', 'issued']);
    const seqs = told.filter(({ body }) => body.type === 'issued').map(({ body }) => Number(body.data['seq']));
    expect(seqs).toEqual(seqs.toSorted((a, b) => a - b));
    expect(told.find(({ body }) => body.type === 'issued' && body.data['id'] === record)?.body.data).toMatchObject({
      institution,
      state: 'issued',
    });
  });

  test('is told of again after failures and restarts, under the same ids, and never after it was taken', async () => {
    await until(
      () => administrator.get('/api/desk/webhooks'),
      ({ body }) => body.items[0].waiting === 0,
    );
    const before = receiver.taken.length;
    receiver.answers = 503;
    mail.refuses = true;
    const lettersBefore = mail.letters.length;
    const second = await recommended(trader, inspector);
    const other = await signedFor(second, signatory, 'AZ-PC-2026-220003');
    await until(
      async () => receiver.deliveries.filter(({ status }) => status === 503).length,
      (count) => count > 0,
    );
    await until(
      async () => mail.refused,
      (count) => count > 0,
    );
    await corridor.stop('AZ');
    const attempted = receiver.deliveries.length;
    receiver.answers = 302;
    ahead += hour;
    await corridor.start('AZ');
    await until(
      async () => receiver.deliveries.length,
      (count) => count > attempted,
    );
    const { items } = (await administrator.get(`/api/desk/webhooks/${hook}/deliveries?limit=200`)).body;
    expect(items.some(({ error }: { error?: string }) => error === 'redirect')).toBe(true);
    await corridor.stop('AZ');
    receiver.answers = 200;
    mail.refuses = false;
    ahead += hour;
    await corridor.start('AZ');
    await until(
      () => administrator.get('/api/desk/webhooks'),
      ({ body }) => body.items[0].waiting === 0,
    );
    const taken = receiver.taken;
    expect(new Set(taken.map(({ id }) => id)).size).toBe(taken.length);
    const states = taken.slice(before).filter(({ body }) => body.type === 'application');
    expect(states.map(({ body }) => body.data['state'])).toEqual(['sent', 'taken', 'ready', 'issued']);
    expect(taken.some(({ body }) => body.type === 'issued' && body.data['id'] === other)).toBe(true);
    // The id of the first failed attempt is the id under which it was taken.
    const [failed] = receiver.deliveries.filter(({ status }) => status === 503);
    expect(taken.filter(({ id }) => id === failed?.id).length).toBe(1);
    await until(
      async () => mail.letters.length,
      (count) => count >= lettersBefore + 2,
    );
    const ids = mail.letters.map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw)?.[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('leaves a trail that holds, tells who did what, and names nobody’s secret', async () => {
    const rows = (await auditor.get('/api/desk/trail?limit=200')).body.items;
    const did = (operation: string) => rows.filter((row: { operation: string }) => row.operation === operation);
    expect(did('signInToDemonstration').length).toBe(5);
    expect(did('sendApplication')).toMatchObject([
      { status: 200 },
      { about: application, status: 200, action: 'applications.make' },
    ]);
    expect(did('approveRecord').at(-1)).toMatchObject({ about: record, status: 201, name: expect.stringMatching(/./) });
    expect(did('addWebhook')).toMatchObject([{ about: hook }]);
    const refused = await trader.post(`${path}/${application}/withdraw`, { revision: 1 });
    expect(refused.status).toBe(409);
    const [last] = (await auditor.get('/api/desk/trail?limit=1')).body.items;
    expect(last).toMatchObject({ operation: 'withdrawApplication', status: 409, refusal: 'desk.out-of-turn' });
    const table = (await auditor.get('/api/desk/trail.csv')).body as string;
    expect(table.split('\r\n')[0]).toBe('row,time,person,name,action,operation,about,status,refusal');
    expect(table).not.toMatch(/whsec_|samur-session/);
    const check = (await auditor.get('/api/desk/trail/check')).body;
    expect(check).toMatchObject({ holds: true, rows: table.trimEnd().split('\r\n').length - 1 });
    expect((await auditor.get(`/api/desk/trail/check?row=${check.rows}&head=${check.head}`)).body.holds).toBe(true);
    expect((await auditor.get(`/api/desk/trail/check?row=${check.rows}&head=${'0'.repeat(64)}`)).body.holds).toBe(
      false,
    );
    expect((await trader.get('/api/desk/trail')).status).toBe(403);
  });
});
