import type { Text } from '../../../kernel/finding.ts';
import { selectionFindings } from '../selection/words.ts';
import { borderFindings } from './border.ts';
import { controlFindings } from './control.ts';
import { manifestFindings } from './manifest.ts';
import { registersFindings } from './registers.ts';
import { releaseFindings } from './release.ts';
import { writeOffFindings } from './write-off.ts';

/** Sentences of the rules. Marks in braces are filled from the finding's detail. */
const ruleFindings = {
  ...manifestFindings,
  ...controlFindings,
  ...borderFindings,
  ...releaseFindings,
  ...registersFindings,
  ...writeOffFindings,
};

export type RuleCode = keyof typeof ruleFindings;

export const findings: Readonly<Record<string, Text>> = { ...ruleFindings, ...selectionFindings };
