/** Which letters the paper's font has. What it lacks is shown as a mark, never left out in silence. */
import { readFileSync } from 'node:fs';
import type { Json } from '../../kernel/canonical.ts';

/** U+FFFD, which every face of the font has. */
const mark = '�';
/**
 * Signs that are not seen, or that turn the order of others around: on paper they would make it say what was not
 * signed. More than two marks over a letter would run into the lines above.
 */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}]|\p{Default_Ignorable_Code_Point}/u;
const piled = /(\p{M}{2})\p{M}+/gu;
/** Longer ones may be broken, so that none runs out of its column. */
const longWord = /[^\s]{19,}/gu;
const longestWhole = 18;

export interface Letters {
  has(codePoint: number): boolean;
  /** Whether a UTF-16 unit is a whole letter that is set as it is, whatever stands beside it. */
  plain(unit: number): boolean;
}

/** Letters that every one of the fonts has. */
export function lettersOf(files: readonly string[]): Letters {
  const all = files.map(codePoints);
  const has = (point: number) => all.every((points) => points.has(point));
  const plain = Uint8Array.from({ length: 0x10000 }, (_, unit) => {
    const letter = String.fromCharCode(unit);
    return has(unit) && !unseen.test(letter) && !/\p{M}/u.test(letter) && letter.normalize('NFC') === letter ? 1 : 0;
  });
  return { has, plain: (unit) => plain[unit] === 1 };
}

/** The characters of a TrueType font, by its `cmap` table of format 12 (ISO/IEC 14496-22 §5.2.1). */
function codePoints(file: string): ReadonlySet<number> {
  const font = readFileSync(file);
  const table = tableAt(font, 'cmap');
  const subtables = Array.from({ length: font.readUInt16BE(table + 2) }, (_, index) => {
    const at = table + font.readUInt32BE(table + 8 + 8 * index);
    return { at, format: font.readUInt16BE(at) };
  });
  const found = subtables.find(({ format }) => format === 12);
  if (found === undefined) throw new Error(`${file}: no cmap of format 12`);
  const groups = Array.from({ length: font.readUInt32BE(found.at + 12) }, (_, index) => {
    const at = found.at + 16 + 12 * index;
    return [font.readUInt32BE(at), font.readUInt32BE(at + 4)] as const;
  });
  const points = new Set<number>();
  for (const [first, last] of groups) for (let point = first; point <= last; point++) points.add(point);
  return points;
}

function tableAt(font: Buffer, name: string): number {
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const at = 12 + 16 * index;
    if (font.toString('latin1', at, at + 4) === name) return font.readUInt32BE(at + 8);
  }
  throw new Error(`no table ${name}`);
}

/** Every text in `value` as it can be set, and whether a letter had to be shown as a mark. */
export function settable(
  value: Json,
  letters: Letters,
  words: 'broken words' | 'whole words' = 'broken words',
): { readonly value: Json; readonly replaced: boolean } {
  let replaced = false;
  const shown = (letter: string): string => {
    if (letter === '\n' || letter === '\t') return letter;
    if (!unseen.test(letter) && letters.has(letter.codePointAt(0)!)) return letter;
    replaced = true;
    return mark;
  };
  const set = (text: string): string => (isPlain(text, letters) ? text : setAnew(text));
  const setAnew = (text: string): string =>
    Array.from(text.normalize('NFC'), shown)
      .join('')
      .replace(piled, (_, kept: string) => {
        replaced = true;
        return kept + mark;
      })
      .replace(longWord, (word) => (words === 'whole words' ? word : breakable(word)));
  const each = (part: Json): Json => {
    if (typeof part === 'string') return set(part);
    if (Array.isArray(part)) return part.map(each);
    if (part === null || typeof part !== 'object') return part;
    return Object.fromEntries(Object.entries(part).map(([name, member]) => [name, each(member)]));
  };
  return { value: each(value), replaced };
}

/** Most texts: nothing in them is to be changed, and this sees it many times faster than the search for changes. */
function isPlain(text: string, letters: Letters): boolean {
  let word = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (!letters.plain(unit)) return false;
    // Other spaces count as letters here: the search looks again.
    word = unit === 0x20 ? 0 : word + 1;
    if (word > longestWhole) return false;
  }
  return true;
}

/** With places for a break: hyphenated where it is letters alone, bare in numbers and names of files. */
function breakable(word: string): string {
  const at = /^\p{L}+\p{P}?$/u.test(word) ? '\u00ad' : '\u200b';
  return word.replace(/.{9}(?=.{4})/gu, (part) => part + at);
}
