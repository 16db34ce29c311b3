import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nodeCrypto as crypto } from '../../server/crypto-node.ts';
import { concat, uint64 } from '../bytes.ts';
import { Refusal } from '../refusal.ts';
import {
  consistencyProof,
  inclusionProof,
  tilesForConsistency,
  tilesForInclusion,
  verifyConsistency,
  verifyInclusion,
} from './proof.ts';
import { frontierAt, type HashReader, rootAt, tileReader, tilesForSize } from './subtree.ts';
import { newTiles, type Tile, tileAt, tilePath } from './tile.ts';
import {
  append,
  emptyFrontier,
  type Frontier,
  frontierBytes,
  leafHash,
  nodeHash,
  restoreFrontier,
  rootOf,
} from './tree.ts';

function sound<T>(value: T | Refusal): T {
  if (value instanceof Refusal) throw new Error(`refused: ${value.code}`);
  return value;
}

function entry(i: number): Uint8Array {
  return crypto.sha256(uint64(i));
}

/** The definition of RFC 6962 §2.1, word for word. */
function naiveRoot(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return crypto.sha256(new Uint8Array(0));
  if (leaves.length === 1) return leaves[0]!;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return nodeHash(naiveRoot(leaves.slice(0, k)), naiveRoot(leaves.slice(k)), crypto);
}

const limit = 600;
const leaves = Array.from({ length: limit }, (_, i) => leafHash(entry(i), crypto));
const roots = Array.from({ length: limit + 1 }, (_, size) => naiveRoot(leaves.slice(0, size)));

/** A tree of any size without its leaves: the hash of a subtree depends only on its place. */
const boundless: HashReader = (height, index) => crypto.sha256(concat(uint64(height), uint64(index)));

const small: HashReader = (height, index) => naiveRoot(leaves.slice(index * 2 ** height, (index + 1) * 2 ** height));

function tilesFrom(tiles: readonly Tile[], hashes: HashReader = small): Map<string, Uint8Array> {
  return new Map(
    tiles.map((tile) => {
      const own = Array.from({ length: tile.width }, (_, i) => hashes(tile.level * 8, tile.n * 256 + i));
      return [tilePath(tile), concat(...own)];
    }),
  );
}

const sizes = fc.integer({ min: 1, max: limit });
const turn = (bytes: Uint8Array, bit: number) => bytes.with(bit >> 3, bytes[bit >> 3]! ^ (1 << (bit & 7)));

describe('frontier', () => {
  test('has the root of the definition at every size, and stays valid when appended to', () => {
    const frontiers: Frontier[] = [emptyFrontier()];
    for (const leaf of leaves) frontiers.push(append(frontiers.at(-1)!, leaf, crypto));
    for (const [size, frontier] of frontiers.entries()) {
      expect(frontier.size).toBe(size);
      expect(rootOf(frontier, crypto)).toEqual(roots[size]);
      expect(restoreFrontier(size, frontierBytes(frontier))).toEqual(frontier);
    }
  });

  test('is refused with another number of hashes than its size asks for', () => {
    expect(restoreFrontier(5, new Uint8Array(32))).toBeInstanceOf(Refusal);
    expect(restoreFrontier(5, new Uint8Array(65))).toBeInstanceOf(Refusal);
    expect(restoreFrontier(-1, new Uint8Array(0))).toBeInstanceOf(Refusal);
    expect(restoreFrontier(2 ** 53, new Uint8Array(32))).toBeInstanceOf(Refusal);
  });

  test('comes from the tiles of its size', () => {
    fc.assert(
      fc.property(sizes, (size) => {
        const reader = sound(tileReader(tilesFrom(tilesForSize(size)), crypto));
        expect(rootOf(frontierAt(size, reader), crypto)).toEqual(roots[size]);
        expect(rootAt(size, reader, crypto)).toEqual(roots[size]);
      }),
    );
  });

  test('keeps its own copy of restored bytes', () => {
    const bytes = Buffer.from(leaves[0]!);
    const frontier = sound(restoreFrontier(1, bytes));
    bytes.fill(0);
    expect(frontier.hashes[0]).toEqual(leaves[0]);
  });
});

