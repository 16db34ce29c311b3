import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Refusal } from '../refusal.ts';
import { decodeBundle, encodeBundle } from './bundle.ts';
import { entriesPath, newTiles, parseEntriesPath, parseTilePath, partialWidth, tilePath } from './tile.ts';

const tile = fc.record({
  level: fc.integer({ min: 0, max: 63 }),
  n: fc.maxSafeNat(),
  width: fc.integer({ min: 1, max: 256 }),
});

test('paths round trip', () => {
  fc.assert(
    fc.property(tile, ({ level, n, width }) => {
      expect(parseTilePath(tilePath({ level, n, width }))).toEqual({ level, n, width });
      expect(parseEntriesPath(entriesPath({ n, width }))).toEqual({ n, width });
    }),
  );
});

test('a text read as a path is the one path of its tile', () => {
  const parts = fc.constantFrom('tile', '/', '0', '1', '12', '000', 'x000', 'x123', '.p', 'entries', '255', '256');
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 9 }), (list) => {
      const text = list.join('');
      const parsed = parseTilePath(text);
      const entries = parseEntriesPath(text);
      expect(parsed instanceof Refusal ? text : tilePath(parsed)).toBe(text);
      expect(entries instanceof Refusal ? text : entriesPath(entries)).toBe(text);
    }),
  );
});

test('a log of 70,000 entries has the tiles of the specification', () => {
  expect([0, 1, 2, 3].map((level) => partialWidth(level, 70_000))).toEqual([112, 17, 1, 0]);
  const tiles = [...newTiles(0, 70_000)];
  const full = (level: number) => tiles.filter((t) => t.level === level && t.width === 256).length;
  expect([full(0), full(1), full(2)]).toEqual([273, 1, 0]);
  expect(tiles.filter((t) => t.width < 256).map(tilePath)).toEqual([
    'tile/0/273.p/112',
    'tile/1/001.p/17',
    'tile/2/000.p/1',
  ]);
});

test('bundles round trip', () => {
  const entries = fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 }), { minLength: 1, maxLength: 256 });
  fc.assert(
    fc.property(entries, (list) => {
      expect(decodeBundle(encodeBundle(list), list.length)).toEqual(list);
    }),
  );
});
