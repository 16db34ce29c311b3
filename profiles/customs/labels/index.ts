import type { Text } from '../../../kernel/finding.ts';
import { laneLabels } from '../selection/words.ts';
import { controlLabels } from './control.ts';
import { followUpLabels } from './follow-ups.ts';
import { goodsLabels } from './goods.ts';
import { manifestLabels } from './manifest.ts';
import { registerLabels } from './registers.ts';
import { writeOffLabels } from './write-off.ts';

/** What the members of claims and of settings are called. */
export const labels: Readonly<Record<string, Text>> = {
  ...manifestLabels,
  ...goodsLabels,
  ...followUpLabels,
  ...controlLabels,
  ...registerLabels,
  ...writeOffLabels,
  ...laneLabels,
};

/** A seal that is only its number, a reason that is only its code, a note without a date: the whole says it. */
export const evident: readonly string[] = ['seals/number', 'reasons/code', 'transport/number', 'train/number'];
