/** How manifests of the story are written. */
import type { Told } from '../../../kernel/demonstration.ts';
import type { Document, Line, Manifest, Means, Party } from '../claims/manifest.ts';
import { haulier, wagons } from './parties.ts';
import { derbent, ganja, yalama, yaragKazmalyar } from './registers.ts';

export const kilograms = (value: string) => ({ value, unit: 'KGM' });

/** Number of a customs document: office, day, number on that day. */
export function documentNumber(told: Told, office: string, at: number, serial: number): string {
  const [year = '', month = '', day = ''] = told.day(at).split('-');
  return `${office}/${day}${month}${year.slice(2)}/${String(serial).padStart(7, '0')}`;
}

export interface Goods {
  readonly hs: string;
  readonly description: string;
  readonly gross: string;
  readonly net: string;
  readonly boxes: number;
  readonly value: string;
  readonly currency?: string;
  /** Number of the plant-health certificate, and key of its step. */
  readonly certificate?: readonly [number: string, step: string];
}

export const line = (told: Told, goods: Goods, origin: string): Line => ({
  sequence: 1,
  hs: goods.hs,
  description: goods.description,
  origin,
  gross: kilograms(goods.gross),
  net: kilograms(goods.net),
  packages: [{ kind: 'BX', count: goods.boxes }],
  value: { amount: goods.value, currency: goods.currency ?? 'USD' },
  ...(goods.certificate && {
    certificate: { number: goods.certificate[0], record: told.id(goods.certificate[1]), line: '1' },
  }),
});

export const documents = (told: Told, at: number, serial: number, { certificate }: Goods): Document[] => [
  { kind: 'invoice', number: `INV-${serial}`, date: told.day(at) },
  ...(certificate ? [{ kind: 'phytosanitary' as const, number: certificate[0], record: told.id(certificate[1]) }] : []),
];

/** One journey: `at` is when the manifest is sent, `expected` when it is to be at the border, in days of the story. */
export interface Journey {
  readonly at: number;
  readonly expected: number;
  readonly serial: number;
  readonly goods: Goods;
}

export const trailerOf = (plate: string): string => plate.replace('XX', 'XT');

export const customsSeal = (number: string) => [{ number, by: 'customs' as const }];

export interface RoadJourney extends Journey {
  /** Hex SHA-256 of the image of the scan. */
  readonly image: string;
  readonly consignor: Party;
  readonly consignee: Party;
  readonly plate: string;
  readonly seal: string;
}

/** From Ganja to the other side of the bridge, by truck. */
export const byRoad =
  ({ at, expected, serial, goods, consignor, consignee, plate, seal: number }: Omit<RoadJourney, 'image'>) =>
  (told: Told): Manifest => ({
    number: documentNumber(told, ganja, at, serial),
    mode: '3',
    transport: { number: `CMR-AZ-${serial}`, date: told.day(at) },
    dispatch: 'AZ',
    destination: 'RU',
    departureOffice: ganja,
    entryOffice: yaragKazmalyar,
    expected: told.time(expected),
    declaration: documentNumber(told, ganja, at, 1000 + serial),
    consignor,
    consignee,
    carrier: haulier,
    means: [
      { kind: 'vehicle', number: plate, country: 'AZ' },
      { kind: 'trailer', number: trailerOf(plate), country: 'AZ', seals: customsSeal(number) },
    ],
    lines: [line(told, goods, 'AZ')],
    documents: documents(told, at, serial, goods),
  });

export interface TrainJourney extends Journey {
  readonly consignor: Party;
  readonly consignee: Party;
  readonly means: readonly Means[];
}

/** From Derbent to Yalama, by train. */
export const southbound =
  ({ at, expected, serial, goods, consignor, consignee, means }: TrainJourney) =>
  (told: Told): Manifest => ({
    number: documentNumber(told, derbent, at, serial),
    mode: '2',
    transport: { number: `SMGS-RU-${serial}`, date: told.day(at) },
    train: { number: '2202' },
    dispatch: 'RU',
    destination: 'AZ',
    departureOffice: derbent,
    entryOffice: yalama,
    expected: told.time(expected),
    declaration: documentNumber(told, derbent, at, 1000 + serial),
    consignor,
    consignee,
    carrier: wagons,
    means: [...means],
    lines: [line(told, goods, 'RU')],
    documents: documents(told, at, serial, goods),
  });

/** As a declarant applies for it: the number is the office's. */
export const unnumbered = (manifest: (told: Told) => Manifest) => (told: Told) => {
  const { number: _, ...rest } = manifest(told);
  return rest;
};
