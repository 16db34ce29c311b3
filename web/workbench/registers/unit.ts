import type { ProfileDeclaration } from '../api/shapes.ts';
import { language } from '../language.ts';

/** UNECE Rec. 20 code in the profile's words; the code itself where it has none. */
export function unitWord(unit: string, { codes = {} }: Pick<ProfileDeclaration, 'codes'>): string {
  for (const words of Object.values(codes)) {
    const word = Object.hasOwn(words, unit) ? words[unit] : undefined;
    if (word) return word[language];
  }
  return unit;
}
