/** What the page says, in the language it was opened in. Pure. */
import type { Language, Text } from '../../kernel/finding.ts';
import type { Refusal, RefusalCode, RefusalDetail } from '../../kernel/refusal.ts';
import { fill } from '../../kernel/words/fill.ts';
import type { en } from './words/en.ts';

export type Word = keyof typeof en;
/** Headlines: each has a sentence that says more. */
export type Explained = { [W in Word]: `${W}-more` extends Word ? W : never }[Word];
export type Words = Readonly<Record<Word, string>>;

export interface Speech {
  readonly language: Language;
  say(word: Word, detail?: RefusalDetail): string;
  /** The sentence of a refusal, for the details. */
  why(refusal: Refusal): string;
  of(text: Text): string;
}

export function moreOf(word: Explained): Word {
  return `${word}-more`;
}

export function speechIn(language: Language, words: Words, refusals: Readonly<Record<RefusalCode, string>>): Speech {
  return {
    language,
    say: (word, detail = {}) => fill(words[word], detail),
    why: ({ code, detail }) => fill(refusals[code], detail),
    of: (text) => text[language],
  };
}
