import type { Text } from '../../../kernel/profile.ts';

/** Sentences about non-compliance cases. */
export const caseFindings = {} satisfies Record<string, Text>;
