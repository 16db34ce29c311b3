/** What a finding says to a person, who is told neither names of members nor patterns. */
import * as m from '../../compiled/words/messages.js';
import { exampleOf } from './pattern-example.ts';
import type { PlacedFinding } from './place-stores.ts';

type Sentence = Pick<PlacedFinding, 'code' | 'text'>;

/** To whoever stands at the very field, or is told its name beside. */
export function sentenceAtField({ code, text }: Sentence): string {
  return code === 'input.missing-member' ? m.draft_fill_in() : withoutPattern({ code, text });
}

/** Where no field is at hand: what is missing keeps its name. */
export function withoutPattern({ code, text }: Sentence): string {
  if (code !== 'input.bad-value' || !/\^|\\|\[/.test(text)) return text;
  const pattern = text.slice(text.indexOf('^'), text.lastIndexOf('$') + 1);
  const example = exampleOf(pattern);
  return example === undefined ? m.draft_not_fitting() : m.draft_not_fitting_like({ example });
}
