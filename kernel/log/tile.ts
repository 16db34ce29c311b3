import { concat } from '../bytes.ts';
import type { Crypto } from '../crypto.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { hashLength, leafHash, nodeHash, splitHashes } from './tree.ts';

// C2SP tlog-tiles v0.1.0. A tile holds up to 256 hashes of perfect subtrees, 8 tree levels to a tile level:
//
//   tile/<level>/<n>[.p/<width>]      hashes
//   tile/entries/<n>[.p/<width>]      entry bundles
//
// <n> in groups of three digits, all but the last prefixed with x: 1234067 is x001/x234/067.

export const tileWidth = 256;

export interface EntriesTile {
  /** Index among the tiles of its level, a safe integer. */
  readonly n: number;
  /** 256 when full. */
  readonly width: number;
}

export interface Tile extends EntriesTile {
  /** Tile level, 0 to 63; a hash at level l covers 256^l entries. */
  readonly level: number;
}

export function tilePath(tile: Tile): string {
  return `tile/${tile.level}/${indexPath(tile)}`;
}

export function entriesPath(tile: EntriesTile): string {
  return `tile/entries/${indexPath(tile)}`;
}

export function parseTilePath(path: string): Tile | Refusal {
  const match = /^tile\/(0|[1-9]\d?)\/(.+)$/.exec(path);
  const level = Number(match?.[1]);
  const tile = match && level < 64 ? parseIndexPath(match[2]!) : undefined;
  return tile ? { level, ...tile } : refuse('log.malformed-tile');
}

export function parseEntriesPath(path: string): EntriesTile | Refusal {
  const prefix = 'tile/entries/';
  return (path.startsWith(prefix) && parseIndexPath(path.slice(prefix.length))) || refuse('log.malformed-tile');
}

function indexPath(tile: EntriesTile): string {
  const digits = String(tile.n);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/.../g)!;
  const path = groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/');
  return tile.width === tileWidth ? path : `${path}.p/${tile.width}`;
}

function parseIndexPath(path: string): EntriesTile | undefined {
  const match = /^((?:x\d{3}\/){0,5}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/.exec(path);
  if (!match) return undefined;
  const tile = { n: Number(match[1]!.replace(/[x/]/g, '')), width: match[2] ? Number(match[2]) : tileWidth };
  // Written back and compared: leading groups of zeros, and .p/256 or more, have no place.
  return Number.isSafeInteger(tile.n) && tile.width <= tileWidth && indexPath(tile) === path ? tile : undefined;
}

/** How many hashes there are at a tile level of a log of this size. */
export function hashesAtLevel(level: number, size: number): number {
  return Math.floor(size / tileWidth ** level);
}

/** Width of the partial tile at a level, 0 when there is none: floor(size / 256^level) mod 256. */
export function partialWidth(level: number, size: number): number {
  return hashesAtLevel(level, size) % tileWidth;
}

/** The tile with this index as a log of this size serves it; width 0 means it serves none. */
export function tileAt(level: number, n: number, size: number): Tile {
  const width = Math.min(tileWidth, Math.max(0, hashesAtLevel(level, size) - n * tileWidth));
  return { level, n, width };
}

/** All tiles that a log gains on growing: those of `newSize` that differ from those of `oldSize`, level by level. */
export function* newTiles(oldSize: number, newSize: number): Generator<Tile> {
  for (let level = 0; hashesAtLevel(level, newSize) > 0; level++) {
    const before = hashesAtLevel(level, oldSize);
    const after = hashesAtLevel(level, newSize);
    for (let n = Math.floor(before / tileWidth); before < after && n * tileWidth < after; n++)
      yield tileAt(level, n, newSize);
  }
}

/** A level-0 tile from its entries, at most 256. */
export function leafTile(entries: readonly Uint8Array[], crypto: Crypto): Uint8Array {
  return concat(...entries.map((entry) => leafHash(entry, crypto)));
}

/** The hash that a full tile contributes to the level above. */
export function tileHash(tile: Uint8Array, crypto: Crypto): Uint8Array | Refusal {
  const hashes = parseTile(tile, tileWidth);
  return Array.isArray(hashes) ? levelsAbove(hashes, crypto)[8]![0]! : refuse('log.malformed-tile');
}

export function parseTile(tile: Uint8Array, width: number): Uint8Array[] | Refusal {
  return tile.length === width * hashLength ? splitHashes(tile) : refuse('log.malformed-tile', { width });
}

/** The perfect subtrees inside a tile by height: element 0 its own hashes, element 8 (full tiles only) its root. */
export function levelsAbove(hashes: readonly Uint8Array[], crypto: Crypto): Uint8Array[][] {
  const levels = [hashes.slice()];
  for (let below = levels[0]!; below.length > 1; below = levels.at(-1)!) {
    const level: Uint8Array[] = [];
    for (let i = 0; i + 1 < below.length; i += 2) level.push(nodeHash(below[i]!, below[i + 1]!, crypto));
    levels.push(level);
  }
  return levels;
}
