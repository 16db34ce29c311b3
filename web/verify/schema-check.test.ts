import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../kernel/canonical.ts';
import { exchangeProfile } from '../../kernel/exchange/exchange-profile.ts';
import type { JsonSchema } from '../../kernel/profile.ts';
import { payloadSchema } from '../../kernel/record/payload.ts';
import { profiles } from '../../profiles/index.ts';
import { compileSchema as compileOnServer } from '../../server/schema-compiler.ts';
import { compileSchema } from './schema-check.ts';

const root = new URL('../../', import.meta.url);

const schemas = new Map<string, JsonSchema>([['payload', payloadSchema]]);
for (const { name, types, questions } of [exchangeProfile, ...profiles]) {
  for (const [type, { schemas: versions }] of Object.entries(types))
    for (const [version, schema] of Object.entries(versions)) schemas.set(`${name}/${type}/${version}`, schema);
  for (const [question, { parameters }] of Object.entries(questions ?? {}))
    for (const [parameter, { schema }] of Object.entries(parameters))
      schemas.set(`${name}?${question}&${parameter}`, schema);
}
const compiled = [...schemas].map(([name, schema]) => ({
  name,
  here: compileSchema(schema),
  there: compileOnServer(schema),
}));

/** Every object in the vectors of the project: most keep to no schema, each keeps to some. */
const objects = new Map<string, JsonObject>();
function gather(value: Json): void {
  if (typeof value === 'string') {
    const payload = /^[\w-]{20,}\.([\w-]{20,})\.[\w-]{86}$/.exec(value)?.[1];
    if (payload !== undefined)
      try {
        gather(JSON.parse(Buffer.from(payload, 'base64url').toString()) as Json);
      } catch {
        // Refused vectors hold payloads that are no JSON.
      }
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) objects.set(JSON.stringify(value), value as JsonObject);
  for (const inner of Object.values(value)) gather(inner);
}
const folders = ['kernel/record', 'kernel/exchange', 'kernel/trust', 'profiles/phytosanitary', 'profiles/customs'];
for (const folder of folders)
  for (const file of readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' }))
    if (/vectors\/.*\.json$/.test(file)) gather(JSON.parse(readFileSync(new URL(`${folder}/${file}`, root), 'utf8')));

/** Objects and the schemas that they keep to: what mutations start from. */
const good = [...objects.values()].flatMap((object) =>
  compiled.filter(({ there }) => there(object) === undefined).map((schema) => ({ object, ...schema })),
);

const paths = (faults: readonly { readonly path: string }[] | undefined) =>
  [...new Set(faults?.map(({ path }) => path))].sort();

function agree({ name, here, there }: (typeof compiled)[number], value: Json): void {
  const ours = here(value);
  const theirs = there(value);
  expect(ours === undefined, `${name} ${JSON.stringify(value)}`).toBe(theirs === undefined);
  // The server tells the first twenty.
  if (theirs !== undefined && theirs.length < 20 && (ours?.length ?? 0) < 20)
    expect(paths(ours), `${name} ${JSON.stringify(value)}`).toEqual(paths(theirs));
}

const odd: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, true, false, 0, -0, 1, -1, 1.5, 1e21, '', ' ', 'a', '\u0000', 'ə', '💚', '\ud83d', '\n'),
  fc.constantFrom<Json>(
    '2026-11-22',
    '2026-02-31',
    '2026-11-22T10:00:00.000Z',
    'null',
    'NULL',
    '__proto__',
    'KGM',
    '01',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.integer(),
  fc.constantFrom<Json>([], {}, [[]], [null], ['a', 'a'], JSON.parse('{"__proto__":{}}') as Json, { constructor: 1 }),
  fc.constantFrom(1, 2, 3, 34, 35, 59, 60, 61, 64, 65, 255, 256, 400, 401, 4000).map((length) => '💚'.repeat(length)),
);
const names = fc.constantFrom(
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'x',
  '',
  'a/b',
  'a~b',
  '0',
  'length',
);

interface Change {
  readonly at: number;
  readonly what: 'replace' | 'remove' | 'add' | 'twice' | 'lengthen';
  readonly value: Json;
  readonly name: string;
}
const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(10_000),
  what: fc.constantFrom('replace', 'remove', 'add', 'twice', 'lengthen'),
  value: odd,
  name: names,
});

/** One change somewhere inside; members are set as own ones, whatever they are called. */
function changed(value: Json, { at, what, value: put, name }: Change): Json {
  const copy = structuredClone(value) as Json;
  const places: { readonly holder: Record<string, Json>; readonly member: string }[] = [];
  const visit = (inner: Json): void => {
    if (typeof inner !== 'object' || inner === null) return;
    for (const [member, below] of Object.entries(inner)) {
      places.push({ holder: inner as Record<string, Json>, member });
      visit(below);
    }
  };
  visit(copy);
  const place = places[at % Math.max(1, places.length)];
  if (place === undefined) return put;
  const { holder, member } = place;
  const set = (key: string, to: Json) =>
    Object.defineProperty(holder, key, { value: to, enumerable: true, configurable: true, writable: true });
  const held = holder[member]!;
  if (what === 'replace') set(member, put);
  else if (what === 'add' && !Array.isArray(holder)) set(name, put);
  else if (what === 'remove' && !Array.isArray(holder)) delete holder[member];
  else if (what === 'lengthen' && typeof held === 'string') set(member, held + '💚'.repeat(at % 500));
  else if (Array.isArray(held)) set(member, [...held, ...held]);
  return copy;
}

describe('the schema check of pages and that of servers', () => {
  test('know all schemas and enough values', () => {
    expect(schemas.size).toBeGreaterThan(20);
    expect(objects.size).toBeGreaterThan(300);
    expect(new Set(good.map(({ name }) => name)).size).toBeGreaterThan(15);
  });

  test('agree on every object of every vector, schema by schema', () => {
    for (const schema of compiled) for (const object of objects.values()) agree(schema, object);
  }, 60_000);

  test('agree on whatever one or two changes make of good ones', () => {
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.array(change, { minLength: 1, maxLength: 2 }), (index, changes) => {
        const { object, ...schema } = good[index]!;
        agree(schema, changes.reduce<Json>(changed, object));
      }),
      { numRuns: 6000 },
    );
  }, 60_000);

  test('agree on values of any kind', () => {
    fc.assert(
      fc.property(
        fc.nat(compiled.length - 1),
        fc.oneof(
          odd,
          fc.jsonValue().map((value) => value as Json),
        ),
        (at, value) => agree(compiled[at]!, value),
      ),
      { numRuns: 2000 },
    );
  }, 60_000);
});

test('a hint for forms allows what is allowed without it; one that is not known is a fault of the program', () => {
  for (const compile of [compileSchema, compileOnServer]) {
    const check = compile({ type: 'array', form: 'open', items: { type: 'integer', form: 'row-number' } });
    expect([check([1]), check(['1'])?.map(({ keyword }) => keyword)]).toEqual([undefined, ['type']]);
    expect(() => compile({ form: 'wide' })).toThrow();
  }
});

test.each<JsonSchema>([{ format: 'date' }, { oneOf: [] }, { type: 'number' }, { items: { maxlength: 1 } }])(
  'a keyword that is not known is a fault of the program: %j',
  (schema) => {
    expect(() => compileSchema(schema)).toThrow(TypeError);
  },
);
