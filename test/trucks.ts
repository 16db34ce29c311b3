/** Trucks on their way from one customs service to the other, as a test's own corridor tells of them. */
import { expect } from 'vitest';
import type { JsonObject } from '../kernel/canonical.ts';
import { type Client, type Corridor, until } from './corridor.ts';

const hour = 3_600_000;
const iso = (time: number): string => `${new Date(time).toISOString().slice(0, 19)}Z`;
const kilograms = (value: string) => ({ value, unit: 'KGM' });
const day = iso(Date.now()).slice(0, 10);
const departure = '90010001';
const entry = '99010001';

/** Everything that both services agreed on before the first truck. */
export async function agree(corridor: Corridor): Promise<void> {
  const from = { from: day };
  const az: readonly (readonly [string, object])[] = [
    ['operator', operator('AZ-AR-0014', 'Şəmkir Nümunə İstixana MMC', '02')],
    ['operator', operator('AZ-SS-0031', 'Nümunə Yük Daşıma MMC', '02')],
    ['operator', operator('AZ-AR-0099', 'Gəncə Nümunə Ticarət MMC', '02')],
    ['operator', { ...operator('AZ-AR-0099', 'Gəncə Nümunə Ticarət MMC', '03'), reason: 'Vergi borcu' }],
    ['project-goods', { hs: '2002', ...from, title: 'Tomat pastası' }],
    ['customs-office', office(departure, 'Gəncə gömrük postu', 'AZ', 60)],
  ];
  const ru: readonly (readonly [string, object])[] = [
    ['operator', { ...operator('RU00011', 'ООО «Образец-Овощи»', '02'), kind: '1' }],
    ['customs-office', office(entry, 'Таможенный пост Яраг-Казмаляр', 'RU', 120)],
    ['project-goods', { hs: '2002', ...from, title: 'Томатная паста' }],
    ['weight-tolerance', { hs: '*', permille: 30, ...from }],
  ];
  for (const [institution, other, statements] of [
    ['az.customs', 'ru.fts', az],
    ['ru.fts', 'az.customs', ru],
  ] as const) {
    const client = await corridor.client(institution);
    for (const [type, claims] of statements) await issue(client, { type, to: [other], claims });
  }
}

const operator = (number: string, name: string, state: string) => ({
  number,
  name,
  grade: 'authorised',
  state,
  document: { number: `N-${number}`, date: day },
  effective: day,
});

const office = (code: string, name: string, country: string, minutes: number) => ({
  code,
  name,
  country,
  modes: ['3'],
  lead: { 3: minutes },
  from: day,
});

export interface Truck {
  readonly serial: number;
  readonly plate: string;
  /** What the sending service sealed the trailer with. */
  readonly seal: string;
  /** What hung there at the border; the same when left out. */
  readonly found?: string;
  /** Weighed at the border, kg. */
  readonly weighed?: string;
  readonly consignor?: { readonly name: string; readonly operator: string };
}

/** The id of its manifest, held on both sides with what the sending service found. */
export async function depart(corridor: Corridor, truck: Truck, now: number): Promise<string> {
  const az = await corridor.client('az.customs');
  const id = await issue(az, { type: 'manifest', to: ['ru.fts'], claims: manifest(truck, now) });
  await follow(az, id, 'control-result', controlled(truck, now));
  await reported(await corridor.client('ru.fts'), id);
  return id;
}

/** It stands before the officer at the border. */
export async function arrive(corridor: Corridor, id: string, truck: Truck, now: number): Promise<void> {
  const { plate, seal, found = seal, weighed = '19300' } = truck;
  const means = [
    { number: plate, seals: [] },
    { number: trailerOf(plate), seals: [{ number: found, state: 'good' }] },
  ];
  const claims = { office: entry, time: iso(now), means, gross: kilograms(weighed) };
  await follow(await corridor.client('ru.fts'), id, 'manifest-arrival', claims);
  await until(
    async () => (await corridor.client('az.customs')).get(`/api/records/${id}`),
    ({ body }) => body.followUps.some(({ event }: { event: string }) => event === 'arrive'),
  );
}

const trailerOf = (plate: string): string => plate.replace('XX', 'XT');

function manifest({ serial, plate, consignor }: Truck, now: number): object {
  const number = String(serial).padStart(7, '0');
  const dated = `${day.slice(8, 10)}${day.slice(5, 7)}${day.slice(2, 4)}`;
  return {
    number: `${departure}/${dated}/${number}`,
    mode: '3',
    transport: { number: `CMR-AZ-${serial}`, date: day },
    dispatch: 'AZ',
    destination: 'RU',
    departureOffice: departure,
    entryOffice: entry,
    expected: iso(now + 3 * hour),
    declaration: `${departure}/${dated}/${number}`,
    consignor: { country: 'AZ', ...(consignor ?? { name: 'Şəmkir Nümunə İstixana MMC', operator: 'AZ-AR-0014' }) },
    consignee: { name: 'ООО «Образец-Овощи»', operator: 'RU00011', country: 'RU' },
    carrier: { name: 'Nümunə Yük Daşıma MMC', operator: 'AZ-SS-0031', country: 'AZ' },
    means: [
      { kind: 'vehicle', number: plate, country: 'AZ' },
      {
        kind: 'trailer',
        number: trailerOf(plate),
        country: 'AZ',
        seals: [{ number: 'KARVAN-17', by: 'carrier' }],
      },
    ],
    lines: [
      {
        sequence: 1,
        hs: '2002909900',
        description: 'Tomat pastası',
        origin: 'AZ',
        gross: kilograms('19200'),
        net: kilograms('18000'),
        packages: [{ kind: 'BX', count: 3000 }],
        value: { amount: '21600', currency: 'USD' },
      },
    ],
    documents: [
      { kind: 'invoice', number: `INV-${serial}`, date: day },
      { kind: 'phytosanitary', number: `AZ-PC-${serial}`, date: day },
    ],
  };
}

function controlled({ serial, plate, seal }: Truck, now: number): object {
  return {
    number: `AZ-NN-${serial}`,
    side: 'sending',
    office: departure,
    controls: ['documents', 'scan', 'weighing', 'seal-check'],
    extent: 'all',
    result: 'A1',
    lane: 'green',
    ground: 'none',
    started: iso(now - hour),
    ended: iso(now - hour / 2),
    seals: [{ means: trailerOf(plate), before: ['KARVAN-17'], after: [seal], state: 'good' }],
    gross: kilograms('19210'),
    images: [{ digest: 'c31ed738665db7a80f7a3e8bead21f7a44f3bed78fa98f98ce97b7b61b5b30a1', kind: 'scan' }],
    equipment: ['Nümunə skaner 4'],
    validUntil: iso(now + 120 * hour),
  };
}

async function issue(client: Client, draft: { type: string; to: readonly string[]; claims: object }): Promise<string> {
  const { status, body } = await client.post('/api/records', { profile: 'customs', ...draft });
  expect(status, JSON.stringify(body)).toBe(201);
  return body.id;
}

export async function follow(client: Client, id: string, type: string, claims: object | JsonObject): Promise<void> {
  const { status, body } = await client.post(`/api/records/${id}/follow-ups`, { type, claims });
  expect(status, JSON.stringify(body)).toBe(201);
}

/** Seals of a result count only where it came before the arrival was stated. */
async function reported(client: Client, id: string): Promise<void> {
  await until(
    () => client.get(`/api/records/${id}`),
    ({ status, body }) => status === 200 && body.followUps.some(({ event }: { event: string }) => event === 'report'),
  );
}
