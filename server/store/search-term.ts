/**
 * A text as the full-text index is asked for it: every word, as a prefix. The index folds case and Latin diacritics, but
 * takes a capital I for i and keeps ı apart from it, as ё from е: a word is asked for with either letter at each place.
 */
const pairs: readonly (readonly [RegExp, string, string])[] = [
  [/[iıIİ]/u, 'i', 'ı'],
  [/[еёЕЁ]/u, 'е', 'ё'],
];
const mostPlaces = 5;

/** Undefined when the text holds no word. */
export function searchTerm(text: string): string | undefined {
  const words = text.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '');
  if (words.length === 0) return undefined;
  return words
    .map(
      (word) =>
        `(${spellings(word)
          .map((one) => `"${one}"*`)
          .join(' OR ')})`,
    )
    .join(' AND ');
}

function spellings(word: string): readonly string[] {
  const written = word.normalize('NFC');
  // A word is of one script: one pair at most is in it.
  const [letters, one, other] = pairs.find(([letters]) => letters.test(written)) ?? [];
  if (!letters || !one || !other) return [written];
  const parts = written.split(letters);
  const places = parts.length - 1;
  if (places > mostPlaces) return [parts.join(one), parts.join(other), written];
  return Array.from({ length: 2 ** places }, (_, number) =>
    parts.reduce((before, part, at) => `${before}${(number >> (at - 1)) & 1 ? other : one}${part}`),
  );
}
