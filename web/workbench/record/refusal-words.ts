/** Sentences of refusals, in the language of this bundle alone; loaded where one is shown. */
import { queryOptions } from '@tanstack/react-query';
import type { RefusalCode } from '../../../kernel/refusal.ts';
import { fill } from '../../../kernel/words/fill.ts';

export const refusalWordsQuery = queryOptions({
  queryKey: ['refusal words'],
  queryFn: (): Promise<Readonly<Record<RefusalCode, string>>> => {
    // The build knows the language: the other two are left out.
    if (SAMUR_LANGUAGE === 'az') return import('../../../kernel/words/az.ts').then(({ az }) => az);
    if (SAMUR_LANGUAGE === 'ru') return import('../../../kernel/words/ru.ts').then(({ ru }) => ru);
    return import('../../../kernel/words/en.ts').then(({ en }) => en);
  },
  staleTime: Number.POSITIVE_INFINITY,
});

/** What a refusal says without its particulars; the bare code where it is not of the closed list. */
export function refusalSentence(words: Readonly<Record<string, string>> | undefined, code: string): string {
  const template = words && Object.hasOwn(words, code) ? words[code] : undefined;
  return template === undefined ? code : fill(template, {});
}
