/** Registers of participants, goods, offices, tolerances and write-offs: how their keys are built and what stands there. */
import type { Key, RegisterDeclaration } from '../../kernel/profile.ts';
import { evenReference } from '../../kernel/reference.ts';
import type { CustomsOffice, Operator, ProjectGoods, WeightTolerance } from './claims/registers.ts';
import type { WriteOff } from './claims/write-off.ts';
import { customsPart, declarationPart } from './parts.ts';

export const operatorRegister = 'operator';
export const goodsRegister = 'project-goods';
export const officeRegister = 'customs-office';
export const toleranceRegister = 'weight-tolerance';
export const writeOffRegister = 'write-off';
export const declaredRegister = 'manifest-write-off';

export const operatorKey = (customs: string, number: string): Key => [customs, number];
export type OperatorValue = Operator;

export const goodsKey = (customs: string, hs: string): Key => [customs, hs];
export type GoodsValue = ProjectGoods;

export const officeKey = (customs: string, code: string): Key => [customs, code];
export type OfficeValue = CustomsOffice;

/** `hs` is `*` for all goods. */
export const toleranceKey = (customs: string, hs: string): Key => [customs, hs];
export type ToleranceValue = WeightTolerance;

/** One declaration, one name, however its number is written. */
export const declarationName = (declaration: string): string => evenReference(declaration);

export const writeOffKey = (customs: string, declaration: string): Key => [customs, declarationName(declaration)];
export type WriteOffValue = WriteOff;

/** Declarations that write off for one manifest. */
export const declaredPrefix = (customs: string, manifest: string): Key => [customs, manifest];
export const declaredKey = (customs: string, manifest: string, declaration: string): Key => [
  ...declaredPrefix(customs, manifest),
  declarationName(declaration),
];
export interface DeclaredValue {
  readonly declaration: string;
}

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
    parts: [customsPart, declarationPart],
  },
  [declaredRegister]: {
    title: { az: 'Manifestlər üzrə silinmələr', ru: 'Списания по манифестам', en: 'Write-offs for manifests' },
    owner: 'customs',
    parts: [customsPart, { az: 'Manifest (yazı)', ru: 'Манифест (запись)', en: 'Manifest (record)' }, declarationPart],
  },
};
