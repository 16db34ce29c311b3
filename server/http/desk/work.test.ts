/** An officer's day over real institutions: inbox, drafts, balances, figures, panels. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../kernel/canonical.ts';
import { type Answer, type Client, type Corridor, foundTestCorridor, until } from '../../../test/corridor.ts';
import { signIn } from '../../desk/testing/session.ts';

const vectors = new URL('../../../profiles/phytosanitary/vectors/valid/', import.meta.url);
const vector = async (name: string) =>
  JSON.parse(await readFile(new URL(`${name}.json`, vectors), 'utf8')) as { readonly claims: JsonObject };
const { claims: withSources } = await vector('certificate-with-sources');
const { claims: plain } = await vector('apples-by-rail');

interface Officer {
  call(path: string, method?: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
}

let corridor: Corridor;
let az: Client;
let ru: Client;
let officer: Officer;
let colleague: Officer;
let importer: Officer;
let auditor: Officer;
/** Both servers' clocks run ahead of the machine's by this much, ms. */
let ahead = 0;

async function officerOf(client: Client, country: string, institution: string, role: 'inspector' | 'auditor') {
  const desk = corridor.servers.get(country)?.desks.get(institution);
  if (!desk) throw new Error(`no desk of ${institution}`);
  const { cookie, headers } = await signIn(desk, [role], new URL(client.server).host);
  return {
    call: async (path: string, method = 'GET', body?: unknown, more: Record<string, string> = {}) => {
      const response = await fetch(`${client.server}${path}`, {
        method,
        headers: {
          cookie,
          origin: headers.origin,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...more,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.includes('json') ?? false;
      return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
    },
  };
}

/** Anew after a restart, which gives a server a desk of its own, and when a day has passed. */
async function signInAll(): Promise<void> {
  officer = await officerOf(az, 'AZ', 'az.afsa', 'inspector');
  colleague = await officerOf(az, 'AZ', 'az.afsa', 'inspector');
  auditor = await officerOf(az, 'AZ', 'az.afsa', 'auditor');
  importer = await officerOf(ru, 'RU', 'ru.fsvps', 'inspector');
}

beforeAll(async () => {
  corridor = await foundTestCorridor({ now: () => Date.now() + ahead });
  az = await corridor.client('az.afsa');
  ru = await corridor.client('ru.fsvps');
  await signInAll();
}, 60_000);
afterAll(() => corridor?.end(), 30_000);

let issued = 0;
async function issue(client: Client, type: string, claims: JsonObject, to: string): Promise<string> {
  const answer = await client.post('/api/records', { profile: 'phytosanitary', type, to: [to], claims });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.id;
}
const certify = (claims: JsonObject = plain): Promise<string> =>
  issue(az, 'certificate', { ...claims, number: `AZ-WORK-${++issued}` }, 'ru.fsvps');

const inbox = async (who: Officer, query = '') => (await who.call(`/api/desk/inbox?${query}`)).body;
const ids = (page: { items: { id: string }[] }) => page.items.map(({ id }) => id);
const arrived = (who: Officer, id: string) =>
  until(
    () => inbox(who),
    (page) => ids(page).includes(id),
  );

describe('the inbox', () => {
  test('shows what waits for us, least time left first, and lets go of what is done', async () => {
    const first = await certify();
    await arrived(importer, first);
    ahead += 60_000;
    const second = await certify();
    const page = await arrived(importer, second);
    expect(ids(page).slice(0, 2)).toEqual([first, second]);
    const [line] = page.items;
    expect(line).toMatchObject({ mine: true, number: 'AZ-WORK-1', state: 'issued', direction: 'received' });
    expect(line.due).toBe(line.clock.until);
    expect(page.total).toBe(page.lanes.all);
    expect(page.lanes.overdue).toBe(0);
    expect(ids(await inbox(importer, 'order=newest')).slice(0, 2)).toEqual([second, first]);
    expect(ids(await inbox(officer))).not.toContain(first);
    const refused = { type: 'decision', claims: { kind: 'refuse', reasons: [{ code: 'seal-broken' }] } };
    expect((await ru.post(`/api/records/${first}/follow-ups`, refused)).status).toBe(201);
    expect(ids(await inbox(importer))).not.toContain(first);
  });

  test('a query makes it the other side’s turn, whose clock starts when it is delivered', async () => {
    const id = await certify();
    await arrived(importer, id);
    const asked = { type: 'decision', claims: { kind: 'query', text: 'Hansı sahə?' } };
    expect((await ru.post(`/api/records/${id}/follow-ups`, asked)).status).toBe(201);
    expect(ids(await inbox(importer))).not.toContain(id);
    const page = await arrived(officer, id);
    expect(page.items.find((line: { id: string }) => line.id === id)).toMatchObject({
      state: 'queried',
      due: expect.any(Number),
    });
    expect(ids(await inbox(officer, 'state=queried&direction=issued'))).toContain(id);
    expect(ids(await inbox(officer, 'direction=received'))).not.toContain(id);
  });

  test('a clock that has not started stands after those that run, and starts by a receipt', async () => {
    const running = await certify();
    await arrived(importer, running);
    const held = await certify();
    await arrived(importer, held);
    await corridor.stop('AZ');
    try {
      const { claims } = await vector('inspection-hold');
      const lines = (plain['lines'] as { sequence: number; netWeight: object }[]).map(({ sequence, netWeight }) => ({
        sequence,
        arrived: netWeight,
      }));
      const now = new Date(Date.now() + ahead).toISOString();
      const { notice: _, photographs: __, ...rest } = claims;
      const inspection = { ...rest, started: now, ended: now, lines };
      const answer = await ru.post(`/api/records/${held}/follow-ups`, { type: 'inspection', claims: inspection });
      expect(answer.status, JSON.stringify(answer.body)).toBe(201);
      const page = await inbox(importer);
      expect(ids(page).at(-1)).toBe(held);
      expect(page.items.at(-1)).not.toHaveProperty('due');
    } finally {
      await corridor.start('AZ');
      await signInAll();
    }
    const started = await until(
      () => inbox(importer),
      ({ items }) => items.find(({ id }: { id: string }) => id === held)?.due !== undefined,
    );
    expect(ids(started)).toContain(running);
  });

  test('finds words in any case and without diacritics, also those of the type', async () => {
    const id = await certify();
    await arrived(importer, id);
    for (const q of [`az-work-${issued}`, 'FİTOSANİTAR sertifikat', 'фитосанитарный az.afsa', `work-${issued} AZ.AFSA`])
      expect(ids(await inbox(importer, `q=${encodeURIComponent(q)}`)), q).toContain(id);
    expect((await inbox(importer, `q=${encodeURIComponent('no such thing')}`)).total).toBe(0);
    expect(ids(await inbox(importer, 'type=phytosanitary/certificate&from=az.afsa'))).toContain(id);
    expect((await inbox(importer, 'type=phytosanitary/prior-notice')).total).toBe(0);
  });

  test('pages are cut by offset, lanes count without the lane', async () => {
    const all = await inbox(importer);
    const second = await inbox(importer, 'offset=1&limit=1');
    expect([second.total, ids(second)]).toEqual([all.total, ids(all).slice(1, 2)]);
    const clear = await inbox(importer, 'lane=clear');
    expect([clear.total, clear.lanes]).toEqual([all.lanes.clear, all.lanes]);
    const { refuse, warn, inform, clear: none } = all.lanes;
    expect(refuse + warn + inform + none).toBe(all.total);
  });

  test('all records held come newest first, page by page', async () => {
    const page = await inbox(officer, 'all=true&limit=2&direction=issued');
    expect(page.items).toHaveLength(2);
    expect(page).not.toHaveProperty('total');
    const next = await inbox(officer, `all=true&limit=2&direction=issued&cursor=${page.next}`);
    expect(next.items[0].seq).toBeLessThan(page.items[1].seq);
  });

  test('what is late is counted as such, by whose turn it is', async () => {
    const id = await certify();
    await arrived(importer, id);
    ahead += 25 * 3600_000;
    await signInAll();
    const page = await inbox(importer, 'lane=overdue');
    expect(ids(page)).toContain(id);
    expect(page.lanes.overdue).toBe(page.total);
    const { body } = await auditor.call('/api/desk/figures/exchange/overdue');
    const theirs = body.rows.find(({ row }: { row: string }) => row === 'ru.fsvps');
    expect(theirs.count).toBeGreaterThanOrEqual(1);
    const records = await auditor.call('/api/desk/figures/exchange/overdue/records?row=ru.fsvps');
    expect(ids(records.body)).toContain(id);
  });

  test('strange queries are refused', async () => {
    for (const query of ['lane=most', 'offset=-1', 'limit=0', 'limit=201', 'type=certificate', 'x=1'])
      expect((await officer.call(`/api/desk/inbox?${query}`)).status, query).toBe(400);
    expect((await fetch(`${az.server}/api/desk/inbox`)).status).toBe(401);
  });
});

describe('drafts', () => {
  const draft = { profile: 'phytosanitary', type: 'certificate', to: [], claims: { number: 'A' }, title: 'Alma' };

  test('are saved by revision, and a slower tab is told', async () => {
    const path = '/api/desk/drafts/tab-00001';
    const saved = await officer.call(path, 'PUT', { ...draft, revision: 0 });
    expect([saved.status, saved.body.revision]).toEqual([200, 1]);
    expect((await officer.call(path, 'PUT', { ...draft, revision: 1, title: 'Nar' })).body.revision).toBe(2);
    const late = await officer.call(path, 'PUT', { ...draft, revision: 1 });
    expect([late.status, late.body.code, late.body.revision]).toEqual([409, 'desk.changed-elsewhere', 2]);
    expect((await officer.call(path)).body).toMatchObject({ title: 'Nar', claims: { number: 'A' }, revision: 2 });
    expect((await officer.call('/api/desk/drafts')).body.items).toHaveLength(1);
  });

  test('are their author’s alone', async () => {
    const path = '/api/desk/drafts/tab-00002';
    await officer.call(path, 'PUT', { ...draft, revision: 0 });
    expect((await colleague.call(path)).status).toBe(404);
    expect((await colleague.call('/api/desk/drafts')).body.items).toEqual([]);
    expect((await colleague.call(path, 'DELETE')).status).toBe(404);
    expect((await colleague.call(path, 'PUT', { ...draft, revision: 0 })).body.revision).toBe(1);
    expect((await officer.call(path, 'DELETE')).status).toBe(204);
    expect((await officer.call(path)).status).toBe(404);
    expect((await colleague.call(path)).status).toBe(200);
  });

  test('two saves at once: one is told', async () => {
    const path = '/api/desk/drafts/tab-00003';
    const answers = await Promise.all([0, 1, 2].map(() => officer.call(path, 'PUT', { ...draft, revision: 0 })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  test('a page elsewhere cannot save', async () => {
    const path = '/api/desk/drafts/tab-00004';
    const answer = await officer.call(path, 'PUT', { ...draft, revision: 0 }, { origin: 'http://elsewhere.example' });
    expect([answer.status, answer.body.code]).toEqual([403, 'access.foreign-origin']);
    expect((await auditor.call('/api/desk/drafts')).status).toBe(403);
  });
});

test('views are saved, replaced and forgotten by name', async () => {
  const path = `/api/desk/views/${encodeURIComponent('Gecikənlər / Ялама')}`;
  expect((await officer.call(path, 'PUT', { query: { lane: 'overdue' } })).status).toBe(200);
  expect((await officer.call(path, 'PUT', { query: { lane: 'warn', q: 'alma' } })).status).toBe(200);
  expect((await officer.call('/api/desk/views')).body.items).toMatchObject([
    { name: 'Gecikənlər / Ялама', query: { lane: 'warn', q: 'alma' } },
  ]);
  expect((await colleague.call('/api/desk/views')).body.items).toEqual([]);
  expect((await officer.call(path, 'PUT', { query: { lane: 'most' } })).status).toBe(400);
  expect((await officer.call(path, 'DELETE')).status).toBe(204);
  expect((await officer.call(path, 'DELETE')).status).toBe(404);
});

describe('balances', () => {
  const balances = (claims: unknown, to = ['ru.fsvps']) =>
    officer.call('/api/desk/balances', 'POST', { profile: 'phytosanitary', type: 'certificate', to, claims });
  const season = '2026-27';
  const source = { grower: 'AZ-G-0017', product: 'LYPES', season, quantity: { value: '18', unit: 'TNE' } };
  const lines = (sources: object[]) =>
    (withSources['lines'] as JsonObject[]).slice(0, 1).map((line) => ({ ...line, sources }));

  test('tell what a certificate would take, at the member that says so', async () => {
    const { packingHouses: _, ...grower } = (await vector('grower')).claims;
    await issue(az, 'grower', grower, 'ru.fsvps');
    await until(
      () => ru.get('/api/registers/phytosanitary/grower'),
      ({ body }) => body.items.length > 0,
    );
    await issue(ru, 'admission', (await vector('admission')).claims, 'az.afsa');
    await until(
      () => az.get('/api/ledgers/phytosanitary/season-balance'),
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
    const unknown = await officer.call('/api/desk/balances', 'POST', {
      profile: 'phytosanitary',
      type: 'nothing',
      to: [],
      claims: {},
    });
    expect([unknown.status, unknown.body.code]).toEqual([422, 'record.unknown-type']);
    const about = await officer.call('/api/desk/balances', 'POST', {
      profile: 'phytosanitary',
      type: 'withdrawal',
      to: [],
      claims: {},
      about: '0'.repeat(64),
    });
    expect([about.status, about.body.code]).toEqual([422, 'state.unknown-subject']);
  });

  test('the panel of a certificate shows them', async () => {
    const id = await certify({ ...withSources, lines: lines([source]) });
    const { body } = await officer.call(`/api/desk/records/${id}/panels?lang=az`);
    expect(body.items).toMatchObject([{ name: 'quantities', title: 'Miqdarlar və balanslar' }]);
    const [{ blocks }] = body.items;
    expect(blocks.map(({ kind }: { kind: string }) => kind)).toEqual(['bar', 'table']);
    expect((await officer.call(`/api/desk/records/${'0'.repeat(64)}/panels`)).status).toBe(404);
  });
});

describe('figures', () => {
  const read = async (who: Officer, path: string) => (await who.call(`/api/desk/figures/${path}`)).body;
  const countOf = (body: { rows: { row: string; count: number }[] }, row: string) =>
    body.rows.filter((one) => one.row === row).reduce((all, { count }) => all + count, 0);

  test('are listed with their words', async () => {
    const { items } = (await auditor.call('/api/desk/figures')).body;
    expect(items.map(({ profile, name }: Record<string, string>) => `${profile}/${name}`)).toContain(
      'phytosanitary/inspection-time',
    );
    expect((await auditor.call('/api/desk/figures/phytosanitary/nothing')).status).toBe(404);
    expect((await auditor.call('/api/desk/figures/nothing/certificates.csv')).status).toBe(404);
  });

  test('count what was signed, lead to the records, and stay so after a restart', async () => {
    const certificates = 'phytosanitary/certificates';
    const before = await read(auditor, `${certificates}?by=row`);
    expect(before).toMatchObject({ complete: true, measure: 'count' });
    expect(countOf(before, 'certificate')).toBe(issued);
    const weekly = await read(auditor, `${certificates}?by=week-row`);
    expect(weekly.rows.every(({ week }: { week: string }) => /^\d{4}-W\d\d$/.test(week))).toBe(true);
    expect(countOf(weekly, 'certificate')).toBe(issued);
    const [{ week }] = weekly.rows;
    const records = await read(auditor, `${certificates}/records?row=certificate&week=${week}&side=issued&limit=1`);
    expect([records.items.length, records.items[0].type]).toEqual([1, 'certificate']);
    const later = await read(auditor, `${certificates}/records?cursor=${records.next}`);
    expect(later.items[0].seq).toBeLessThan(records.items[0].seq);
    expect((await read(auditor, `${certificates}?from=2999-01-01`)).rows).toEqual([]);
    await corridor.stop('AZ');
    await corridor.start('AZ');
    await signInAll();
    await certify();
    expect(countOf(await read(auditor, certificates), 'certificate')).toBe(issued);
  });

  test('refusals by reason, and the time to a decision, are the same at both ends', async () => {
    for (const [who, side] of [
      [auditor, 'received'],
      [importer, 'issued'],
    ] as const) {
      const times = await until(
        () => read(who, 'phytosanitary/decision-time'),
        ({ rows }) => rows.length === 2,
      );
      expect(times.rows.map(({ row }: { row: string }) => row).sort()).toEqual(['query', 'refuse']);
      for (const row of times.rows) expect(row).toMatchObject({ side, count: 1, median: expect.any(Number) });
      const refusals = await read(who, 'phytosanitary/refusals');
      expect(refusals.rows).toMatchObject([{ row: 'seal-broken', side, count: 1, sum: 1 }]);
    }
    const [one, other] = await Promise.all([auditor, importer].map((who) => read(who, 'phytosanitary/decision-time')));
    const medians = (body: { rows: { median: number }[] }) => body.rows.map(({ median }) => median);
    expect(medians(one)).toEqual(medians(other));
  });

  test('leave as a table in the language asked for', async () => {
    const { headers, body } = await auditor.call('/api/desk/figures/phytosanitary/refusals.csv?lang=ru&by=week-row');
    expect(headers.get('content-type')).toContain('text/csv');
    expect(headers.get('content-disposition')).toContain('samur-phytosanitary-refusals.csv');
    const [head, line, end] = (body as string).split('\r\n');
    expect(head).toBe('Неделя,Причина,Сторона,Количество');
    expect(line).toMatch(/^\d{4}-W\d\d,Пломба нарушена или её номер не совпадает,Полученные,1$/);
    expect(end).toBe('');
    const times = (await auditor.call('/api/desk/figures/phytosanitary/decision-time.csv?lang=az')).body as string;
    expect(times.split('\r\n')[0]).toBe('Qərar,Tərəf,Say,"Median, saat","90 % halda ən çoxu, saat"');
  });
});

test('profiles tell what pages are drawn from, and only anew when it changed', async () => {
  const { headers, body } = await officer.call('/api/profiles');
  const profile = body.items.find(({ name }: { name: string }) => name === 'phytosanitary');
  expect(profile.panels).toMatchObject([{ name: 'quantities', types: ['certificate', 're-export-certificate'] }]);
  expect(profile.labels['consignor']).toBeDefined();
  expect(profile.codes['product']['LYPES']).toBeDefined();
  expect(profile.measure.unit).toBe('KGM');
  const type = (name: string) => profile.types.find((one: { name: string }) => one.name === name);
  expect(type('certificate')).toMatchObject({ appliedFor: true, approvals: 1 });
  expect(type('suspension')).toMatchObject({ approvals: 2, impact: true });
  const again = await officer.call('/api/profiles', 'GET', undefined, { 'if-none-match': headers.get('etag') ?? '' });
  expect([again.status, again.body]).toEqual([304, '']);
});
