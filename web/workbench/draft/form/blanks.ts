/** What a form begins with, and what a new row does. */
import type { Json, JsonObject } from '../../../../kernel/canonical.ts';
import { isObject } from './json-edit.ts';
import { type Field, type GroupField, isLeaf } from './schema-fields.ts';

/** Required groups with one row in each of their required lists of groups: rows of one place begin with what is typed. */
export function blankOf(field: Field, language: string): Json {
  switch (field.kind) {
    case 'group':
      return blankGroup(field, language);
    case 'list':
      return [numbered(field.item, [], blankOf(field.item, language))];
    case 'choice':
    case 'measure':
      return {};
    case 'stated':
      return { text: '', language };
    case 'constant':
      return field.value;
    default:
      return '';
  }
}

const isBegun: ReadonlySet<Field['kind']> = new Set(['constant', 'group']);

export function blankGroup({ members }: GroupField, language: string): JsonObject {
  const entries = members
    .filter(
      ({ required, field }) =>
        required && (field.kind === 'list' ? field.least === 0 || !isLeaf(field.item) : isBegun.has(field.kind)),
    )
    .map(({ name, field }): [string, Json] => [
      name,
      field.kind === 'list' && field.least === 0 ? [] : blankOf(field, language),
    ]);
  return Object.fromEntries(entries.filter(([, value]) => !(isObject(value) && Object.keys(value).length === 0)));
}

/** Rows that are counted are counted on. */
export function numbered(item: Field, rows: readonly Json[], row: Json): Json {
  const first = counterOf(item);
  if (!isObject(row) || first === undefined) return row;
  const used = rows
    .map((one) => (isObject(one) ? one[first.name] : undefined))
    .filter((one) => typeof one === 'number');
  const next = 1 + Math.max(0, ...used);
  return first.most !== undefined && next > first.most ? row : { ...row, [first.name]: next };
}

/** The member that counts the rows of a list. */
export function counterOf(item: Field): { readonly name: string; readonly most?: number } | undefined {
  const { members } = item.kind === 'group' ? item : { members: [] };
  const found = members.find(({ field }) => field.kind === 'integer' && field.counts === true);
  if (found?.field.kind !== 'integer') return undefined;
  const { name, field } = found;
  return { name, ...(field.most !== undefined && { most: field.most }) };
}
