import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyParts, rangeKey, rowKey } from './rows.ts';

const part = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('a","b', '\\', '"', '\u2028', '\ud800'),
);
const key = fc.array(part, { maxLength: 5 });

test('a row key is the JSON of its parts, and gives them back', () => {
  fc.assert(
    fc.property(key, (parts) => {
      expect(rowKey('p/r', parts)).toBe(JSON.stringify(['p/r', ...parts]));
      expect(keyParts(rowKey('p/r', parts))).toEqual(parts);
    }),
  );
});

test('a range begins like the keys whose first parts it names, and like no other', () => {
  fc.assert(
    fc.property(key, key, (prefix, other) => {
      expect(rowKey('p/r', [...prefix, ...other]).startsWith(rangeKey('p/r', prefix))).toBe(true);
      const begins = prefix.every((one, index) => other[index] === one);
      expect(rowKey('p/r', other).startsWith(rangeKey('p/r', prefix))).toBe(begins);
    }),
  );
});
