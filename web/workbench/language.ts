/** The one language that this bundle speaks. */
import type { Language, Text } from '../../kernel/finding.ts';

export const language: Language = SAMUR_LANGUAGE;

/** Of a text that the server tells in all languages. */
export const say = (text: Text): string => text[language];
