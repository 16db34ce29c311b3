import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages } from '../kernel/finding.ts';
import { localTime, pairs, printable, table } from './text-output.ts';
import { cliWords } from './words.ts';

describe('output', () => {
  it('tells local time with its zone', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') }), (date) => {
        const text = localTime(date.getTime());
        expect(text).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
        expect(Date.parse(text)).toBe(Math.floor(date.getTime() / 1000) * 1000);
      }),
    );
  });

  it('lays out columns by characters, not bytes', () => {
    expect(
      table(
        ['a', 'b'],
        [
          ['şəki', 'x'],
          ['ok', 'y'],
        ],
      ),
    ).toBe('a     b\nşəki  x\nok    y\n');
    expect(
      pairs([
        ['n', '1'],
        ['empty', ''],
        ['num', '2'],
      ]),
    ).toBe('n    1\nnum  2\n');
  });

  it('names each value where a line of the terminal is too short for the columns', () => {
    const rows = [
      ['şəki', 'x'],
      ['ok', ''],
    ];
    expect(table(['a', 'bb'], rows, 8)).toBe('a     bb\nşəki  x\nok\n');
    expect(table(['a', 'bb'], rows, 7)).toBe('a   şəki\nbb  x\n\na  ok\n');
    expect(table(['a', 'bb'], [], 1)).toBe('a  bb\n');
  });

  it('lets no one else steer the terminal', () => {
    expect(printable('a\u001b[2Jb\nc\u0007\u202ed\u2028e')).toBe('a [2Jb c  d e');
  });
});

describe('words', () => {
  const mark = /\{\w+\}/g;
  it.each(Object.entries(cliWords))('%s is whole in every language', (_, text) => {
    const marks = languages.map((language) => [...text[language].matchAll(mark)].map(([found]) => found).sort());
    expect(marks[1]).toEqual(marks[0]);
    expect(marks[2]).toEqual(marks[0]);
    for (const language of languages) expect(text[language].trim()).toBe(text[language]);
    for (const language of languages) expect(text[language]).not.toBe('');
  });
});
