import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages } from '../../../kernel/finding.ts';
import { collation } from './collation.ts';

const sorted = (language: (typeof languages)[number], ...words: string[]) => words.toSorted(collation(language));

describe('alphabetical order', () => {
  it('is that of Azerbaijani', () => {
    expect(
      sorted('az', 'zəfəran', 'qarğıdalı', 'xurma', 'ısırğa', 'itburnu', 'heyva', 'əncir', 'ekin', 'çay', 'cır'),
    ).toEqual(['cır', 'çay', 'ekin', 'əncir', 'heyva', 'xurma', 'ısırğa', 'itburnu', 'qarğıdalı', 'zəfəran']);
    expect(sorted('az', 'İsmayıllı', 'Isparta', 'ismayıllı')).toEqual(['Isparta', 'ismayıllı', 'İsmayıllı']);
  });

  it('is that of Russian, ё beside е, own letters before others', () => {
    expect(sorted('ru', 'apple', 'яблоко', 'жито', 'ёлка', 'ель', 'ежевика')).toEqual([
      'ежевика',
      'ель',
      'ёлка',
      'жито',
      'яблоко',
      'apple',
    ]);
  });

  it('takes numbers by what they amount to, marks of foreign letters as none', () => {
    expect(sorted('en', 'line 10', 'line 9', 'Line 1', 'église', 'egret', 'eft')).toEqual([
      'eft',
      'église',
      'egret',
      'Line 1',
      'line 9',
      'line 10',
    ]);
  });

  it('agrees with the platform where that knows the language', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcçdeəfgğhxıijkqlmnoöprsştuüvyz'), maxLength: 6 });
    const platform = new Intl.Collator('az');
    fc.assert(
      fc.property(word, word, (a, b) => Math.sign(collation('az')(a, b)) === Math.sign(platform.compare(a, b))),
    );
  });

  it('is an order', () => {
    fc.assert(
      fc.property(fc.constantFrom(...languages), fc.string(), fc.string(), fc.string(), (language, a, b, c) => {
        const compare = collation(language);
        expect(Math.sign(compare(a, b))).toBe(-Math.sign(compare(b, a)) + 0);
        expect(compare(a, b) === 0).toBe(a === b);
        if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
