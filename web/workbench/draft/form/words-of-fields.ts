/** What a profile calls members and values. The entry for the longest end of a path is meant, as in what a record tells. */
import type { Text } from '../../../../kernel/finding.ts';

export interface Naming {
  readonly labels?: Readonly<Record<string, Text>>;
  readonly codes?: Readonly<Record<string, Readonly<Record<string, Text>>>>;
}

/** `names` is the type's name and those of the members on the way, joined by slashes, without places in lists. */
export const labelAt = ({ labels = {} }: Naming, names: string): Text | undefined => longest(labels, names);

export const codesAt = ({ codes = {} }: Naming, names: string): Readonly<Record<string, Text>> | undefined =>
  longest(codes, names);

/** A code of a standard is known by itself; one in small letters is but our name for its word. */
export const codeShown = (code: string, word: string | undefined): string =>
  word === undefined ? code : /^[a-z]/.test(code) ? word : `${code} – ${word}`;

function longest<T>(table: Readonly<Record<string, T>>, names: string): T | undefined {
  let end = names;
  for (;;) {
    if (Object.hasOwn(table, end)) return table[end];
    const next = end.indexOf('/');
    if (next < 0) return undefined;
    end = end.slice(next + 1);
  }
}

/** Names on the way to a place: its pointer without places in lists, after the type. */
export const namesOf = (type: string, pointer: string): string =>
  [type, ...pointer.split('/').slice(1)].filter((one, at) => at === 0 || !/^[0-9]+$/.test(one)).join('/');
