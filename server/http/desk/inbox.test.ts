/** What an officer's institution has to act on, over real institutions. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../../../test/corridor.ts';
import { type AtDesk, claimsOf, Day } from '../../desk/testing/day.ts';

let day: Day;
beforeAll(async () => {
  day = await Day.begin();
}, 60_000);
afterAll(() => day?.corridor.end(), 30_000);

const inbox = async (who: AtDesk, query = '') => (await who.call(`/api/desk/inbox?${query}`)).body;
const ids = (page: { items: { id: string }[] }) => page.items.map(({ id }) => id);
const arrived = (who: AtDesk, id: string) =>
  until(
    () => inbox(who),
    (page) => ids(page).includes(id),
  );

describe('the inbox', () => {
  test('shows what waits for us, least time left first, and lets go of what is done', async () => {
    const first = await day.certify();
    await arrived(day.importer, first);
    day.pass(60_000);
    const second = await day.certify();
    const page = await arrived(day.importer, second);
    expect(ids(page).slice(0, 2)).toEqual([first, second]);
    const [line] = page.items;
    expect(line).toMatchObject({ mine: true, number: 'AZ-WORK-1', state: 'issued', direction: 'received' });
    expect(line.due).toBe(line.clock.until);
    expect(page.total).toBe(page.lanes.all);
    expect(page.lanes.overdue).toBe(0);
    expect(ids(await inbox(day.importer, 'order=newest')).slice(0, 2)).toEqual([second, first]);
    expect(ids(await inbox(day.officer))).not.toContain(first);
    const refused = { type: 'decision', claims: { kind: 'refuse', reasons: [{ code: 'seal-broken' }] } };
    expect((await day.ru.post(`/api/records/${first}/follow-ups`, refused)).status).toBe(201);
    expect(ids(await inbox(day.importer))).not.toContain(first);
  });

  test('a query makes it the other side’s turn, whose clock starts when it is delivered', async () => {
    const id = await day.certify();
    await arrived(day.importer, id);
    const asked = { type: 'decision', claims: { kind: 'query', text: 'Hansı sahə?' } };
    expect((await day.ru.post(`/api/records/${id}/follow-ups`, asked)).status).toBe(201);
    expect(ids(await inbox(day.importer))).not.toContain(id);
    const page = await arrived(day.officer, id);
    expect(page.items.find((line: { id: string }) => line.id === id)).toMatchObject({
      state: 'queried',
      due: expect.any(Number),
    });
    expect(ids(await inbox(day.officer, 'state=queried&direction=issued'))).toContain(id);
    expect(ids(await inbox(day.officer, 'direction=received'))).not.toContain(id);
  });

  test('a clock that has not started stands after those that run, and starts by a receipt', async () => {
    const running = await day.certify();
    await arrived(day.importer, running);
    const held = await day.certify();
    await arrived(day.importer, held);
    await day.corridor.stop('AZ');
    try {
      const claims = await claimsOf('inspection-hold');
      const lines = ((await claimsOf('apples-by-rail'))['lines'] as { sequence: number; netWeight: object }[]).map(
        ({ sequence, netWeight }) => ({
          sequence,
          arrived: netWeight,
        }),
      );
      const now = new Date(day.now).toISOString();
      const { notice: _, photographs: __, ...rest } = claims;
      const inspection = { ...rest, started: now, ended: now, lines };
      const answer = await day.ru.post(`/api/records/${held}/follow-ups`, { type: 'inspection', claims: inspection });
      expect(answer.status, JSON.stringify(answer.body)).toBe(201);
      const page = await inbox(day.importer);
      expect(ids(page).at(-1)).toBe(held);
      expect(page.items.at(-1)).not.toHaveProperty('due');
    } finally {
      await day.corridor.start('AZ');
      await day.signIn();
    }
    const started = await until(
      () => inbox(day.importer),
      ({ items }) => items.find(({ id }: { id: string }) => id === held)?.due !== undefined,
    );
    expect(ids(started)).toContain(running);
  });

  test('finds words in any case and without diacritics, also those of the type', async () => {
    const id = await day.certify();
    await arrived(day.importer, id);
    for (const q of [
      `az-work-${day.issued}`,
      'FİTOSANİTAR sertifikat',
      'фитосанитарный az.afsa',
      `work-${day.issued} AZ.AFSA`,
    ])
      expect(ids(await inbox(day.importer, `q=${encodeURIComponent(q)}`)), q).toContain(id);
    expect((await inbox(day.importer, `q=${encodeURIComponent('no such thing')}`)).total).toBe(0);
    expect(ids(await inbox(day.importer, 'type=phytosanitary/certificate&from=az.afsa'))).toContain(id);
    expect((await inbox(day.importer, 'type=phytosanitary/prior-notice')).total).toBe(0);
  });

  test('pages are cut by offset, lanes count without the lane', async () => {
    const all = await inbox(day.importer);
    const second = await inbox(day.importer, 'offset=1&limit=1');
    expect([second.total, ids(second)]).toEqual([all.total, ids(all).slice(1, 2)]);
    const clear = await inbox(day.importer, 'lane=clear');
    expect([clear.total, clear.lanes]).toEqual([all.lanes.clear, all.lanes]);
    const { refuse, warn, inform, clear: none } = all.lanes;
    expect(refuse + warn + inform + none).toBe(all.total);
  });

  test('all records held come newest first, page by page', async () => {
    const page = await inbox(day.officer, 'all=true&limit=2&direction=issued');
    expect(page.items).toHaveLength(2);
    expect(page).not.toHaveProperty('total');
    const next = await inbox(day.officer, `all=true&limit=2&direction=issued&cursor=${page.next}`);
    expect(next.items[0].seq).toBeLessThan(page.items[1].seq);
  });

  test('what is late is counted as such, by whose turn it is', async () => {
    const id = await day.certify();
    await arrived(day.importer, id);
    day.pass(25 * 3600_000);
    await day.signIn();
    const page = await inbox(day.importer, 'lane=overdue');
    expect(ids(page)).toContain(id);
    expect(page.lanes.overdue).toBe(page.total);
    const { body } = await day.auditor.call('/api/desk/figures/exchange/overdue');
    const theirs = body.rows.find(({ row }: { row: string }) => row === 'ru.fsvps');
    expect(theirs.count).toBeGreaterThanOrEqual(1);
    const records = await day.auditor.call('/api/desk/figures/exchange/overdue/records?row=ru.fsvps');
    expect(ids(records.body)).toContain(id);
  });

  test('is the same after a restart', async () => {
    const before = await inbox(day.importer);
    await day.corridor.stop('RU');
    await day.corridor.start('RU');
    await day.signIn();
    const after = await inbox(day.importer);
    expect([ids(after), after.lanes]).toEqual([ids(before), before.lanes]);
  });

  test('strange queries are refused', async () => {
    for (const query of ['lane=most', 'offset=-1', 'limit=0', 'limit=201', 'type=certificate', 'x=1'])
      expect((await day.officer.call(`/api/desk/inbox?${query}`)).status, query).toBe(400);
    expect((await fetch(`${day.az.server}/api/desk/inbox`)).status).toBe(401);
  });
});
