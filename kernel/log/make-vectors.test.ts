import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { ed25519 } from '@noble/curves/ed25519.js';
import { expect, test } from 'vitest';
import { base64, concat, uint64, utf8 } from '../bytes.ts';
import type { Signer } from '../crypto.ts';
import { portableCrypto as crypto } from '../crypto-portable.ts';
import { Refusal, type RefusalCode } from '../refusal.ts';
import { encodeBundle } from './bundle.ts';
import { type Checkpoint, formatCheckpoint, signCheckpoint } from './checkpoint.ts';
import { cosignatureLine } from './cosignature.ts';
import { addSignature, formatNote, noteKeyId, parseNote, signatureLine } from './note.ts';
import { consistencyProof, inclusionProof } from './proof.ts';
import { frontierAt, type HashReader, rootAt, tileReader } from './subtree.ts';
import { leafTile, newTiles, tileHash, tilePath } from './tile.ts';
import { formatTlogProof } from './tlog-proof.ts';
import { frontierBytes } from './tree.ts';
import { formatVerifierKey } from './verifier-key.ts';

// The vectors are derived, so that they can be read, and compared with the files, so that no change of format goes
// unseen. With SAMUR_WRITE_VECTORS=1 the files are written. Entry i of the sample log is SHA-256(uint64 big-endian i).

interface Vector {
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly expect?: unknown;
  readonly code?: RefusalCode;
}

const valid: Record<string, Vector> = {};
const refused: Record<string, Vector> = {};

function sound<T>(value: T | Refusal): T {
  if (value instanceof Refusal) throw new Error(`${value.code} ${JSON.stringify(value.detail)}`);
  return value;
}

function signerFrom(fill: number): Signer {
  const seed = new Uint8Array(32).fill(fill);
  return {
    key: { algorithm: 'EdDSA', bytes: ed25519.getPublicKey(seed) },
    sign: async (message) => ed25519.sign(message, seed),
  };
}

const origin = 'afsa.az.example/ru.fsvps/1';
const mirror = 'fsvps.ru.example/mirror';
const log = signerFrom(1);
const cosigner = signerFrom(2);
const stranger = signerFrom(3);

function vkey(name: string, signer: Signer, type = 1): string {
  return formatVerifierKey({ name, type, publicKey: signer.key.bytes }, crypto);
}

const keys = [vkey(origin, log)];
const cosigners = [vkey(mirror, cosigner, 4)];

function entry(i: number): Uint8Array {
  return crypto.sha256(uint64(i));
}

function sampleTiles(entries: readonly Uint8Array[]): Map<string, Uint8Array> {
  const tiles = new Map<string, Uint8Array>();
  for (const tile of newTiles(0, entries.length)) {
    const first = tile.n * 256;
    const below = Array.from({ length: tile.width }, (_, i) =>
      tiles.get(`tile/0/${String(first + i).padStart(3, '0')}`),
    );
    const bytes =
      tile.level === 0
        ? leafTile(entries.slice(first, first + tile.width), crypto)
        : concat(...below.map((full) => sound(tileHash(full!, crypto))));
    tiles.set(tilePath(tile), bytes);
  }
  return tiles;
}

const size = 600;
const entries = Array.from({ length: size }, (_, i) => entry(i));
const hashes = sound(tileReader(sampleTiles(entries), crypto));
const rewritten = sound(tileReader(sampleTiles(entries.with(5, entry(99_999))), crypto));

function checkpointAt(size: number, reader: HashReader = hashes): Checkpoint {
  return { origin, size, root: rootAt(size, reader, crypto) };
}

function noteAt(size: number, reader: HashReader = hashes, signer = log): Promise<string> {
  return signCheckpoint(checkpointAt(size, reader), origin, signer, crypto);
}

function signText(text: string, signer = log, name = origin): string {
  const seed = new Uint8Array(32).fill(signer === log ? 1 : 3);
  const bytes = ed25519.sign(utf8(text), seed);
  return formatNote({ text, signatures: [{ name, keyId: noteKeyId(name, 1, signer.key.bytes, crypto), bytes }] });
}

