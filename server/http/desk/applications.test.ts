import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Corridor, foundTestCorridor, until } from '../../../test/corridor.ts';
import type { Desk } from '../../desk/desk.ts';
import type { Role } from '../../desk/roles.ts';
import { TestBrowser } from '../../desk/testing/browser.ts';
import { signIn } from '../../desk/testing/session.ts';
import { ApplicationLineShape, ApplicationShape, ProgressShape, pageOf } from './application-shapes.ts';

const vector = new URL('../../../profiles/phytosanitary/vectors/valid/apples-by-rail.json', import.meta.url);
const { claims: full } = JSON.parse(await readFile(vector, 'utf8'));
const { number: _, issued: __, issuingOrganisation: ___, signatories: ____, ...claims } = full;
const path = '/api/desk/applications';

const validator = new Ajv2020({ allErrors: true, strict: false });
function expectShape(shape: object, value: unknown): void {
  expect(validator.validate(shape, value) ? [] : validator.errors).toEqual([]);
}

let corridor: Corridor;
let desk: Desk;
let port: number;

beforeAll(async () => {
  corridor = await foundTestCorridor();
  const server = corridor.servers.get('AZ')!;
  desk = server.desks.get('az.afsa')!;
  port = server.config.port;
}, 60_000);
afterAll(() => corridor.end());

async function someone(...roles: Role[]): Promise<TestBrowser & { id: string }> {
  const page = new TestBrowser(port);
  const { cookie, person } = await signIn(desk, roles, `localhost:${port}`, roles.join(' '));
  page.cookie = cookie;
  return Object.assign(page, { id: person.id });
}

async function begun(page: TestBrowser, contents: object = { claims }): Promise<{ id: string; revision: number }> {
  const answer = await page.post(path, { profile: 'phytosanitary', type: 'certificate', title: 'Alma', ...contents });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body;
}

async function done(page: TestBrowser, id: string, act: string, revision: number, text?: string) {
  const answer = await page.post(`${path}/${id}/${act}`, { revision, ...(text !== undefined && { text }) });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body;
}

