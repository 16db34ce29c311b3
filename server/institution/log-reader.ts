/** Reads a channel's log from the database: tiles, bundles, roots and proofs, as C2SP tlog-tiles serves them. */

import { concat } from '../../kernel/bytes.ts';
import type { Crypto } from '../../kernel/crypto.ts';
import { encodeBundle } from '../../kernel/log/bundle.ts';
import { inclusionProof, type Proof, tilesForInclusion } from '../../kernel/log/proof.ts';
import { frontierAt, tileReader, tilesForSize } from '../../kernel/log/subtree.ts';
import {
  hashesAtLevel,
  leafTile,
  parseEntriesPath,
  parseTilePath,
  type Tile,
  tilePath,
  tileWidth,
} from '../../kernel/log/tile.ts';
import type { Frontier } from '../../kernel/log/tree.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { SqliteStore } from '../store/sqlite.ts';
import { must } from './core.ts';

export async function entryIds(store: SqliteStore, channel: number, from: number, to: number): Promise<Uint8Array[]> {
  const rows = await store.db
    .selectFrom('entry')
    .select('id')
    .where('channel', '=', channel)
    .where('idx', '>=', from)
    .where('idx', '<', to)
    .orderBy('idx')
    .execute();
  return rows.map(({ id }) => id);
}

async function tileBytes(store: SqliteStore, channel: number, tile: Tile, crypto: Crypto): Promise<Uint8Array> {
  const start = tile.n * tileWidth;
  const end = start + tile.width;
  if (tile.level === 0) return leafTile(await entryIds(store, channel, start, end), crypto);
  const rows = await store.db
    .selectFrom('tile_hash')
    .select('hash')
    .where('channel', '=', channel)
    .where('level', '=', tile.level)
    .where('idx', '>=', start)
    .where('idx', '<', end)
    .orderBy('idx')
    .execute();
  return concat(...rows.map(({ hash }) => hash));
}

/** A tile or bundle by its C2SP path, in a log of `size` entries; undefined for one that it does not serve. */
export async function tileAtPath(
  store: SqliteStore,
  channel: number,
  size: number,
  path: string,
  crypto: Crypto,
): Promise<Uint8Array | undefined> {
  if (path.startsWith('tile/entries/')) {
    const tile = parseEntriesPath(path);
    if (tile instanceof Refusal || tile.n * tileWidth + tile.width > size) return undefined;
    return encodeBundle(await entryIds(store, channel, tile.n * tileWidth, tile.n * tileWidth + tile.width));
  }
  const tile = parseTilePath(path);
  if (tile instanceof Refusal || tile.n * tileWidth + tile.width > hashesAtLevel(tile.level, size)) return undefined;
  return tileBytes(store, channel, tile, crypto);
}

async function readerOver(store: SqliteStore, channel: number, tiles: readonly Tile[], crypto: Crypto) {
  const fetched = new Map<string, Uint8Array>();
  for (const tile of tiles) fetched.set(tilePath(tile), await tileBytes(store, channel, tile, crypto));
  return must(tileReader(fetched, crypto));
}

export async function proveInclusion(
  store: SqliteStore,
  channel: number,
  index: number,
  size: number,
  crypto: Crypto,
): Promise<Proof> {
  const reader = await readerOver(store, channel, must(tilesForInclusion(index, size)), crypto);
  return must(inclusionProof(index, size, reader, crypto));
}

/** The frontier of the first `size` entries. */
export async function frontierOf(store: SqliteStore, channel: number, size: number, crypto: Crypto): Promise<Frontier> {
  return frontierAt(size, await readerOver(store, channel, tilesForSize(size), crypto));
}