describe('inclusion', () => {
  test('verifies for every index of every small size', () => {
    for (let size = 1; size <= 70; size++)
      for (let index = 0; index < size; index++) {
        const proof = sound(inclusionProof(index, size, small, crypto));
        const claim = { index, size, root: roots[size]!, entry: entry(index) };
        expect(verifyInclusion(claim, proof, crypto)).toBe(claim);
      }
  });

  test('is proved from just the tiles named, and one altered bit anywhere is refused', () => {
    const cases = sizes.chain((size) => fc.tuple(fc.constant(size), fc.integer({ min: 0, max: size - 1 }), fc.nat()));
    fc.assert(
      fc.property(cases, ([size, index, any]) => {
        const reader = sound(tileReader(tilesFrom(sound(tilesForInclusion(index, size))), crypto));
        const proof = sound(inclusionProof(index, size, reader, crypto));
        const claim = { index, size, root: roots[size]!, entry: entry(index) };
        expect(verifyInclusion(claim, proof, crypto)).toBe(claim);
        const bit = any % 256;
        const at = any % Math.max(1, proof.length);
        for (const other of [
          { ...claim, root: turn(claim.root, bit) },
          { ...claim, entry: turn(claim.entry, bit) },
          ...[index - 1, index + 1, any % size].filter((i) => i !== index).map((i) => ({ ...claim, index: i })),
        ])
          expect(verifyInclusion(other, proof, crypto)).toBeInstanceOf(Refusal);
        const wrong = [[...proof, entry(0)], proof.slice(1), proof.slice(0, -1)].filter(
          (p) => p.length !== proof.length,
        );
        if (proof.length > 0) wrong.push(proof.with(at, turn(proof[at]!, bit)));
        for (const path of wrong) expect(verifyInclusion(claim, path, crypto)).toBeInstanceOf(Refusal);
      }),
    );
  });

  // The siblings' sides follow from index and size: a size of the same shape for this index would give the same root,
  // and it is the signature over size and root that binds it.
  test('at another size verifies only when the path has the same shape', () => {
    fc.assert(
      fc.property(sizes, sizes, fc.nat(), (size, other, any) => {
        const index = any % size;
        const proof = sound(inclusionProof(index, size, small, crypto));
        const claim = { index, size: other, root: roots[size]!, entry: entry(index) };
        const sides = (s: number) => (index < s ? sidesOf(index, s) : '');
        const verified = !(verifyInclusion(claim, proof, crypto) instanceof Refusal);
        expect(verified).toBe(sides(size) === sides(other) && index < other);
      }),
    );
  });
});

/** For each step from the root, whether the leaf is left or right. */
function sidesOf(index: number, size: number): string {
  if (size === 1) return '.';
  let k = 1;
  while (k * 2 < size) k *= 2;
  return index < k ? `l${sidesOf(index, k)}` : `r${sidesOf(index - k, size - k)}`;
}

describe('consistency', () => {
  test('verifies between all small sizes', () => {
    for (let newSize = 1; newSize <= 70; newSize++)
      for (let oldSize = 1; oldSize <= newSize; oldSize++) {
        const proof = sound(consistencyProof(oldSize, newSize, small, crypto));
        const claim = { oldSize, oldRoot: roots[oldSize]!, newSize, newRoot: roots[newSize]! };
        expect(verifyConsistency(claim, proof, crypto)).toBe(claim);
      }
  });

  test('is proved from just the tiles named, and one altered bit anywhere is refused', () => {
    fc.assert(
      fc.property(sizes, sizes, fc.nat(), (a, b, any) => {
        const [oldSize, newSize] = [Math.min(a, b), Math.max(a, b)];
        const reader = sound(tileReader(tilesFrom(sound(tilesForConsistency(oldSize, newSize))), crypto));
        const proof = sound(consistencyProof(oldSize, newSize, reader, crypto));
        const claim = { oldSize, oldRoot: roots[oldSize]!, newSize, newRoot: roots[newSize]! };
        expect(verifyConsistency(claim, proof, crypto)).toBe(claim);
        const bit = any % 256;
        for (const other of [
          { ...claim, oldRoot: turn(claim.oldRoot, bit) },
          { ...claim, newRoot: turn(claim.newRoot, bit) },
        ])
          expect(verifyConsistency(other, proof, crypto)).toBeInstanceOf(Refusal);
        expect(verifyConsistency(claim, [...proof, entry(0)], crypto)).toBeInstanceOf(Refusal);
        for (const at of proof.keys())
          expect(verifyConsistency(claim, proof.with(at, turn(proof[at]!, bit)), crypto)).toBeInstanceOf(Refusal);
        if (proof.length > 0) expect(verifyConsistency(claim, proof.slice(1), crypto)).toBeInstanceOf(Refusal);
      }),
    );
  });

  test('with another tree of the old size is refused', () => {
    const reader: HashReader = (height, index) => (index === 0 && height < 4 ? entry(height) : small(height, index));
    fc.assert(
      fc.property(fc.integer({ min: 16, max: limit }), (newSize) => {
        const proof = sound(consistencyProof(9, newSize, reader, crypto));
        const claim = { oldSize: 9, oldRoot: roots[9]!, newSize, newRoot: roots[newSize]! };
        expect(verifyConsistency(claim, proof, crypto)).toBeInstanceOf(Refusal);
      }),
    );
  });
});