function hex(list: readonly Uint8Array[]): string[] {
  return list.map((bytes) => bytes.toHex());
}

function add(files: Record<string, Vector>, name: string, operation: string, input: Vector['input'], answer: unknown) {
  if (files[name]) throw new Error(`two vectors named ${name}`);
  files[name] =
    files === valid ? { operation, input, expect: answer } : { operation, input, code: answer as RefusalCode };
}

const note = await noteAt(size);
const text = formatCheckpoint(checkpointAt(size));
const cosigned = sound(addSignature(note, await cosignatureLine(text, 1_795_000_000, mirror, cosigner, crypto)));
const ed25519Order = 2n ** 252n + 27742317777372353535851937790883648493n;

/** The last signature of a note, its bytes changed. */
function changeLast(whole: string, change: (bytes: Uint8Array) => Uint8Array): string {
  const parsed = sound(parseNote(whole));
  const last = parsed.signatures.at(-1)!;
  return formatNote({
    text: parsed.text,
    signatures: [...parsed.signatures.slice(0, -1), { ...last, bytes: change(last.bytes) }],
  });
}

function turnLastBit(bytes: Uint8Array): Uint8Array {
  return bytes.with(-1, bytes.at(-1)! ^ 1);
}

/** The other form of an Ed25519 signature: S + L. */
function addOrder(bytes: Uint8Array): Uint8Array {
  const s = BigInt(`0x${bytes.slice(-32).reverse().toHex()}`) + ed25519Order;
  return concat(bytes.slice(0, -32), Uint8Array.fromHex(s.toString(16).padStart(64, '0')).reverse());
}

function noteVectors() {
  const parsed = sound(parseNote(cosigned));
  const signatures = parsed.signatures.map((s) => ({ name: s.name, keyId: s.keyId.toHex(), bytes: s.bytes.toHex() }));
  add(valid, 'note', 'parse-note', { note: cosigned }, { text, signatures });
  const poem = signText('Azərbaycan\n\nРоссия — Самур\n');
  const one = sound(parseNote(poem)).signatures.map((s) => ({
    name: s.name,
    keyId: s.keyId.toHex(),
    bytes: s.bytes.toHex(),
  }));
  const expected = { text: 'Azərbaycan\n\nРоссия — Самур\n', signatures: one };
  add(valid, 'note-with-empty-line', 'parse-note', { note: poem }, expected);
  const bad: Record<string, string> = {
    'without-signature': `${text}\n`,
    'without-empty-line': note.replace('\n\n', '\n'),
    'without-final-newline': note.slice(0, -1),
    'with-carriage-return': note.replace(/\n/g, '\r\n'),
    'with-tab': note.replace(' ', '\t'),
    'with-lone-surrogate': `\ud800${note}`,
    'with-hyphen-for-dash': note.replace('— ', '- '),
    'with-two-spaces': note.replace('— ', '—  '),
    'with-plus-in-name': note.replace('— afsa.az', '— afsa+az'),
    'with-no-break-space-in-name': note.replace('— afsa.az', '— afsa\u00a0az'),
    'with-empty-name': note.replace(`— ${origin}`, '— '),
    'with-word-after-signature': `${note.slice(0, -1)} more\n`,
    'with-line-after-signatures': `${note}more\n`,
    'without-padding': note.replace(/=+\n$/, '\n'),
    'with-base64url': `${text}\n— a ${base64(new Uint8Array(9).fill(255)).replaceAll('/', '_')}\n`,
    'with-spare-bits': `${text}\n— a AAAAAAB=\n`,
    'with-key-id-only': `${text}\n— a AAAAAA==\n`,
  };
  for (const [name, whole] of Object.entries(bad))
    add(refused, `note-${name}`, 'parse-note', { note: whole }, 'log.malformed-note');
  const line = signatureLine({ name: 'a', keyId: new Uint8Array(4), bytes: new Uint8Array(64) });
  add(refused, 'note-with-65-signatures', 'parse-note', { note: `${text}\n${line.repeat(65)}` }, 'input.too-large');
}

