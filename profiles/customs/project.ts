/** What both services agreed on beforehand: goods, offices, tolerances of weight. */
import type { RecordType } from '../../kernel/profile.ts';
import type { CustomsOffice, ProjectGoods, WeightTolerance } from './claims/registers.ts';
import { customsOfficeSchema, projectGoodsSchema, weightToleranceSchema } from './claims/schemas.ts';
import { goodsKey, goodsRegister, officeKey, officeRegister, toleranceKey, toleranceRegister } from './registers.ts';
import { daysInOrder, leadOfModes, officeOfOwnCountry } from './rules/registers/agreed.ts';
import { summed } from './summaries.ts';

/** Each service's own word: a refusal by the other one is an objection. */
const shared = { version: 1, issuedBy: 'customs', sentTo: ['customs'], stands: true } as const;

export const projectGoods: RecordType = {
  ...shared,
  title: { az: 'Layihəyə daxil olan mal', ru: 'Товар проекта', en: 'Goods of the project' },
  schemas: { 1: projectGoodsSchema },
  rules: [daysInOrder],
  statements({ issuer, claims }) {
    const { hs } = claims as unknown as ProjectGoods;
    return [{ register: goodsRegister, key: goodsKey(issuer, hs), value: claims }];
  },
  summary(claims) {
    const { hs, title } = claims as unknown as ProjectGoods;
    return summed(hs, title ?? '', [hs, title]);
  },
};

export const customsOffice: RecordType = {
  ...shared,
  title: { az: 'Gömrük orqanı', ru: 'Таможенный орган', en: 'Customs office' },
  schemas: { 1: customsOfficeSchema },
  rules: [daysInOrder, officeOfOwnCountry, leadOfModes],
  statements({ issuer, claims }) {
    const { code } = claims as unknown as CustomsOffice;
    return [{ register: officeRegister, key: officeKey(issuer, code), value: claims }];
  },
  summary(claims) {
    const { code, name, locode } = claims as unknown as CustomsOffice;
    return summed(code, name, [code, name, locode]);
  },
};

export const weightTolerance: RecordType = {
  ...shared,
  title: { az: 'Çəki üzrə yol verilən fərq', ru: 'Допустимое расхождение веса', en: 'Tolerance of weight' },
  schemas: { 1: weightToleranceSchema },
  rules: [daysInOrder],
  statements({ issuer, claims }) {
    const { hs } = claims as unknown as WeightTolerance;
    return [{ register: toleranceRegister, key: toleranceKey(issuer, hs), value: claims }];
  },
  summary(claims) {
    const { hs, permille } = claims as unknown as WeightTolerance;
    return summed(hs, `${permille} ‰`, [hs]);
  },
};
