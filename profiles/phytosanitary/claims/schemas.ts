import type { TSchema } from 'typebox';
import type { JsonSchema } from '../../../kernel/profile.ts';
import { Admission, Lifting, Suspension } from './admission.ts';
import { CaseReply, CaseRuling, NonCompliance } from './case.ts';
import { Certificate } from './certificate.ts';
import { Departure } from './departure.ts';
import { Decision, QueryAnswer, Settlement, Withdrawal } from './follow-ups.ts';
import { Grower } from './grower.ts';
import { Inspection } from './inspection.ts';
import { Annulment, LaboratoryResult } from './laboratory.ts';
import { Notice, NoticeCancellation } from './notice.ts';
import { Repeal, Requirement } from './requirement.ts';

/** Plain JSON of a schema, as it is published: JSON Schema 2020-12. */
export function published(schema: TSchema): JsonSchema {
  const plain = JSON.parse(JSON.stringify(schema)) as JsonSchema;
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...plain };
}

export const certificateSchema = published(Certificate);
export const decisionSchema = published(Decision);
export const answerSchema = published(QueryAnswer);
export const withdrawalSchema = published(Withdrawal);
export const departureSchema = published(Departure);
export const settlementSchema = published(Settlement);
export const growerSchema = published(Grower);
export const admissionSchema = published(Admission);
export const suspensionSchema = published(Suspension);
export const liftingSchema = published(Lifting);
export const requirementSchema = published(Requirement);
export const repealSchema = published(Repeal);
export const laboratoryResultSchema = published(LaboratoryResult);
export const annulmentSchema = published(Annulment);
export const noticeSchema = published(Notice);
export const noticeCancellationSchema = published(NoticeCancellation);
export const inspectionSchema = published(Inspection);
export const nonComplianceSchema = published(NonCompliance);
export const caseReplySchema = published(CaseReply);
export const caseRulingSchema = published(CaseRuling);
