/**
 * The record types of the exchange itself, which any institution may send: refusals, trust list parts, the
 * opening of a channel generation and its acceptance, officers' keys and what they approved. Always loaded, always in
 * force.
 */
import type { JsonObject } from '../canonical.ts';
import type { Text } from '../finding.ts';
import type { JsonSchema, Profile, RecordType } from '../profile.ts';
import { refusalCodes } from '../refusal.ts';
import { originSchema } from '../schema.ts';
import { codes, findings, labels } from './exchange-words.ts';
import {
  approvalSchema,
  closed,
  type EnrolmentClaims,
  enrolled,
  enrolledApprover,
  enrolledWitnesses,
  enrolmentEndSchema,
  enrolmentSchema,
  officerRegister,
  twoWitnesses,
} from './officers.ts';

const digest: JsonSchema = { type: 'string', pattern: '^[0-9a-f]{64}$' };
const size: JsonSchema = { type: 'integer', minimum: 0 };

function plainType(title: Text, schema: JsonSchema): RecordType {
  return {
    title,
    version: 1,
    schemas: { 1: schema },
    issuedBy: '*',
    sentTo: ['*'],
    rules: [],
    summary: () => ({ number: '', title: title.en, search: [] }),
  };
}

function officerSummary({ officer }: JsonObject): ReturnType<RecordType['summary']> {
  return { number: '', title: String(officer), search: [String(officer)] };
}

export const exchangeProfile: Profile = {
  name: 'exchange',
  title: { az: 'Mübadilə', ru: 'Обмен', en: 'Exchange' },
  types: {
    refusal: plainType(
      { az: 'Qeydin rədd edilməsi', ru: 'Отклонение записи', en: 'Refusal of a record' },
      closed(
        {
          record: digest,
          origin: originSchema,
          index: size,
          code: { enum: refusalCodes },
          findings: {
            type: 'array',
            maxItems: 100,
            items: closed({
              code: { type: 'string', maxLength: 100 },
              path: { type: 'string', maxLength: 500 },
            }),
          },
        },
        ['findings'],
      ),
    ),
    trust: plainType(
      { az: 'Etimad siyahısının hissəsi', ru: 'Часть списка доверия', en: 'Part of the trust list' },
      closed({
        kind: { enum: ['part', 'terms'] },
        document: { type: 'string', minLength: 1, maxLength: 180_000 },
      }),
    ),
    opening: plainType(
      {
        az: 'Kanalın yeni nəslinin açılması',
        ru: 'Открытие нового поколения канала',
        en: 'Opening of a channel generation',
      },
      closed({
        origin: originSchema,
        previous: closed({ origin: originSchema, size, root: digest }),
        reason: { enum: ['fork', 'lost-data', 'stolen-key', 'planned'] },
      }),
    ),
    enrolment: {
      ...plainType(
        {
          az: 'Vəzifəli şəxsin açarının qeydiyyatı',
          ru: 'Регистрация ключа должностного лица',
          en: 'Enrolment of an officer',
        },
        enrolmentSchema,
      ),
      rules: [twoWitnesses, enrolledWitnesses],
      statements: ({ issuer, claims }) => [
        {
          register: officerRegister,
          key: [issuer, String(claims['officer'])],
          value: { ...enrolled(claims as unknown as EnrolmentClaims) } as unknown as JsonObject,
        },
      ],
      summary: officerSummary,
    },
    'enrolment-end': {
      ...plainType(
        {
          az: 'Vəzifəli şəxsin açarının ləğvi',
          ru: 'Отмена ключа должностного лица',
          en: 'End of an officer’s enrolment',
        },
        enrolmentEndSchema,
      ),
      statements: ({ issuer, claims }) => [
        { register: officerRegister, key: [issuer, String(claims['officer'])], value: null },
      ],
      summary: officerSummary,
    },
    approval: {
      ...plainType(
        { az: 'Vəzifəli şəxsin təsdiqi', ru: 'Утверждение должностным лицом', en: 'Approval by an officer' },
        approvalSchema,
      ),
      rules: [enrolledApprover],
      summary: officerSummary,
    },
    acceptance: plainType(
      {
        az: 'Kanalın yeni nəslinin qəbulu',
        ru: 'Принятие нового поколения канала',
        en: 'Acceptance of a channel generation',
      },
      closed({ origin: originSchema, opening: digest, previous: closed({ origin: originSchema, size, root: digest }) }),
    ),
  },
  registers: {
    [officerRegister]: {
      title: {
        az: 'Açarı qeydiyyatda olan vəzifəli şəxslər',
        ru: 'Должностные лица с ключами',
        en: 'Enrolled officers',
      },
      owner: '*',
      parts: [
        { az: 'Qurum', ru: 'Учреждение', en: 'Institution' },
        { az: 'Vəzifəli şəxs', ru: 'Должностное лицо', en: 'Officer' },
      ],
    },
  },
  ledgers: {},
  functions: {},
  findings,
  reasons: {},
  formats: {},
  labels,
  codes,
};
