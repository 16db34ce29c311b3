import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../kernel/canonical.ts';
import { languages } from '../../../kernel/finding.ts';
import { arbitraryCertificate } from '../claims/arbitrary.ts';
import { certificateVectors } from '../testing/certificates.ts';
import { printedLeaves, squeezed } from '../testing/printed-leaves.ts';
import { ranges } from './line-numbers.ts';
import { certificatePaper } from './paper.ts';
import { captions } from './words.ts';
import { amount, momentOf } from './words-of.ts';

const vectors = certificateVectors();
const texts = (value: Json): readonly string[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [String(value)];
/** Every free text with a mark of its own, so that one does not stand in for another. */
function toldApart(claims: JsonObject): JsonObject {
  let count = 0;
  const mark = (name: string, value: Json): Json => {
    if (typeof value === 'string') return name === 'text' || name === 'name' ? `${value} §${count++}` : value;
    if (Array.isArray(value)) return value.map((item) => mark('', item));
    return typeof value === 'object' && value !== null ? each(value as JsonObject) : value;
  };
  const each = (object: JsonObject): JsonObject =>
    Object.fromEntries(Object.entries(object).map(([name, value]) => [name, mark(name, value)]));
  return each(claims);
}

const recordOf = (name: string) => {
  const [, record] = vectors.find(([one]) => one === name) ?? [];
  if (record === undefined) throw new Error(name);
  return record;
};
const formOf = (name: string, pair: readonly ['az' | 'ru' | 'en', 'az' | 'ru' | 'en']) =>
  certificatePaper.data(recordOf(name), pair);

describe('the form of a certificate', () => {
  it('has vectors of both types', () => {
    expect(new Set(vectors.map(([, { type }]) => type))).toEqual(new Set(['certificate', 're-export-certificate']));
    expect(vectors.length).toBeGreaterThan(15);
  });

  it.each(vectors)('leaves nothing of %s out', (_, record) => {
    for (const pair of [
      ['az', 'ru'],
      ['ru', 'az'],
      ['az', 'en'],
      ['en', 'en'],
    ] as const) {
      const said = squeezed(texts(certificatePaper.data(record, pair)).join(' '));
      const missing = printedLeaves(record.claims).filter(({ anyOf }) => !anyOf.some((text) => said.includes(text)));
      expect(missing).toEqual([]);
    }
  });

  it('leaves nothing of any claims out', () => {
    const record = recordOf('valid/re-export.json');
    fc.assert(
      fc.property(arbitraryCertificate, fc.constantFrom('certificate', 're-export-certificate'), (drawn, type) => {
        const claims = toldApart(drawn);
        const said = squeezed(texts(certificatePaper.data({ ...record, type, claims }, ['az', 'ru'])).join(' '));
        const missing = printedLeaves(claims).filter(({ anyOf }) => !anyOf.some((text) => said.includes(text)));
        expect(missing).toEqual([]);
      }),
      { numRuns: 150 },
    );
  }, 30_000);

  it('does not touch the record', () => {
    for (const [, record] of vectors) {
      const before = JSON.stringify(record);
      certificatePaper.data(record, ['az', 'ru']);
      expect(JSON.stringify(record)).toBe(before);
    }
  });

  it('takes the languages of both sides', () => {
    const record = recordOf('valid/apples-by-rail.json');
    const between = (from: string, to: string) => {
      const claims = { ...record.claims, exportCountry: { code: from }, importCountry: { code: to } };
      return certificatePaper.languages({ ...record, claims });
    };
    expect(between('AZ', 'RU')).toEqual(['az', 'ru']);
    expect(between('RU', 'AZ')).toEqual(['ru', 'az']);
    expect(between('AZ', 'GE')).toEqual(['az', 'en']);
    expect(between('AZ', 'AZ')).toEqual(['az', 'en']);
    expect(between('TR', 'GE')).toEqual(['en', 'en']);
  });

  it('writes titles in capitals after the rules of each language', () => {
    expect(formOf('valid/re-export.json', ['az', 'ru'])['title']).toEqual([
      'TƏKRAR İXRAC ÜÇÜN FİTOSANİTAR SERTİFİKAT',
      'ФИТОСАНИТАРНЫЙ СЕРТИФИКАТ НА РЕЭКСПОРТ',
    ]);
  });

  it('numbers the boxes in the order of the model', () => {
    const { boxes } = formOf('valid/apples-by-rail.json', ['az', 'ru']) as { boxes: { number: number }[][] };
    expect(boxes.flat().map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('ticks the boxes that the record ticks, and no other', () => {
    const { statements } = formOf('valid/re-export.json', ['en', 'en']) as unknown as {
      statements: { statements: { runs: (string | { ticked: boolean })[] }[] }[];
    };
    const runs = statements[0]!.statements[0]!.runs;
    const after = runs.flatMap((run, at) =>
      typeof run === 'string' ? [] : [[run.ticked, String(runs[at + 1])] as const],
    );
    expect(after.map(([ticked]) => ticked)).toEqual([false, true, false, false, false, false, false, false]);
    expect(after[1]![1]).toContain('certified true copy');
    expect(runs.join(' ')).toContain('TR-PC-77');
    expect(runs.join(' ')).toContain('Türkiye');
  });

  it('prints the statement that was signed, and the model where none was', () => {
    const said = (name: string) => JSON.stringify(formOf(name, ['az', 'ru'])['statements']);
    expect(said('readings/full-depth-851.json')).toContain('certifying statement');
    expect(said('readings/full-depth-851.json')).not.toContain(captions['statement-export'].az);
    expect(said('valid/apples-by-rail.json')).toContain(captions['statement-export'].az);
    expect(said('valid/apples-by-rail.json')).toContain(captions['statement-export'].ru);
  });

  it('puts what many lines say alike under all their numbers', () => {
    const record = recordOf('valid/apples-by-rail.json');
    const [line] = record.claims['lines'] as JsonObject[];
    const lines = [1, 2, 3, 5].map((sequence) => ({ ...line, sequence, inspectionDates: ['2026-11-08'] }));
    const form = certificatePaper.data({ ...record, claims: { ...record.claims, lines } }, ['en', 'en']);
    expect(JSON.stringify(form['further'])).toContain('Line 1–3, 5');
  });
});

describe('amounts and times', () => {
  it('are written so that both languages read the same', () => {
    expect(amount('18000', ['az', 'ru'])).toBe('18\u00a0000');
    expect(amount('1234567.5', ['az', 'en'])).toBe('1\u00a0234\u00a0567,5');
    expect(amount('0.25', ['en', 'az'])).toBe('0.25');
    expect(amount('-0.5', ['az', 'ru'])).toBe('-0,5');
    expect(momentOf('2026-11-09', ['az', 'ru'])).toBe('09.11.2026');
    expect(momentOf('2026-11-09T10:15:00+04:00', ['ru', 'az'])).toBe('09.11.2026, 10:15 (UTC+04:00)');
    expect(momentOf('2026-11-09T10:15:30Z', ['az', 'en'])).toBe('2026-11-09, 10:15:30 (UTC)');
    expect(momentOf('2026-11-09T10:15:00', ['az', 'ru'])).toBe('09.11.2026, 10:15');
    expect(ranges([1, 2, 3, 5, 7, 8])).toBe('1–3, 5, 7–8');
  });

  it('every caption is said in every language', () => {
    for (const text of Object.values(captions)) for (const language of languages) expect(text[language]).toMatch(/\S/);
  });
});
