/** Whatever a schema lets through, no rule fails on it, and each finding points to where it is about. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../kernel/canonical.ts';
import type { Statement } from '../../kernel/profile.ts';
import { subjectOf, vectorView } from '../../kernel/testing/vector-view.ts';
import { massScale } from './mass.ts';
import { customs } from './profile.ts';

interface Schema {
  readonly type?: string;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly enum?: readonly Json[];
  readonly const?: Json;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

const odd = fc.constantFrom('a', 'Ə 1', '10-AA-042', '—', '91860346', 'CSQU3054383');

/** Texts of a pattern are made once: drawing them anew takes most of the time. */
const pools = new Map<string, readonly string[]>();

function textOf({ pattern = '', maxLength = 400 }: Schema): fc.Arbitrary<string> {
  const takes = new RegExp(pattern, 'u');
  // Free texts are given by hand: their patterns only keep control characters out.
  if (takes.test('Ə 1')) return odd;
  const made = fc.stringMatching(takes).filter((text) => text.length <= maxLength);
  const pool = pools.get(pattern) ?? fc.sample(made, { numRuns: 20, seed: 5 });
  pools.set(pattern, pool);
  return fc.constantFrom(...pool);
}

function ofSchema(schema: Schema): fc.Arbitrary<Json> {
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.type === 'integer') return fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 9 });
  if (schema.type === 'array') {
    const maxLength = Math.min(3, schema.maxItems ?? 3);
    return fc.array(ofSchema(schema.items ?? {}), { minLength: schema.minItems ?? 0, maxLength });
  }
  if (schema.type === 'object') return objectOf(schema);
  return textOf(schema);
}

function objectOf({ properties = {}, required = [] }: Schema): fc.Arbitrary<JsonObject> {
  const members = Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, ofSchema(inner)]));
  return fc.record(members, { requiredKeys: [...required] }) as fc.Arbitrary<JsonObject>;
}

const claimsOf = (type: string) => objectOf(customs.types[type]?.schemas[1] as Schema);
const [sending, receiving] = ['az.customs', 'ru.fts'];

/** Whether a JSON Pointer leads into the claims, or to a member of theirs that is left out. */
function leads(claims: JsonObject, path: string): boolean {
  const steps = path.split('/').slice(1);
  steps.pop();
  let value: Json | undefined = claims;
  for (const step of steps) {
    if (typeof value !== 'object' || value === null) return false;
    value = (value as Record<string, Json>)[step];
  }
  return typeof value === 'object' && value !== null;
}

const rows = fc.record({
  manifest: claimsOf('manifest'),
  arrival: claimsOf('manifest-arrival'),
  result: claimsOf('control-result'),
  office: claimsOf('customs-office'),
});
type Rows = typeof rows extends fc.Arbitrary<infer R> ? R : never;

const stated = '2026-11-20T10:00:00.000Z';
const registersOf = ({ manifest, arrival, result, office }: Rows) => [
  { name: 'manifest-arrival', key: [receiving, sending, String(manifest['number']), stated], value: arrival },
  ...[sending, receiving].flatMap((customs) => [
    { name: 'control-result', key: [customs, sending, String(manifest['number']), 'R'], value: { ...result, stated } },
    { name: 'customs-office', key: [customs, String(office['code'])], value: office },
  ]),
];

describe.each(Object.keys(customs.types))('%s', (type) => {
  it('is judged, summed up and folded whatever it says', () => {
    const follows = customs.types[type]?.follows;
    const declaration = customs.types[type];
    let told = 0;
    fc.assert(
      fc.property(claimsOf(type), rows, fc.boolean(), (claims, held, byReceiving) => {
        const issuer = byReceiving ? receiving : sending;
        const record = {
          id: 'a'.repeat(64),
          type: 'manifest',
          issuer: sending,
          to: [receiving],
          claims: { ...held.manifest, destination: 'RU' },
          time: '2026-11-20T06:00:00Z',
          state: 'arrived',
        };
        const said: Statement = {
          type,
          issuer,
          to: [byReceiving ? sending : receiving],
          claims,
          time: Date.UTC(2026, 10, 20, 12),
          ...(follows?.required && { subject: subjectOf(record) }),
        };
        const view = vectorView({ registers: registersOf(held), records: [record] }, massScale);
        const found = declaration?.rules.flatMap((rule) => rule.check(said, view)) ?? [];
        told += found.length;
        const astray = found.filter(({ code, path }) => !Object.hasOwn(customs.findings, code) || !leads(claims, path));
        expect(astray).toEqual([]);
        for (const { key } of declaration?.statements?.(said) ?? []) {
          expect(key.every((part) => part !== '')).toBe(true);
          if (issuer === sending || declaration?.lifeCycle !== undefined) expect(key[0]).toBe(issuer);
        }
        const { number, title, search } = declaration?.summary(claims) ?? {};
        expect([typeof number, typeof title, Array.isArray(search)]).toEqual(['string', 'string', true]);
      }),
      { numRuns: 150 },
    );
    expect(told > 0 || ['manifest-reply', 'project-goods', 'weight-tolerance'].includes(type)).toBe(true);
  });
});
