/** What officers state on an application before it is signed. */
import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Corridor, foundTestCorridor } from '../../../test/corridor.ts';
import type { Desk } from '../../desk/desk.ts';
import type { Role } from '../../desk/roles.ts';
import { TestBrowser } from '../../desk/testing/browser.ts';
import { signIn } from '../../desk/testing/session.ts';
import { ApplicationShape } from './application-shapes.ts';

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

describe('what the institution states', () => {
  const office = { number: 'AZ-PC-2026-1', issued: '2026-11-22' };

  async function examined() {
    const [trader, inspector] = [await someone('trader'), await someone('inspector')];
    const { id, revision } = await begun(trader);
    const sent = await done(trader, id, 'send', revision);
    const now = await done(inspector, id, 'take', sent.revision);
    const write = (page: TestBrowser, at: number, stated: object, edition = 1) =>
      page.call('PUT', `${path}/${id}/office`, { edition, revision: at, claims: stated });
    return { trader, inspector, id, now, write };
  }

  test('passes from the inspector to the signatory, with who stated it, and never to the trader', async () => {
    const { trader, inspector, id, now, write } = await examined();
    expect(now.office).toBeUndefined();
    const written = await write(inspector, 0, { ...claims, ...office });
    expect([written.status, written.body.revision]).toEqual([200, now.revision]);
    await done(inspector, id, 'ready', now.revision, 'Seen.');
    const signatory = await someone('signatory');
    const seen = (await signatory.get(`${path}/${id}`)).body;
    expectShape(ApplicationShape, seen);
    expect(seen.contents.claims).toEqual(claims);
    expect(seen.office).toMatchObject({
      revision: 1,
      claims: { ...claims, ...office },
      by: { name: 'inspector', roles: ['inspector'] },
    });
    const again = await write(signatory, 1, { ...claims, ...office, number: 'AZ-PC-2026-2' });
    expect(again.body.office).toMatchObject({ revision: 2, by: { roles: ['signatory'] } });
    const told = [
      await trader.get(`${path}/${id}`),
      await trader.get(`${path}/${id}/progress`),
      await trader.get(path),
    ];
    expect(JSON.stringify(told.map(({ body }) => body))).not.toMatch(/"office":|AZ-PC-2026|inspector|signatory/);
    const theirs = await write(trader, 2, claims);
    expect([theirs.status, theirs.body.code]).toEqual([403, 'access.not-allowed']);
  });

  test('is not written over unseen, nor upon what was answered since', async () => {
    const { trader, inspector, id, now, write } = await examined();
    const both = await Promise.all([write(inspector, 0, claims), write(await someone('supervisor'), 0, claims)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const slower = both.find(({ status }) => status === 409);
    expect(slower?.body).toMatchObject({ code: 'desk.changed-elsewhere', revision: 1, edition: 1, state: 'taken' });
    expect((await write(inspector, 1, { ...claims, ...office, consignment: 'corrected' })).status).toBe(200);

    const asked = await done(inspector, id, 'query', now.revision, 'Which wagon?');
    await done(trader, id, 'answer', asked.revision, 'None.');
    const late = await write(inspector, 2, claims);
    expect([late.status, late.body.code, late.body.edition]).toEqual([409, 'desk.changed-elsewhere', 2]);
    const seen = (await inspector.get(`${path}/${id}`)).body;
    expect([seen.office.claims, seen.office.revision]).toEqual([{ ...claims, ...office }, 2]);
    expect((await write(inspector, 2, { ...claims, ...office }, 2)).body.office.revision).toBe(3);
  });

  test('is checked with all that the institution holds before it is whole', async () => {
    const { trader, inspector, id } = await examined();
    const check = async (page: TestBrowser, stated: object, where = id) =>
      (await page.post(`${path}/${where}/check`, { claims: stated, to: ['ru.fsvps'] })).body.findings?.map(
        ({ code, path: at }: { code: string; path: string }) => `${code} ${at}`,
      );
    const source = {
      grower: 'AZ-SHK-0001',
      product: 'MABSD',
      season: '2026',
      quantity: { value: '42.5', unit: 'TNE' },
    };
    const lines = [{ ...claims.lines[0], sources: [source] }];
    const told = await check(inspector, { ...claims, lines });
    const rules = (await check(inspector, { ...full, lines })).filter((one: string) => /\/sources/.test(one));
    // Of an account that the institution alone holds.
    expect(rules).toEqual(['balance-exceeded /lines/0/sources/0/quantity']);
    expect(told).toEqual([
      'input.missing-member /number',
      'input.missing-member /issued',
      'part-missing /signatories',
      'part-missing /issuingOrganisation',
      ...rules,
    ]);
    const { lines: ___, ...unlike } = claims;
    expect(await check(inspector, unlike)).toContain('input.missing-member /lines');
    // The trader is told nothing of what rests on more than the contents, nor an officer of drafts.
    const theirs = await trader.post(`${path}/${id}/check`, { claims, to: [] });
    expect([theirs.status, theirs.body.code]).toEqual([403, 'access.not-allowed']);
    const other = await begun(trader);
    const draft = await inspector.post(`${path}/${other.id}/check`, { claims, to: [] });
    expect([draft.status, draft.body.code]).toEqual([404, 'desk.unknown']);
  });

  test('is fixed once it is over, and nobody states it on an application of their own', async () => {
    const { trader, inspector, id, now, write } = await examined();
    await done(inspector, id, 'decline', now.revision, 'No admission.');
    const declined = await write(inspector, 0, claims);
    expect([declined.status, declined.body.code]).toEqual([409, 'desk.out-of-turn']);
    const other = await begun(trader);
    const draft = await inspector.call('PUT', `${path}/${other.id}/office`, { edition: 1, revision: 0, claims });
    expect([draft.status, draft.body.code]).toEqual([404, 'desk.unknown']);
    const sent = await done(trader, other.id, 'send', other.revision);
    await done(trader, other.id, 'withdraw', sent.revision);
    const withdrawn = await inspector.call('PUT', `${path}/${other.id}/office`, { edition: 1, revision: 0, claims });
    expect([withdrawn.status, withdrawn.body.code]).toEqual([409, 'desk.out-of-turn']);
    const two = await someone('trader', 'inspector');
    const own = await begun(two);
    await done(two, own.id, 'send', own.revision);
    const mine = await two.call('PUT', `${path}/${own.id}/office`, { edition: 1, revision: 0, claims });
    expect([mine.status, mine.body.code]).toEqual([409, 'desk.out-of-turn']);
  });
});
