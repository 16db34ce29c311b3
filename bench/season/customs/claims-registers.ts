/** Claims of both customs services before the season: offices, goods, tolerances, participants. */
import type { JsonObject } from '../../../kernel/canonical.ts';
import { checkpoints, dayText, figures, placeNames, products } from '../figures.ts';
import { pad } from '../growers.ts';
import { tolerance } from './course.ts';
import { departureOffice, entryOffices } from './offices.ts';
import type { PlannedOperator } from './plan.ts';

export interface Registered {
  readonly type: 'operator' | 'project-goods' | 'customs-office' | 'weight-tolerance';
  readonly claims: JsonObject;
}

export const operatorNumber = (index: number): string => `AZ${pad(index + 1, 4)}1`;
export const receivingOperator = 'RU00011';

const from = dayText(-5);

const goods = (): Registered[] =>
  products.map((product) => ({
    type: 'project-goods',
    claims: { hs: figures[product].hs, from, title: figures[product].names.ru },
  }));

const tolerances = (): Registered[] =>
  [
    ['*', 2 * tolerance],
    ['07', tolerance],
    ['08', tolerance],
  ].map(([hs, permille]) => ({
    type: 'weight-tolerance' as const,
    claims: { hs: hs as string, permille: permille as number, from },
  }));

const office = (code: string, name: string, country: string, mode: '2' | '3', minutes: number): Registered => ({
  type: 'customs-office',
  claims: { code, name, country, modes: [mode], lead: { [mode]: minutes }, from },
});

/** Minutes before arrival by which a manifest is due. */
const lead = { road: 120, rail: 240 } as const;

export const receivingRegisters = (): Registered[] => [
  ...goods(),
  ...tolerances(),
  ...(['road', 'rail'] as const).flatMap((mode) =>
    checkpoints[mode].map((code) =>
      office(entryOffices[code] as string, placeNames[code] as string, 'RU', mode === 'road' ? '3' : '2', lead[mode]),
    ),
  ),
  {
    type: 'operator',
    claims: {
      number: receivingOperator,
      name: 'ООО «Образец»',
      grade: 'authorised',
      kind: '1',
      state: '02',
      document: { number: 'ФТС-1', date: from },
      effective: from,
    },
  },
];

export const sendingRegisters = (operators: readonly PlannedOperator[]): Registered[] => [
  ...goods(),
  ...tolerances(),
  office(departureOffice, 'Nümunə gömrük idarəsi', 'AZ', '3', 60),
  ...operators.map((one) => operator(one, '02', -5)),
];

/** `state` 02 valid, 03 suspended, 04 resumed. */
export function operator(
  { grower, index, grade }: PlannedOperator,
  state: '02' | '03' | '04',
  day: number,
): Registered {
  return {
    type: 'operator',
    claims: {
      number: operatorNumber(index),
      name: grower.name,
      id: grower.taxNumber,
      grade,
      ...(grade === 'authorised' && { kind: '1' }),
      state,
      document: { number: `DGK-${index + 1}/${state}`, date: dayText(day) },
      effective: dayText(day),
      ...(state === '03' && { reason: 'Zərərli orqanizm aşkar edilib. (Выявлен вредный организм.)' }),
    },
  };
}
