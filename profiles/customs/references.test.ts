import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { JsonObject } from '../../kernel/canonical.ts';
import { evenReference, recordKind, uniqueReferences } from '../../kernel/reference.ts';
import { customs } from './profile.ts';

interface Vector {
  readonly type: string;
  readonly issuer: string;
  readonly to: readonly string[];
  readonly claims: JsonObject;
}

const folder = new URL('vectors/valid/', import.meta.url);
const vectors = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Vector);
const told = (vector: Vector): readonly string[] =>
  uniqueReferences(customs.types[vector.type]?.references?.(vector) ?? []).map(({ kind, value }) => `${kind} ${value}`);

test('every vector refers to what it can by kinds that are declared', () => {
  const kinds = new Set([recordKind, ...Object.keys(customs.references ?? {})]);
  expect(vectors.length).toBeGreaterThan(0);
  for (const vector of vectors) for (const one of told(vector)) expect(kinds).toContain(one.split(' ')[0]);
});

test('a manifest is known by its numbers, by what carries the goods, and by the papers that come with it', () => {
  for (const vector of vectors.filter(({ type }) => type === 'manifest')) {
    const { number, transport, means } = vector.claims as unknown as {
      number: string;
      transport: { number: string };
      means: readonly { kind: string; number: string; seals?: readonly { number: string }[] }[];
    };
    const expected = means.flatMap(({ kind, number, seals = [] }) => [
      `${kind === 'trailer' ? 'vehicle' : kind} ${number}`,
      ...seals.map((seal) => `seal ${seal.number}`),
    ]);
    const named = told(vector).map(evenReference);
    for (const one of [`manifest ${number}`, `transport-document ${transport.number}`, ...expected])
      expect(named).toContain(evenReference(one));
  }
});

test('what stands before an officer is told apart by the form of its number', () => {
  const means = ['10-XX-034', '91860346', 'MSKU 123456-5'].map((number) => ({
    number,
    seals: [{ number: 'AZ0034', state: 'good' }],
  }));
  const arrival = { type: 'manifest-arrival', issuer: 'ru.fts', to: [], claims: { means } as unknown as JsonObject };
  expect(told(arrival)).toEqual(['vehicle 10-XX-034', 'seal AZ0034', 'wagon 91860346', 'container MSKU 123456-5']);
});

test('a control result tells the seals before and after', () => {
  const seals = [{ means: '10-XT-034', before: ['KARVAN-17'], after: ['AZ0034'], state: 'good' }];
  const result = { type: 'control-result', issuer: 'az.customs', to: [], claims: { seals } };
  expect(told(result)).toEqual(['vehicle 10-XT-034', 'seal KARVAN-17', 'seal AZ0034']);
  expect(told({ ...result, claims: {} })).toEqual([]);
});

test('a write-off names its declaration and the certificates whose lines it takes from', () => {
  for (const vector of vectors.filter(({ type }) => type === 'write-off')) {
    const { declaration, lines } = vector.claims as unknown as {
      declaration: string;
      lines: readonly { certificate: { number: string; record: string } }[];
    };
    const certificates = lines.flatMap(({ certificate: { number, record } }) => [
      `certificate ${number}`,
      `record ${record}`,
    ]);
    expect(told(vector)).toEqual(expect.arrayContaining([`declaration ${declaration}`, ...certificates]));
  }
});
