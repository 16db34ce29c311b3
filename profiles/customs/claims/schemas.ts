import type { TSchema } from 'typebox';
import type { JsonSchema } from '../../../kernel/profile.ts';
import { LaneCommitment } from './commitment.ts';
import { ControlResult, Recognition } from './control.ts';
import { Arrival, Disposition, Query, Registration, Reply, Withdrawal } from './follow-ups.ts';
import { Manifest } from './manifest.ts';
import { CustomsOffice, Operator, ProjectGoods, WeightTolerance } from './registers.ts';
import { WriteOff } from './write-off.ts';

/** Plain JSON of a schema, as it is published: JSON Schema 2020-12. */
export function published(schema: TSchema): JsonSchema {
  const plain = JSON.parse(JSON.stringify(schema)) as JsonSchema;
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', ...plain };
}

export const manifestSchema = published(Manifest);
export const registrationSchema = published(Registration);
export const arrivalSchema = published(Arrival);
export const controlResultSchema = published(ControlResult);
export const recognitionSchema = published(Recognition);
export const dispositionSchema = published(Disposition);
export const querySchema = published(Query);
export const replySchema = published(Reply);
export const withdrawalSchema = published(Withdrawal);
export const operatorSchema = published(Operator);
export const projectGoodsSchema = published(ProjectGoods);
export const customsOfficeSchema = published(CustomsOffice);
export const weightToleranceSchema = published(WeightTolerance);
export const laneCommitmentSchema = published(LaneCommitment);
export const writeOffSchema = published(WriteOff);
