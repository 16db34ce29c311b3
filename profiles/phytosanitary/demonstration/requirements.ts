/** What the importing service of the story asks for and whom it admits. Numbers of acts are invented. */
import type { Told } from '../../../kernel/demonstration.ts';
import type { Admission } from '../claims/admission.ts';
import type { Requirement } from '../claims/requirement.ts';
import { seasonOf } from './growers.ts';

const texts = (ru: string, az: string) => [
  { text: ru, language: 'ru' },
  { text: az, language: 'az' },
];

/** Codes of the corridor's checkpoints, as the services agreed them. */
export const road = 'RUYAK';
export const rail = 'RUSAM';

export const tomatoDeclaration =
  'Партия произведена в месте производства, свободном от вируса коричневой морщинистости плодов томата.';

export const tomatoRequirement = (told: Told): Requirement => ({
  number: 'RU-TM-1',
  titles: texts('Ввоз томатов', 'Pomidor idxalı'),
  texts: texts(
    'Томаты ввозятся от допущенных производителей, с заключением лаборатории и предварительным уведомлением.',
    'Pomidor buraxılmış istehsalçılardan, laboratoriya rəyi və ilkin bildirişlə idxal olunur.',
  ),
  legalAct: 'Образец приказа № 101',
  countries: ['AZ'],
  products: ['LYPES'],
  from: told.day(-33),
  obligations: [
    { kind: 'admitted-grower' },
    {
      kind: 'declaration',
      wordings: texts(
        tomatoDeclaration,
        'Partiya pomidor meyvələrinin qəhvəyi qırışıqlıq virusundan azad istehsal yerində yetişdirilib.',
      ),
    },
    { kind: 'laboratory-test', pests: ['TOBRFV', 'GNORAB'], days: 14 },
    { kind: 'checkpoints', codes: [road, rail] },
    { kind: 'transport', mode: '2', oneProduct: true, oneGrower: true, sealed: true },
    { kind: 'prior-notice', mode: '3', hours: 6 },
    { kind: 'prior-notice', mode: '2', hours: 24 },
    { kind: 'origin-control', yield: '350', weekShare: 12, rise: 60, vehicleDays: 6, afterSuspension: 6 },
  ],
});

export const appleRequirement = (told: Told): Requirement => ({
  number: 'RU-AP-1',
  titles: texts('Ввоз яблок', 'Alma idxalı'),
  texts: texts(
    'Яблоки ввозятся от допущенных производителей, с заключением лаборатории; в вагоне — яблоки одного производителя.',
    'Alma buraxılmış istehsalçılardan, laboratoriya rəyi ilə idxal olunur; bir vaqonda bir istehsalçının alması olur.',
  ),
  legalAct: 'Образец приказа № 102',
  countries: ['AZ'],
  products: ['MABSD'],
  from: told.day(-33),
  obligations: [
    { kind: 'admitted-grower' },
    { kind: 'laboratory-test', pests: ['LASPMO'], days: 21 },
    { kind: 'checkpoints', codes: [road, rail] },
    { kind: 'transport', mode: '2', oneProduct: true, oneGrower: true, sealed: true },
    { kind: 'prior-notice', mode: '2', hours: 24 },
  ],
});

export const admission =
  (grower: string, product: string, tonnes: string) =>
  (told: Told): Admission => ({
    exporter: 'az.afsa',
    grower,
    product,
    season: seasonOf(told),
    from: told.day(-32),
    to: told.day(180),
    volume: { value: tonnes, unit: 'TNE' },
    checkpoints: [road, rail],
  });