function keyVectors() {
  const publicKey = log.key.bytes.toHex();
  const key = vkey(origin, log);
  add(valid, 'verifier-key', 'parse-verifier-key', { key }, { name: origin, type: 1, publicKey });
  const future = formatVerifierKey({ name: 'a', type: 6, publicKey: new Uint8Array(1312) }, crypto);
  const expected = { name: 'a', type: 6, publicKey: '00'.repeat(1312) };
  add(valid, 'verifier-key-of-unknown-type', 'parse-verifier-key', { key: future }, expected);
  const short = formatVerifierKey({ name: 'a', type: 1, publicKey: log.key.bytes.slice(1) }, crypto);
  const bad = {
    'with-other-id': key.replace(/\+[0-9a-f]{8}/, '+00000000'),
    'with-upper-case-id': key.replace(/\+[0-9a-f]{8}/, (id) => id.toUpperCase()),
    'too-short': short,
    'without-name': key.slice(origin.length),
    'without-key': key.slice(0, origin.length + 9),
    'with-space': ` ${key}`,
  };
  for (const [name, wrong] of Object.entries(bad))
    add(refused, `verifier-key-${name}`, 'parse-verifier-key', { key: wrong }, 'log.malformed-key');
}

async function checkpointVectors() {
  const expected = (at: number) => ({ origin, size: at, root: checkpointAt(at).root.toHex() });
  for (const at of [0, 1, size])
    add(valid, `checkpoint-${at}`, 'open-checkpoint', { note: await noteAt(at), origin, keys }, expected(at));
  const line = signatureLine({ name: 'unknown.example', keyId: new Uint8Array(4), bytes: new Uint8Array(64) });
  const many = note + line.repeat(15);
  add(valid, 'checkpoint-with-unknown-keys', 'open-checkpoint', { note: many, origin, keys }, expected(size));
  const [, , root] = text.split('\n');
  const malformed: Record<string, string> = {
    'leading-zero': `${origin}\n0600\n${root}\n`,
    'plus-sign': `${origin}\n+600\n${root}\n`,
    'negative-size': `${origin}\n-600\n${root}\n`,
    fraction: `${origin}\n600.0\n${root}\n`,
    exponent: `${origin}\n6e2\n${root}\n`,
    'empty-size': `${origin}\n\n${root}\n`,
    'unsafe-size': `${origin}\n9007199254740992\n${root}\n`,
    'short-root': `${origin}\n600\n${base64(new Uint8Array(31))}\n`,
    'unpadded-root': `${origin}\n600\n${root?.replace('=', '')}\n`,
    'no-root': `${origin}\n600\n`,
    'extension-line': `${text}more\n`,
    'space-in-origin': `az log\n600\n${root}\n`,
    'empty-origin': `\n600\n${root}\n`,
  };
  for (const [name, wrong] of Object.entries(malformed)) {
    const input = { note: signText(wrong), origin, keys };
    add(refused, `checkpoint-${name}`, 'open-checkpoint', input, 'log.malformed-checkpoint');
  }
  const other = { note, origin: 'afsa.az.example/ru.fsvps/2', keys };
  add(refused, 'checkpoint-of-other-origin', 'open-checkpoint', other, 'log.wrong-origin');
  const unsound: Record<string, string> = {
    'altered-text': note.replace('\n600\n', '\n601\n'),
    'altered-signature': changeLast(note, turnLastBit),
    'malleated-signature': changeLast(note, addOrder),
    'short-signature': changeLast(note, (bytes) => bytes.slice(1)),
    'by-stranger': await noteAt(size, hashes, stranger),
    'with-one-bad-of-two':
      note + signatureLine({ ...sound(parseNote(note)).signatures[0]!, bytes: new Uint8Array(64) }),
    'signed-as-cosigner': `${text}\n${await cosignatureLine(text, 1, origin, log, crypto)}`,
  };
  for (const [name, wrong] of Object.entries(unsound))
    add(refused, `checkpoint-${name}`, 'open-checkpoint', { note: wrong, origin, keys }, 'log.bad-signature');
}

