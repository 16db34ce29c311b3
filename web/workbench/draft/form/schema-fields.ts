/** What a JSON Schema asks for, as fields of a form. */
import type { Json, JsonObject } from '../../../../kernel/canonical.ts';
import type { JsonSchema } from '../../../../kernel/profile.ts';
import { recordKind } from '../../../../kernel/reference.ts';
import { type FormHint, formHint, formHints } from '../../../../kernel/schema.ts';

export interface Member {
  readonly name: string;
  readonly required: boolean;
  /** Stands open before anything is in it. */
  readonly open?: true;
  readonly field: Field;
}

export interface GroupField {
  readonly kind: 'group';
  readonly members: readonly Member[];
}

export interface ListField {
  readonly kind: 'list';
  readonly item: Field;
  readonly least: number;
  readonly most: number;
}

/** Alternatives that one member tells apart by its constant. */
export interface ChoiceField {
  readonly kind: 'choice';
  readonly by: string;
  readonly alternatives: Readonly<Record<string, GroupField>>;
}

export interface TextField {
  readonly kind: 'text';
  readonly long: boolean;
  readonly most: number;
  readonly pattern?: string;
}

/** One that is written into one place. */
export type LeafField =
  | TextField
  | { readonly kind: 'select'; readonly values: readonly string[] }
  | { readonly kind: 'constant'; readonly value: Json }
  /** `only`: false is said by leaving it out. */
  | { readonly kind: 'flag'; readonly only: boolean }
  /** `counts`: the rows of its list. */
  | { readonly kind: 'integer'; readonly least?: number; readonly most?: number; readonly counts?: true }
  | { readonly kind: 'decimal'; readonly signed: boolean }
  | { readonly kind: 'day' }
  | { readonly kind: 'moment' }
  /** A record's id. */
  | { readonly kind: 'record' }
  /** A text with its language. */
  | { readonly kind: 'stated'; readonly text: TextField }
  /** A value with its unit, and perhaps of one piece. */
  | { readonly kind: 'measure'; readonly members: readonly Member[] }
  /** What no form can draw; it is shown as it is. */
  | { readonly kind: 'other' };

export type Field = GroupField | ListField | ChoiceField | LeafField;

const known = new WeakMap<object, Field>();

export function fieldOf(schema: JsonSchema): Field {
  const before = known.get(schema);
  if (before !== undefined) return before;
  const field = readField(schema);
  known.set(schema, field);
  return field;
}

export const isLeaf = (field: Field): field is LeafField =>
  field.kind !== 'group' && field.kind !== 'list' && field.kind !== 'choice';

/** Its items fit into the rows of a table. */
export function isTable(field: ListField): field is ListField & { readonly item: GroupField } {
  return (
    field.item.kind === 'group' &&
    field.item.members.length <= 8 &&
    field.item.members.every((member) => isLeaf(member.field) && !isLong(member.field))
  );
}

/** Takes little room: beside another one in a row. */
export function isSmall(field: Field): boolean {
  if (field.kind === 'list') return isLeaf(field.item) && !isLong(field.item);
  return (
    field.kind === 'group' &&
    field.members.length <= 3 &&
    field.members.every((member) => isLeaf(member.field) || (member.field.kind === 'list' && isLeaf(member.field.item)))
  );
}

export const isLong = (field: Field): boolean =>
  (field.kind === 'text' && field.long) || (field.kind === 'stated' && field.text.long);

function readField(schema: JsonSchema): Field {
  if ('const' in schema) return constantOf(schema['const'] as Json);
  const values = valuesOf(schema);
  if (values !== undefined) return { kind: 'select', values };
  const alternatives = listOf(schema['anyOf'] ?? schema['oneOf']);
  if (alternatives.length > 0) return choiceOf(alternatives) ?? { kind: 'other' };
  switch (schema['type']) {
    case 'object':
      return objectOf(schema);
    case 'array':
      return {
        kind: 'list',
        item: fieldOf(asObject(schema['items'])),
        least: numberOr(schema['minItems'], 0),
        most: numberOr(schema['maxItems'], Number.POSITIVE_INFINITY),
      };
    case 'boolean':
      return { kind: 'flag', only: false };
    case 'integer': {
      const { minimum, maximum } = schema;
      return {
        kind: 'integer',
        ...(typeof minimum === 'number' && { least: minimum }),
        ...(typeof maximum === 'number' && { most: maximum }),
        ...(hintOf(schema) === 'row-number' && { counts: true }),
      };
    }
    case 'string':
      return stringOf(schema);
    default:
      return { kind: 'other' };
  }
}

