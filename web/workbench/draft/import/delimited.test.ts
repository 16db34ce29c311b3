import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, readDelimited } from './delimited.ts';
import { reasonOf } from './testing/reason-of.ts';

describe('separated values', () => {
  it.each([
    [
      'pasted',
      'a\tb\n1,5\tx y\n',
      [
        ['a', 'b'],
        ['1,5', 'x y'],
      ],
    ],
    [
      'with semicolons and decimal commas',
      'a;b\r\n1,5;2,5\r\n',
      [
        ['a', 'b'],
        ['1,5', '2,5'],
      ],
    ],
    [
      'with commas and quotes',
      'a,b\n"x, ""y""\nz",2\n',
      [
        ['a', 'b'],
        ['x, "y"\nz', '2'],
      ],
    ],
    [
      'with a mark of bytes and empty rows',
      '\uFEFFa;b\n;\n\n1;2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['that name their separator', 'sep=|\na|b;c', [['a', 'b;c']]],
    ['in one column', 'a\nb', [['a'], ['b']]],
    [
      'uneven',
      'a;b;c\n1\n2;3;4;5',
      [
        ['a', 'b', 'c', ''],
        ['1', '', '', ''],
        ['2', '3', '4', '5'],
      ],
    ],
  ])('%s', (_, text, rows) => {
    expect(readDelimited(text)).toEqual(rows);
  });

  it('refuses what is no text, endless or empty', () => {
    expect(reasonOf(() => readDelimited('a\0b'))).toBe('not-text');
    expect(reasonOf(() => readDelimited(';;\n;\n'))).toBe('no-rows');
    expect(reasonOf(() => readDelimited('a;"b'))).toBe('open-quote');
    expect(reasonOf(() => readDelimited('a;b\n'.repeat(20_000)))).toBe('too-large');
  });

  it('reads again what was written', () => {
    const cell = fc.string().map((text) => text.replaceAll('\0', '').trim());
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, (sheet) => {
        fc.pre(sheet.some((row) => row.some((one) => one !== '')));
        const text = `sep=;\n${sheet.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(';')).join('\n')}`;
        const width = Math.max(...sheet.map((row) => row.findLastIndex((one) => one !== '') + 1));
        const kept = sheet.filter((row) => row.some((one) => one !== ''));
        expect(readDelimited(text)).toEqual(
          kept.map((row) => Array.from({ length: width }, (__, at) => row[at] ?? '')),
        );
      }),
    );
  });

  it('ends with rubbish, one way or another', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => typeof reasonOf(() => readDelimited(text)) === 'string'),
    );
  });

  it('reads the code page of old Windows', () => {
    expect(decode(Uint8Array.from([0xcf, 0xee, 0xec]))).toBe('Пом');
    expect(decode(new TextEncoder().encode('Pomidor ə'))).toBe('Pomidor ə');
    expect(decode(Uint8Array.from([0xff, 0xfe, 0x61, 0x00]))).toBe('a');
  });
});
