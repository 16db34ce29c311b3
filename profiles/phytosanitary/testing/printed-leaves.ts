/** What of a certificate's claims must be readable on its paper, for tests of the form and of the printed PDF. */
import type { Json, JsonObject } from '../../../kernel/canonical.ts';
import { languages } from '../../../kernel/finding.ts';
import { formatDay } from '../../../kernel/words/moments.ts';
import { codeWords } from '../code-words/index.ts';

/** Leaves that no text on the paper shows, each for its reason. */
const unprinted: readonly (readonly [RegExp, string])[] = [
  [/\/language$/, 'the language of a text is seen from the text; it decides the order alone'],
  [/\/tag$/, 'names the column of the treatment table'],
  [/\/reExport\/(?!originalNumber|originCountries|statement)/, 'yes or no: a box that is ticked or not'],
  [/\/packages\/\d+\/level$/, 'outermost packages are what box 3 counts; only what is within them is said'],
];

export interface PrintedLeaf {
  readonly path: string;
  /** Squeezed; one of them must stand on the paper. */
  readonly anyOf: readonly string[];
}

/** Without what a line break or a language changes: blanks, hyphens, marks for a break, the sign of decimals. */
export function squeezed(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u200b\u00ad-]/g, '')
    .replaceAll('.', ',');
}

export function printedLeaves(claims: JsonObject): readonly PrintedLeaf[] {
  const single = (claims['lines'] as readonly Json[]).length === 1;
  return leaves(claims, '').flatMap(({ path, value }): readonly PrintedLeaf[] => {
    if (unprinted.some(([pattern]) => pattern.test(path))) return [];
    // The number of the only line, and a process that its characteristics tell.
    if ((single && /^\/lines\/0\/sequence$/.test(path)) || (path.endsWith('/type') && value === 'ZZZ')) return [];
    return [{ path, anyOf: [...new Set(waysToSay(path, String(value)).map(squeezed))] }];
  });
}

function leaves(value: Json, path: string): readonly { readonly path: string; readonly value: Json }[] {
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  return Object.entries(value).flatMap(([name, member]) => leaves(member, `${path}/${name}`));
}

function waysToSay(path: string, value: string): readonly string[] {
  const names = path
    .split('/')
    .slice(1)
    .filter((name) => !/^\d+$/.test(name));
  const ends = names.map((_, from) => names.slice(from).join('/'));
  const words = ends.flatMap((end) => Object.values(codeWords[end]?.[value] ?? {}));
  const day = /^(\d{4})-(\d\d)-(\d\d)/.exec(value);
  const days =
    day === null ? [] : [day[0], `${day[3]}.${day[2]}.${day[1]}`, ...languages.map((one) => formatDay(value, one))];
  const time = /T(\d\d:\d\d)/.exec(value)?.[1];
  const moments = time === undefined ? days : days.map((one) => `${one}, ${time}`);
  const country = names.at(-1) === 'code' ? Object.values(codeWords['country']?.[value] ?? {}) : [];
  return [value, ...words, ...moments, ...country];
}
