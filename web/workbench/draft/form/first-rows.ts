/**
 * Rows that are shown before they are there: the first of a list that stands open. Such a row comes to be with what is
 * typed into it, and goes with it, so that nothing is stated by leaving a place empty.
 */
import type { Json, JsonObject } from '../../../../kernel/canonical.ts';
import { blankOf, counterOf, numbered } from './blanks.ts';
import { isList, isObject, listAt, put, remove, step, stepsOf, valueAt } from './json-edit.ts';
import type { Field, ListField, Member } from './schema-fields.ts';

interface ListOnWay {
  readonly pointer: string;
  readonly field: ListField;
  readonly required: boolean;
  /** Stands in something that may be left out as a whole, within its row. */
  readonly within: boolean;
}

export const firstRow = ({ item }: ListField, language: string): Json => numbered(item, [], blankOf(item, language));

/** `next` at the place. Without it, a row that this leaves as it began is taken out where it is the only one. */
export function written(
  root: Field,
  claims: JsonObject,
  pointer: string,
  next: Json | undefined,
  language: string,
): JsonObject {
  if (next === undefined && valueAt(claims, pointer) === undefined) return claims;
  const lists = listsOn(root, claims, stepsOf(pointer));
  const own = lists.at(-1);
  // What is left empty stays as a row: those behind it keep their places.
  const said =
    next ?? (own && pointer.lastIndexOf('/') === own.pointer.length ? blankOf(own.field.item, language) : next);
  const begun =
    next === undefined
      ? claims
      : lists.reduce(
          (before, { pointer: at, field }) =>
            listAt(before, at).length > 0 || !isFirstOf(at, pointer)
              ? before
              : put(before, at, [firstRow(field, language)]),
          claims,
        );
  return lists.reduceRight(
    (before, list) => {
      const [only, ...others] = listAt(before, list.pointer);
      if (only === undefined || others.length > 0 || (list.required && list.field.least > 0 && !list.within))
        return before;
      return saysNothing(list.field.item, only, firstRow(list.field, language)) ? ended(before, list) : before;
    },
    put(begun, pointer, said),
  );
}

/** A row less. */
export function removed(root: Field, claims: JsonObject, list: string, index: number): JsonObject {
  const found = listsOn(root, claims, stepsOf(`${list}/${index}`)).at(-1);
  return found !== undefined && listAt(claims, list).length === 1 ? ended(claims, found) : remove(claims, list, index);
}

/** Two rows that change places. What counts them stays with the places. */
export function exchanged(root: Field, claims: JsonObject, list: string, one: number, other: number): JsonObject {
  const rows = listAt(claims, list);
  const [a, b] = [rows[one], rows[other]];
  const field = listsOn(root, claims, stepsOf(`${list}/0`)).at(-1)?.field;
  if (a === undefined || b === undefined || field === undefined) return claims;
  const counter = counterOf(field.item)?.name;
  const counted = (row: Json, by: Json): Json =>
    counter === undefined || !isObject(row) || !isObject(by) ? row : withNumber(row, counter, by[counter]);
  return put(
    claims,
    list,
    rows.map((row, at) => (at === one ? counted(b, a) : at === other ? counted(a, b) : row)),
  );
}

function withNumber(row: JsonObject, counter: string, number: Json | undefined): JsonObject {
  const { [counter]: _, ...others } = row;
  return number === undefined ? others : { [counter]: number, ...others };
}

/** Where a list has to be there, but may be empty, that it is empty is said. */
const ended = (claims: JsonObject, { pointer, field, required }: ListOnWay): JsonObject =>
  put(claims, pointer, required && field.least === 0 ? [] : undefined);

const isFirstOf = (list: string, pointer: string): boolean =>
  pointer === `${list}/0` || pointer.startsWith(`${list}/0/`);

/** Whose rows the way leads into, outermost first. */
function listsOn(root: Field, claims: JsonObject, steps: readonly string[]): readonly ListOnWay[] {
  const found: ListOnWay[] = [];
  let [field, value, pointer]: [Field | undefined, Json | undefined, string] = [root, claims, ''];
  let [required, within] = [true, false];
  for (const name of steps) {
    if (field?.kind === 'list') {
      found.push({ pointer, field, required, within });
      field = field.item;
      value = isList(value) ? value[Number(name)] : undefined;
      [required, within] = [true, false];
    } else {
      const object: JsonObject = isObject(value) ? value : {};
      const group: Field | undefined = field?.kind === 'choice' ? field.alternatives[String(object[field.by])] : field;
      const member: Member | undefined =
        group?.kind === 'group' ? group.members.find((one) => one.name === name) : undefined;
      field = member?.field;
      value = object[name];
      within ||= !required;
      required = member?.required ?? false;
    }
    pointer += step(name);
  }
  return found;
}

/** Nothing is in it but what it began with. */
function saysNothing(field: Field, value: Json | undefined, began: Json | undefined): boolean {
  if (value === undefined || value === '' || field.kind === 'constant') return true;
  if (isList(value)) {
    const [from] = isList(began) ? began : [];
    return field.kind === 'list' && value.length < 2 && value.every((row) => saysNothing(field.item, row, from));
  }
  if (!isObject(value)) return value === began;
  if (field.kind === 'stated') return value['text'] === '' || value['text'] === undefined;
  const { members } = field.kind === 'group' ? field : { members: [] };
  const before = isObject(began) ? began : {};
  return Object.entries(value).every(([name, inner]) => {
    const member = members.find((one) => one.name === name);
    return member === undefined ? inner === before[name] : saysNothing(member.field, inner, before[name]);
  });
}
