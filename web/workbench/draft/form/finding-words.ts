/** What a finding says to whoever stands at the very field. */
import * as m from '../../compiled/words/messages.js';
import type { PlacedFinding } from './place-stores.ts';

/** Names of members and patterns tell a person nothing: the field itself is at hand. */
export function sentenceAtField({ code, text }: Pick<PlacedFinding, 'code' | 'text'>): string {
  if (code === 'input.missing-member') return m.draft_fill_in();
  return code === 'input.bad-value' && /\^|\\|\[/.test(text) ? m.draft_not_fitting() : text;
}