async function cosignatureVectors() {
  const root = checkpointAt(size).root.toHex();
  const common = { origin, keys, cosigner: cosigners[0] };
  const expected = { name: mirror, time: 1_795_000_000, origin, size, root };
  add(valid, 'cosignature', 'open-cosignature', { note: cosigned, ...common }, expected);
  const earlier = cosigned + (await cosignatureLine(text, 1_794_999_999, mirror, cosigner, crypto));
  const first = { ...expected, time: 1_794_999_999 };
  add(valid, 'cosignature-twice', 'open-cosignature', { note: earlier, ...common }, first);
  add(refused, 'cosignature-absent', 'open-cosignature', { note, ...common }, 'log.no-cosignature');
  const keyId = noteKeyId(mirror, 4, cosigner.key.bytes, crypto);
  const late = utf8(`cosignature/v1\ntime 9007199254740992\n${text}`);
  const lateBytes = concat(Uint8Array.fromHex('0020000000000000'), await cosigner.sign(late));
  const unsound: Record<string, string> = {
    'altered-time': changeLast(cosigned, (bytes) => bytes.with(7, bytes[7]! ^ 1)),
    'altered-signature': changeLast(cosigned, turnLastBit),
    malleated: changeLast(cosigned, addOrder),
    'too-short': changeLast(cosigned, (bytes) => bytes.slice(0, -1)),
    'too-long': changeLast(cosigned, (bytes) => concat(bytes, Uint8Array.of(0))),
    'of-other-checkpoint':
      note + (await cosignatureLine(formatCheckpoint(checkpointAt(599)), 1, mirror, cosigner, crypto)),
    'time-beyond-safe': note + signatureLine({ name: mirror, keyId, bytes: lateBytes }),
    'without-time-in-message':
      note + signatureLine({ name: mirror, keyId, bytes: concat(uint64(1), await cosigner.sign(utf8(text))) }),
  };
  for (const [name, wrong] of Object.entries(unsound))
    add(refused, `cosignature-${name}`, 'open-cosignature', { note: wrong, ...common }, 'log.bad-cosignature');
}