describe('very large trees', () => {
  const large = fc.integer({ min: 2 ** 31, max: Number.MAX_SAFE_INTEGER });

  test('consistency verifies up to 2^53 - 1', () => {
    fc.assert(
      fc.property(large, large, (a, b) => {
        const [oldSize, newSize] = [Math.min(a, b), Math.max(a, b)];
        const hashes = consistentReader([oldSize, newSize]);
        const proof = sound(consistencyProof(oldSize, newSize, hashes, crypto));
        const claim = {
          oldSize,
          oldRoot: rootAt(oldSize, hashes, crypto),
          newSize,
          newRoot: rootAt(newSize, hashes, crypto),
        };
        expect(verifyConsistency(claim, proof, crypto)).toBe(claim);
        expect(verifyConsistency({ ...claim, newRoot: entry(0) }, proof, crypto)).toBeInstanceOf(Refusal);
        expect(proof.length).toBeLessThanOrEqual(54);
      }),
    );
  });

  test('inclusion verifies up to 2^53 - 1', () => {
    fc.assert(
      fc.property(large, fc.nat({ max: Number.MAX_SAFE_INTEGER }), (size, any) => {
        const index = any % size;
        const hashes = consistentReader([index, index + 1, size]);
        const proof = sound(inclusionProof(index, size, hashes, crypto));
        const claim = { index, size, root: rootAt(size, hashes, crypto), entry: entry(index) };
        expect(verifyInclusion(claim, proof, crypto)).toBe(claim);
        expect(sound(tilesForInclusion(index, size)).every((tile) => tile.width > 0)).toBe(true);
      }),
    );
  });

  /** Subtrees that one of the cuts splits are computed from their halves, all others are made up. */
  function consistentReader(cuts: readonly number[]): HashReader {
    const read: HashReader = (height, index) => {
      const width = 2 ** height;
      if (height === 0) return leafHash(entry(index), crypto);
      const isCut = cuts.some((cut) => cut > index * width && cut < (index + 1) * width);
      return isCut
        ? nodeHash(read(height - 1, index * 2), read(height - 1, index * 2 + 1), crypto)
        : boundless(height, index);
    };
    return read;
  }
});

describe('tile reader', () => {
  test('refuses a tile of a wrong length and a path that is none', () => {
    expect(tileReader(new Map([['tile/0/000', new Uint8Array(32)]]), crypto)).toBeInstanceOf(Refusal);
    expect(tileReader(new Map([['tile/0/0', new Uint8Array(8192)]]), crypto)).toBeInstanceOf(Refusal);
  });

  test('takes the wider of two widths of one tile', () => {
    const narrow = tileAt(0, 0, 5);
    const wide = tileAt(0, 0, 9);
    const reader = sound(tileReader(tilesFrom([wide, narrow]), crypto));
    expect(reader(3, 0)).toEqual(small(3, 0));
    expect(reader(0, 8)).toEqual(leaves[8]);
  });

  test('does not answer beyond what was fetched', () => {
    const reader = sound(tileReader(tilesFrom([tileAt(0, 0, 5)]), crypto));
    expect(() => reader(0, 5)).toThrow(RangeError);
    expect(() => reader(3, 0)).toThrow(RangeError);
    expect(() => reader(8, 0)).toThrow(RangeError);
  });

  test('new tiles on growing are those whose content changed', () => {
    fc.assert(
      fc.property(sizes, sizes, (a, b) => {
        const [oldSize, newSize] = [Math.min(a, b), Math.max(a, b)];
        const before = new Set([...newTiles(0, oldSize)].map(tilePath));
        const after = [...newTiles(0, newSize)].map(tilePath);
        expect([...newTiles(oldSize, newSize)].map(tilePath)).toEqual(after.filter((path) => !before.has(path)));
      }),
    );
  });
});
