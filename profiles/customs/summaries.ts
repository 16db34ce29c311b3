import type { Summary } from '../../kernel/profile.ts';

/** Words for search, each once, empty ones left out. */
export const wordsOf = (words: readonly (string | undefined)[]): readonly string[] =>
  [...new Set(words.filter((word) => word !== undefined && word !== ''))].slice(0, 200) as string[];

export const summed = (number: string, title: string, words: readonly (string | undefined)[] = []): Summary => ({
  number,
  title: title.slice(0, 200),
  search: wordsOf(words),
});
