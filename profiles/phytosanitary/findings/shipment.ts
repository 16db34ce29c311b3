import type { Text } from '../../../kernel/profile.ts';

/** Sentences about laboratory results and prior notices. */
export const shipmentFindings = {} satisfies Record<string, Text>;
