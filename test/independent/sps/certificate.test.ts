import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../kernel/canonical.ts';
import type { Reading } from '../../../kernel/format.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { arbitraryAnnexes, arbitraryCertificate } from '../../../profiles/phytosanitary/claims/arbitrary.ts';
import { spsCertificate } from '../../../profiles/phytosanitary/xml/format.ts';
import { schemaCheck, spsFolder } from './schema.ts';

function read(bytes: Uint8Array): Reading {
  const reading = spsCertificate.read(bytes);
  if (reading instanceof Refusal) throw new Error(`${reading.code} at ${reading.path}`);
  return reading;
}

function write(type: string, claims: JsonObject, annexes: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const bytes = spsCertificate.write(type, claims, annexes);
  if (bytes instanceof Refusal) throw new Error(bytes.code);
  return bytes;
}

const samples = join(spsFolder(), 'samples');
const check = schemaCheck();

describe('published samples', () => {
  const names = readdirSync(samples).filter((name) => name.endsWith('.xml'));

  it('are there', () => {
    expect(names.length).toBeGreaterThan(0);
  });

  it.each(names)('%s is read, written validly and read again with equal claims', (name) => {
    const bytes = readFileSync(join(samples, name));
    expect(check(bytes)).toEqual([]);
    const { type, claims } = read(bytes);
    expect(claims['unmapped']).toBeUndefined();
    const written = write(type, claims, new Map());
    expect(check(written)).toEqual([]);
    expect(read(written).claims).toEqual(claims);
  });
});

describe('documents of the full mapping', () => {
  const vectors = new URL('../../../profiles/phytosanitary/vectors/', import.meta.url);
  const names = readdirSync(new URL('readings/', vectors)).map((name) => name.replace('.json', '.xml'));

  it.each(names)('%s is valid, as it stands and as it is written', (name) => {
    const bytes = readFileSync(new URL(`valid/${name}`, vectors));
    expect(check(bytes)).toEqual([]);
    const { type, claims } = read(bytes);
    expect(check(write(type, claims, new Map()))).toEqual([]);
  });
});

describe('generated certificates', () => {
  it('are written validly', () => {
    fc.assert(
      fc.property(fc.constantFrom('certificate', 're-export-certificate'), arbitraryCertificate, (type, claims) => {
        expect(check(write(type, claims, arbitraryAnnexes))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the check itself', () => {
  it('finds what the schema forbids', () => {
    const name = readdirSync(samples).find((file) => file.endsWith('.xml')) as string;
    const text = readFileSync(join(samples, name), 'utf8');
    expect(check(Buffer.from(text.replace(/<ram:TypeCode>\d+<\/ram:TypeCode>/, '')))).not.toEqual([]);
  });
});
