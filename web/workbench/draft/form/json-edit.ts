/** Changes of JSON that leave what they do not touch as the very same objects. Places are JSON Pointers (RFC 6901). */
import type { Json, JsonObject } from '../../../../kernel/canonical.ts';

export const step = (name: string | number): string => `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`;

export const stepsOf = (pointer: string): readonly string[] =>
  pointer === ''
    ? []
    : pointer
        .slice(1)
        .split('/')
        .map((one) => one.replaceAll('~1', '/').replaceAll('~0', '~'));

export const parentOf = (pointer: string): string => pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));

export function valueAt(value: Json | undefined, pointer: string): Json | undefined {
  return stepsOf(pointer).reduce<Json | undefined>((inner, name) => memberOf(inner, name), value);
}

/**
 * With `next` at the place, or without the place when it is undefined. Of a list that is not there, the first item can be
 * put. An object or a list that this leaves empty goes as well, where it is a member of an object; an empty list that is
 * put stays.
 */
export function put(claims: JsonObject, pointer: string, next: Json | undefined): JsonObject {
  const changed = changedAt(claims, stepsOf(pointer), next);
  return isObject(changed) ? changed : {};
}

/** An item more, before the place that `pointer` ends in. */
export function insert(claims: JsonObject, list: string, index: number, item: Json): JsonObject {
  const items = listAt(claims, list);
  return put(claims, list, [...items.slice(0, index), item, ...items.slice(index)]);
}

export function append(claims: JsonObject, list: string, more: readonly Json[]): JsonObject {
  return more.length === 0 ? claims : put(claims, list, [...listAt(claims, list), ...more]);
}

export function remove(claims: JsonObject, list: string, index: number): JsonObject {
  const items = listAt(claims, list).filter((_, at) => at !== index);
  return put(claims, list, items.length === 0 ? undefined : items);
}

export const listAt = (claims: JsonObject, list: string): readonly Json[] => {
  const found = valueAt(claims, list);
  return isList(found) ? found : [];
};

function changedAt(value: Json | undefined, steps: readonly string[], next: Json | undefined): Json | undefined {
  const [name, ...rest] = steps;
  if (name === undefined) return next;
  if (isList(value)) {
    const index = Number(name);
    // What is left empty stays as an item: those behind it keep their places.
    const inner = changedAt(value[index], rest, next) ?? {};
    return inner === value[index] ? value : [...value.slice(0, index), inner, ...value.slice(index + 1)];
  }
  if (value === undefined && name === '0' && next !== undefined) return [changedAt(undefined, rest, next) ?? {}];
  const before = isObject(value) ? value : {};
  const inner = changedAt(memberOf(before, name), rest, next);
  if (inner === memberOf(before, name)) return before;
  const { [name]: _, ...others } = before;
  const isPut = rest.length === 0 && isList(inner);
  if (inner !== undefined && (isPut || !isEmpty(inner))) return { ...before, [name]: inner };
  return Object.keys(others).length === 0 && steps.length > 0 ? (value === undefined ? undefined : others) : others;
}

const isEmpty = (value: Json): boolean =>
  (isList(value) && value.length === 0) || (isObject(value) && Object.keys(value).length === 0);

function memberOf(value: Json | undefined, name: string): Json | undefined {
  if (isList(value)) return value[Number(name)];
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);
