/** Claims of the week before the season: who grows and packs, what is required, who is admitted. */
import type { JsonObject } from '../../kernel/canonical.ts';
import { checkpoints, days, dayText, exporter, figures, type Product, season } from './figures.ts';
import { type Grower, type Growers, registeredSince } from './growers.ts';

export interface Registration {
  readonly type: 'grower' | 'requirement' | 'admission';
  readonly claims: JsonObject;
}

const kilograms = (value: number) => ({ value: String(value), unit: 'KGM' });
/** Tonnes to the kilogram: the same amount in another unit, which must come to the same. */
const tonnes = (value: number) => ({
  value: `${Math.floor(value / 1000)}.${String(value % 1000).padStart(3, '0')}`,
  unit: 'TNE',
});

/** In steps: who is named in one of them stands in a step before it. */
export function registrations({ admitted, packingHouses }: Growers): Registration[][] {
  const packers = packingHouses.map(({ operator, name, taxNumber, district }) =>
    registered({
      id: operator,
      kind: 'grower',
      name: `${name} MMC`,
      place: `${district} rayonu`,
      taxNumber: { country: 'AZ', value: taxNumber },
    }),
  );
  const houses = packingHouses.map(({ id, operator, name, district }) =>
    registered({ id, kind: 'packing-house', name, operator, place: `${district} rayonu` }),
  );
  const members = admitted.flatMap(({ members, product, district }) =>
    members.map(({ id, name, taxNumber, area }) =>
      registered({
        id,
        kind: 'grower',
        name,
        place: `${district} rayonu`,
        taxNumber: { country: 'AZ', value: taxNumber },
        area,
        products: [figures[product].eppo],
        marks: [id],
      }),
    ),
  );
  return [[...packers, ...members], houses, admitted.map(enterprise), admitted.map(site)];
}

const registered = (claims: JsonObject): Registration => ({
  type: 'grower',
  claims: { status: 'active', since: registeredSince, ...claims },
});

function enterprise({ id, name, product, taxNumber, district, area, volume, packingHouse, members }: Grower) {
  const { eppo } = figures[product];
  return registered({
    id,
    kind: members.length > 0 ? 'cooperative' : 'grower',
    name,
    place: `${district} rayonu`,
    address: `${id} saylı sahə, ${district}`,
    taxNumber: { country: 'AZ', value: taxNumber },
    area,
    products: [eppo],
    capacities: [{ product: eppo, season, volume: tonnes(volume) }],
    marks: [id],
    packingHouses: [packingHouse],
    ...(members.length > 0 && { members: members.map((member) => member.id) }),
  });
}

function site({ id, name, product, district, area, site: siteId }: Grower): Registration {
  const { eppo, site: kind } = figures[product];
  return registered({
    id: siteId,
    kind,
    name: `${name}, ${kind === 'greenhouse' ? 'istixana' : 'bağ'}`,
    place: `${district} rayonu`,
    area,
    products: [eppo],
    operator: id,
  });
}

const both = (ru: string, az: string) => [
  { text: ru, language: 'ru' },
  { text: az, language: 'az' },
];

export const declarationText: Readonly<Record<Product, string>> = {
  tomato: 'Партия произведена в месте производства, свободном от вируса коричневой морщинистости плодов томата.',
  apple: 'Партия произведена в месте производства, свободном от восточной плодожорки.',
};
const declarationInAzerbaijani: Readonly<Record<Product, string>> = {
  tomato: 'Partiya pomidor meyvələrinin qəhvəyi qırışıqlıq virusundan azad istehsal yerində yetişdirilib.',
  apple: 'Partiya şərq meyvəyeyənindən azad istehsal yerində yetişdirilib.',
};
const titles: Readonly<Record<Product, ReturnType<typeof both>>> = {
  tomato: both('Ввоз томатов', 'Pomidor idxalı'),
  apple: both('Ввоз яблок', 'Alma idxalı'),
};

/** Hours before arrival by which a notice is due, by mode of transport. */
export const noticeHours = { road: 6, rail: 24 } as const;

export function requirement(product: Product): Registration {
  const { eppo, pests, yield: credible } = figures[product];
  return {
    type: 'requirement',
    claims: {
      number: product === 'tomato' ? 'RU-TM-1' : 'RU-AP-1',
      titles: titles[product],
      texts: both(
        'Продукция ввозится от допущенных производителей, с заключением лаборатории и предварительным уведомлением.',
        'Məhsul buraxılmış istehsalçılardan, laboratoriya rəyi və ilkin bildirişlə idxal olunur.',
      ),
      legalAct: 'Образец приказа № 1',
      countries: ['AZ'],
      products: [eppo],
      from: dayText(-3),
      obligations: [
        { kind: 'admitted-grower' },
        { kind: 'declaration', wordings: both(declarationText[product], declarationInAzerbaijani[product]) },
        { kind: 'laboratory-test', pests: [...pests], days: 14 },
        { kind: 'checkpoints', codes: [...checkpoints.road, ...checkpoints.rail] },
        { kind: 'transport', mode: '2', oneProduct: true, oneGrower: true, sealed: true },
        { kind: 'age', of: 'inspection', days: 14 },
        { kind: 'prior-notice', mode: '3', hours: noticeHours.road },
        { kind: 'prior-notice', mode: '2', hours: noticeHours.rail },
        { kind: 'origin-control', yield: String(credible.greatest), ...originControl },
      ],
    },
  };
}

/**
 * Figures of origin control as an officer would set them: a week of a twelfth of the year's capacity, a week of four
 * times the mean of the month before, a lorry back within four days.
 */
export const originControl = { weekShare: 8, rise: 300, vehicleDays: 4, afterSuspension: 4 } as const;

export function admission({ id, product, volume }: Grower): Registration {
  return {
    type: 'admission',
    claims: {
      exporter,
      grower: id,
      product: figures[product].eppo,
      season,
      from: dayText(-1),
      to: dayText(days + 90),
      volume: kilograms(volume),
      checkpoints: [...checkpoints.road, ...checkpoints.rail],
    },
  };
}
