/** What has no box on the model: told under the profile's own labels. */
import type { Json, JsonObject } from '../../../kernel/canonical.ts';
import { type ContentLine, contentsOf } from '../../../kernel/contents.ts';
import { phytosanitary } from '../profile.ts';
import { remaining } from './taking.ts';
import type { Languages, Pair } from './words-of.ts';

/** `depth` 0 is a member, more is within the one above. A heading has no text. */
export interface FurtherRow {
  readonly label: Pair;
  readonly text: string;
  readonly depth: number;
}

/** Of what is left of claims: labels in both languages, values as the first writes them. */
export function furtherRows(type: string, claims: JsonObject, languages: Languages): readonly FurtherRow[] {
  const rest = remaining(claims as Json);
  if (rest === undefined) return [];
  const [first, second] = languages.map((language) =>
    contentsOf(phytosanitary, type, 1, rest as JsonObject, language),
  );
  const labels = new Map<string, string>();
  for (const line of flat(second ?? [])) labels.set(line.path, line.label);
  return rowsOf(first ?? [], labels, 0);
}

/** Of one line of goods. */
export function furtherOfLine(type: string, line: JsonObject, languages: Languages): readonly FurtherRow[] {
  const rest = remaining(line as Json);
  if (rest === undefined) return [];
  // The line's own heading stands elsewhere.
  const rows = furtherRows(type, { lines: [rest] }, languages);
  return rows.slice(1).map((row) => ({ ...row, depth: row.depth - 1 }));
}

function rowsOf(lines: readonly ContentLine[], labels: ReadonlyMap<string, string>, depth: number): FurtherRow[] {
  return lines.flatMap((line) => {
    const label: Pair = [line.label, labels.get(line.path) ?? line.label];
    if ('value' in line) return [{ label, text: line.value, depth }];
    return [{ label, text: '', depth }, ...rowsOf(line.lines, labels, depth + 1)];
  });
}

function flat(lines: readonly ContentLine[]): readonly ContentLine[] {
  return lines.flatMap((line) => ('value' in line ? [line] : [line, ...flat(line.lines)]));
}