const constantOf = (value: Json): Field =>
  value === true ? { kind: 'flag', only: true } : { kind: 'constant', value };

/** Permitted texts, listed or as alternatives. */
function valuesOf(schema: JsonSchema): readonly string[] | undefined {
  const given = schema['enum'] ?? listOf(schema['anyOf'] ?? schema['oneOf']).map((one) => one['const'] ?? null);
  const values = Array.isArray(given) ? given : [];
  return values.length > 0 && values.every((one) => typeof one === 'string') ? values : undefined;
}

function choiceOf(alternatives: readonly JsonSchema[]): ChoiceField | undefined {
  const constants = alternatives.map((one) =>
    Object.entries(asObject(one['properties'])).filter(([, inner]) => typeof asObject(inner)['const'] === 'string'),
  );
  const [by] = (constants[0] ?? [])
    .map(([name]) => name)
    .filter((name) => constants.every((all) => all.some(([other]) => other === name)));
  if (by === undefined) return undefined;
  const entries = alternatives.map((one): [string, GroupField] => {
    const { [by]: mark, ...others } = asObject(one['properties']);
    return [String(asObject(mark)['const']), groupOf({ ...one, properties: others })];
  });
  return { kind: 'choice', by, alternatives: Object.fromEntries(entries) };
}

function objectOf(schema: JsonSchema): Field {
  const group = groupOf(schema);
  const names = group.members.map(({ name }) => name);
  const member = (name: string) => group.members.find((one) => one.name === name)?.field;
  const text = member('text');
  if (names.length === 2 && text?.kind === 'text' && member('language')?.kind === 'text')
    return { kind: 'stated', text };
  const value = member('value')?.kind;
  if (
    (value === 'decimal' || value === 'integer') &&
    names.includes('unit') &&
    names.every((name) => ['value', 'unit', 'each'].includes(name))
  )
    return { kind: 'measure', members: group.members };
  return group;
}

function groupOf(schema: JsonSchema): GroupField {
  const required = new Set(Array.isArray(schema['required']) ? schema['required'] : []);
  const members = Object.entries(asObject(schema['properties'])).map(
    ([name, inner]): Member => ({
      name,
      required: required.has(name),
      ...(hintOf(asObject(inner)) === 'open' && { open: true }),
      field: fieldOf(asObject(inner)),
    }),
  );
  return { kind: 'group', members };
}

/** Texts that only digits, days or moments keep to are written as such. */
function stringOf(schema: JsonSchema): Field {
  if (schema['title'] === recordKind) return { kind: 'record' };
  const most = numberOr(schema['maxLength'], Number.POSITIVE_INFINITY);
  const { pattern } = schema;
  if (typeof pattern !== 'string') return { kind: 'text', long: most > 400, most };
  const takes = new RegExp(pattern, 'u');
  const fits = (...texts: string[]) => texts.every((text) => takes.test(text));
  const plain = !takes.test('A') && !takes.test('00');
  if (plain && fits('2026-01-31')) return fits('2026-01-31T10:00:00+04:00') ? { kind: 'moment' } : { kind: 'day' };
  if (plain && fits('0', '10')) return { kind: 'decimal', signed: takes.test('-1') };
  return { kind: 'text', long: most > 400 && fits('a b\nc'), most, pattern };
}

const hintOf = (schema: JsonSchema): FormHint | undefined => formHints.find((hint) => hint === schema[formHint]);

const listOf = (value: Json | undefined): readonly JsonSchema[] => (Array.isArray(value) ? value.map(asObject) : []);

const asObject = (value: Json | undefined): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};

const numberOr = (value: Json | undefined, otherwise: number): number =>
  typeof value === 'number' ? value : otherwise;
