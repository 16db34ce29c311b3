/**
 * A certificate is printed by taking its members out of a copy. What is left when every box is filled is printed under
 * "further details": nothing that was signed is missing on the paper because nobody thought of it.
 */
import type { Json, JsonObject } from '../../../kernel/canonical.ts';

/** Takes a member out. */
export function take<T extends object, K extends keyof T>(from: T, member: K): T[K] {
  const value = from[member];
  Reflect.deleteProperty(from, member);
  return value;
}

/** All items of a list; the list stays, for what is not taken of its items. */
export function each<T>(items: readonly T[] | undefined): readonly T[] {
  return items ?? [];
}

/** Without what was emptied; undefined when nothing is left. */
export function remaining(value: Json): Json | undefined {
  if (Array.isArray(value)) {
    const items = value.map(remaining).filter((item) => item !== undefined);
    return items.length === 0 ? undefined : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value)
    .map(([name, member]) => [name, remaining(member)] as const)
    .filter((entry): entry is readonly [string, Json] => entry[1] !== undefined);
  return members.length === 0 ? undefined : (Object.fromEntries(members) satisfies JsonObject);
}
