import type { Text } from '../../../kernel/profile.ts';

/** Sentences about signals of origin control. */
export const originFindings = {} satisfies Record<string, Text>;
