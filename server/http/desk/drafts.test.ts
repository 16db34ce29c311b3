/** What officers write and keep, and what a page is drawn from, over real institutions. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../kernel/canonical.ts';
import { until } from '../../../test/corridor.ts';
import { claimsOf, Day } from '../../desk/testing/day.ts';

const withSources = await claimsOf('certificate-with-sources');
let day: Day;
beforeAll(async () => {
  day = await Day.begin();
}, 60_000);
afterAll(() => day?.corridor.end(), 30_000);

describe('drafts', () => {
  const draft = { profile: 'phytosanitary', type: 'certificate', to: [], claims: { number: 'A' }, title: 'Alma' };

  test('are saved by revision, and a slower tab is told', async () => {
    const path = '/api/desk/drafts/tab-00001';
    const saved = await day.officer.call(path, 'PUT', { ...draft, revision: 0 });
    expect([saved.status, saved.body.revision]).toEqual([200, 1]);
    expect((await day.officer.call(path, 'PUT', { ...draft, revision: 1, title: 'Nar' })).body.revision).toBe(2);
    const late = await day.officer.call(path, 'PUT', { ...draft, revision: 1 });
    expect([late.status, late.body.code, late.body.revision]).toEqual([409, 'desk.changed-elsewhere', 2]);
    expect((await day.officer.call(path)).body).toMatchObject({ title: 'Nar', claims: { number: 'A' }, revision: 2 });
    expect((await day.officer.call('/api/desk/drafts')).body.items).toHaveLength(1);
  });

  test('are their author’s alone', async () => {
    const path = '/api/desk/drafts/tab-00002';
    await day.officer.call(path, 'PUT', { ...draft, revision: 0 });
    expect((await day.colleague.call(path)).status).toBe(404);
    expect((await day.colleague.call('/api/desk/drafts')).body.items).toEqual([]);
    expect((await day.colleague.call(path, 'DELETE')).status).toBe(404);
    expect((await day.colleague.call(path, 'PUT', { ...draft, revision: 0 })).body.revision).toBe(1);
    expect((await day.officer.call(path, 'DELETE')).status).toBe(204);
    expect((await day.officer.call(path)).status).toBe(404);
    expect((await day.colleague.call(path)).status).toBe(200);
  });

  test('two saves at once: one is told', async () => {
    const path = '/api/desk/drafts/tab-00003';
    const answers = await Promise.all([0, 1, 2].map(() => day.officer.call(path, 'PUT', { ...draft, revision: 0 })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  test('a page elsewhere cannot save', async () => {
    const path = '/api/desk/drafts/tab-00004';
    const answer = await day.officer.call(
      path,
      'PUT',
      { ...draft, revision: 0 },
      { origin: 'http://elsewhere.example' },
    );
    expect([answer.status, answer.body.code]).toEqual([403, 'access.foreign-origin']);
    expect((await day.auditor.call('/api/desk/drafts')).status).toBe(403);
  });
});

test('views are saved, replaced and forgotten by name', async () => {
  const path = `/api/desk/views/${encodeURIComponent('Gecikənlər / Ялама')}`;
  expect((await day.officer.call(path, 'PUT', { query: { lane: 'overdue' } })).status).toBe(200);
  expect((await day.officer.call(path, 'PUT', { query: { lane: 'warn', q: 'alma' } })).status).toBe(200);
  expect((await day.officer.call('/api/desk/views')).body.items).toMatchObject([
    { name: 'Gecikənlər / Ялама', query: { lane: 'warn', q: 'alma' } },
  ]);
  expect((await day.colleague.call('/api/desk/views')).body.items).toEqual([]);
  expect((await day.officer.call(path, 'PUT', { query: { lane: 'most' } })).status).toBe(400);
  expect((await day.officer.call(path, 'DELETE')).status).toBe(204);
  expect((await day.officer.call(path, 'DELETE')).status).toBe(404);
});

describe('balances', () => {
  const balances = (claims: unknown, to = ['ru.fsvps']) =>
    day.officer.call('/api/desk/balances', 'POST', { profile: 'phytosanitary', type: 'certificate', to, claims });
  const season = '2026-27';
  const source = { grower: 'AZ-G-0017', product: 'LYPES', season, quantity: { value: '18', unit: 'TNE' } };
  const lines = (sources: JsonObject[]) =>
    (withSources['lines'] as JsonObject[]).slice(0, 1).map((line) => ({ ...line, sources }));

  test('tell what a certificate would take, at the member that says so', async () => {
    const { packingHouses: _, ...grower } = await claimsOf('grower');
    await day.issue(day.az, 'grower', grower, 'ru.fsvps');
    await until(
      () => day.ru.get('/api/registers/phytosanitary/grower'),
      ({ body }) => body.items.length > 0,
    );
    await day.issue(day.ru, 'admission', await claimsOf('admission'), 'az.afsa');
    await until(
      () => day.az.get('/api/ledgers/phytosanitary/season-balance'),
      ({ body }) => body.items.length > 0,
    );
    const { status, body } = await balances({ ...withSources, lines: lines([source, source]) });
    expect(status).toBe(200);
    const debits = body.items.filter(({ debit }: { debit: boolean }) => debit);
    expect(debits).toHaveLength(2);
    expect(debits[1]).toMatchObject({
      ledger: 'phytosanitary/season-balance',
      key: ['az.afsa', 'ru.fsvps', 'AZ-G-0017', 'LYPES', season],
      unit: 'KGM',
      amount: '18000',
      available: '1700000',
      after: '1664000',
      path: '/lines/0/sources/1/quantity',
    });
    expect(debits[1].title.ru).not.toBe(debits[1].title.az);
    expect(body.items.some(({ ledger }: { ledger: string }) => ledger.endsWith('/certificate-line'))).toBe(true);
  });

  test('of a draft that is not complete tell what can be told', async () => {
    const part = await balances({ importCountry: { code: 'RU' }, lines: [{ sequence: 1, sources: [source] }] });
    expect(part.status).toBe(200);
    expect(part.body.items.map(({ amount, after }: Record<string, string>) => [amount, after])).toContainEqual([
      '18000',
      '1682000',
    ]);
    for (const claims of [{}, { lines: 'none' }, { importCountry: 7, lines: [null] }, { lines: [{ sources: [{}] }] }])
      expect(await balances(claims), JSON.stringify(claims)).toMatchObject({ status: 200, body: { items: [] } });
    expect((await balances(withSources, [])).body.items).toEqual([]);
  });

  test('of what no profile knows are refused', async () => {
    const unknown = await day.officer.call('/api/desk/balances', 'POST', {
      profile: 'phytosanitary',
      type: 'nothing',
      to: [],
      claims: {},
    });
    expect([unknown.status, unknown.body.code]).toEqual([422, 'record.unknown-type']);
    const about = await day.officer.call('/api/desk/balances', 'POST', {
      profile: 'phytosanitary',
      type: 'withdrawal',
      to: [],
      claims: {},
      about: '0'.repeat(64),
    });
    expect([about.status, about.body.code]).toEqual([422, 'state.unknown-subject']);
  });

  test('the panel of a certificate shows them', async () => {
    const id = await day.certify({ ...withSources, lines: lines([source]) });
    const { body } = await day.officer.call(`/api/desk/records/${id}/panels?lang=az`);
    expect(body.items).toMatchObject([{ name: 'quantities', title: 'Miqdarlar və balanslar' }]);
    const [{ blocks }] = body.items;
    expect(blocks.map(({ kind }: { kind: string }) => kind)).toEqual(['bar', 'table']);
    expect((await day.officer.call(`/api/desk/records/${'0'.repeat(64)}/panels`)).status).toBe(404);
  });
});

test('profiles tell what pages are drawn from, and only anew when it changed', async () => {
  const { headers, body } = await day.officer.call('/api/profiles');
  const profile = body.items.find(({ name }: { name: string }) => name === 'phytosanitary');
  expect(profile.panels).toMatchObject([{ name: 'quantities', types: ['certificate', 're-export-certificate'] }]);
  expect(profile.labels['consignor']).toBeDefined();
  expect(profile.codes['product']['LYPES']).toBeDefined();
  expect(profile.measure.unit).toBe('KGM');
  const type = (name: string) => profile.types.find((one: { name: string }) => one.name === name);
  expect(type('certificate')).toMatchObject({ appliedFor: true, approvals: 1 });
  expect(type('suspension')).toMatchObject({ approvals: 2, impact: true });
  const again = await day.officer.call('/api/profiles', 'GET', undefined, {
    'if-none-match': headers.get('etag') ?? '',
  });
  expect([again.status, again.body]).toEqual([304, '']);
});
