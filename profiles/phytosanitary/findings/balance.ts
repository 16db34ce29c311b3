import type { Text } from '../../../kernel/profile.ts';

/** Sentences about sources, the season balance, inspections, settlements and re-export. */
export const balanceFindings = {} satisfies Record<string, Text>;
