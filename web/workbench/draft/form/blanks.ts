/** What a form begins with, and what a new row does. */
import type { Json, JsonObject } from '../../../../kernel/canonical.ts';
import { isObject } from './json-edit.ts';
import type { Field, GroupField } from './schema-fields.ts';

/** Required groups with one row in each of their required lists. */
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

export function blankGroup({ members }: GroupField, language: string): JsonObject {
  const entries = members
    .filter(
      ({ required, field }) =>
        required && (field.kind === 'list' || field.kind === 'constant' || field.kind === 'group'),
    )
    .map(({ name, field }): [string, Json] => [name, blankOf(field, language)]);
  return Object.fromEntries(entries.filter(([, value]) => !(isObject(value) && Object.keys(value).length === 0)));
}

/** Rows that begin with a running number are numbered on. */
export function numbered(item: Field, rows: readonly Json[], row: Json): Json {
  const [first] = item.kind === 'group' ? item.members : [];
  if (
    !isObject(row) ||
    first === undefined ||
    !first.required ||
    first.field.kind !== 'integer' ||
    first.field.least !== 1
  )
    return row;
  const used = rows
    .map((one) => (isObject(one) ? one[first.name] : undefined))
    .filter((one) => typeof one === 'number');
  const next = 1 + Math.max(0, ...used);
  return first.field.most !== undefined && next > first.field.most ? row : { ...row, [first.name]: next };
}
