import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Language, languages } from '../finding.ts';
import { formatNumber } from './numbers.ts';

/** Node's own tables, as a second opinion; Azerbaijani is written as Russian is. */
const oracle = (text: string, language: Language): string => {
  const digits = text.split('.')[1]?.length ?? 0;
  const locale = language === 'en' ? 'en-GB' : 'ru';
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits } as const;
  return new Intl.NumberFormat(locale, options).format(text as `${number}`);
};

describe('numbers', () => {
  it.each([
    ['1234567.5', '1\u00A0234\u00A0567,5', '1\u00A0234\u00A0567,5', '1,234,567.5'],
    ['18000.50', '18\u00A0000,50', '18\u00A0000,50', '18,000.50'],
    ['-18.5', '-18,5', '-18,5', '-18.5'],
    ['0', '0', '0', '0'],
    ['999', '999', '999', '999'],
    [1000, '1\u00A0000', '1\u00A0000', '1,000'],
    [
      '99999999999999999999.999999999999',
      '99\u00A0999\u00A0999\u00A0999\u00A0999\u00A0999\u00A0999,999999999999',
      '99\u00A0999\u00A0999\u00A0999\u00A0999\u00A0999\u00A0999,999999999999',
      '99,999,999,999,999,999,999.999999999999',
    ],
  ])('%s', (value, az, ru, en) => {
    expect(languages.map((language) => formatNumber(value, language))).toEqual([az, ru, en]);
  });

  it('are written as Node writes them', () => {
    const decimal = fc
      .tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.stringMatching(/^(\.[0-9]{1,12})?$/))
      .map(([whole, fraction]) => `${whole}${fraction}`);
    fc.assert(
      fc.property(decimal, fc.constantFrom(...languages), (text, language) => {
        expect(formatNumber(text, language)).toBe(oracle(text, language));
      }),
    );
  });

  it.each(['', 'trays', '1e9', '1,5', '.5', '5.', '--1', 'NaN', '<b>'])('leave what is none: %j', (text) => {
    for (const language of languages) expect(formatNumber(text, language)).toBe(text);
  });
});
