/** The register of authorised operators and low-risk participants. */
import type { RecordType } from '../../kernel/profile.ts';
import type { Operator } from './claims/registers.ts';
import { operatorSchema } from './claims/schemas.ts';
import { operatorKey, operatorRegister } from './registers.ts';
import { operatorDays, operatorStated, operatorStates, operatorTold } from './rules/registers/operators.ts';
import { summed } from './summaries.ts';

export const operator: RecordType = {
  stands: true,
  title: { az: 'İştirakçının qeydiyyatı', ru: 'Запись об участнике', en: 'Registration of a participant' },
  version: 1,
  schemas: { 1: operatorSchema },
  issuedBy: 'customs',
  sentTo: ['customs'],
  rules: [operatorStated, operatorStates, operatorDays, operatorTold],
  statements({ issuer, claims }) {
    const { number } = claims as unknown as Operator;
    return [{ register: operatorRegister, key: operatorKey(issuer, number), value: claims }];
  },
  summary(claims) {
    const { number, name, id, document } = claims as unknown as Operator;
    return summed(number, name, [number, name, id, document.number]);
  },
};
