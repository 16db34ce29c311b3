import type { Text } from '../../../kernel/profile.ts';

/** Sentences about certificates and notices held against growers, admissions, suspensions and requirements. */
export const requirementsFindings = {} satisfies Record<string, Text>;
