import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { nodeCrypto } from '../../server/crypto-node.ts';
import { uint64 } from '../bytes.ts';
import type { Crypto } from '../crypto.ts';
import { portableCrypto } from '../crypto-portable.ts';
import { Refusal } from '../refusal.ts';
import { decodeBundle } from './bundle.ts';
import { type NamedKey, openCheckpoint } from './checkpoint.ts';
import { openCosignature } from './cosignature.ts';
import { provesFork, provesReplacement, provesRewrite } from './misconduct.ts';
import { parseNote } from './note.ts';
import { verifyConsistency, verifyInclusion } from './proof.ts';

import { leafTile, newTiles, parseEntriesPath, parseTilePath, tileHash, tilePath } from './tile.ts';
import { openTlogProof } from './tlog-proof.ts';
import { append, emptyFrontier, frontierBytes, leafHash, rootOf } from './tree.ts';
import { parseVerifierKey } from './verifier-key.ts';

interface Vector {
  operation: string;
  // Every member that any operation reads; a vector holds those of its own.
  input: Record<'note' | 'key' | 'origin' | 'cosigner' | 'bundle' | 'root' | 'entry' | 'text', string> &
    Record<'oldRoot' | 'newRoot' | 'olderNote' | 'newerNote' | 'rewrittenRoot', string> &
    Record<'size' | 'width' | 'index' | 'oldSize' | 'newSize', number> &
    Record<'keys' | 'cosigners' | 'paths' | 'proof', string[]> & {
      notes: [string, string];
      proofs: [{ text: string; entry: string }, { text: string; entry: string }];
    };
  expect?: unknown;
  code?: string;
}

const fromHex = (text: string) => Uint8Array.fromHex(text);

function namedKeys(texts: readonly string[], crypto: Crypto): NamedKey[] {
  return texts.map((text) => {
    const key = parseVerifierKey(text, crypto);
    if (key instanceof Refusal) throw new Error(`bad key in vector: ${text}`);
    return { name: key.name, key: { algorithm: 'EdDSA', bytes: key.publicKey } };
  });
}

