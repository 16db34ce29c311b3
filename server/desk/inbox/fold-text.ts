/**
 * Texts as a search compares them: case and diacritics do not count. In Azerbaijani four letters i are two pairs, İ i and
 * I ı, that other languages' rules of case mix up; here all four are one, as is ə, which many keyboards lack, with e.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/ı/g, 'i')
    .replace(/ə/g, 'e');
}

/** Every word must occur; parted by white space alone, so that a number is looked for with its hyphens. */
export function searchWords(text: string): readonly string[] {
  return foldText(text)
    .split(/\s+/u)
    .filter((word) => word !== '');
}
