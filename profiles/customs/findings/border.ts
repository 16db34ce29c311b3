import type { Text } from '../../../kernel/finding.ts';

/** Sentences about what controls left on and found, and when they were told. */
export const borderFindings = {
  'control-radiation': {
    az: '{number} nömrəli nəzarətdə radiasiya fonunun aşıldığı müəyyən edilib, ona görə nəzarət tam tanına bilməz.',
    ru: 'При контроле {number} обнаружено превышение радиационного фона, поэтому полностью признать контроль нельзя.',
    en: 'Control {number} found too much radiation, so the control cannot be recognised in full.',
  },
} satisfies Record<string, Text>;
