/** Claims of the sending customs service: the manifest of a lot, and what its own control found. */
import type { JsonObject } from '../../../kernel/canonical.ts';
import { kilograms, momentText, numberOf } from '../claims.ts';
import { dayText, figures, lastOfStep, type Product } from '../figures.ts';
import { type Grower, pad } from '../growers.ts';
import type { Lot } from '../plan.ts';
import { wagon } from '../vehicles.ts';
import { operatorNumber, receivingOperator } from './claims-registers.ts';
import { type Course, grossOf, grossOfLot } from './course.ts';
import { departureOffice, entryOffice, officeNumber } from './offices.ts';

/** `series` 1 for the first manifest of a lot, 2 for the one that takes its place. */
export const manifestNumber = ({ lot, days }: Course, series: number): string =>
  officeNumber(departureOffice, series === 1 ? days.manifest : days.corrected, `${series}${pad(lot.index + 1, 6)}`);

export const sealOf = ({ index }: Lot, by: 'phytosanitary' | 'customs'): string =>
  `${by === 'customs' ? 'AZC' : 'AZ'}${pad(index + 1, 6)}`;

/** Vehicle, wagon or container that the goods are in. */
export const meansOf = ({ mode, unit, conveyance }: Lot) =>
  mode === 'road' || unit === undefined ? { kind: 'vehicle' as const, number: conveyance } : unit;

/** Numbers of the wagons that containers stand on begin here. */
const wagonsOfContainers = 50_000;

const price: Readonly<Record<Product, number>> = { tomato: 94, apple: 52 };

export interface ManifestOf {
  readonly series: number;
  readonly certificate: string;
  readonly operator: number | undefined;
}

export function manifest(course: Course, { series, certificate, operator }: ManifestOf): JsonObject {
  const { lot, days, late } = course;
  const { product } = lot.grower;
  const means = meansOf(lot);
  const number = numberOf(lot);
  return {
    number: manifestNumber(course, series),
    mode: lot.mode === 'road' ? '3' : '2',
    transport: {
      number: `${lot.mode === 'road' ? 'CMR' : 'SMGS'}-26-${pad(lot.index + 1, 6)}`,
      date: dayText(lot.day),
    },
    ...(lot.mode === 'rail' && { train: { number: lot.conveyance } }),
    dispatch: 'AZ',
    destination: 'RU',
    departureOffice,
    entryOffice: entryOffice(lot),
    // Late: due an hour after it is signed, while the office is to know two before.
    expected: late ? momentText(lastOfStep(days.manifest), 11) : momentText(lot.arrival, 5),
    declaration: officeNumber(departureOffice, lot.day, `E${pad(lot.index + 1, 6)}`),
    consignor: consignor(lot.grower, operator),
    consignee: { name: 'ООО «Образец»', operator: receivingOperator, country: 'RU', address: 'Москва' },
    carrier: { name: 'Nümunə Daşıma MMC', country: 'AZ' },
    means: [
      {
        ...means,
        ...(means.kind === 'vehicle' && { country: 'AZ' }),
        seals: [{ number: sealOf(lot, 'phytosanitary'), by: 'phytosanitary' }],
      },
      ...(means.kind === 'container' ? [{ kind: 'wagon', number: wagon(wagonsOfContainers + lot.index) }] : []),
    ],
    lines: lot.lines.map((line) => ({
      sequence: line.sequence,
      hs: figures[product].hs,
      description: figures[product].names.ru,
      origin: 'AZ',
      gross: kilograms(grossOf(line.kilograms)),
      net: kilograms(line.kilograms),
      packages: [{ kind: 'BX', count: Math.ceil(line.kilograms / 6) }],
      value: { amount: String(line.kilograms * price[product]), currency: 'RUB' },
      certificate: { number, record: certificate, line: String(line.sequence) },
    })),
    documents: [
      { kind: 'phytosanitary', number, date: dayText(lot.day), record: certificate },
      { kind: 'invoice', number: `INV-26-${pad(lot.index + 1, 6)}`, date: dayText(lot.day) },
      { kind: 'origin', number: `ST1-26-${pad(lot.index + 1, 6)}`, date: dayText(lot.day) },
    ],
  };
}

const consignor = (grower: Grower, operator: number | undefined): JsonObject => ({
  name: grower.name,
  id: grower.taxNumber,
  ...(operator !== undefined && { operator: operatorNumber(operator) }),
  country: 'AZ',
  address: grower.district,
});

/** The seal of the plant protection service stays on; customs put theirs beside it. */
export function sendingControl(course: Course, day: number): JsonObject {
  const { lot, control } = course;
  const examined = control === 'A1';
  return {
    number: `AZ-K-26-${pad(lot.index + 1, 6)}`,
    side: 'sending',
    office: departureOffice,
    controls: examined ? ['documents', 'scan', 'weighing', 'radiation', 'seal-check'] : ['documents', 'seal-check'],
    extent: examined ? 'all' : 'part',
    result: control,
    started: momentText(day, 8),
    ended: momentText(day, 9),
    seals: [
      {
        means: meansOf(lot).number,
        before: [sealOf(lot, 'phytosanitary')],
        after: [sealOf(lot, 'phytosanitary'), sealOf(lot, 'customs')],
        state: 'good',
      },
    ],
    ...(examined && {
      gross: kilograms(grossOfLot(lot)),
      radiation: 'normal',
      images: [{ digest: pad(lot.index + 1, 64), kind: 'scan', equipment: 'Skaner 1' }],
    }),
    validUntil: momentText(course.days.decision + 10, 0),
  };
}
