/** Certificates of the story. Everything in them is invented. */
import type { Told } from '../../../kernel/demonstration.ts';
import type { Certificate } from '../claims/certificate.ts';
import type { Line, Source } from '../claims/line.ts';
import { seasonOf } from './growers.ts';
import { rail, road, tomatoDeclaration } from './requirements.ts';

export const az = (text: string) => ({ text, language: 'az' });
export const ru = (text: string) => ({ text, language: 'ru' });
const la = (text: string) => ({ text, language: 'la' });
const en = (text: string) => ({ text, language: 'en' });

/** `at` is when in the story the certificate is issued and signed. */
function header(told: Told, at: number, number: string, place: string) {
  const date = told.time(at);
  return {
    number,
    issued: date,
    issuingOrganisation: { name: 'Azərbaycan Respublikasının Qida Təhlükəsizliyi Agentliyi' },
    exportCountry: { code: 'AZ' },
    importCountry: { code: 'RU' },
    signatories: [
      {
        date,
        place: { names: [az(place)] },
        officer: { person: { name: 'R. Nümunəli' } },
        statements: [{ number: '1' }],
      },
    ],
  } satisfies Partial<Certificate>;
}

const roadPoint = { code: road, names: [ru('Яраг-Казмаляр')] };
const railPoint = { code: rail, names: [ru('Самур')] };

const origin = (place: string, id: string, name: string): NonNullable<Line['origins']> => [
  { country: 'AZ', subdivisions: [{ names: [az(place)], producers: [{ id, name }] }] },
];

const fresh = {
  plantParts: [{ names: [az('Meyvələr'), ru('Плоды'), en('Fruits')] }],
  conditions: [{ names: [az('Təzə'), ru('Свежие'), en('Fresh')] }],
  intendedUses: [az('İstehlak'), ru('Потребление'), en('Consumption')],
} satisfies Partial<Line>;

const kilograms = (value: string) => ({ value, unit: 'KGM' });

interface Lot {
  readonly number: string;
  readonly at: number;
  readonly net: string;
  readonly gross: string;
  readonly boxes: string;
  readonly vehicle: string;
  readonly seal: string;
  /** Key of the step that brought the laboratory's result. */
  readonly result: string;
}

const tomatoLine = (told: Told, { at, net, gross, boxes, result }: Lot) =>
  ({
    sequence: 1,
    descriptions: [az('Təzə pomidor'), ru('Томаты свежие')],
    botanicalNames: [la('Solanum lycopersicum')],
    eppoCodes: ['LYPES'],
    hs: [{ code: '070200' }],
    ...fresh,
    netWeight: kilograms(net),
    grossWeight: kilograms(gross),
    packages: [{ level: '1', type: 'BX', count: boxes }],
    inspectionDates: [told.day(at - 1)],
    laboratoryResults: [told.id(result)],
  }) satisfies Line;

type Consignment = Pick<Certificate, 'consignor' | 'consignee'> & {
  readonly place: string;
  readonly origin: NonNullable<Line['origins']>;
  readonly mark: string;
  readonly source: Pick<Source, 'grower' | 'member' | 'site'>;
};

const tomatoes =
  ({ consignor, consignee, place, origin: origins, mark, source }: Consignment) =>
  (lot: Lot) =>
  (told: Told): Certificate => ({
    ...header(told, lot.at, lot.number, place),
    ...(consignor && { consignor }),
    ...(consignee && { consignee }),
    entryPoint: roadPoint,
    conveyances: [{ mode: '3', name: 'Yük avtomobili', id: lot.vehicle }],
    containers: [{ seals: [{ number: lot.seal }] }],
    declarations: [ru(tomatoDeclaration)],
    lines: [
      {
        ...tomatoLine(told, lot),
        marks: [az(mark)],
        origins,
        sources: [{ ...source, product: 'LYPES', season: seasonOf(told), quantity: kilograms(lot.net) }],
      },
    ],
  });

export const companyTomatoes = tomatoes({
  consignor: { name: 'Şəmkir Nümunə İstixana MMC', addressLines: ['İstixana küçəsi 5', 'Şəmkir, Azərbaycan'] },
  consignee: { name: 'ООО «Образец-Овощи»', addressLines: ['Тепличная улица, 2', 'Москва, Россия'] },
  place: 'Şəmkir',
  origin: origin('Şəmkir rayonu', 'AZ-TM-014', 'Şəmkir Nümunə İstixana MMC'),
  mark: 'ŞN-014',
  source: { grower: 'AZ-TM-014', site: 'AZ-GH-0142' },
});

