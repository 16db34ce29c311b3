/** One matter over two domains and four institutions: everybody's file is made of what it holds, and they agree. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { JsonObject } from '../../kernel/canonical.ts';
import type { Desk } from '../../server/desk/desk.ts';
import type { ShownDossier } from '../../server/desk/dossier/dossiers.ts';
import { claimsOf } from '../../server/desk/testing/day.ts';
import { type Client, type Corridor, foundTestCorridor, until } from '../corridor.ts';

const institutions = ['az.afsa', 'az.customs', 'ru.fsvps', 'ru.fts'] as const;
type Id = (typeof institutions)[number];
const plain = await claimsOf('apples-by-rail');
const certificateNumber = 'AZ-DOSSIER-1';
const declaration = '90010001/221126/0007001';

let corridor: Corridor;
let clients: Readonly<Record<Id, Client>>;
beforeAll(async () => {
  corridor = await foundTestCorridor({ az: ['az.afsa', 'az.customs'], ru: ['ru.fsvps', 'ru.fts'] });
  const entries = institutions.map(async (id) => [id, await corridor.client(id)] as const);
  clients = Object.fromEntries(await Promise.all(entries)) as Record<Id, Client>;
}, 60_000);
afterAll(() => corridor?.end(), 30_000);

const deskOf = (id: Id): Desk => {
  const desk = corridor.servers.get(id.slice(0, 2).toUpperCase())?.desks.get(id);
  if (!desk) throw new Error(id);
  return desk;
};

async function issue(by: Id, profile: string, type: string, to: readonly Id[], claims: object): Promise<string> {
  const { status, body } = await clients[by].post('/api/records', { profile, type, to, claims });
  expect(status, JSON.stringify(body)).toBe(201);
  return body.id;
}

async function follow(by: Id, id: string, type: string, claims: object): Promise<string> {
  await until(
    () => clients[by].get(`/api/records/${id}`),
    ({ status }) => status === 200,
  );
  const { status, body } = await clients[by].post(`/api/records/${id}/follow-ups`, { type, claims });
  expect(status, JSON.stringify(body)).toBe(201);
  return body.id;
}

const shown = (by: Id, id: string) => deskOf(by).dossiers.show(id);
const idsOf = (dossier: ShownDossier | undefined) => (dossier?.records ?? []).map(({ id }) => id).sort();
const holding = (by: Id, id: string, count: number) =>
  until(
    () => shown(by, id),
    (dossier) => dossier?.records.length === count,
  );

/** A file tells receipts: it stands still once the last of them is back. */
async function allReceipted(): Promise<void> {
  for (const id of institutions)
    await until(
      async () =>
        (await clients[id].get('/api/channels')).body as { items: readonly { direction: string; lag: number }[] },
      ({ items }) => items.every(({ direction, lag }) => direction === 'in' || lag === 0),
    );
}

const iso = (time: number): string => `${new Date(time).toISOString().slice(0, 19)}Z`;
const kilograms = (value: string) => ({ value, unit: 'KGM' });

function manifest(certificate: string): JsonObject {
  return {
    number: '90010001/221126/0007001',
    mode: '3',
    transport: { number: 'CMR-7001' },
    dispatch: 'AZ',
    destination: 'RU',
    departureOffice: '90010001',
    entryOffice: '99010001',
    expected: iso(Date.now() + 3 * 3_600_000),
    declaration,
    consignor: { name: 'Nümunə MMC', country: 'AZ' },
    consignee: { name: 'ООО «Образец»', country: 'RU' },
    carrier: { name: 'Nümunə Yük MMC', country: 'AZ' },
    means: [{ kind: 'vehicle', number: '10-DS-700', country: 'AZ', seals: [{ number: 'AZ7001' }] }],
    lines: [
      {
        sequence: 1,
        hs: '0808108000',
        description: 'Alma, təzə',
        origin: 'AZ',
        gross: kilograms('1000'),
        net: kilograms('900'),
        value: { amount: '900', currency: 'USD' },
        certificate: { number: certificateNumber, record: certificate, line: '1' },
      },
    ],
    documents: [{ kind: 'veterinary', number: 'AZ-VET-7001' }],
  };
}

