/**
 * The record types of the exchange itself, which any institution may send: refusals, trust list parts, the
 * opening of a channel generation and its acceptance. Always loaded, always in force.
 */
import type { Text } from '../finding.ts';
import type { JsonSchema, Profile, RecordType } from '../profile.ts';
import { refusalCodes } from '../refusal.ts';
import { originSchema } from '../schema.ts';

const digest: JsonSchema = { type: 'string', pattern: '^[0-9a-f]{64}$' };
const size: JsonSchema = { type: 'integer', minimum: 0 };

function closed(properties: Readonly<Record<string, JsonSchema>>, optional: readonly string[] = []): JsonSchema {
  return {
    type: 'object',
    properties,
    required: Object.keys(properties).filter((member) => !optional.includes(member)),
    additionalProperties: false,
  };
}

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
    acceptance: plainType(
      {
        az: 'Kanalın yeni nəslinin qəbulu',
        ru: 'Принятие нового поколения канала',
        en: 'Acceptance of a channel generation',
      },
      closed({ origin: originSchema, opening: digest, previous: closed({ origin: originSchema, size, root: digest }) }),
    ),
  },
  registers: {},
  ledgers: {},
  functions: {},
  findings: {},
  reasons: {},
  formats: {},
};
