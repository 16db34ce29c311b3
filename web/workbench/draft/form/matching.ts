/** Codes that what is typed may mean. */
export interface Option {
  readonly value: string;
  /** The word of the value, with the code where it is known by itself. */
  readonly shown: string;
}

const most = 60;

/** Those of which a word begins with it come first; letters with and without dots or marks are alike. */
export function matching(options: readonly Option[], typed: string): readonly Option[] {
  const wanted = plainOf(typed.trim());
  if (wanted === '') return options.slice(0, most);
  const begins: Option[] = [];
  const holds: Option[] = [];
  for (const option of options) {
    const shown = plainOf(option.shown);
    if (plainOf(option.value).startsWith(wanted) || ` ${shown}`.includes(` ${wanted}`)) begins.push(option);
    else if (shown.includes(wanted)) holds.push(option);
  }
  return [...begins, ...holds].slice(0, most);
}

/** The dotless and the dotted i, the schwa and letters with marks, as whoever has another keyboard types them. */
export const plainOf = (text: string): string =>
  text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ı', 'i').replaceAll('ə', 'e');
