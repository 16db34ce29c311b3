import type { Text } from '../../../kernel/profile.ts';

/** Sentences about growers, admissions, suspensions and requirements as records. */
export const registersFindings = {} satisfies Record<string, Text>;
