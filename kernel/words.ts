/** What a person reads: the sentence of every refusal, in every language of the corridor. */
import type { Language, Text } from './finding.ts';
import { type Refusal, type RefusalCode, refusalCodes } from './refusal.ts';
import { az } from './words/az.ts';
import { en } from './words/en.ts';
import { fill } from './words/fill.ts';
import { ru } from './words/ru.ts';
import { withUnits } from './words/units.ts';

export { fill } from './words/fill.ts';
export { negotiateLanguage } from './words/negotiate-language.ts';
export { type Step, steps, stepWords, type Verdict, verdicts, verdictWords } from './words/verification.ts';

/** What is wrong and what to do, for every code. Complete because each language's table is. */
export const refusalWords = Object.fromEntries(
  refusalCodes.map((code) => [code, { az: az[code], ru: ru[code], en: en[code] }]),
) as Readonly<Record<RefusalCode, Text>>;

/** The sentence of a refusal, filled from its detail. */
export function sentence(refusal: Refusal, language: Language): string {
  return fill(refusalWords[refusal.code][language], withUnits(refusal.detail, language));
}
