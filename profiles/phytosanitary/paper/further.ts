/** What has no box on the model: told under the profile's own labels. */
import type { Json, JsonObject } from '../../../kernel/canonical.ts';
import { type ContentLine, contentsOf, type Told } from '../../../kernel/contents.ts';
import { certificateSchema } from '../claims/schemas.ts';
import { codeWords } from '../code-words/index.ts';
import { evident, labels } from '../labels/index.ts';
import { remaining } from './taking.ts';
import { inline, type Languages, type Pair } from './words-of.ts';

/** `depth` 0 is a member, more is within the one above. A heading has no text. */
export interface FurtherRow {
  readonly label: Pair;
  readonly text: string;
  readonly depth: number;
}

const told = (type: string): Told => ({
  types: { [type]: { schemas: { 1: certificateSchema } } },
  labels,
  codes: codeWords,
  evident,
});

/** Of what is left of claims: labels and values in both languages. */
export function furtherRows(type: string, claims: JsonObject, languages: Languages): readonly FurtherRow[] {
  const rest = remaining(claims as Json);
  if (rest === undefined) return [];
  const [first, second] = languages.map((language) => contentsOf(told(type), type, 1, rest as JsonObject, language));
  return rowsOf(first ?? [], new Map(flat(second ?? []).map((line) => [line.path, line])), 0);
}

/** Of one line of goods. */
export function furtherOfLine(type: string, line: JsonObject, languages: Languages): readonly FurtherRow[] {
  const rest = remaining(line as Json);
  if (rest === undefined) return [];
  // The line's own heading stands elsewhere.
  const rows = furtherRows(type, { lines: [rest] }, languages);
  return rows.slice(1).map((row) => ({ ...row, depth: row.depth - 1 }));
}

function rowsOf(
  lines: readonly ContentLine[],
  others: ReadonlyMap<string, ContentLine>,
  depth: number,
): readonly FurtherRow[] {
  return lines.flatMap((line) => {
    const other = others.get(line.path) ?? line;
    const label: Pair = [line.label, other.label];
    if (!('value' in line)) return [{ label, text: '', depth }, ...rowsOf(line.lines, others, depth + 1)];
    return [{ label, text: inline([line.value, 'value' in other ? other.value : line.value]), depth }];
  });
}

function flat(lines: readonly ContentLine[]): readonly ContentLine[] {
  return lines.flatMap((line) => ('value' in line ? [line] : [line, ...flat(line.lines)]));
}
