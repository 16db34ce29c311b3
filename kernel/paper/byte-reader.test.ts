import fc from 'fast-check';
import { expect, test } from 'vitest';
import { concat } from '../bytes.ts';
import { ByteReader, varint } from './byte-reader.ts';

test('any safe integer comes back, in one form', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), (value) => {
      const reader = new ByteReader(varint(value));
      expect(reader.varint()).toBe(value);
      expect(reader.finished).toBe(true);
    }),
  );
});

test.each([
  ['nothing there', []],
  ['an end too early', [0x80]],
  ['a zero byte too many', [0x81, 0]],
  ['2^53', [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x10]],
  ['nine bytes', [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01]],
])('varint: %s', (_, bytes) => {
  const reader = new ByteReader(Uint8Array.from(bytes));
  expect(reader.varint()).toBe(0);
  expect(reader.finished).toBe(false);
});

test('what is not there reads as nothing, and is never forgotten', () => {
  const reader = new ByteReader(Uint8Array.of(1, 2, 3));
  expect(reader.bytes(2)).toEqual(Uint8Array.of(1, 2));
  expect(reader.bytes(Number.MAX_SAFE_INTEGER)).toEqual(Uint8Array.of());
  expect(reader.rest()).toEqual(Uint8Array.of());
  expect(reader.finished).toBe(false);
});

test('text is UTF-8 to the byte', () => {
  const good = new ByteReader(concat(Uint8Array.of(0xc9, 0x99), Uint8Array.of(7)));
  expect([good.text(2), good.bytes(1), good.finished]).toEqual(['ə', Uint8Array.of(7), true]);
  const cut = new ByteReader(Uint8Array.of(0xc9, 0x99));
  expect([cut.text(1), cut.finished]).toEqual(['', false]);
});