function tileVectors() {
  for (const at of [0, 1, 2, 3, 7, 8, 255, 256, 257, 600])
    add(
      valid,
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
  add(valid, 'tile-paths', 'parse-paths', { paths: Object.keys(paths) }, Object.values(paths));
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
    add(refused, `tile-path-${String(i + 1).padStart(2, '0')}`, 'parse-paths', { paths: [path] }, 'log.malformed-tile');
}

function tileBytes(tile: { level: number; n: number; width: number }): Uint8Array {
  const list = Array.from({ length: tile.width }, (_, i) => hashes(tile.level * 8, tile.n * 256 + i));
  return concat(...list);
}

function bundleVectors() {
  const two = encodeBundle(entries.slice(0, 2));
  add(valid, 'bundle', 'decode-bundle', { bundle: two.toHex(), width: 2 }, hex(entries.slice(0, 2)));
  const bad: Record<string, [Uint8Array, number]> = {
    empty: [new Uint8Array(0), 0],
    'cut-short': [two.slice(0, -1), 2],
    'too-long': [concat(two, Uint8Array.of(0)), 2],
    'of-other-width': [two, 3],
    'with-other-length': [two.with(1, 33), 2],
    'with-long-length': [two.with(34, 1), 2],
  };
  for (const [name, [bundle, width]] of Object.entries(bad))
    add(refused, `bundle-${name}`, 'decode-bundle', { bundle: bundle.toHex(), width }, 'log.malformed-bundle');
}

function proofVectors() {
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
    add(valid, `inclusion-${index}-of-${at}`, 'verify-inclusion', claim(index, at), 'verified');
  const good = claim(311, 600);
  const zero = '00'.repeat(32);
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
    add(refused, `inclusion-${name}`, 'verify-inclusion', { ...good, ...change }, 'log.bad-inclusion');
  for (const [name, change] of Object.entries({
    'index-at-size': { index: 600 },
    'index-negative': { index: -1 },
    'index-fraction': { index: 0.5 },
  }))
    add(refused, `inclusion-${name}`, 'verify-inclusion', { ...good, ...change }, 'log.index-out-of-range');
}

function consistencyVectors() {
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
    add(valid, `consistency-${a}-to-${b}`, 'verify-consistency', claim(a, b), 'verified');
  const good = claim(311, 600);
  const zero = '00'.repeat(32);
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
    add(refused, `consistency-${name}`, 'verify-consistency', { ...good, ...change }, 'log.bad-consistency');
  const empty = { ...good, oldSize: 0, oldRoot: checkpointAt(0).root.toHex(), proof: [] };
  add(refused, 'consistency-from-empty', 'verify-consistency', empty, 'log.index-out-of-range');
  add(refused, 'consistency-shrinking', 'verify-consistency', { ...good, newSize: 310 }, 'log.index-out-of-range');
}

async function tlogProofVectors() {
  const proof = sound(inclusionProof(311, size, hashes, crypto));
  const good = {
    text: formatTlogProof({ index: 311, proof, note: cosigned }),
    entry: entries[311]!.toHex(),
    origin,
    keys,
    cosigners,
  };
  const answer = (index: number, at: number, times: number[]) => ({ index, size: at, times });
  add(valid, 'tlog-proof', 'open-tlog-proof', good, answer(311, size, [1_795_000_000]));
  const single = formatTlogProof({ index: 0, proof: [], note: await noteAt(1) });
  const alone = { ...good, text: single, entry: entries[0]!.toHex(), cosigners: [] };
  add(valid, 'tlog-proof-of-single-entry', 'open-tlog-proof', alone, answer(0, 1, []));
  const bad: [string, RefusalCode, object][] = [
    ['other-version', 'log.malformed-proof', { text: good.text.replace('@v1', '@v2') }],
    ['extra-line', 'log.malformed-proof', { text: good.text.replace('index', 'extra AAAA\nindex') }],
    ['leading-zero', 'log.malformed-proof', { text: good.text.replace('index 311', 'index 0311') }],
    ['without-index', 'log.malformed-proof', { text: good.text.replace('index 311\n', '') }],
    ['unsafe-index', 'log.malformed-proof', { text: good.text.replace('311', '9007199254740992') }],
    ['short-hash', 'log.malformed-proof', { text: good.text.replace('index 311\n', 'index 311\nAAAA\n') }],
    [
      '54-hashes',
      'log.malformed-proof',
      { text: good.text.replace('311\n', `311\n${`${base64(entry(0))}\n`.repeat(54)}`) },
    ],
    ['without-checkpoint', 'log.malformed-proof', { text: 'c2sp.org/tlog-proof@v1\nindex 311\n' }],
    ['empty', 'log.malformed-proof', { text: '' }],
    ['note-cut-short', 'log.malformed-note', { text: good.text.slice(0, -1) }],
    ['other-origin', 'log.wrong-origin', { origin: `${origin}0` }],
    ['altered-checkpoint', 'log.bad-signature', { text: good.text.replace('\n600\n', '\n601\n') }],
    ['other-entry', 'log.bad-inclusion', { entry: entries[310]!.toHex() }],
    ['other-index', 'log.bad-inclusion', { text: good.text.replace('index 311', 'index 310') }],
    ['index-out-of-range', 'log.index-out-of-range', { text: good.text.replace('index 311', 'index 600') }],
    ['not-cosigned', 'log.no-cosignature', { text: formatTlogProof({ index: 311, proof, note }) }],
    [
      'bad-cosignature',
      'log.bad-cosignature',
      { text: formatTlogProof({ index: 311, proof, note: changeLast(cosigned, turnLastBit) }) },
    ],
  ];
  for (const [name, code, change] of bad)
    add(refused, `tlog-proof-${name}`, 'open-tlog-proof', { ...good, ...change }, code);
}

async function misconductVectors() {
  const [honest, forked, older] = [note, await noteAt(size, rewritten), await noteAt(300)];
  const common = { origin, keys };
  add(valid, 'fork', 'prove-fork', { notes: [honest, forked], ...common }, { size });
  add(refused, 'fork-same-note', 'prove-fork', { notes: [honest, honest], ...common }, 'log.no-misconduct');
  add(refused, 'fork-other-size', 'prove-fork', { notes: [older, forked], ...common }, 'log.no-misconduct');
  const forged = await noteAt(size, rewritten, stranger);
  add(refused, 'fork-forged', 'prove-fork', { notes: [honest, forged], ...common }, 'log.bad-signature');

  const evidence = (at: number, olderNote: string, newerNote: string, reader: HashReader) => ({
    olderNote,
    newerNote,
    rewrittenRoot: rootAt(at, reader, crypto).toHex(),
    proof: hex(sound(consistencyProof(at, size, reader, crypto))),
    ...common,
  });
  const rewrite = evidence(300, older, forked, rewritten);
  add(valid, 'rewrite', 'prove-rewrite', rewrite, { olderSize: 300, newerSize: size });
  add(valid, 'rewrite-after-power-of-two', 'prove-rewrite', evidence(256, await noteAt(256), forked, rewritten), {
    olderSize: 256,
    newerSize: size,
  });
  add(refused, 'rewrite-honest-log', 'prove-rewrite', evidence(300, older, honest, hashes), 'log.no-misconduct');
  const invented = { ...evidence(300, older, honest, hashes), rewrittenRoot: '00'.repeat(32) };
  add(refused, 'rewrite-invented-root', 'prove-rewrite', invented, 'log.bad-consistency');
  add(
    refused,
    'rewrite-notes-swapped',
    'prove-rewrite',
    { ...rewrite, olderNote: forked, newerNote: older },
    'log.index-out-of-range',
  );

  const shown = (index: number, whole: string, reader: HashReader, what: Uint8Array) => ({
    text: formatTlogProof({ index, proof: sound(inclusionProof(index, sizeOf(whole), reader, crypto)), note: whole }),
    entry: what.toHex(),
  });
  const before = shown(5, older, hashes, entries[5]!);
  const after = shown(5, forked, rewritten, entry(99_999));
  add(valid, 'replacement', 'prove-replacement', { proofs: [before, after], ...common }, { index: 5 });
  const same = { proofs: [before, shown(5, honest, hashes, entries[5]!)], ...common };
  add(refused, 'replacement-same-entry', 'prove-replacement', same, 'log.no-misconduct');
  const apart = { proofs: [before, shown(6, forked, rewritten, entries[6]!)], ...common };
  add(refused, 'replacement-other-index', 'prove-replacement', apart, 'log.no-misconduct');
  const lie = { proofs: [before, { ...after, entry: entries[7]!.toHex() }], ...common };
  add(refused, 'replacement-invented-entry', 'prove-replacement', lie, 'log.bad-inclusion');
}

function sizeOf(whole: string): number {
  return Number(whole.split('\n')[1]);
}

noteVectors();
keyVectors();
await checkpointVectors();
await cosignatureVectors();
tileVectors();
bundleVectors();
proofVectors();
consistencyVectors();
await tlogProofVectors();
await misconductVectors();

test.each(Object.entries({ valid, refused }))('the %s vectors are those on file', (folder, vectors) => {
  const path = new URL(`vectors/${folder}/`, import.meta.url);
  const files = Object.fromEntries(
    Object.entries(vectors).map(([name, vector]) => [`${name}.json`, `${JSON.stringify(vector, null, 2)}\n`]),
  );
  if (process.env['SAMUR_WRITE_VECTORS'] === '1') {
    rmSync(path, { recursive: true, force: true });
    mkdirSync(path, { recursive: true });
    for (const [name, content] of Object.entries(files)) writeFileSync(new URL(name, path), content);
  }
  expect(readdirSync(path).sort()).toEqual(Object.keys(files).sort());
  for (const [name, content] of Object.entries(files)) expect(readFileSync(new URL(name, path), 'utf8')).toBe(content);
});
