import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { portableCrypto as crypto } from '../crypto-portable.ts';
import { base32, base32Signs, checkCode, fromBase32, readCheckCode } from './check-code.ts';
import { payloadOf, sampleOf } from './vectors/sample.ts';

const record = await sampleOf(payloadOf({ number: '1' }, new Uint8Array(16)));
const code = checkCode(record, crypto);

describe('a check code', () => {
  test('is that of the record, whichever way it is typed', () => {
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
    const signs = code.replaceAll('-', '');
    for (const typed of [
      code,
      code.toLowerCase(),
      signs,
      ` ${signs.slice(0, 5)} ${signs.slice(5)}\n`,
      code.replaceAll('-', '–'),
    ])
      expect(readCheckCode(typed)).toBe(code);
    expect(readCheckCode('oo00-ilIL-ıİ11')).toBe('0000-1111-1111');
    expect(readCheckCode('АВЕК-мнор-СТУх')).toBe('ABEK-MH0P-CTYX');
  });

  test('follows from id and nonce alike', () => {
    const { id, payload } = record;
    const other = payloadOf({ number: '1' }, new Uint8Array(16).fill(1));
    expect(checkCode({ id, payload: other }, crypto)).not.toBe(code);
    expect(checkCode({ id: id.replace(/^./, (sign) => (sign === '0' ? '1' : '0')), payload }, crypto)).not.toBe(code);
  });

  test.each([
    '',
    'K7QM-2D4X-9RW',
    'K7QM-2D4X-9RWAA',
    'U7QM-2D4X-9RWA',
    'K7QM-2D4X-9RW!',
    'K7QM_2D4X_9RWA',
    'ß'.repeat(6),
    '\ud800'.repeat(12),
    'Ж'.repeat(12),
  ])('%j is none', (typed) => expect(readCheckCode(typed)).toBeUndefined());
});

describe('base 32', () => {
  test('any bytes come back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        expect(fromBase32(base32(bytes))).toEqual(bytes);
      }),
    );
  });

  test('a text is never that of two byte strings', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...base32Signs, 'U', 'a'), maxLength: 20 }), (text) => {
        const bytes = fromBase32(text);
        if (bytes !== undefined) expect(base32(bytes)).toBe(text);
      }),
    );
  });

  test.each([
    ['', ''],
    ['00', '00'],
    ['ff', 'ZW'],
    ['000102030405', '000G40R40M'],
  ])('of %s', (hex, text) => expect(base32(Uint8Array.fromHex(hex))).toBe(text));
});
