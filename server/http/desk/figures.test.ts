/** What dashboards show, over real institutions. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../../../test/corridor.ts';
import { type AtDesk, Day } from '../../desk/testing/day.ts';

let day: Day;
beforeAll(async () => {
  day = await Day.begin();
  const decided = [await day.certify(), await day.certify()] as const;
  for (const id of decided)
    await until(
      () => day.ru.get(`/api/records/${id}`),
      ({ status }) => status === 200,
    );
  day.pass(90 * 60_000);
  await day.follow(decided[0], 'decision', { kind: 'refuse', reasons: [{ code: 'seal-broken' }] });
  await day.follow(decided[1], 'decision', { kind: 'query', text: 'Hansı sahə?' });
}, 60_000);
afterAll(() => day?.corridor.end(), 30_000);

describe('figures', () => {
  const read = async (who: AtDesk, path: string) => (await who.call(`/api/desk/figures/${path}`)).body;
  const countOf = (body: { rows: { row: string; count: number }[] }, row: string) =>
    body.rows.filter((one) => one.row === row).reduce((all, { count }) => all + count, 0);

  test('are listed with their words', async () => {
    const { items } = (await day.auditor.call('/api/desk/figures')).body;
    expect(items.map(({ profile, name }: Record<string, string>) => `${profile}/${name}`)).toContain(
      'phytosanitary/inspection-time',
    );
    expect((await day.auditor.call('/api/desk/figures/phytosanitary/nothing')).status).toBe(404);
    expect((await day.auditor.call('/api/desk/figures/nothing/certificates.csv')).status).toBe(404);
  });

  test('count what was signed, lead to the records, and stay so after a restart', async () => {
    const certificates = 'phytosanitary/certificates';
    const before = await read(day.auditor, `${certificates}?by=row`);
    expect(before).toMatchObject({ complete: true, measure: 'count' });
    expect(countOf(before, 'certificate')).toBe(day.issued);
    const weekly = await read(day.auditor, `${certificates}?by=week-row`);
    expect(weekly.rows.every(({ week }: { week: string }) => /^\d{4}-W\d\d$/.test(week))).toBe(true);
    expect(countOf(weekly, 'certificate')).toBe(day.issued);
    const [{ week }] = weekly.rows;
    const records = await read(day.auditor, `${certificates}/records?row=certificate&week=${week}&side=issued&limit=1`);
    expect([records.items.length, records.items[0].type]).toEqual([1, 'certificate']);
    const later = await read(day.auditor, `${certificates}/records?cursor=${records.next}`);
    expect(later.items[0].seq).toBeLessThan(records.items[0].seq);
    expect((await read(day.auditor, `${certificates}?from=2999-01-01`)).rows).toEqual([]);
    await day.corridor.stop('AZ');
    await day.corridor.start('AZ');
    await day.signIn();
    await day.certify();
    expect(countOf(await read(day.auditor, certificates), 'certificate')).toBe(day.issued);
  });

  test('refusals by reason, and the time to a decision, are the same at both ends', async () => {
    for (const [who, side] of [
      [day.auditor, 'received'],
      [day.importer, 'issued'],
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
    const [one, other] = await Promise.all(
      [day.auditor, day.importer].map((who) => read(who, 'phytosanitary/decision-time')),
    );
    const medians = (body: { rows: { median: number }[] }) => body.rows.map(({ median }) => median);
    expect(medians(one)).toEqual(medians(other));
  });

  test('leave as a table in the language asked for', async () => {
    const { headers, body } = await day.auditor.call(
      '/api/desk/figures/phytosanitary/refusals.csv?lang=ru&by=week-row',
    );
    expect(headers.get('content-type')).toContain('text/csv');
    expect(headers.get('content-disposition')).toContain('samur-phytosanitary-refusals.csv');
    const [head, line, end] = (body as string).split('\r\n');
    expect(head).toBe('Неделя,Причина,Сторона,Количество');
    expect(line).toMatch(/^\d{4}-W\d\d,Пломба нарушена или её номер не совпадает,получено,1$/);
    expect(end).toBe('');
    const times = (await day.auditor.call('/api/desk/figures/phytosanitary/decision-time.csv?lang=az')).body as string;
    expect(times.split('\r\n')[0]).toBe('Qərar,Tərəf,Say,"Median, saat","90 % halda ən çoxu, saat"');
  });
});
