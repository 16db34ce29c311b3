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
}

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

/** One text for all ways to write a number: capitals and digits, without blanks and marks, look-alikes as Latin. */
export function evenReference(value: string): string {
  return value
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/[АВЕКМНОРСТУХ]/g, (letter) => lookAlike[letter] ?? letter);
}
