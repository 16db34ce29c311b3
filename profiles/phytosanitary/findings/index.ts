import type { Text } from '../../../kernel/finding.ts';
import { balanceFindings } from './balance.ts';
import { caseFindings } from './case.ts';
import { certificateFindings } from './certificate.ts';
import { originFindings } from './origin.ts';
import { readerFindings } from './reader.ts';
import { registersFindings } from './registers.ts';
import { requirementsFindings } from './requirements.ts';
import { shipmentFindings } from './shipment.ts';

/** Sentences of the rules. Marks in braces are filled from the finding's detail. */
const ruleFindings = {
  ...certificateFindings,
  ...registersFindings,
  ...balanceFindings,
  ...shipmentFindings,
  ...caseFindings,
  ...requirementsFindings,
  ...originFindings,
};

export type RuleCode = keyof typeof ruleFindings;
export type ReaderCode = keyof typeof readerFindings;

export const findings: Readonly<Record<string, Text>> = { ...ruleFindings, ...readerFindings };
