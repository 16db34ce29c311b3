/** What both services have agreed on before the first truck, and what became of a participant later. */
import type { DemonstrationStep, Told } from '../../../kernel/demonstration.ts';
import { minute } from './controls.ts';
import {
  azerbaijaniOffices,
  azerbaijaniTolerances,
  goodsToAzerbaijan,
  goodsToRussia,
  greenhouseOperator,
  haulierOperator,
  orchardOperator,
  russianOffices,
  russianTolerances,
  southOperator,
  vegetablesOperator,
} from './registers.ts';
import { toAzerbaijan, toRussia } from './steps.ts';

/** One after the other, a minute apart. */
function each(
  tell: typeof toRussia,
  at: number,
  type: string,
  statements: Readonly<Record<string, (told: Told) => object>>,
  kind = type,
): DemonstrationStep[] {
  return Object.entries(statements).map(([key, claims], place) =>
    tell(at + place * minute, `${kind}-${key}`, type, claims),
  );
}

export const agreed: readonly DemonstrationStep[] = [
  ...each(toRussia, -34.5, 'customs-office', azerbaijaniOffices, 'office'),
  ...each(toAzerbaijan, -34.4, 'customs-office', russianOffices, 'office'),
  ...each(toAzerbaijan, -34.3, 'project-goods', goodsToRussia, 'goods'),
  ...each(toRussia, -34.2, 'project-goods', goodsToAzerbaijan, 'goods'),
  ...each(toAzerbaijan, -34.1, 'weight-tolerance', russianTolerances, 'russian-tolerance'),
  ...each(toRussia, -34.05, 'weight-tolerance', azerbaijaniTolerances, 'azerbaijani-tolerance'),
  ...each(toRussia, -33.9, 'operator', {
    greenhouse: greenhouseOperator({ state: '02', document: 'DGK-14', at: -33.9 }),
    orchard: orchardOperator({ state: '02', document: 'DGK-7', at: -33.9 }),
    haulier: haulierOperator({ state: '02', document: 'DGK-31', at: -33.9 }),
  }),
  ...each(toAzerbaijan, -33.8, 'operator', {
    vegetables: vegetablesOperator({ state: '02', document: 'ФТС-1', at: -33.8 }),
    south: southOperator({ state: '02', document: 'ФТС-2', at: -33.8 }),
  }),
  toAzerbaijan(
    -12.5,
    'operator-south-suspended',
    'operator',
    southOperator({ state: '03', document: 'ФТС-19', at: -12.5, reason: 'Проверка отчётности участника.' }),
  ),
  toAzerbaijan(
    -2,
    'operator-south-resumed',
    'operator',
    southOperator({ state: '04', document: 'ФТС-27', at: -2, reason: 'Проверка завершена без замечаний.' }),
  ),
];
