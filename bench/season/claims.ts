/** Claims of a lot's papers, as the exporting service's officers fill them in. */
import type { JsonObject } from '../../kernel/canonical.ts';
import { declarationText } from './claims-registers.ts';
import { dayMs, dayText, figures, firstDay, placeNames, season } from './figures.ts';
import { pad } from './growers.ts';
import type { PlannedLine } from './loads.ts';
import type { Lot } from './plan.ts';

/** Time of day `hours` after midnight UTC, as written on papers. */
export const momentText = (day: number, hours: number): string =>
  `${new Date(firstDay + day * dayMs + hours * 3_600_000).toISOString().slice(0, 19)}Z`;

export const kilograms = (value: number) => ({ value: String(value), unit: 'KGM' });

const az = (text: string) => ({ text, language: 'az' });
const ru = (text: string) => ({ text, language: 'ru' });

/** Numbers of a lot's papers; `E` marks the certificate that came before the one it left with. */
export const numberOf = (lot: Pick<Lot, 'index'>, series = ''): string => `AZ-PC-26${series}-${pad(lot.index + 1, 6)}`;
const noticeNumber = ({ index }: Lot, series: string) => `AZ-PN-26${series}-${pad(index + 1, 6)}`;
const seal = ({ index }: Lot) => ({ number: `AZ${pad(index + 1, 6)}` });

export function laboratoryResult(lot: Lot, day: number): JsonObject {
  const { eppo, pests } = figures[lot.grower.product];
  const number = `AZ-LAB-26-${pad(lot.index + 1, 6)}`;
  return {
    number,
    laboratory: {
      name: 'Nümunə Bitki Sağlamlığı Laboratoriyası',
      accreditation: { number: 'AZ-LAB-0012', scope: ['TOBRFV', 'GNORAB', 'LASPMO'] },
    },
    purpose: 'export',
    sample: { number: `${number}/1`, taken: dayText(day - 3), by: 'AQTA' },
    lot: { product: eppo, grower: lot.grower.id, quantity: kilograms(lot.kilograms) },
    started: dayText(day - 3),
    ended: dayText(day - 1),
    tests: pests.map((pest) => ({ pest, method: 'Real vaxt PZR', result: 'not-detected' })),
  };
}

const statement =
  'Настоящим удостоверяется, что описанные здесь растения, растительные продукты или другие подкарантинные ' +
  'материалы были обследованы согласно соответствующим официальным процедурам и признаны свободными от ' +
  'карантинных вредных организмов, указанных импортирующей стороной.';

export interface CertificateOf {
  readonly day: number;
  readonly number: string;
  readonly conveyance: string;
  /** Id of the laboratory's record. */
  readonly result: string;
  /** Number of the certificate that this one replaces. */
  readonly replaces?: string;
}

export function certificate(lot: Lot, { day, number, conveyance, result, replaces }: CertificateOf): JsonObject {
  const { grower, mode, unit } = lot;
  const issued = momentText(day, 9);
  return {
    number,
    issued,
    issuingOrganisation: { name: 'Azərbaycan Respublikasının Qida Təhlükəsizliyi Agentliyi' },
    exportCountry: { code: 'AZ' },
    importCountry: { code: 'RU' },
    consignor: { name: grower.name, addressLines: ['Mərkəzi küçə 1', `${grower.district}, Azərbaycan`] },
    consignee: { name: 'ООО «Образец»', addressLines: ['Примерная улица, 2', 'Москва, Россия'] },
    entryPoint: { code: lot.checkpoint, names: [ru(placeNames[lot.checkpoint] ?? lot.checkpoint)] },
    conveyances: [
      mode === 'road' ? { mode: '3', name: 'Yük avtomobili', id: conveyance } : { mode: '2', id: conveyance },
    ],
    containers: [{ ...(unit && { number: unit.number }), seals: [seal(lot)] }],
    declarations: [ru(declarationText[grower.product])],
    ...(replaces !== undefined && {
      replacement: { number: replaces, reasons: [az('Nəqliyyat vasitəsi dəyişdirilib')] },
    }),
    signatories: [
      {
        date: issued,
        place: { names: [az(grower.district)] },
        officer: { person: { name: 'R. Nümunəli' } },
        statements: [{ number: '1', texts: [ru(statement)] }],
      },
    ],
    lines: lot.lines.map((line) => certificateLine(lot, line, day, result)),
  };
}

function certificateLine({ grower }: Lot, line: PlannedLine, day: number, result: string): JsonObject {
  const { eppo, botanical, hs, names } = figures[grower.product];
  return {
    sequence: line.sequence,
    descriptions: [az(names.az), ru(names.ru)],
    botanicalNames: [{ text: botanical, language: 'la' }],
    eppoCodes: [eppo],
    hs: [{ code: hs }],
    netWeight: kilograms(line.kilograms),
    grossWeight: kilograms(line.kilograms + 700),
    packages: [{ level: '1', type: 'BX', count: String(Math.ceil(line.kilograms / 6)), marks: [grower.id] }],
    origins: [
      {
        country: 'AZ',
        subdivisions: [{ names: [az(`${grower.district} rayonu`)], producers: [{ id: grower.id, name: grower.name }] }],
      },
    ],
    inspectionDates: [dayText(day - 1)],
    sources: line.sources.map(({ grower: id, member, kilograms: mass }) => ({
      grower: id,
      ...(member === undefined ? { site: grower.site } : { member }),
      packingHouse: grower.packingHouse,
      product: eppo,
      season,
      quantity: kilograms(mass),
    })),
    laboratoryResults: [result],
  };
}

/** `later` days are added to the arrival, and to the number a mark, when a notice is changed. */
export function notice(lot: Lot, certificateId: string, later = 0): JsonObject {
  const { mode, conveyance, unit, lines, arrival, checkpoint } = lot;
  return {
    number: noticeNumber(lot, later === 0 ? '' : 'B'),
    mode: mode === 'road' ? '3' : '2',
    conveyance: { id: conveyance },
    units: [
      {
        ...(unit ?? { kind: 'vehicle', number: conveyance }),
        seals: [seal(lot)],
        contents: lines.map(({ sequence }) => ({ certificate: certificateId, line: sequence })),
      },
    ],
    checkpoint,
    expected: momentText(arrival, 5 + later),
  };
}
