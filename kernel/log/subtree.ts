import type { Crypto } from '../crypto.ts';
import { Refusal, refuse } from '../refusal.ts';
import { levelsAbove, parseTile, parseTilePath, type Tile, tileAt, tileWidth } from './tile.ts';
import { emptyRoot, type Frontier, foldRight } from './tree.ts';

/** A perfect subtree: root over the leaves index * 2^height up to (index + 1) * 2^height. */
export interface Subtree {
  readonly height: number;
  readonly index: number;
}

/** Synchronous access to the hashes of perfect subtrees. Asking for one that is not there is a mistake of the caller. */
export type HashReader = (height: number, index: number) => Uint8Array;

/** Leaves from `start` up to `end`, where `start` is a multiple of a power of two not below the length. */
export interface LeafRange {
  readonly start: number;
  readonly end: number;
}

/** The largest power of two below `size`, for a size of at least 2: where RFC 6962 splits a tree. */
export function splitPoint(size: number): number {
  let half = 1;
  while (half * 2 < size) half *= 2;
  return half;
}

/** The perfect subtrees that make up a range, left to right, falling in height. */
export function perfectSubtrees(range: LeafRange): Subtree[] {
  const subtrees: Subtree[] = [];
  let start = range.start;
  while (start < range.end) {
    let height = 0;
    let width = 1;
    for (; start + width * 2 <= range.end; width *= 2) height++;
    subtrees.push({ height, index: start / width });
    start += width;
  }
  return subtrees;
}

export function rangeHash(range: LeafRange, hashes: HashReader, crypto: Crypto): Uint8Array {
  return foldRight(
    perfectSubtrees(range).map(({ height, index }) => hashes(height, index)),
    crypto,
  );
}

/** The frontier of the first `size` entries, read from stored hashes; needs the tiles of `tilesForSize`. */
export function frontierAt(size: number, hashes: HashReader): Frontier {
  return { size, hashes: perfectSubtrees({ start: 0, end: size }).map(({ height, index }) => hashes(height, index)) };
}

/** The root of the first `size` entries, read from stored hashes. */
export function rootAt(size: number, hashes: HashReader, crypto: Crypto): Uint8Array {
  return size === 0 ? emptyRoot(crypto) : rangeHash({ start: 0, end: size }, hashes, crypto);
}

/** The tiles, as a log of `size` entries serves them, that hold the hashes for these ranges. */
export function tilesForRanges(ranges: readonly LeafRange[], size: number): Tile[] {
  const tiles = new Map<string, Tile>();
  for (const range of ranges)
    for (const { height, index } of perfectSubtrees(range)) {
      const { level, n } = positionInTile(height, index);
      tiles.set(`${level}/${n}`, tileAt(level, n, size));
    }
  return [...tiles.values()];
}

export function tilesForSize(size: number): Tile[] {
  return tilesForRanges([{ start: 0, end: size }], size);
}

/**
 * A reader over fetched tiles by path (`tilePath`); of two widths of one tile the wider serves. Lengths are checked here,
 * contents by whoever compares a root.
 */
export function tileReader(tiles: ReadonlyMap<string, Uint8Array>, crypto: Crypto): HashReader | Refusal {
  const fetched = new Map<string, Uint8Array[]>();
  for (const [path, bytes] of tiles) {
    const tile = parseTilePath(path);
    if (tile instanceof Refusal) return tile;
    const hashes = parseTile(bytes, tile.width);
    if (hashes instanceof Refusal) return refuse('log.malformed-tile', { path });
    const key = `${tile.level}/${tile.n}`;
    if ((fetched.get(key)?.length ?? 0) < hashes.length) fetched.set(key, hashes);
  }
  const levels = new Map<string, Uint8Array[][]>();
  return (height, index) => {
    const { level, n, inner, offset } = positionInTile(height, index);
    const key = `${level}/${n}`;
    const own = fetched.get(key);
    if (own && inner > 0 && !levels.has(key)) levels.set(key, levelsAbove(own, crypto));
    const hash = inner === 0 ? own?.[offset] : levels.get(key)?.[inner]?.[offset];
    if (!hash) throw new RangeError(`tile ${key} was not fetched, or not wide enough`);
    return hash;
  };
}

function positionInTile(height: number, index: number) {
  const inner = height % 8;
  const perTile = tileWidth / 2 ** inner;
  return {
    level: (height - inner) / 8,
    n: Math.floor(index / perTile),
    /** Height above the tile's own hashes, and place among the subtrees of that height in the tile. */
    inner,
    offset: index % perTile,
  };
}
