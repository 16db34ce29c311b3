/** Registers of participants, goods, offices, tolerances and write-offs: how their keys are built and what stands there. */
import type { Key, RegisterDeclaration } from '../../kernel/profile.ts';
import type { CustomsOffice, Operator, ProjectGoods, WeightTolerance } from './claims/registers.ts';
import type { WriteOff } from './claims/write-off.ts';
import { customsPart } from './parts.ts';

export const operatorRegister = 'operator';
export const goodsRegister = 'project-goods';
export const officeRegister = 'customs-office';
export const toleranceRegister = 'weight-tolerance';
export const writeOffRegister = 'write-off';

export const operatorKey = (customs: string, number: string): Key => [customs, number];
export type OperatorValue = Operator;

export const goodsKey = (customs: string, hs: string): Key => [customs, hs];
export type GoodsValue = ProjectGoods;

export const officeKey = (customs: string, code: string): Key => [customs, code];
export type OfficeValue = CustomsOffice;

/** `hs` is `*` for all goods. */
export const toleranceKey = (customs: string, hs: string): Key => [customs, hs];
export type ToleranceValue = WeightTolerance;

export const writeOffKey = (customs: string, declaration: string): Key => [customs, declaration];
export type WriteOffValue = WriteOff;

export const registerDeclarations: Readonly<Record<string, RegisterDeclaration>> = {
  [operatorRegister]: {
    title: { az: 'İştirakçılar', ru: 'Участники', en: 'Participants' },
    owner: 'customs',
    parts: [customsPart, { az: 'İştirakçının nömrəsi', ru: 'Номер участника', en: 'Number of the participant' }],
  },
  [goodsRegister]: {
    title: { az: 'Layihəyə daxil olan mallar', ru: 'Товары проекта', en: 'Goods of the project' },
    owner: 'customs',
    parts: [customsPart, { az: 'HS kodu', ru: 'Код ГС', en: 'HS code' }],
  },
  [officeRegister]: {
    title: { az: 'Gömrük orqanları', ru: 'Таможенные органы', en: 'Customs offices' },
    owner: 'customs',
    parts: [customsPart, { az: 'Gömrük orqanının kodu', ru: 'Код таможенного органа', en: 'Code of the office' }],
  },
  [toleranceRegister]: {
    title: { az: 'Çəki üzrə yol verilən fərq', ru: 'Допустимые расхождения веса', en: 'Tolerances of weight' },
    owner: 'customs',
    parts: [customsPart, { az: 'HS kodu', ru: 'Код ГС', en: 'HS code' }],
  },
  [writeOffRegister]: {
    title: { az: 'Sertifikatlar üzrə silinmələr', ru: 'Списания по сертификатам', en: 'Write-offs' },
    owner: 'customs',
    parts: [customsPart, { az: 'Bəyannamə', ru: 'Декларация', en: 'Declaration' }],
  },
};
