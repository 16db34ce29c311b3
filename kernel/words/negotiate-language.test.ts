import fc from 'fast-check';
import { expect, test } from 'vitest';
import { languages } from '../finding.ts';
import { negotiateLanguage } from './negotiate-language.ts';

test.each([
  [undefined, 'en'],
  ['', 'en'],
  ['az', 'az'],
  ['RU', 'ru'],
  ['az-AZ', 'az'],
  ['az-Latn-AZ,ru;q=0.8', 'az'],
  ['ru-RU,ru;q=0.9,en-US;q=0.8,en;q=0.7', 'ru'],
  ['en;q=0.5, ru;q=0.7, az;q=0.9', 'az'],
  ['tr, ru;q=0.2', 'ru'],
  ['tr', 'en'],
  ['ru, az', 'ru'],
  ['az;q=0.5,ru;q=0.5', 'az'],
  ['az;q=0.000', 'en'],
  ['ru;q=0, az;q=0.1', 'az'],
  ['*', 'en'],
  ['*;q=0.5, az;q=0.1', 'en'],
  ['en;q=0.1, *', 'az'],
  ['en;q=0, *', 'az'],
  ['en-US;q=0, *', 'en'],
  ['az;q=0, en;q=0, *;q=0.3', 'ru'],
  ['az;q=0, ru;q=0, en;q=0', 'en'],
  ['ru-KZ;q=0, ru;q=0.4', 'ru'],
  ['az \t;\tq=0.3 ,\tru;Q=0.4', 'ru'],
  [', ,ru,', 'ru'],
  ['az;q=1.5, ru;q=0.1', 'ru'],
  ['az;q=0.1234, ru;q=0.1', 'ru'],
  ['az;level=1, ru', 'ru'],
  ['azb, rus, eng, az_AZ', 'en'],
  ['az;q=1.000, ru', 'az'],
])('%j asks for %s', (header, language) => {
  expect(negotiateLanguage(header)).toBe(language);
});

test('any header gives a language, and the one with the highest weight wins', () => {
  fc.assert(fc.property(fc.string(), (header) => languages.includes(negotiateLanguage(header))));
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...languages], { minLength: 3 }),
      fc.constantFrom('', '-XX', '-Latn-AZ'),
      (order, tail) => {
        const header = order.map((language, index) => `${language}${tail};q=0.${9 - index}`).reverse();
        expect(negotiateLanguage(header.join(', '))).toBe(order[0]);
      },
    ),
  );
});