describe('an application', () => {
  test('goes its way: written, sent, asked about, answered, recommended, declined', async () => {
    const trader = await someone('trader');
    const inspector = await someone('inspector');
    const { id, revision } = await begun(trader, { claims: {} });
    const written = await trader.call('PUT', `${path}/${id}`, { revision, title: 'Apples', claims });
    expect(written.body).toMatchObject({ state: 'draft', title: 'Apples', turn: 'applicant', mine: true });
    expect((await inspector.get(`${path}/${id}`)).status).toBe(404);

    let now = await done(trader, id, 'send', written.body.revision);
    expect(now).toMatchObject({ state: 'sent', edition: 1, acts: ['withdraw'] });
    const frozen = await trader.call('PUT', `${path}/${id}`, { revision: now.revision, claims: {} });
    expect([frozen.status, frozen.body.code]).toEqual([409, 'desk.out-of-turn']);

    now = await done(inspector, id, 'take', now.revision);
    expect(now).toMatchObject({ state: 'taken', officer: { name: 'inspector' }, applicant: 'trader', mine: false });
    const silent = await inspector.post(`${path}/${id}/query`, { revision: now.revision });
    expect([silent.status, silent.body.code]).toEqual([400, 'input.missing-member']);
    now = await done(inspector, id, 'query', now.revision, 'Which wagon?');

    const changed = { ...claims, consignment: 'P-1' };
    const saved = await trader.call('PUT', `${path}/${id}`, {
      revision: now.revision,
      title: 'Apples',
      claims: changed,
    });
    const seen = (await inspector.get(`${path}/${id}`)).body;
    expect(seen.contents.claims).toEqual(claims);
    now = await done(trader, id, 'answer', saved.body.revision, 'The wagon is stated now.');
    expect((await inspector.get(`${path}/${id}`)).body.contents.claims).toEqual(changed);
    expect((await inspector.get(`${path}/${id}/editions/1`)).body.claims).toEqual(claims);

    now = await done(inspector, id, 'take', now.revision);
    now = await done(inspector, id, 'ready', now.revision, 'Seen in Sheki; nothing found.');
    now = await done(inspector, id, 'decline', now.revision, 'No admission.');
    expect(now).toMatchObject({ state: 'declined', acts: [] });
    expect(now.history.map(({ act }: { act: string }) => act)).toEqual([
      'send',
      'take',
      'query',
      'answer',
      'take',
      'ready',
      'decline',
    ]);
    const own = await trader.get(`${path}/${id}`);
    expect(own.body.history.find(({ act }: { act: string }) => act === 'query').text).toBe('Which wagon?');
    expect(own.body.history.at(-1).text).toBe('No admission.');
    const progress = await trader.get(`${path}/${id}/progress`);
    expect(progress.body).toMatchObject({ state: 'declined', turn: [] });
    for (const page of [trader, inspector]) {
      expectShape(ApplicationShape, (await page.get(`${path}/${id}`)).body);
      expectShape(ProgressShape, (await page.get(`${path}/${id}/progress`)).body);
      expectShape(pageOf(ApplicationLineShape), (await page.get(`${path}?limit=5`)).body);
    }
    // Neither who examined it nor what was said among officers.
    expect(JSON.stringify([own.body, progress.body])).not.toMatch(/inspector|Sheki/);
  });

  test('is saved as it is typed, and in one window at a time', async () => {
    const trader = await someone('trader');
    const { id, revision } = await begun(trader);
    const first = await trader.call('PUT', `${path}/${id}`, { revision, title: 'one', claims });
    const second = await trader.call('PUT', `${path}/${id}`, { revision, title: 'two', claims });
    expect(second.status).toBe(409);
    expect(second.body).toMatchObject({
      code: 'desk.changed-elsewhere',
      revision: first.body.revision,
      state: 'draft',
    });
    expect((await trader.get(`${path}/${id}`)).body.title).toBe('one');
  });

  test('two who act at once: one of them', async () => {
    const trader = await someone('trader');
    const [a, b] = [await someone('inspector'), await someone('inspector')];
    const { id, revision } = await begun(trader);
    const { revision: sent } = await done(trader, id, 'send', revision);
    const answers = await Promise.all(
      [a, b, trader].map((page, place) =>
        page.post(`${path}/${id}/${place === 2 ? 'withdraw' : 'take'}`, { revision: sent }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  test('is not sent while its own contents are at fault; what the office states may be missing', async () => {
    const trader = await someone('trader');
    const bad = {
      ...claims,
      lines: [{ ...claims.lines[0], botanicalNames: undefined }],
      exportCountry: { code: 'RU' },
    };
    const { id, revision } = await begun(trader, { claims: JSON.parse(JSON.stringify(bad)) });
    const refused = await trader.post(`${path}/${id}/send`, { revision });
    expect(refused.status).toBe(422);
    const codes = refused.body.findings.map(({ code }: { code: string }) => code);
    expect(codes).toContain('botanical-name-missing');
    const told = await trader.get(`${path}/${id}/findings`);
    expect(told.body.findings).toEqual(refused.body.findings);
    const shapeless = await trader.call('PUT', `${path}/${id}`, { revision, claims: { ...claims, stray: 1 } });
    const stray = await trader.post(`${path}/${id}/send`, { revision: shapeless.body.revision });
    expect(stray.body.findings).toMatchObject([{ code: 'input.unknown-member', path: '/stray' }]);
  });

  test('a draft is thrown away, and what was sent is not', async () => {
    const trader = await someone('trader');
    const { id, revision } = await begun(trader);
    const { id: other, revision: at } = await begun(trader);
    const sent = await done(trader, other, 'send', at);
    expect((await trader.call('DELETE', `${path}/${id}?revision=${revision}`)).status).toBe(204);
    expect((await trader.get(`${path}/${id}`)).status).toBe(404);
    expect((await trader.call('DELETE', `${path}/${other}?revision=${sent.revision}`)).status).toBe(409);
  });

  test('of a type that is not applied for does not begin', async () => {
    const trader = await someone('trader');
    const types = (await trader.get('/api/desk/application-types')).body.items;
    expect(types.map(({ type }: { type: string }) => type)).toContain('certificate');
    const answer = await trader.post(path, { profile: 'phytosanitary', type: 'suspension' });
    expect([answer.status, answer.body.code]).toEqual([422, 'record.unknown-type']);
  });
});

describe('what is another trader’s', () => {
  test('is not there: every route answers as it does for an application that never was', async () => {
    const [owner, stranger, signatory] = [await someone('trader'), await someone('trader'), await someone('signatory')];
    const { id, revision } = await begun(owner);
    const kept = await upload(owner, id, 'report');
    const at = await done(owner, id, 'send', revision);
    const taken = await done(signatory, id, 'take', at.revision);
    const fake = 'A'.repeat(22);
    const digest = '0'.repeat(64);
    const routes: readonly (readonly [string, string, unknown?])[] = [
      ['GET', ''],
      ['GET', '/progress'],
      ['GET', '/findings'],
      ['GET', '/editions/1'],
      ['GET', `/annexes/${kept}`],
      ['GET', '/record.pdf'],
      ['GET', '/record.xml'],
      ['GET', '/record.evidence.json'],
      ['PUT', '', { revision: taken.revision, claims }],
      ['DELETE', `?revision=${taken.revision}`],
      ...['send', 'answer', 'withdraw'].map((act) => ['POST', `/${act}`, { revision: taken.revision }] as const),
    ];
    for (const [method, rest, body] of routes) {
      const theirs = await stranger.call(method, `${path}/${id}${rest}`, body);
      const none = await stranger.call(method, `${path}/${fake}${rest}`, body);
      expect([rest, theirs.status, theirs.body]).toEqual([rest, 404, none.body]);
    }
    for (const act of ['take', 'query', 'ready', 'decline'])
      expect((await stranger.post(`${path}/${id}/${act}`, { revision: 1 })).body.code).toBe('access.not-allowed');
    expect((await stranger.get(path)).body.items).toEqual([]);
    expect((await stranger.get('/api/desk/notices')).body.items).toEqual([]);
    // Nor does a digest tell whether somebody's file is held, or a record whose it is.
    const mine = await begun(stranger);
    for (const one of [kept, digest]) {
      const annexes = [{ digest: one, name: 'a', mediaType: 'text/plain' }];
      const answer = await stranger.call('PUT', `${path}/${mine.id}`, { revision: mine.revision, claims, annexes });
      expect([answer.status, answer.body.code]).toEqual([422, 'record.annex-missing']);
      const about = await stranger.call('PUT', `${path}/${mine.id}`, { revision: mine.revision, claims, about: one });
      expect([about.status, about.body.code]).toEqual([404, 'desk.unknown']);
    }
    for (const record of ['/api/records', `/api/annexes/${kept}`, '/api/desk/inbox', '/api/events'])
      expect([record, (await stranger.get(record)).status]).toEqual([record, 403]);
  });

  test('an officer who applies does not examine it', async () => {
    const both = await someone('trader', 'inspector');
    const { id, revision } = await begun(both);
    const sent = await done(both, id, 'send', revision);
    const answer = await both.post(`${path}/${id}/take`, { revision: sent.revision });
    expect([answer.status, answer.body.code]).toEqual([409, 'desk.out-of-turn']);
  });
});

async function upload(page: TestBrowser, id: string, text: string): Promise<string> {
  const response = await fetch(`${page.origin}${path}/${id}/annexes`, {
    method: 'POST',
    body: text,
    headers: { cookie: page.cookie, origin: page.origin, 'content-type': 'text/plain' },
  });
  expect(response.status).toBe(201);
  return ((await response.json()) as { digest: string }).digest;
}

test('pages of a list follow each other, narrowed by state and turn', async () => {
  const [trader, inspector] = [await someone('trader'), await someone('inspector')];
  const begunOnes = [await begun(trader), await begun(trader), await begun(trader)];
  const [first] = begunOnes;
  await done(trader, first!.id, 'send', first!.revision);
  const ids = async (page: TestBrowser, query: string) =>
    (await page.get(`${path}?${query}`)).body.items.map(({ id }: { id: string }) => id);
  const all = begunOnes.map(({ id }) => id).toReversed();
  const { items, next } = (await trader.get(`${path}?limit=2`)).body;
  expect(items.map(({ id }: { id: string }) => id)).toEqual(all.slice(0, 2));
  expect(await ids(trader, `limit=2&cursor=${next}`)).toEqual(all.slice(2));
  expect(await ids(trader, 'turn=office')).toEqual([first!.id]);
  expect(await ids(trader, 'state=draft')).toEqual(all.slice(0, 2));
  // Drafts of others are not there for officers either.
  expect(await ids(inspector, 'state=draft')).toEqual([]);
  expect((await ids(inspector, 'state=sent'))[0]).toBe(first!.id);
  expect(await ids(inspector, 'taken=true')).toEqual([]);
});

describe('files of an application', () => {
  test('reach the institution with what was sent, and officers see no others', async () => {
    const [trader, inspector] = [await someone('trader'), await someone('inspector')];
    const { id, revision } = await begun(trader);
    const [named, left] = [await upload(trader, id, 'a report'), await upload(trader, id, 'a private note')];
    expect(await desk.ground.service.annex(named)).toBeUndefined();
    const annexes = [{ digest: named, name: 'report.txt', mediaType: 'text/plain' }];
    const written = await trader.call('PUT', `${path}/${id}`, { revision, claims, annexes });
    await done(trader, id, 'send', written.body.revision);
    expect((await inspector.get(`${path}/${id}/annexes/${named}`)).body).toBe('a report');
    expect((await inspector.get(`${path}/${id}/annexes/${left}`)).status).toBe(404);
    expect(await desk.ground.service.annex(named)).toBeDefined();
    expect(await desk.ground.service.annex(left)).toBeUndefined();
  });
});

describe('notices', () => {
  test('reach whom they concern, in their language, and are read once', async () => {
    const [trader, inspector, auditor] = [
      await someone('trader'),
      await someone('inspector'),
      await someone('auditor'),
    ];
    const { id, revision } = await begun(trader);
    await done(trader, id, 'send', revision);
    const arrived = await until(
      () => inspector.get('/api/desk/notices'),
      ({ body }) => body.items[0]?.about.application === id,
    );
    const [notice] = arrived.body.items;
    expect(notice).toMatchObject({ kind: 'application-sent', page: `/desk/applications/${id}` });
    expect(notice.text).toMatch(/^Application A-\d+ has arrived/);
    const read = await inspector.post('/api/desk/notices/read', { upTo: notice.id });
    expect(read.body).toEqual({ unread: 0 });
    expect((await auditor.get('/api/desk/notices')).body.items).toEqual([]);
    // Another person's notice is not marked.
    expect((await trader.post('/api/desk/notices/read', { ids: [notice.id] })).status).toBe(200);
    const again = await inspector.get('/api/desk/notices');
    expect(again.body.items[0].read).toBe((await inspector.get('/api/desk/notices')).body.items[0].read);
  });
});