/** What an operation gives, in the shape that vectors write: bytes as hex, verified values by their figures. */
const operations: Record<string, (input: Vector['input'], crypto: Crypto) => unknown> = {
  'parse-note': ({ note }) => {
    const parsed = parseNote(note);
    if (parsed instanceof Refusal) return parsed;
    const signatures = parsed.signatures.map((s) => ({ ...s, keyId: s.keyId.toHex(), bytes: s.bytes.toHex() }));
    return { text: parsed.text, signatures };
  },
  'parse-verifier-key': ({ key }, crypto) => {
    const parsed = parseVerifierKey(key, crypto);
    return parsed instanceof Refusal ? parsed : { ...parsed, publicKey: parsed.publicKey.toHex() };
  },
  'open-checkpoint': ({ note, origin, keys }, crypto) => {
    const opened = openCheckpoint(note, origin, namedKeys(keys, crypto), crypto);
    return opened instanceof Refusal ? opened : { origin, size: opened.size, root: opened.root.toHex() };
  },
  'open-cosignature': ({ note, origin, keys, cosigner }, crypto) => {
    const checkpoint = openCheckpoint(note, origin, namedKeys(keys, crypto), crypto);
    if (checkpoint instanceof Refusal) return checkpoint;
    const opened = openCosignature(note, checkpoint, namedKeys([cosigner], crypto)[0]!, crypto);
    return opened instanceof Refusal ? opened : { ...opened, root: opened.root.toHex() };
  },
  tree: ({ size }, crypto) => {
    const entries = Array.from({ length: size }, (_, i) => crypto.sha256(uint64(i)));
    let frontier = emptyFrontier();
    for (const entry of entries) frontier = append(frontier, leafHash(entry, crypto), crypto);
    const tiles: Record<string, string> = {};
    let below: Uint8Array[] = [];
    let level: Uint8Array[] = [];
    for (const tile of newTiles(0, size)) {
      if (tile.n === 0) [below, level] = [level, []];
      const first = tile.n * 256;
      const bytes =
        tile.level === 0
          ? leafTile(entries.slice(first, first + tile.width), crypto)
          : new Uint8Array(below.slice(first, first + tile.width).flatMap((hash) => [...hash]));
      const hash = tileHash(bytes, crypto);
      if (!(hash instanceof Refusal)) level.push(hash);
      tiles[tilePath(tile)] = crypto.sha256(bytes).toHex();
    }
    return { root: rootOf(frontier, crypto).toHex(), frontier: frontierBytes(frontier).toHex(), tiles };
  },
  'parse-paths': ({ paths }) => {
    const parsed = paths.map((path) => (path.startsWith('tile/entries/') ? parseEntriesPath : parseTilePath)(path));
    return parsed.find((tile) => tile instanceof Refusal) ?? parsed;
  },
  'decode-bundle': ({ bundle, width }) => {
    const entries = decodeBundle(fromHex(bundle), width);
    return entries instanceof Refusal ? entries : entries.map((entry) => entry.toHex());
  },
  'verify-inclusion': ({ index, size, root, entry, proof }, crypto) => {
    const claim = { index, size, root: fromHex(root), entry: fromHex(entry) };
    const verified = verifyInclusion(claim, proof.map(fromHex), crypto);
    return verified instanceof Refusal ? verified : 'verified';
  },
  'verify-consistency': ({ oldSize, oldRoot, newSize, newRoot, proof }, crypto) => {
    const claim = { oldSize, oldRoot: fromHex(oldRoot), newSize, newRoot: fromHex(newRoot) };
    const verified = verifyConsistency(claim, proof.map(fromHex), crypto);
    return verified instanceof Refusal ? verified : 'verified';
  },
  'open-tlog-proof': ({ text, entry, origin, keys, cosigners }, crypto) => {
    const wanted = namedKeys(cosigners, crypto);
    const opened = openTlogProof(text, fromHex(entry), origin, namedKeys(keys, crypto), wanted, crypto);
    if (opened instanceof Refusal) return opened;
    const times = opened.cosignatures.map((cosignature) => cosignature.time);
    return { index: opened.inclusion.index, size: opened.checkpoint.size, times };
  },
  'prove-fork': ({ notes, origin, keys }, crypto) => {
    const proven = provesFork(...notes, origin, namedKeys(keys, crypto), crypto);
    return proven instanceof Refusal ? proven : { size: proven.checkpoints[0].size };
  },
  'prove-rewrite': ({ olderNote, newerNote, rewrittenRoot, proof, origin, keys }, crypto) => {
    const evidence = { olderNote, newerNote, rewrittenRoot: fromHex(rewrittenRoot), proof: proof.map(fromHex) };
    const proven = provesRewrite(evidence, origin, namedKeys(keys, crypto), crypto);
    return proven instanceof Refusal ? proven : { olderSize: proven.older.size, newerSize: proven.newer.size };
  },
  'prove-replacement': ({ proofs, origin, keys }, crypto) => {
    const [a, b] = proofs.map(({ text, entry }) => ({ text, entry: fromHex(entry) }));
    const proven = provesReplacement(a!, b!, origin, namedKeys(keys, crypto), crypto);
    return proven instanceof Refusal ? proven : { index: proven.index };
  },
};

function vectors(folder: string): [string, Vector][] {
  const path = new URL(`vectors/${folder}/`, import.meta.url);
  return readdirSync(path).map((name) => [name, JSON.parse(readFileSync(new URL(name, path), 'utf8')) as Vector]);
}

function run(vector: Vector, crypto: Crypto): unknown {
  const operation = operations[vector.operation];
  if (!operation) throw new Error(`no operation ${vector.operation}`);
  return operation(vector.input, crypto);
}

describe.each([
  ['native', nodeCrypto],
  ['portable', portableCrypto],
])('with %s crypto', (_name, crypto) => {
  test.each(vectors('valid'))('%s is accepted', (_file, vector) => {
    expect(run(vector, crypto)).toEqual(vector.expect);
  });

  test.each(vectors('refused'))('%s is refused', (_file, vector) => {
    const answer = run(vector, crypto);
    expect(answer).toBeInstanceOf(Refusal);
    expect((answer as Refusal).code).toBe(vector.code);
  });
});
