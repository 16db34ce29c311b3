import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../kernel/canonical.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { spsCertificate } from './format.ts';

const source = { grower: 'AZ-G-1', product: 'LYPES', season: '2026', quantity: { value: '1', unit: 'TNE' } };
const place = (name: string, ...producers: JsonObject[]) => ({
  names: [{ text: name }],
  ...(producers.length === 0 ? {} : { producers }),
});

function certificate(subdivisions: JsonObject[]): JsonObject {
  return {
    number: 'AZ-1',
    issued: '2026-11-10',
    exportCountry: { code: 'AZ' },
    importCountry: { code: 'RU' },
    lines: [{ sequence: 1, origins: [{ country: 'AZ', subdivisions }], sources: [source, source] }],
  };
}

function written(claims: JsonObject): string {
  const bytes = spsCertificate.write('certificate', claims, new Map());
  if (bytes instanceof Refusal) throw new Error(bytes.code);
  return new TextDecoder().decode(bytes);
}

function read(xml: string): JsonObject {
  const reading = spsCertificate.read(new TextEncoder().encode(xml));
  if (reading instanceof Refusal) throw new Error(reading.code);
  return reading.claims;
}

const marked = '<ram:ID schemeID="samur-grower">AZ-G-1</ram:ID>';
const parties = (xml: string) => xml.match(/<ram:ActivityAuthorizedSPSParty>/g)?.length ?? 0;

describe('growers of sources', () => {
  it('stand once among the producers of the one place of origin, and are not taken for claims', () => {
    const claims = certificate([place('Şəmkir', { id: 'AZ-G-2', name: 'İstixana' })]);
    const xml = written(claims);
    expect([xml.includes(marked), parties(xml)]).toEqual([true, 2]);
    expect(read(xml)).toEqual(claims);
  });

  it('stand there as the claims name them', () => {
    const claims = certificate([place('Şəmkir', { id: 'AZ-G-1', name: 'İstixana' })]);
    const xml = written(claims);
    expect([xml.includes(marked), parties(xml)]).toEqual([false, 1]);
    expect(read(xml)).toEqual(claims);
  });

  it('are put to no place where there are several, or none', () => {
    for (const claims of [certificate([place('Şəmkir'), place('Quba')]), { ...certificate([]) }]) {
      expect(parties(written(claims))).toBe(0);
    }
  });

  it('that somebody altered stay, as the producer that the document states', () => {
    const claims = certificate([place('Şəmkir')]);
    const altered = written(claims).replace(marked, marked.replace('AZ-G-1', 'AZ-G-9'));
    expect(read(altered)).toEqual(certificate([place('Şəmkir', { id: 'AZ-G-9' })]));
  });

  it('keep what else a document says of them', () => {
    const named = written(certificate([place('Şəmkir')])).replace(marked, `${marked}<ram:Name>Ad</ram:Name>`);
    expect(read(named)).toEqual(certificate([place('Şəmkir', { id: 'AZ-G-1', name: 'Ad' })]));
  });
});
