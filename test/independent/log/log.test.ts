import { execFile } from 'node:child_process';
import { createPrivateKey, type KeyObject, sign } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { base64, concat, uint64 } from '../../../kernel/bytes.ts';
import type { Signer } from '../../../kernel/crypto.ts';
import { encodeBundle } from '../../../kernel/log/bundle.ts';
import { formatCheckpoint, signCheckpoint } from '../../../kernel/log/checkpoint.ts';
import { cosignatureLine } from '../../../kernel/log/cosignature.ts';
import { addSignature } from '../../../kernel/log/note.ts';
import { consistencyProof, inclusionProof, type Proof } from '../../../kernel/log/proof.ts';
import { type HashReader, rootAt, tileReader } from '../../../kernel/log/subtree.ts';
import { entriesPath, leafTile, newTiles, tileHash, tilePath } from '../../../kernel/log/tile.ts';
import { append, emptyFrontier, leafHash, rootOf } from '../../../kernel/log/tree.ts';
import { formatVerifierKey } from '../../../kernel/log/verifier-key.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { nodeCrypto as crypto } from '../../../server/crypto-node.ts';

// Writes a log with Samur's code; the Go program beside this file judges it with golang.org/x/mod/sumdb.

const size = 70_000;
const origin = 'afsa.az.example/ru.fsvps/1';
const mirror = 'fsvps.ru.example/mirror';
let folder: string;

function sound<T>(value: T | Refusal): T {
  if (value instanceof Refusal) throw new Error(`refused: ${value.code}`);
  return value;
}

function privateKey(fill: number): KeyObject {
  const prefix = Buffer.from('302e020100300506032b657004220420', 'hex');
  return createPrivateKey({ key: Buffer.concat([prefix, Buffer.alloc(32, fill)]), format: 'der', type: 'pkcs8' });
}

function signer(fill: number): Signer {
  const key = privateKey(fill);
  const x = key.export({ format: 'jwk' }).x;
  if (x === undefined) throw new Error('no public half');
  return {
    key: { algorithm: 'EdDSA', bytes: Uint8Array.fromBase64(x, { alphabet: 'base64url' }) },
    sign: async (message) => new Uint8Array(sign(null, message, key)),
  };
}

async function write(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
}

async function writeTiles(entries: readonly Uint8Array[]): Promise<HashReader> {
  const tiles = new Map<string, Uint8Array>();
  const hashesOf: Uint8Array[][] = [];
  for (const { level, n, width } of newTiles(0, size)) {
    const [first, end] = [n * 256, n * 256 + width];
    const bytes =
      level === 0 ? leafTile(entries.slice(first, end), crypto) : concat(...hashesOf[level]!.slice(first, end));
    tiles.set(tilePath({ level, n, width }), bytes);
    hashesOf[level + 1] ??= [];
    if (width === 256) hashesOf[level + 1]!.push(sound(tileHash(bytes, crypto)));
    if (level === 0) await write(entriesPath({ n, width }), encodeBundle(entries.slice(first, end)));
  }
  for (const [path, bytes] of tiles) await write(path, bytes);
  return sound(tileReader(tiles, crypto));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samur-log-'));
  const [log, cosigner] = [signer(1), signer(2)];
  const entries = Array.from({ length: size }, (_, i) => crypto.sha256(uint64(i)));
  const hashes = await writeTiles(entries);

  const checkpointAt = (at: number) => ({ origin, size: at, root: rootAt(at, hashes, crypto) });
  const note = await signCheckpoint(checkpointAt(size), origin, log, crypto);
  const line = await cosignatureLine(formatCheckpoint(checkpointAt(size)), 1_795_000_000, mirror, cosigner, crypto);
  await write('checkpoint', sound(addSignature(note, line)));
  const keys = [
    formatVerifierKey({ name: origin, type: 1, publicKey: log.key.bytes }, crypto),
    formatVerifierKey({ name: mirror, type: 4, publicKey: cosigner.key.bytes }, crypto),
  ];
  await write('keys', `${keys.join('\n')}\n`);

  const sizes = [1, 2, 3, 255, 256, 257, 511, 65_535, 65_536, 65_537, 69_999, size];
  for (let at = 1000; at < size; at += 6911) sizes.push(at);
  for (const at of sizes) await write(`checkpoints/${at}`, await signCheckpoint(checkpointAt(at), origin, log, crypto));
  const texts = (proof: Proof | Refusal) => sound(proof).map(base64);
  const inclusion = sizes.flatMap((at) =>
    Array.from({ length: Math.min(at, 40) }, (_, i) => {
      const index = i === 0 ? at - 1 : (i * 7919) % at;
      return { index, size: at, proof: texts(inclusionProof(index, at, hashes, crypto)) };
    }),
  );
  const consistency = sizes.flatMap((oldSize) =>
    sizes
      .filter((newSize) => oldSize <= newSize)
      .map((newSize) => ({ oldSize, newSize, proof: texts(consistencyProof(oldSize, newSize, hashes, crypto)) })),
  );
  await write('proofs.json', JSON.stringify({ inclusion, consistency }));

  let frontier = emptyFrontier();
  for (const entry of entries) frontier = append(frontier, leafHash(entry, crypto), crypto);
  expect(rootOf(frontier, crypto)).toEqual(checkpointAt(size).root);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function judge(): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)('go', ['run', '.', folder], { cwd: import.meta.dirname });
    return stdout.trim();
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT')
      throw new Error('Go is missing: install it (https://go.dev/dl) to run this test', { cause: fault });
    throw fault;
  }
}

test('golang.org/x/mod accepts a log of 70,000 entries', async () => {
  expect(await judge()).toBe('70000 entries, 277 tiles, 766 inclusion and 253 consistency proofs');
});

test.each([
  ['checkpoint', 120, /checkpoint/],
  ['tile/0/100', 4000, /tiles/],
  ['tile/1/000', 4000, /tiles|differs/],
  ['tile/entries/273.p/112', 70, /entry/],
  ['proofs.json', -60, /consistency|illegal base64|malformed/],
])('and refuses it once %s is damaged', async (path, at, sentence) => {
  const file = join(folder, path);
  const good = await readFile(file);
  const bad = Buffer.from(good);
  const place = at < 0 ? bad.length + at : at;
  bad[place] = bad[place] === 0x41 ? 0x42 : 0x41;
  await writeFile(file, bad);
  await expect(judge()).rejects.toThrow(sentence);
  await writeFile(file, good);
});
