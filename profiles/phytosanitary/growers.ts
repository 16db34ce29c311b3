import type { JsonObject } from '../../kernel/canonical.ts';
import type { RecordType, RegisterStatement, Statement, Summary } from '../../kernel/profile.ts';
import type { Grower } from './claims/grower.ts';
import { growerSchema } from './claims/schemas.ts';
import { anyService } from './receivers.ts';
import { growerKey, growerRegister, taxNumberKey, taxNumberRegister } from './registers.ts';
import {
  growerContinues,
  growerLists,
  growerParts,
  growerTies,
  isSite,
  taxNumberUnused,
} from './rules/registers/growers.ts';

function statements({ issuer, claims, time }: Statement): readonly RegisterStatement[] {
  const grower = claims as unknown as Grower;
  const value = grower.status === 'ceased' ? { ...claims, ceased: new Date(time).toISOString() } : claims;
  const stated: RegisterStatement[] = [{ register: growerRegister, key: growerKey(issuer, grower.id), value }];
  if (grower.taxNumber !== undefined && !isSite(grower)) {
    const key = taxNumberKey(issuer, grower.taxNumber);
    stated.push({ register: taxNumberRegister, key, value: { grower: grower.id } });
  }
  return stated;
}

function summary(claims: JsonObject): Summary {
  const { id, name, taxNumber, place, products, marks, operator, members } = claims as unknown as Grower;
  const words = [
    id,
    name,
    taxNumber?.value,
    place,
    operator,
    ...(products ?? []),
    ...(marks ?? []),
    ...(members ?? []),
  ];
  return {
    number: id,
    title: name.slice(0, 200),
    search: [...new Set(words.filter((word) => word !== undefined))].slice(0, 200),
  };
}

export const grower: RecordType = {
  title: {
    az: 'İstehsalçının və ya sahənin qeydiyyatı',
    ru: 'Регистрация производителя или участка',
    en: 'Registration of a grower or site',
  },
  version: 1,
  schemas: { 1: growerSchema },
  issuedBy: 'nppo',
  sentTo: ['nppo', 'customs'],
  receiver: anyService,
  rules: [growerParts, growerLists, growerTies, growerContinues, taxNumberUnused],
  statements,
  summary,
};
