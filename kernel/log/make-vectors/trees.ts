import { concat } from '../../bytes.ts';
import { portableCrypto as crypto } from '../../crypto-portable.ts';
import { encodeBundle } from '../bundle.ts';
import { consistencyProof, inclusionProof } from '../proof.ts';
import { frontierAt } from '../subtree.ts';
import { newTiles, type Tile, tilePath } from '../tile.ts';
import { frontierBytes } from '../tree.ts';
import { checkpointAt, entries, hashes, hex, sound, type VectorSink, zero } from './sample.ts';

export function tileVectors({ accept, reject }: VectorSink): void {
  for (const at of [0, 1, 2, 3, 7, 8, 255, 256, 257, 600])
    accept(
      `tree-${at}`,
      'tree',
      { size: at },
      {
        root: checkpointAt(at).root.toHex(),
        frontier: frontierBytes(frontierAt(at, hashes)).toHex(),
        tiles: Object.fromEntries(
          [...newTiles(0, at)].map((tile) => [tilePath(tile), crypto.sha256(tileBytes(tile)).toHex()]),
        ),
      },
    );
  const paths: Record<string, unknown> = {
    'tile/0/000': { level: 0, n: 0, width: 256 },
    'tile/0/273.p/112': { level: 0, n: 273, width: 112 },
    'tile/1/x001/x234/067': { level: 1, n: 1_234_067, width: 256 },
    'tile/63/999.p/255': { level: 63, n: 999, width: 255 },
    'tile/0/x009/x007/x199/x254/x740/991.p/1': { level: 0, n: Number.MAX_SAFE_INTEGER, width: 1 },
    'tile/entries/x001/000.p/2': { n: 1000, width: 2 },
  };
  accept('tile-paths', 'parse-paths', { paths: Object.keys(paths) }, Object.values(paths));
  const bad = [
    '',
    'tile/0/',
    'tile/0/0',
    'tile/0/0000',
    'tile/00/000',
    'tile/64/000',
    'tile/-1/000',
    'tile/0/x000/001',
  ];
  bad.push('tile/0/001/002', 'tile/0/x001', 'tile/0/000.p/0', 'tile/0/000.p/256', 'tile/0/000.p/01', 'tile/0/000.p/');
  bad.push('tile/0/000/', '/tile/0/000', 'tile/0/000\n', 'tile/8/0/000', 'tile/0/x009/x007/x199/x254/x740/992');
  bad.push('tile/entries/x000/001', 'tile/entries/1', 'tile/entries/000.p/256', 'tile/entries/../000');
  for (const [i, path] of bad.entries())
    reject(`tile-path-${String(i + 1).padStart(2, '0')}`, 'parse-paths', { paths: [path] }, 'log.malformed-tile');
}

function tileBytes(tile: Tile): Uint8Array {
  const list = Array.from({ length: tile.width }, (_, i) => hashes(tile.level * 8, tile.n * 256 + i));
  return concat(...list);
}

export function bundleVectors({ accept, reject }: VectorSink): void {
  const two = encodeBundle(entries.slice(0, 2));
  accept('bundle', 'decode-bundle', { bundle: two.toHex(), width: 2 }, hex(entries.slice(0, 2)));
  const bad: Record<string, [Uint8Array, number]> = {
    empty: [new Uint8Array(0), 0],
    'cut-short': [two.slice(0, -1), 2],
    'too-long': [concat(two, Uint8Array.of(0)), 2],
    'of-other-width': [two, 3],
    'with-other-length': [two.with(1, 33), 2],
    'with-long-length': [two.with(34, 1), 2],
  };
  for (const [name, [bundle, width]] of Object.entries(bad))
    reject(`bundle-${name}`, 'decode-bundle', { bundle: bundle.toHex(), width }, 'log.malformed-bundle');
}

