/** Reads parsed JSON into a typed value, strictly: closed objects, no coercion, the path of whatever is wrong. */
import type { Json, JsonObject } from '../canonical.ts';
import { Refusal, type RefusalCode, refuse } from '../refusal.ts';

export type Shape<T> = (value: Json, path: string) => T | Refusal;

interface OptionalMember<T> {
  readonly optional: Shape<T>;
}

type Members<T> = {
  readonly [K in keyof T]-?: Pick<Partial<T>, K> extends Pick<T, K>
    ? OptionalMember<Exclude<T[K], undefined>>
    : Shape<T[K]>;
};

export function optional<T>(shape: Shape<T>): OptionalMember<T> {
  return { optional: shape };
}

/** A closed object: every member named here, nothing else. */
export function object<T>(members: Members<T>): Shape<T> {
  const known = new Map<string, Shape<unknown> | OptionalMember<unknown>>(Object.entries(members));
  return (value, path) => {
    if (!isObject(value)) return refuseMember('input.bad-value', path);
    for (const name of Object.keys(value)) {
      if (!known.has(name)) return refuseMember('input.unknown-member', memberPath(path, name));
    }
    const read: Record<string, unknown> = {};
    for (const [name, member] of known) {
      const given = value[name];
      if (given === undefined) {
        if (typeof member === 'function') return refuseMember('input.missing-member', memberPath(path, name));
        continue;
      }
      const shape = typeof member === 'function' ? member : member.optional;
      const inner = shape(given, memberPath(path, name));
      if (inner instanceof Refusal) return inner;
      read[name] = inner;
    }
    return read as T;
  };
}

/** An object used as a map. Without prototype, so that a name like `constructor` finds nothing by accident. */
export function mapOf<T>(names: RegExp, shape: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return (value, path) => {
    if (!isObject(value)) return refuseMember('input.bad-value', path);
    const read: Record<string, T> = Object.create(null);
    for (const [name, given] of Object.entries(value)) {
      if (!names.test(name)) return refuseMember('input.unknown-member', memberPath(path, name));
      const inner = shape(given, memberPath(path, name));
      if (inner instanceof Refusal) return inner;
      read[name] = inner;
    }
    return read;
  };
}

export function listOf<T>(shape: Shape<T>): Shape<readonly T[]> {
  return (value, path) => {
    if (!Array.isArray(value)) return refuseMember('input.bad-value', path);
    const read: T[] = [];
    for (const [index, given] of (value as readonly Json[]).entries()) {
      const inner = shape(given, `${path}/${index}`);
      if (inner instanceof Refusal) return inner;
      read.push(inner);
    }
    return read;
  };
}

export function literal<const T extends string>(...allowed: readonly T[]): Shape<T> {
  return (value, path) => allowed.find((one) => one === value) ?? refuseMember('input.bad-value', path);
}

/** The pattern must be anchored. */
export function text(pattern: RegExp): Shape<string> {
  return (value, path) =>
    typeof value === 'string' && pattern.test(value) ? value : refuseMember('input.bad-value', path);
}

export function integerFrom(lowest: number): Shape<number> {
  return (value, path) =>
    typeof value === 'number' && value >= lowest ? value : refuseMember('input.bad-value', path);
}

export const flag: Shape<boolean> = (value, path) =>
  typeof value === 'boolean' ? value : refuseMember('input.bad-value', path);

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Index of the first item that does not come strictly after the one before it (UTF-16 order), or -1. */
export function firstOutOfOrder(items: readonly string[]): number {
  return items.findIndex((item, index) => index > 0 && item <= items[index - 1]!);
}

/** Names the member, cut to a length that is safe to show. */
export function refuseMember(code: RefusalCode, path: string): Refusal {
  return refuse(code, { name: path.slice(path.lastIndexOf('/') + 1).slice(0, 64) }, path);
}

function memberPath(path: string, name: string): string {
  return `${path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