export const cooperativeTomatoes = tomatoes({
  consignor: { name: 'Tovuz Nümunə Tərəvəz Kooperativi', addressLines: ['Bazar küçəsi 3', 'Tovuz, Azərbaycan'] },
  consignee: { name: 'ООО «Образец-Юг»', addressLines: ['Рыночная площадь, 9', 'Ростов-на-Дону, Россия'] },
  place: 'Tovuz',
  origin: origin('Tovuz rayonu', 'AZ-TM-100', 'Tovuz Nümunə Tərəvəz Kooperativi'),
  mark: 'TNT-100',
  source: { grower: 'AZ-TM-100', member: 'AZ-TM-101' },
});

export const apples =
  (lot: Lot) =>
  (told: Told): Certificate => ({
    ...header(told, lot.at, lot.number, 'Quba'),
    consignor: { name: 'Quba Nümunə Bağ MMC', addressLines: ['Alma küçəsi 8', 'Quba, Azərbaycan'] },
    consignee: { name: 'ООО «Образец-Фрукт»', addressLines: ['Складской проезд, 7', 'Москва, Россия'] },
    entryPoint: railPoint,
    conveyances: [{ mode: '2', name: 'Vaqon', id: lot.vehicle }],
    containers: [{ seals: [{ number: lot.seal }] }],
    lines: [
      {
        sequence: 1,
        descriptions: [az('Təzə alma'), ru('Яблоки свежие')],
        botanicalNames: [la('Malus domestica')],
        eppoCodes: ['MABSD'],
        hs: [{ code: '080810' }],
        ...fresh,
        netWeight: kilograms(lot.net),
        grossWeight: kilograms(lot.gross),
        packages: [{ level: '1', type: 'BX', count: lot.boxes }],
        marks: [az('QN-007')],
        origins: origin('Quba rayonu', 'AZ-AP-007', 'Quba Nümunə Bağ MMC'),
        sources: [{ grower: 'AZ-AP-007', product: 'MABSD', season: seasonOf(told), quantity: kilograms(lot.net) }],
        inspectionDates: [told.day(lot.at - 1)],
        laboratoryResults: [told.id(lot.result)],
      },
    ],
  });

export const hazelnuts = (told: Told): Certificate => ({
  ...header(told, -5, 'AZ-PC-DEMO-0006', 'Zaqatala'),
  consignor: { name: 'Zaqatala Nümunə Fındıq MMC', addressLines: ['Mərkəzi küçə 12', 'Zaqatala, Azərbaycan'] },
  consignee: { name: 'ООО «Образец-Орех»', addressLines: ['Заводская улица, 3', 'Самара, Россия'] },
  entryPoint: railPoint,
  conveyances: [{ mode: '2', name: 'Vaqon', id: '52791233' }],
  containers: [{ number: 'CSQU3054383', seals: [{ number: 'AZ0102' }, { number: 'AZ0103' }] }],
  lines: [
    {
      sequence: 1,
      descriptions: [az('Təmizlənmiş fındıq'), ru('Орехи лещины очищенные')],
      botanicalNames: [la('Corylus avellana')],
      eppoCodes: ['CYLAV'],
      hs: [{ code: '080222' }],
      conditions: [{ names: [az('Qurudulmuş'), ru('Сушёные'), en('Dried')] }],
      batches: ['ZQT-77'],
      netWeight: { value: '20', unit: 'TNE' },
      grossWeight: { value: '20.32', unit: 'TNE' },
      packages: [{ level: '1', type: 'BG', count: '400' }],
      origins: origin('Zaqatala rayonu', 'AZ-PR-0120', 'Nümunə fındıq emalı müəssisəsi'),
      inspectionDates: [told.day(-5)],
      treatments: [
        {
          type: '16',
          start: `${told.day(-8)}T08:00:00+04:00`,
          end: `${told.day(-6)}T08:00:00+04:00`,
          duration: { value: '48', unit: 'HUR' },
          characteristics: [
            { tag: 'TTCH', texts: [az('Fosfin'), ru('Фосфин'), en('Phosphine')] },
            { tag: 'TTTM', value: { value: '18', unit: 'CEL' } },
            { tag: 'TTCO', texts: [az('2 q/m³'), ru('2 г/м³'), en('2 g/m³')] },
          ],
        },
      ],
    },
  ],
});
