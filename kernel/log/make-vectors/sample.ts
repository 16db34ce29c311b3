import { concat, uint64, utf8 } from '../../bytes.ts';
import type { Signer } from '../../crypto.ts';
import { portableCrypto as crypto } from '../../crypto-portable.ts';
import { Refusal, type RefusalCode } from '../../refusal.ts';
import { type Checkpoint, formatCheckpoint, signCheckpoint } from '../checkpoint.ts';
import { cosignatureLine } from '../cosignature.ts';
import { addSignature, formatNote, noteKeyId } from '../note.ts';
import { type HashReader, rootAt, tileReader } from '../subtree.ts';
import { leafTile, newTiles, tileHash, tilePath } from '../tile.ts';
import { formatVerifierKey } from '../verifier-key.ts';

// What the vectors are derived from: three keys and a log of 600 entries, entry i being SHA-256(uint64 big-endian i).

type Input = Readonly<Record<string, unknown>>;

/** Where makers put their vectors: what must be accepted with which answer, and refused with which code. */
export interface VectorSink {
  accept(name: string, operation: string, input: Input, answer: unknown): void;
  reject(name: string, operation: string, input: Input, code: RefusalCode): void;
}

export interface Signers {
  readonly log: Signer;
  readonly cosigner: Signer;
  readonly stranger: Signer;
}

export const origin = 'afsa.az.example/ru.fsvps/1';
export const mirror = 'fsvps.ru.example/mirror';
export const cosignedAt = 1_795_000_000;
export const size = 600;
export const zero = '00'.repeat(32);

export function sound<T>(value: T | Refusal): T {
  if (value instanceof Refusal) throw new Error(`${value.code} ${JSON.stringify(value.detail)}`);
  return value;
}

export function hex(list: readonly Uint8Array[]): string[] {
  return list.map((bytes) => bytes.toHex());
}

export function verifierKey(name: string, signer: Signer, type = 1): string {
  return formatVerifierKey({ name, type, publicKey: signer.key.bytes }, crypto);
}

export function entry(i: number): Uint8Array {
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

export const entries = Array.from({ length: size }, (_, i) => entry(i));
export const hashes = sound(tileReader(sampleTiles(entries), crypto));
/** The same log but for entry 5. */
export const rewritten = sound(tileReader(sampleTiles(entries.with(5, entry(99_999))), crypto));

export function checkpointAt(at: number, reader: HashReader = hashes): Checkpoint {
  return { origin, size: at, root: rootAt(at, reader, crypto) };
}

export function noteAt(signer: Signer, at: number, reader: HashReader = hashes): Promise<string> {
  return signCheckpoint(checkpointAt(at, reader), origin, signer, crypto);
}

/** Any text as a note under the log's name. */
export async function signText(signer: Signer, text: string): Promise<string> {
  const keyId = noteKeyId(origin, 1, signer.key.bytes, crypto);
  return formatNote({ text, signatures: [{ name: origin, keyId, bytes: await signer.sign(utf8(text)) }] });
}

export interface Sample extends Signers {
  /** The text of the checkpoint at 600, the note, and the note cosigned by the mirror. */
  readonly text: string;
  readonly note: string;
  readonly cosigned: string;
  readonly keys: readonly string[];
  readonly cosigners: readonly string[];
}

export async function makeSample(signers: Signers): Promise<Sample> {
  const text = formatCheckpoint(checkpointAt(size));
  const note = await noteAt(signers.log, size);
  const line = await cosignatureLine(text, cosignedAt, mirror, signers.cosigner, crypto);
  return {
    ...signers,
    text,
    note,
    cosigned: sound(addSignature(note, line)),
    keys: [verifierKey(origin, signers.log)],
    cosigners: [verifierKey(mirror, signers.cosigner, 4)],
  };
}
