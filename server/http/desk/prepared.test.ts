import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  administrators,
  approve,
  arrived,
  corridor,
  deskOf,
  draft,
  enrolled,
  expectShape,
  found,
  joined,
  later,
  newLimit,
  newParcel,
  newRate,
  type Officer,
  prepared,
  said,
  signed,
} from '../../../test/officers-at-desks.ts';
import { TestBrowser } from '../../desk/testing/browser.ts';
import { components } from '../components.ts';
import { ChangedProblem } from './prepared-shapes.ts';

let signatory: Officer;
let inspector: Officer;
let azBorder: Officer;
let first: Officer;
let border: Officer;

beforeAll(async () => {
  await found();
  signatory = await enrolled('AZ', 'az.afsa', ['signatory']);
  inspector = await enrolled('AZ', 'az.afsa', ['inspector']);
  azBorder = await enrolled('AZ', 'az.afsa', ['border-officer']);
  first = await enrolled('RU', 'ru.fsvps', ['signatory']);
  border = await enrolled('RU', 'ru.fsvps', ['border-officer']);
}, 120_000);
afterAll(() => corridor.end());
beforeEach(() => {
  // Nothing that one test left prepared reaches into the next.
  later(11 * 60_000);
});

describe('a prepared record', () => {
  test('is issued with the answer of a passkey, and both sides see by whom', async () => {
    const shown = await prepared(signatory, newParcel());
    expect(shown).toMatchObject({ needed: 1, given: 0, to: ['ru.fsvps'], findings: [] });
    const answer = await approve(signatory, shown);
    expect(answer.status).toBe(201);
    expect(answer.headers.get('location')).toBe(`/api/records/${shown.id}`);
    expectShape(components.Record, answer.body);
    expect(answer.body.approvals).toMatchObject([
      { officer: signatory.officer, roles: ['signatory'], of: 'record', userVerified: true, means: 'passkey' },
    ]);
    await arrived(border, shown.id);
    const there = await border.page.get(`/api/records/${shown.id}`);
    expect(there.body.approvals).toEqual(answer.body.approvals);
    // The page that lost the answer asks once more.
    const again = await approve(signatory, shown);
    expect([again.status, again.body.id]).toEqual([200, shown.id]);
  });

  test('is prepared by whoever drafts, and approved by whoever signs alone', async () => {
    for (const one of [inspector, azBorder]) {
      const shown = await prepared(one, newRate());
      expect(shown.assertion).toBeUndefined();
      const { assertion } = await prepared(signatory, newRate());
      expect(said(await approve(one, { id: shown.id, assertion }))).toEqual([403, 'access.not-allowed']);
      // A colleague's passkey answers the same challenge.
      const own = { ...assertion, challenge: Buffer.from(shown.id, 'hex').toString('base64url') };
      expect((await approve(signatory, { id: shown.id, assertion: own })).status).toBe(201);
    }
    const trader = await joined('AZ', 'az.afsa', ['trader']);
    expect(said(await trader.page.post('/api/desk/prepared', newRate()))).toEqual([403, 'access.not-allowed']);
  });

  test('that decides on what another issued is approved at the border', async () => {
    const { id } = await signed(signatory, newParcel());
    await arrived(border, id);
    const decided = await signed(border, draft('acceptance', {}, 'az.afsa', id));
    expect(decided.approvals).toMatchObject([{ officer: border.officer, roles: ['border-officer'] }]);
    // A limit is a word of its own, not a decision.
    expect((await prepared(border, newLimit(100_001))).assertion).toBeUndefined();
  });

  test('that stands alone is approved at the border where its profile says that it decides', async () => {
    const tally = () => ({ ...newRate(), type: 'tally', to: ['az.afsa'] });
    const { approvals } = await signed(border, tally());
    expect(approvals).toMatchObject([{ officer: border.officer, roles: ['border-officer'] }]);
    expect((await prepared(inspector, { ...newRate(), type: 'tally' })).assertion).toBeUndefined();
    expect((await prepared(azBorder, newRate())).assertion).toBeUndefined();
  });

  test('is not approved without an enrolled key', async () => {
    const newcomer = await joined('AZ', 'az.afsa', ['signatory']);
    expect(said(await newcomer.page.post('/api/desk/prepared', newRate()))).toEqual([403, 'approval.not-enrolled']);
    const shown = await prepared(inspector, newRate());
    const { assertion } = await prepared(signatory, newRate());
    expect(said(await approve(newcomer, { id: shown.id, assertion }))).toEqual([403, 'approval.not-enrolled']);
  });

  test.each([
    ['of another record', { challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
    ['of another page', { origin: 'http://localhost:1' }],
    ['for another relying party', { relyingParty: 'evil.localhost' }],
    ['without the user', { flags: 0x04 }],
    ['without a PIN or a finger', { flags: 0x01 }],
    ['by another key', { otherKey: true }],
  ] as const)('is not signed with an answer %s', async (_, wrong) => {
    const shown = await prepared(signatory, newRate());
    expect(said(await approve(signatory, shown, wrong))).toEqual([422, 'approval.bad-assertion']);
    expect((await signatory.page.get(`/api/records/${shown.id}`)).status).toBe(404);
    expect((await approve(signatory, shown)).status).toBe(201);
  });

  test('is not signed with the answer to another one', async () => {
    const [one, other] = [await prepared(signatory, newRate()), await prepared(signatory, newRate())];
    const replayed = { id: other.id, assertion: one.assertion };
    expect(said(await approve(signatory, replayed))).toEqual([422, 'approval.bad-assertion']);
  });

  test('is not prepared against the rules, and the findings say why', async () => {
    const { status, body } = await signatory.page.post('/api/desk/prepared', newParcel(1_000_000));
    expect([status, body.code]).toEqual([422, 'ledger.insufficient']);
    expectShape(components.Problem, body);
    expect(body.findings[0].texts.ru).toMatch(/\p{Script=Cyrillic}/u);
    const exchange = { profile: 'exchange', type: 'opening', to: ['ru.fsvps'], claims: {} };
    expect(said(await signatory.page.post('/api/desk/prepared', exchange))).toEqual([403, 'access.not-allowed']);
    expect(said(await signatory.page.post('/api/desk/prepared', { ...newRate(), x: 1 }))).toEqual([
      400,
      'input.unknown-member',
    ]);
  });

  test('that has changed is shown anew, to be approved anew', async () => {
    const one = newRate();
    const shown = await prepared(signatory, one);
    const program = await corridor.client('az.afsa');
    later(2000);
    expect((await program.post('/api/records', one)).status).toBe(201);
    const { status, body } = await approve(signatory, shown);
    expect([status, body.code, body.changes]).toEqual([409, 'approval.changed', ['time']]);
    expectShape({ ...ChangedProblem, additionalProperties: true }, body);
    expect(body.prepared.id).not.toBe(shown.id);
    expect(said(await approve(signatory, shown))).toEqual([409, 'approval.expired']);
    expect((await approve(signatory, body.prepared)).status).toBe(201);
  });

  test('is told to be out of turn, when somebody else has decided', async () => {
    const { id } = await signed(signatory, newParcel());
    await arrived(border, id);
    const mine = await prepared(border, draft('acceptance', {}, 'az.afsa', id));
    await signed(first, draft('rejection', { reason: 'wet' }, 'az.afsa', id));
    const { status, body } = await approve(border, mine);
    expect([status, body.code]).toEqual([422, 'state.out-of-turn']);
    expectShape(components.Problem, body);
  });

  test('that answers an application is what the applicant gets', async () => {
    const trader = await joined('AZ', 'az.afsa', ['trader']);
    const { profile: of, type, ...contents } = newParcel();
    const path = '/api/desk/applications';
    const begun = await trader.page.post(path, { profile: of, type, title: 'A parcel', ...contents });
    expect(begun.status, JSON.stringify(begun.body)).toBe(201);
    const { id: application } = begun.body;
    const one = { profile: of, type, ...contents, application };
    // Nobody has examined it yet.
    expect((await signatory.page.post('/api/desk/prepared', one)).status).toBe(404);
    let revision = begun.body.revision;
    for (const [officer, act] of [
      [trader, 'send'],
      [inspector, 'take'],
      [inspector, 'ready'],
    ] as const) {
      const done = await officer.page.post(`${path}/${application}/${act}`, { revision });
      expect(done.status, JSON.stringify(done.body)).toBe(200);
      revision = done.body.revision;
    }
    expect(said(await signatory.page.post('/api/desk/prepared', { ...newRate(), application }))).toEqual([
      400,
      'input.bad-value',
    ]);
    const record = await signed(signatory, one);
    const seen = await trader.page.get(`${path}/${application}`);
    expect(seen.body).toMatchObject({ state: 'issued', record: record.id });
    // It is answered once.
    expect(said(await signatory.page.post('/api/desk/prepared', { ...one, ...newParcel() }))).toEqual([
      409,
      'desk.out-of-turn',
    ]);
  });

  test('for an application leaves it to the one who is signing, whoever else tries', async () => {
    const trader = await joined('AZ', 'az.afsa', ['trader']);
    const { profile: of, type, ...contents } = newParcel();
    const path = '/api/desk/applications';
    const { id, revision } = (await trader.page.post(path, { profile: of, type, title: 'A parcel', ...contents })).body;
    const sent = await trader.page.post(`${path}/${id}/send`, { revision });
    await inspector.page.post(`${path}/${id}/take`, { revision: sent.body.revision });
    const one = { profile: of, type, ...contents, application: id };
    const shown = await prepared(signatory, one);
    const another = await prepared(signatory, { ...one, ...newParcel() });
    const { people, applications } = deskOf('AZ', 'az.afsa');
    const person = (await people.find(signatory.person))!;
    // As if the first one were on its way to be signed.
    expect(await applications.expected.expect(person, id, { profile: of, type }, shown.id)).toBeUndefined();
    const response = signatory.key.assert(shown.assertion);
    const stranger = await azBorder.page.post(`/api/desk/prepared/${shown.id}/approval`, { response });
    expect(said(stranger)).toEqual([403, 'access.not-allowed']);
    expect(said(await approve(signatory, shown, { otherKey: true }))).toEqual([422, 'approval.bad-assertion']);
    expect(said(await approve(signatory, another))).toEqual([409, 'desk.out-of-turn']);
    applications.expected.release(id, shown.id);
    expect((await approve(signatory, another)).status).toBe(201);
  });

  test('of one person never keeps the others from preparing', async () => {
    const asked = await Promise.all(
      Array.from({ length: 150 }, () => inspector.page.post('/api/desk/prepared', newRate())),
    );
    expect(asked.filter(({ status }) => status === 201)).toHaveLength(100);
    expect(said(asked.find(({ status }) => status !== 201)!)).toEqual([429, 'request.too-many']);
    await signed(signatory, newRate());
    later(5 * 60_000);
    await prepared(inspector, newRate());
  });

  test('is told as approved before to whoever approved it, and to nobody else', async () => {
    const shown = await prepared(signatory, newRate());
    const first = await approve(signatory, shown);
    const again = await approve(signatory, shown);
    expect([again.status, again.body.id]).toEqual([200, first.body.id]);
    expect(said(await approve(azBorder, { ...shown }))).toEqual([409, 'approval.expired']);
    const program = await corridor.client('az.afsa');
    const { body } = await program.post('/api/records', newRate());
    expect(said(await approve(signatory, { ...shown, id: body.id }))).toEqual([409, 'approval.expired']);
  });

  test('expires', async () => {
    const shown = await prepared(signatory, newRate());
    later(5 * 60_000);
    expect(said(await approve(signatory, shown))).toEqual([409, 'approval.expired']);
  });

  test('that is put aside gives its time to no other, and only its own author puts it aside', async () => {
    const shown = await prepared(inspector, newRate());
    const path = `/api/desk/prepared/${shown.id}`;
    later(60_000);
    expect(said(await signatory.page.call('DELETE', path))).toEqual([403, 'access.not-allowed']);
    expect((await prepared(signatory, newRate())).time).toBe(shown.time);
    later(5 * 60_000);
    const another = await prepared(inspector, newRate());
    later(60_000);
    for (const _ of ['put aside', 'and once more'])
      expect((await inspector.page.call('DELETE', `/api/desk/prepared/${another.id}`)).status).toBe(204);
    expect((await signed(signatory, newRate())).time).toBeGreaterThanOrEqual(another.time + 60_000);
    const { assertion } = await prepared(signatory, newRate());
    const own = { ...assertion, challenge: Buffer.from(another.id, 'hex').toString('base64url') };
    expect(said(await approve(signatory, { id: another.id, assertion: own }))).toEqual([409, 'approval.expired']);
  });

  test('is approved by one press in a demonstration, by nobody else', async () => {
    const desk = deskOf('AZ', 'az.afsa');
    const person = await desk.people.add({ name: 'D', roles: ['signatory'], language: 'en', demonstration: true });
    const row = desk.passkeys.newDemonstrationKey(person, signatory.page.origin);
    await desk.ground.desk.db.insertInto('passkey').values(row).execute();
    await desk.enrolments.ask(person, row, 'enrolment');
    for (const { page, key } of administrators.get('az.afsa') ?? []) {
      const { body } = await page.get('/api/desk/enrolments');
      await page.confirm(body.items.find((one: { person: { id: string } }) => one.person.id === person.id).id, key);
    }
    const page = new TestBrowser(corridor.servers.get('AZ')?.config.port ?? 0);
    await page.post('/api/desk/sign-in/demonstration', { institution: 'az.afsa', person: person.id });
    const shown = await page.post('/api/desk/prepared', newRate());
    const path = `/api/desk/prepared/${shown.body.id}/approval`;
    expect(said(await signatory.page.post(path, { demonstration: true }))).toEqual([422, 'approval.bad-assertion']);
    const { status, body } = await page.post(path, { demonstration: true });
    expect(status, JSON.stringify(body)).toBe(201);
    expect(body.approvals).toMatchObject([{ officer: person.officer, means: 'demonstration', userVerified: false }]);
  });
});
