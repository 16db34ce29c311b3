import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { JsonObject } from '../../kernel/canonical.ts';
import { type Reference, recordKind, uniqueReferences } from '../../kernel/reference.ts';
import { phytosanitary } from './profile.ts';

interface Vector {
  readonly type: string;
  readonly issuer: string;
  readonly to: readonly string[];
  readonly claims: JsonObject;
}

const folder = new URL('vectors/valid/', import.meta.url);
const vectorOf = (name: string): Vector => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
const referencesOf = (vector: Vector): readonly Reference[] =>
  uniqueReferences(phytosanitary.types[vector.type]?.references?.(vector) ?? []);
const told = (name: string) => referencesOf(vectorOf(`${name}.json`)).map(({ kind, value }) => `${kind} ${value}`);

test('every vector refers to what it can by kinds that are declared', () => {
  const kinds = new Set([recordKind, ...Object.keys(phytosanitary.references ?? {})]);
  for (const name of readdirSync(folder).filter((name) => name.endsWith('.json')))
    for (const { kind, value } of referencesOf(vectorOf(name))) {
      expect(kinds, `${name}: ${value}`).toContain(kind);
      expect(value).not.toBe('');
    }
});

test('what follows a record tells the records that it names', () => {
  const [result] = vectorOf('non-compliance.json').claims['laboratoryResults'] as string[];
  expect(told('non-compliance')).toContain(`record ${result}`);
  expect(told('settlement')[0]).toMatch(/^certificate /);
});

test('a departure refers to what the goods left in, and to its seals', () => {
  expect(told('departure')).toEqual(['vehicle 10-XX-042', 'container CSQU3054383', 'seal AZ0012']);
});

test('tractor and trailer in one text are two vehicles, numbers on rails wagons', () => {
  const vector = vectorOf('apples-by-rail.json');
  const conveyances = [
    { mode: '3', id: '10-AA-123 / 10-BB-456' },
    { mode: '2', id: '91860346' },
    { mode: '2', id: '2201' },
    { mode: '1', id: 'MSKU1234565' },
    { mode: '3', name: 'Volvo' },
  ];
  const references = referencesOf({ ...vector, claims: { ...vector.claims, conveyances, containers: [] } });
  expect(references.map(({ kind, value }) => `${kind} ${value}`)).toEqual(
    expect.arrayContaining([
      'vehicle 10-AA-123',
      'vehicle 10-BB-456',
      'wagon 91860346',
      'vehicle 2201',
      'container MSKU1234565',
    ]),
  );
});

test('a certificate is known by its own number, by that which it replaces and by its originals', () => {
  expect(told('replacement').filter((one) => one.startsWith('certificate ')).length).toBe(2);
  const originals = told('re-export-with-originals');
  expect(originals.filter((one) => one.startsWith('record '))).not.toEqual([]);
  expect(originals.filter((one) => one.startsWith('certificate ')).length).toBeGreaterThan(1);
});

test('a notice refers to its units, their seals and the records in them', () => {
  const kinds = new Set(told('prior-notice').map((one) => one.split(' ')[0]));
  expect([...kinds]).toEqual(expect.arrayContaining(['notice', 'wagon', 'seal', 'record']));
});

test('documents count by their UN 1001 names', () => {
  const vector = vectorOf('apples-by-rail.json');
  const documents = [
    { type: '730', number: 'CMR 17' },
    { type: '830', number: '10000123/010126/0001234' },
    { type: '380', number: 'INV-1' },
    { number: 'X-1' },
  ];
  const told = referencesOf({ ...vector, claims: { ...vector.claims, documents } }).map(({ value }) => value);
  expect(told).toEqual(expect.arrayContaining(['CMR 17', '10000123/010126/0001234']));
  expect(told).not.toContain('INV-1');
  expect(told).not.toContain('X-1');
});
