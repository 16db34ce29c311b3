/** The command line's own sentences. Refusals and steps have theirs in kernel/words. */
import type { Language, Text } from '../kernel/finding.ts';
import type { RefusalDetail } from '../kernel/refusal.ts';
import { fill } from '../kernel/words.ts';
import { comparisonWords } from './words/comparison.ts';
import { datedWords } from './words/dated.ts';
import { labels } from './words/labels.ts';
import { selectionWords } from './words/selections.ts';
import { sentences } from './words/sentences.ts';
import { whatIfWords } from './words/what-if.ts';

const words = {
  ...labels,
  ...sentences,
  ...comparisonWords,
  ...datedWords,
  ...whatIfWords,
  ...selectionWords,
} satisfies Record<string, Text>;
export type CliWord = keyof typeof words;

export function say(word: CliWord, language: Language, detail: RefusalDetail = {}): string {
  return fill(words[word][language], detail);
}

/** Every word, for the test that no language is left out. */
export const cliWords: Readonly<Record<CliWord, Text>> = words;
