import fc from 'fast-check';
import { expect, test } from 'vitest';
import { utf8 } from '../bytes.ts';
import { base45, fromBase45 } from './base45.ts';

test.each([
  ['AB', 'BB8'],
  ['Hello!!', '%69 VD92EX0'],
  ['base-45', 'UJCLQE7W581'],
  ['ietf!', 'QED8WEX0'],
])('RFC 9285 §4: %s', (plain, encoded) => {
  expect(base45(utf8(plain))).toBe(encoded);
  expect(fromBase45(encoded)).toEqual(utf8(plain));
});

test('any bytes come back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(fromBase45(base45(bytes))).toEqual(bytes);
    }),
  );
});

test('a text is never that of two byte strings, nor ends in a space that scanning could cut off', () => {
  const signs = fc.string({
    unit: fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:a'),
    maxLength: 12,
  });
  fc.assert(
    fc.property(signs, (text) => {
      const bytes = fromBase45(text);
      if (bytes === undefined) return;
      expect(base45(bytes)).toBe(text);
      expect(text.endsWith(' ')).toBe(false);
    }),
    { numRuns: 2000 },
  );
});

test.each(['0', 'AAAA', ':::', 'GGW', '::', 'V5', 'aaa', 'BB8é00', 'BB\n'])('%j is no base45', (text) => {
  expect(fromBase45(text)).toBeUndefined();
});
