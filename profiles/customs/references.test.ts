import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { JsonObject } from '../../kernel/canonical.ts';
import { evenReference, recordKind, uniqueReferences } from '../../kernel/reference.ts';
import type { Manifest } from './claims/manifest.ts';
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

test('companies are named with their country, so that no number of one country is taken for that of another', () => {
  for (const vector of vectors.filter(({ type }) => type === 'manifest')) {
    const { consignor, consignee, carrier, declarant } = vector.claims as unknown as Manifest;
    const parties = [consignor, consignee, carrier, declarant].filter((party) => party !== undefined);
    const named = told(vector).filter((one) => one.startsWith('participant '));
    for (const one of named)
      expect(parties.map(({ country }) => country)).toContain(
        evenReference(one.slice('participant '.length)).slice(0, 2),
      );
    for (const { country, id, operator } of parties)
      for (const number of [id, operator].filter((one) => one !== undefined)) {
        const plain = evenReference(number);
        const full = plain.startsWith(country) ? plain : `${country}${plain}`;
        expect(named.map(evenReference)).toContain(evenReference(`participant ${full}`));
      }
  }
});

test('a company is told by whatever numbers there are of it, and by none where there is none', () => {
  const [vector] = vectors.filter(({ type }) => type === 'manifest');
  if (!vector) throw new Error('no manifest');
  const parties = {
    consignor: { name: 'A', country: 'AZ', id: '1400012311', operator: 'AZ-AR-0014' },
    consignee: { name: 'B', country: 'RU', id: '1400012311', operator: 'AZ-AR-0014' },
    carrier: { name: 'C', country: 'GE', id: '—' },
  };
  const { declarant: _, ...claims } = vector.claims;
  const named = told({ ...vector, claims: { ...claims, ...parties } }).filter((one) => one.startsWith('participant '));
  expect(named.map((one) => one.slice('participant '.length))).toEqual([
    'AZ 1400012311',
    'AZ-AR-0014',
    'RU 1400012311',
    'RU AZ-AR-0014',
  ]);
});
