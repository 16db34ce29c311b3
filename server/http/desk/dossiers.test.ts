/** One file of a matter, over real institutions. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../../../test/corridor.ts';
import { type AtDesk, claimsOf, Day } from '../../desk/testing/day.ts';

let day: Day;
beforeAll(async () => {
  day = await Day.begin();
}, 60_000);
afterAll(() => day?.corridor.end(), 30_000);

const find = async (who: AtDesk, q: string, more = '') =>
  (await who.call(`/api/desk/dossiers?q=${encodeURIComponent(q)}${more}`)).body;
const show = async (who: AtDesk, id: string) => (await who.call(`/api/desk/dossiers/${id}`)).body;
const idsOf = (dossier: { records: { id: string }[] }) => dossier.records.map(({ id }) => id);

const plain = await claimsOf('apples-by-rail');
const byRoad = (vehicle: string, seal: string) => ({
  ...plain,
  conveyances: [{ mode: '3', id: vehicle }],
  containers: [{ number: 'MSKU1234565', seals: [{ number: seal }] }],
});

describe('a dossier', () => {
  test('is found by vehicle, seal, container and paper, as they may be typed', async () => {
    const id = await day.certify(byRoad('10-AA-123', 'AZ 0001'));
    const number = `AZ-WORK-${day.issued}`;
    for (const q of ['10aa123', '10 АА 123', 'az0001', 'msku 123456-5', number.toLowerCase(), id]) {
      const { items, complete } = await find(day.officer, q);
      expect(complete).toBe(true);
      expect(
        items.map((item: { id: string }) => item.id),
        q,
      ).toContain(id);
    }
    const { items } = await find(day.officer, '10aa123');
    expect(items[0]).toMatchObject({ id, records: 1, whole: true });
    expect(items[0].matches).toEqual([
      { kind: 'vehicle', value: '10-AA-123', record: id, profile: 'phytosanitary', type: 'certificate' },
    ]);
    expect(items[0].subjects[0]).toMatchObject({ id, number, state: 'issued' });
  });

  test('is found by the beginning of a number, and by kind', async () => {
    const id = await day.certify(byRoad('77-BB-901', 'AZ 0002'));
    const begun = await find(day.officer, '77bb');
    expect(begun.items.map(({ id: one, whole }: { id: string; whole: boolean }) => [one, whole])).toEqual([
      [id, false],
    ]);
    expect((await find(day.officer, '77b')).items).toEqual([]);
    expect((await find(day.officer, '77bb901', '&kind=vehicle')).items).toHaveLength(1);
    expect((await find(day.officer, '77bb901', '&kind=seal')).items).toEqual([]);
    expect((await find(day.officer, '—')).items).toEqual([]);
  });

  test('holds what follows and what is named, from whichever record one asks, on both sides', async () => {
    const id = await day.certify(byRoad('20-CC-777', 'AZ 0003'));
    const text = await until(
      () => day.ru.get(`/api/records/${id}`),
      ({ status }) => status === 200,
    );
    expect(text.body.number).toBe(`AZ-WORK-${day.issued}`);
    await day.follow(id, 'decision', { kind: 'query', text: 'Hansı sahə?' });
    const theirs = await until(
      () => show(day.importer, id),
      ({ records }) => records.length === 2,
    );
    const ours = await until(
      () => show(day.officer, id),
      ({ records }) => records?.length === 2,
    );
    expect(idsOf(ours)).toEqual(idsOf(theirs));
    const [certificate, query] = ours.records;
    expect(certificate).toMatchObject({ id, state: 'queried', subject: true, over: false });
    expect(certificate.clock.turn).toEqual(['az.afsa']);
    expect(certificate.receipts.map(({ by }: { by: string }) => by)).toEqual(['ru.fsvps']);
    expect(query).toMatchObject({ about: id, event: 'query', issuer: 'ru.fsvps', subject: false });
    expect(idsOf(await show(day.officer, query.id))).toEqual(idsOf(ours));
    expect((await find(day.officer, '20cc777')).items[0]).toMatchObject({ id, records: 2 });
  });

  test('grows together when a later record names two of them, and tells what differs and what is not held', async () => {
    const first = await day.certify(byRoad('30-DD-100', 'AZ 0010'));
    const second = await day.certify(byRoad('30-DD-100', 'AZ 0011'));
    expect((await find(day.officer, '30dd100')).items).toHaveLength(2);
    const unheld = 'f'.repeat(64);
    const { number: _, units: __, ...notice } = await claimsOf('prior-notice-by-road');
    const units = [
      {
        kind: 'vehicle',
        number: '30-DD-100',
        seals: [{ number: 'AZ 0010' }],
        contents: [first, second, unheld].map((certificate) => ({ certificate, line: 1 })),
      },
    ];
    const claims = {
      ...notice,
      number: 'AZ-PN-77',
      units,
      conveyance: { id: '30-DD-100' },
      expected: new Date(day.now + 3600_000 * 30).toISOString().replace(/\.\d+/, ''),
    };
    const answer = await day.az.post('/api/records', {
      profile: 'phytosanitary',
      type: 'prior-notice',
      to: ['ru.fsvps'],
      claims: { ...claims, units: [{ ...units[0], contents: units[0]?.contents.slice(0, 2) }] },
    });
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    const { items } = await find(day.officer, '30dd100');
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ id: first, records: 3 });
    const dossier = await show(day.officer, second);
    expect(idsOf(dossier)).toEqual([first, second, answer.body.id]);
    const seals = dossier.things.find(({ kind }: { kind: string }) => kind === 'seal');
    expect(seals.records).toEqual([first, second, answer.body.id]);
    expect(seals.numbers).toMatchObject([
      { value: 'AZ 0010', records: [first, answer.body.id], alone: false },
      { value: 'AZ 0011', records: [second], alone: true },
    ]);
    const vehicles = dossier.things.find(({ kind }: { kind: string }) => kind === 'vehicle');
    expect(vehicles.numbers).toMatchObject([{ value: '30-DD-100', alone: false }]);
    expect(dossier.numbers).toContainEqual({
      kind: 'notice',
      value: 'AZ-PN-77',
      records: [answer.body.id],
      held: true,
    });
  });

  test('tells of papers that are named and not held', async () => {
    const documents = [
      { type: '851', number: 'GE-PC-9901' },
      { type: '730', number: 'CMR 990117' },
    ];
    const id = await day.certify({ ...byRoad('40-EE-100', 'AZ 0020'), documents });
    const { numbers } = await show(day.officer, id);
    expect(numbers).toContainEqual({ kind: 'certificate', value: 'GE-PC-9901', records: [id], held: false });
    expect(numbers).toContainEqual({ kind: 'transport-document', value: 'CMR 990117', records: [id] });
  });

  test('of very many records shows the newest, the first and the one asked for, and says so', async () => {
    const documents = [{ type: '730', number: 'CMR-MANY-1' }];
    const first = await day.certify({ ...plain, documents });
    const second = await day.certify({ ...plain, documents });
    for (let issued = 2; issued < 510; issued += 127)
      await Promise.all(
        Array.from({ length: Math.min(127, 510 - issued) }, () => day.certify({ ...plain, documents })),
      );
    const dossier = await show(day.officer, second);
    expect([dossier.total, dossier.cut, dossier.records.length, dossier.id]).toEqual([510, true, 500, first]);
    expect(idsOf(dossier).slice(0, 2)).toEqual([first, second]);
    const { items, more } = await find(day.officer, 'cmrmany1');
    expect([items.length, items[0].records, items[0].id, more]).toEqual([1, 510, first, false]);
  }, 30_000);

  test('is the same after a restart', async () => {
    const { items } = await until(
      () => find(day.importer, '30dd100'),
      (page) => page.items[0]?.records === 3,
    );
    await day.corridor.stop('RU');
    await day.corridor.start('RU');
    await day.signIn();
    expect((await find(day.importer, '30dd100')).items).toEqual(items);
  });

  test('strange questions are refused, unknown records are unknown', async () => {
    for (const query of ['', 'q=', 'q=x&kind=X', 'q=x&limit=51', 'q=x&all=true'])
      expect((await day.officer.call(`/api/desk/dossiers?${query}`)).status, query).toBe(400);
    expect((await day.officer.call(`/api/desk/dossiers/${'0'.repeat(64)}`)).status).toBe(404);
    const kinds = await day.officer.call('/api/desk/dossier-kinds');
    expect(kinds.body.items.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['vehicle', 'wagon', 'container', 'seal', 'certificate']),
    );
  });
});
