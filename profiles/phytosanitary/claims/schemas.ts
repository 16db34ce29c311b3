import type { TSchema } from 'typebox';
import type { JsonSchema } from '../../../kernel/profile.ts';
import { Certificate } from './certificate.ts';
import { Decision, QueryAnswer, Settlement, Withdrawal } from './follow-ups.ts';

/** Plain JSON of a schema, as it is published: JSON Schema 2020-12. */
function published(schema: TSchema): JsonSchema {
  const plain = JSON.parse(JSON.stringify(schema)) as JsonSchema;
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...plain };
}

export const certificateSchema = published(Certificate);
export const decisionSchema = published(Decision);
export const answerSchema = published(QueryAnswer);
export const withdrawalSchema = published(Withdrawal);
export const settlementSchema = published(Settlement);
