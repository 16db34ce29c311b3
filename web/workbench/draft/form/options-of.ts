/** Codes under the profile's words, in this page's language. */
import type { Json } from '../../../../kernel/canonical.ts';
import { say } from '../../language.ts';
import type { Option } from './matching.ts';
import { codeShown, codesAt, type Naming } from './words-of-fields.ts';

export function optionsOf(naming: Naming, names: string, values: readonly string[]): readonly Option[] {
  return values.map((value) => ({ value, shown: wordOf(naming, names, value) }));
}

export function wordOf(naming: Naming, names: string, value: Json): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  const words = codesAt(naming, names) ?? {};
  const word = Object.hasOwn(words, value) ? words[value] : undefined;
  return codeShown(value, word && say(word));
}
