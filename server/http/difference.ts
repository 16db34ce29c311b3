/** What two claims say differently, place by place. */
import { canonical, type Json, type JsonObject } from '../../kernel/canonical.ts';
import { pointerToken } from './json-body.ts';

/** `path` is a JSON Pointer into the record's claims; for what the document says in addition, into the document's. */
export interface Difference {
  readonly path: string;
  /** What each side says, in short; absent where it says nothing. */
  readonly record?: string;
  readonly document?: string;
}

export interface Differences {
  /** The first of them. */
  readonly differences: readonly Difference[];
  /** How many more there are. */
  readonly omitted: number;
}

type Said = Json | undefined;

const maxTold = 100;

class Found {
  readonly differences: Difference[] = [];
  omitted = 0;

  add(path: string, record: Said, document: Said): void {
    if (this.differences.length === maxTold) this.omitted++;
    else
      this.differences.push({
        path,
        ...(record === undefined ? {} : { record: short(record) }),
        ...(document === undefined ? {} : { document: short(document) }),
      });
  }
}

/**
 * `travelling` is what is left of the record's claims in a document. A document may say what the record says, or
 * leave out what does not travel; anything else is told.
 */
export function differences(record: JsonObject, travelling: JsonObject, document: JsonObject): Differences {
  const found = new Found();
  compare(record, travelling, document, '', found);
  return { differences: found.differences, omitted: found.omitted };
}

function compare(record: Said, travelling: Said, document: Said, path: string, found: Found): void {
  if (equal(document, record) || equal(document, travelling)) return;
  if (Array.isArray(record) && Array.isArray(document)) {
    compareLists(record, Array.isArray(travelling) ? travelling : [], document, path, found);
  } else if (isObject(record) && isObject(document)) {
    const left = isObject(travelling) ? travelling : {};
    for (const name of new Set([...Object.keys(record), ...Object.keys(document)])) {
      compare(own(record, name), own(left, name), own(document, name), `${path}/${pointerToken(name)}`, found);
    }
  } else found.add(path, record, document);
}

/** Equal items at both ends are passed over, so that one left out or put in is told alone. */
function compareLists(
  record: readonly Json[],
  travelling: readonly Json[],
  document: readonly Json[],
  path: string,
  found: Found,
): void {
  const shorter = Math.min(record.length, document.length);
  let first = 0;
  while (first < shorter && equal(record[first], document[first])) first++;
  let last = 0;
  while (last < shorter - first && equal(record.at(-1 - last), document.at(-1 - last))) last++;
  const end = Math.max(record.length, document.length) - last;
  for (let at = first; at < end; at++) {
    const inRecord = at < record.length - last ? record[at] : undefined;
    const inDocument = at < document.length - last ? document[at] : undefined;
    compare(inRecord, travelling[at], inDocument, `${path}/${at}`, found);
  }
}

const isObject = (value: Said): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const own = (object: JsonObject, name: string): Said => (Object.hasOwn(object, name) ? object[name] : undefined);

function equal(a: Said, b: Said): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => equal(item, b[index]));
  }
  if (!isObject(a) || !isObject(b)) return false;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && equal(a[name], b[name]))
  );
}

const maxText = 200;

function short(value: Json): string {
  const text = typeof value === 'string' ? value : canonical(value);
  const start = Array.from(text.slice(0, 2 * maxText + 2));
  return start.length > maxText ? `${start.slice(0, maxText - 1).join('')}…` : text;
}