export function proofVectors({ accept, reject }: VectorSink): void {
  const claim = (index: number, at: number) => ({
    index,
    size: at,
    root: checkpointAt(at).root.toHex(),
    entry: entries[index]!.toHex(),
    proof: hex(sound(inclusionProof(index, at, hashes, crypto))),
  });
  for (const [index, at] of [
    [0, 1],
    [0, 2],
    [1, 2],
    [2, 3],
    [6, 7],
    [255, 256],
    [256, 257],
    [0, 600],
    [599, 600],
    [311, 600],
  ] as const)
    accept(`inclusion-${index}-of-${at}`, 'verify-inclusion', claim(index, at), 'verified');
  const good = claim(311, 600);
  const bad: Record<string, object> = {
    'altered-hash': { proof: good.proof.with(3, zero) },
    'missing-hash': { proof: good.proof.slice(0, -1) },
    'extra-hash': { proof: [...good.proof, zero] },
    'hashes-swapped': { proof: good.proof.toReversed() },
    'short-hash': { proof: good.proof.with(0, zero.slice(2)) },
    'other-index': { index: 310 },
    'other-root': { root: zero },
    'other-size': { size: 1100 },
    'other-entry': { entry: zero },
    'short-entry': { entry: zero.slice(2) },
  };
  for (const [name, change] of Object.entries(bad))
    reject(`inclusion-${name}`, 'verify-inclusion', { ...good, ...change }, 'log.bad-inclusion');
  for (const [name, change] of Object.entries({
    'index-at-size': { index: 600 },
    'index-negative': { index: -1 },
    'index-fraction': { index: 0.5 },
  }))
    reject(`inclusion-${name}`, 'verify-inclusion', { ...good, ...change }, 'log.index-out-of-range');
  // A path that climbs past the root of the size it names.
  reject('inclusion-past-the-root', 'verify-inclusion', { ...claim(1, 2), index: 0, size: 1 }, 'log.bad-inclusion');
}

export function consistencyVectors({ accept, reject }: VectorSink): void {
  const claim = (oldSize: number, newSize: number) => ({
    oldSize,
    oldRoot: checkpointAt(oldSize).root.toHex(),
    newSize,
    newRoot: checkpointAt(newSize).root.toHex(),
    proof: hex(sound(consistencyProof(oldSize, newSize, hashes, crypto))),
  });
  for (const [a, b] of [
    [1, 1],
    [1, 2],
    [3, 7],
    [4, 7],
    [6, 8],
    [256, 600],
    [255, 257],
    [311, 600],
    [600, 600],
  ] as const)
    accept(`consistency-${a}-to-${b}`, 'verify-consistency', claim(a, b), 'verified');
  const good = claim(311, 600);
  const bad: Record<string, object> = {
    'altered-hash': { proof: good.proof.with(3, zero) },
    'missing-hash': { proof: good.proof.slice(0, -1) },
    'extra-hash': { proof: [...good.proof, zero] },
    'without-proof': { proof: [] },
    'short-hash': { proof: good.proof.with(0, zero.slice(2)) },
    'other-old-size': { oldSize: 310 },
    'other-new-size': { newSize: 1100 },
    'other-old-root': { oldRoot: zero },
    'other-new-root': { newRoot: zero },
    'same-size-other-root': { ...claim(600, 600), oldRoot: zero },
    'same-size-with-proof': { ...claim(600, 600), proof: [zero] },
  };
  for (const [name, change] of Object.entries(bad))
    reject(`consistency-${name}`, 'verify-consistency', { ...good, ...change }, 'log.bad-consistency');
  const empty = { ...good, oldSize: 0, oldRoot: checkpointAt(0).root.toHex(), proof: [] };
  reject('consistency-from-empty', 'verify-consistency', empty, 'log.index-out-of-range');
  reject('consistency-shrinking', 'verify-consistency', { ...good, newSize: 310 }, 'log.index-out-of-range');
  const past = { ...claim(7, 8), oldSize: 3, newSize: 4 };
  reject('consistency-past-the-root', 'verify-consistency', past, 'log.bad-consistency');
}