test('certificate, laboratory, truck, control and decisions are one file at each of the four, as far as it holds them', async () => {
  const certificate = await issue('az.afsa', 'phytosanitary', 'certificate', ['ru.fsvps', 'az.customs', 'ru.fts'], {
    ...plain,
    number: certificateNumber,
    conveyances: [{ mode: '3', id: '10-DS-700' }],
  });
  await until(
    () => clients['az.customs'].get(`/api/records/${certificate}`),
    ({ status }) => status === 200,
  );
  const truck = await issue(
    'az.customs',
    'customs',
    'manifest',
    ['ru.fts', 'az.afsa', 'ru.fsvps'],
    manifest(certificate),
  );
  const control = await follow('az.customs', truck, 'control-result', {
    number: 'AZ-NN-7001',
    side: 'sending',
    office: '90010001',
    controls: ['documents', 'visual', 'seal-check'],
    result: 'A1',
    started: iso(Date.now() - 7_200_000),
    ended: iso(Date.now() - 3_600_000),
    seals: [{ means: '10-DS-700', before: ['AZ7001'], after: ['AZ7002'], state: 'good' }],
  });
  await holding('ru.fts', truck, 4);
  const arrival = await follow('ru.fts', truck, 'manifest-arrival', {
    office: '99010001',
    time: iso(Date.now()),
    means: [{ number: '10 ds 700', seals: [{ number: 'AZ7009', state: 'good' }] }],
  });
  const query = await follow('ru.fsvps', certificate, 'decision', { kind: 'query', text: 'Hansı sahə?' });

  const held = new Map<Id, ShownDossier | undefined>();
  for (const id of institutions) await holding(id, certificate, 6);
  await allReceipted();
  for (const id of institutions) held.set(id, await shown(id, certificate));
  const registration = held.get('ru.fts')?.records.find(({ type }) => type === 'manifest-registration')?.id ?? '';
  const all = [certificate, truck, registration, control, arrival, query].sort();
  for (const [id, dossier] of held) {
    expect(idsOf(dossier), id).toEqual(all);
    // From whichever record one asks.
    for (const one of all) expect(await shown(id, one), `${id} from ${one}`).toEqual(dossier);
    expect(dossier?.numbers).toContainEqual({
      kind: 'certificate',
      value: 'AZ-VET-7001',
      records: [truck],
      held: false,
    });
    expect(dossier?.missing).toEqual([]);
    const seals = dossier?.things.find(({ kind }) => kind === 'seal')?.numbers ?? [];
    expect(seals.filter(({ value }) => value.startsWith('AZ7')).map(({ value, alone }) => [value, alone])).toEqual([
      ['AZ7001', false],
      ['AZ7002', true],
      ['AZ7009', true],
    ]);
    const turns = dossier?.records.filter(({ clock }) => clock).map(({ clock }) => clock?.turn);
    expect(turns?.flat().sort(), id).toEqual(['az.afsa', 'ru.fts']);
    for (const q of ['10-ds-700', 'AZ7009', 'cmr7001', declaration, certificateNumber]) {
      const { items } = await deskOf(id).dossiers.find({ text: q, limit: 5 });
      expect(
        items.map(({ records }) => records),
        `${id}: ${q}`,
      ).toEqual([6]);
    }
  }
});

test('who holds less sees less, and is told what is named', async () => {
  const certificate = await issue('az.afsa', 'phytosanitary', 'certificate', ['ru.fsvps', 'az.customs'], {
    ...plain,
    number: 'AZ-DOSSIER-2',
  });
  await until(
    () => clients['az.customs'].get(`/api/records/${certificate}`),
    ({ status }) => status === 200,
  );
  const { lines, ...rest } = manifest(certificate) as unknown as { lines: { certificate: object }[] };
  const claims = {
    ...rest,
    number: '90010001/221126/0007002',
    transport: { number: 'CMR-7002' },
    declaration: '90010001/221126/0007002',
    documents: [{ kind: 'veterinary', number: 'AZ-VET-7002' }],
    lines: lines.map((line) => ({ ...line, certificate: { ...line.certificate, number: 'AZ-DOSSIER-2' } })),
  };
  const truck = await issue('az.customs', 'customs', 'manifest', ['ru.fts'], claims);
  // With the registration that its receiver states by itself.
  const theirs = await holding('ru.fts', truck, 2);
  expect(theirs?.missing).toEqual([{ id: certificate, records: [truck] }]);
  expect(theirs?.numbers).toContainEqual({ kind: 'certificate', value: 'AZ-DOSSIER-2', records: [truck], held: false });
  const ours = await holding('az.customs', certificate, 3);
  expect(ours?.missing).toEqual([]);
  expect(ours?.numbers).toContainEqual({
    kind: 'certificate',
    value: 'AZ-DOSSIER-2',
    records: [certificate, truck],
    held: true,
  });
  expect(idsOf(await shown('ru.fsvps', certificate))).toEqual([certificate]);
  expect(await shown('ru.fsvps', truck)).toBeUndefined();
});
