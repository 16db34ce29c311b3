import { fromUtf8 } from './bytes.ts';
import { Refusal, refuse } from './refusal.ts';

/** JSON as records carry it: no fractions, no unsafe integers; a quantity is a decimal string. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [member: string]: Json;
}

export const maxDepth = 32;

class TooDeep extends RangeError {}

/**
 * The one text of a JSON value: RFC 8785 (JCS) restricted to safe integers and well-formed strings, so that
 * any JCS library gives the same bytes. Members are ordered by UTF-16 code units.
 */
export function canonical(value: Json): string {
  if (isInOrder(value, 0)) return JSON.stringify(value);
  const ordered = inOrder(value, 0);
  return ordered === undefined ? write(value, 0) : JSON.stringify(ordered);
}

/**
 * A copy with its members in the order of its canonical text, which is then written without another; the value itself
 * where there is no such copy or no such text.
 */
export function inCanonicalOrder<T extends Json>(value: T): T {
  try {
    return (inOrder(value, 0) as T | undefined) ?? value;
  } catch {
    return value;
  }
}

/** Whether the value is what reading its own canonical text would give. */
export const isInCanonicalOrder = (value: Json): boolean => isInOrder(value, 0);

/**
 * The value with its members in order, for the platform to write at once; undefined when there are names that
 * engines order or take in their own way. Throws on what canonical JSON cannot carry, as `write` does.
 */
function inOrder(value: Json, depth: number): Json | undefined {
  if (depth > maxDepth) throw new TooDeep('value is nested too deeply');
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new RangeError('string has a lone surrogate');
    return value;
  }
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value) || Object.is(value, -0)) throw new RangeError('not a safe integer');
    return value;
  }
  if (value === null || typeof value === 'boolean') return value;
  if (Array.isArray(value)) {
    const items: Json[] = [];
    for (const item of value as readonly Json[]) {
      const ordered = inOrder(item, depth + 1);
      if (ordered === undefined) return undefined;
      items.push(ordered);
    }
    return items;
  }
  const object = value as JsonObject;
  const copy: { [member: string]: Json } = {};
  for (const member of Object.keys(object).sort()) {
    if (plainName.test(member)) {
      const inner = object[member];
      if (inner === undefined) continue;
      const ordered = inOrder(inner, depth + 1);
      if (ordered === undefined) return undefined;
      copy[member] = ordered;
    } else return undefined;
  }
  return copy;
}

/** Never a number, which engines put first, nor `__proto__`, which is no member when assigned, nor `toJSON`. */
const plainName = /^(?!toJSON$)[A-Za-z@][\w-]*$/;

function write(value: Json, depth: number): string {
  if (depth > maxDepth) throw new TooDeep('value is nested too deeply');
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value) || Object.is(value, -0)) throw new RangeError('not a safe integer');
    return String(value);
  }
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new RangeError('string has a lone surrogate');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) {
    let text = '[';
    for (let i = 0; i < value.length; i++) text += (i === 0 ? '' : ',') + write(value[i], depth + 1);
    return `${text}]`;
  }
  const object = value as JsonObject;
  const members = Object.keys(object).sort();
  let text = '{';
  let first = true;
  for (const member of members) {
    const inner = object[member];
    if (inner === undefined) continue;
    if (!member.isWellFormed()) throw new RangeError('member name has a lone surrogate');
    text += `${first ? '' : ','}${JSON.stringify(member)}:${write(inner, depth + 1)}`;
    first = false;
  }
  return `${text}}`;
}

/**
 * Reads a text that must already be in canonical form. Doubled members, other number forms, white space and
 * another member order all fail the comparison, so nothing is read in two ways by two parsers.
 */
export function parseCanonical(text: string): Json | Refusal {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    return refuse('input.not-json');
  }
  // The platform writes members in the order in which it read them: a text it gives back, with its members in
  // order, is canonical. Whatever it would write otherwise, such as names that are numbers, goes the long way.
  if (isInOrder(value, 0) && JSON.stringify(value) === text) return value;
  try {
    return canonical(value) === text ? value : refuse('input.not-canonical');
  } catch (thrown) {
    return refuse(thrown instanceof TooDeep ? 'input.too-deep' : 'input.not-canonical');
  }
}

/** True when the platform's own writing of the value can differ from the canonical text in nothing. */
function isInOrder(value: Json | undefined, depth: number): boolean {
  if (depth > maxDepth || value === undefined) return false;
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value === 'number') return Number.isSafeInteger(value) && !Object.is(value, -0);
  if (value === null || typeof value === 'boolean') return true;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) if (!isInOrder(value[i], depth + 1)) return false;
    return true;
  }
  const object = value as JsonObject;
  const members = Object.keys(object);
  for (let i = 0; i < members.length; i++) {
    const member = members[i] as string;
    if (i > 0 && (members[i - 1] as string) >= member) return false;
    if (!member.isWellFormed() || !isInOrder(object[member], depth + 1)) return false;
  }
  return true;
}

/** JSON of any form from UTF-8 bytes; nothing is said of its members. */
export function parseJson(bytes: Uint8Array): Json | Refusal {
  const text = fromUtf8(bytes);
  if (text instanceof Refusal) return text;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return refuse('input.not-json');
  }
}
