import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concat, utf8 } from './bytes.ts';
import { type Packed, unpack, unpackWithDictionary } from './unpack.ts';

const forms = [
  ['deflate', deflateSync],
  ['deflate-raw', deflateRawSync],
  ['gzip', gzipSync],
] as const satisfies readonly (readonly [Packed, (bytes: Uint8Array) => Uint8Array])[];

describe.each(forms)('%s', (form, pack) => {
  const packed = pack(utf8('Ə-17 '.repeat(100)));

  test('any bytes come back, up to the limit and not beyond', async () => {
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 5000 });
    await fc.assert(
      fc.asyncProperty(bytes, async (plain) => {
        expect(await unpack(form, pack(plain), plain.length)).toEqual(plain);
        expect(await unpack(form, pack(plain), plain.length - 1)).toBeUndefined();
      }),
      { numRuns: 30 },
    );
    expect(await unpack(form, pack(new Uint8Array()), 0)).toEqual(new Uint8Array());
  });

  test('what is cut off, goes on, or is not of this form is refused', async () => {
    for (let length = 0; length < packed.length; length++)
      expect(await unpack(form, packed.subarray(0, length), 10_000)).toBeUndefined();
    expect(await unpack(form, concat(packed, Uint8Array.of(0)), 10_000)).toBeUndefined();
    expect(await unpack(form, utf8('another text altogether'), 10_000)).toBeUndefined();
  });

  test('a gigabyte in a megabyte is given up at the limit', async () => {
    const bomb = pack(new Uint8Array(1 << 28));
    const before = performance.now();
    expect(await unpack(form, bomb, 100_000)).toBeUndefined();
    expect(performance.now() - before).toBeLessThan(500);
  });
});

describe('with a dictionary', () => {
  const dictionary = utf8('{"number":"","language":"az","text":"'.repeat(20));

  test('any bytes come back', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 3000 }),
        fc.uint8Array({ maxLength: 32_000 }),
        async (plain, text) => {
          const packed = deflateRawSync(plain, { level: 9, ...(text.length > 0 && { dictionary: text }) });
          expect(await unpackWithDictionary(packed, text, plain.length)).toEqual(plain);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('the limit is that of what was packed', async () => {
    const packed = deflateRawSync(utf8('{"number":"17","text":"az"}'), { dictionary });
    expect(await unpackWithDictionary(packed, dictionary, 27)).toHaveLength(27);
    expect(await unpackWithDictionary(packed, dictionary, 26)).toBeUndefined();
  });

  test('another dictionary gives other bytes or none', async () => {
    const plain = utf8('{"number":"17","text":"az"}');
    const packed = deflateRawSync(plain, { dictionary });
    expect(await unpackWithDictionary(packed, dictionary.toReversed(), 1000)).not.toEqual(plain);
    expect(await unpackWithDictionary(packed, new Uint8Array(), 1000)).toBeUndefined();
  });
});
