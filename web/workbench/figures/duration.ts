import { formatNumber } from '../../../kernel/words/numbers.ts';
import * as m from '../compiled/words/messages.js';
import { language } from '../language.ts';

/** In the unit that keeps two figures: minutes, hours, days. */
export function durationWords(ms: number): string {
  const minutes = ms / 60_000;
  if (minutes < 90) return m.figures_minutes({ count: formatNumber(Math.round(minutes), language) });
  const hours = minutes / 60;
  if (hours < 48) return m.figures_hours({ count: formatNumber(rounded(hours), language) });
  return m.figures_days({ count: formatNumber(rounded(hours / 24), language) });
}

const rounded = (value: number): string => (value < 10 ? value.toFixed(1) : value.toFixed(0)).replace(/\.0$/, '');
