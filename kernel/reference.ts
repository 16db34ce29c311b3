/** Numbers under which people look for what a record is about: on a seal, a wagon, a paper. */
import type { Text } from './finding.ts';

export interface Reference {
  /** Name of a kind that the profile declares in `references`. */
  readonly kind: string;
  /** As it stands in the claims. */
  readonly value: string;
}

export interface ReferenceKind {
  readonly title: Text;
  /**
   * True for numbers that belong to one matter alone, such as that of a paper: records that share one are of one matter.
   * False for what serves again, such as a vehicle.
   */
  readonly joins: boolean;
  /** True where records themselves are known by such a number: one that no record at hand bears is named, not held. */
  readonly borne?: true;
  /**
   * Numbers of persons, such as companies. Whoever an institution knows by one is told where the matters are that name it;
   * it says nothing of what a matter is about, so it never joins and is never compared.
   */
  readonly persons?: true;
}

/** The exchange's own kind: the value is a record's id. It always joins. */
export const recordKind = 'record';

/** Cyrillic capitals that look like Latin ones: whoever types a number from a plate cannot tell them apart. */
const lookAlike: Readonly<Record<string, string>> = {
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  У: 'Y',
  Х: 'X',
};

/** Capitals, with Latin letters for those that look alike. */
export function latinised(text: string): string {
  return text.toUpperCase().replace(/[АВЕКМНОРСТУХ]/g, (letter) => lookAlike[letter] ?? letter);
}

/** What the long way would leave alone but for blanks and marks. */
const ascii = /^[ -~]*$/;

/** One text for all ways to write a number: capitals and digits, without blanks and marks, look-alikes as Latin. */
export function evenReference(value: string): string {
  if (ascii.test(value)) return value.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return latinised(
    value
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[^\p{L}\p{N}]/gu, ''),
  );
}

/** Whether two records can be told to be of one matter by this: "none" and "1" stand in many of them. */
export function isTelling(evened: string): boolean {
  return evened.length >= 4 && /\p{N}/u.test(evened.replaceAll('0', ''));
}

const ids = /^[0-9a-f]{64}$/;

/** Each once, in the order given; what is empty is left out, and so is an id that is none. */
export function uniqueReferences(references: readonly Reference[]): readonly Reference[] {
  const found = new Map<string, Reference>();
  for (const one of references) {
    const evened = one.kind === recordKind ? one.value : evenReference(one.value);
    if (evened === '' || (one.kind === recordKind && !ids.test(evened))) continue;
    const name = `${one.kind} ${evened}`;
    if (!found.has(name)) found.set(name, one);
  }
  return [...found.values()];
}
