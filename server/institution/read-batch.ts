/** Reads an arriving batch before it takes its turn: forms, ids, signatures on the thread pool. Decides nothing. */
import { utf8 } from '../../kernel/bytes.ts';
import { issuerKey, waitsForVersion } from '../../kernel/exchange/open-record.ts';
import { openCheckpoint, type VerifiedCheckpoint } from '../../kernel/log/checkpoint.ts';
import {
  checkSignatureAsync,
  maxRecordBytes,
  readRecord,
  type SignedRecord,
  type UncheckedRecord,
} from '../../kernel/record/record.ts';
import { Refusal, refuse } from '../../kernel/refusal.ts';
import { keysFor } from '../../kernel/trust/lookup.ts';
import { verifyAsync } from '../crypto-node.ts';
import type { Core } from './core.ts';
import type { IncomingBatch } from './service.ts';

export interface ReadEntry {
  readonly jws: string;
  readonly id: string;
  readonly record: UncheckedRecord | Refusal;
  /** The result under `kid`, when a key was known before the batch took its turn. */
  readonly checked?: SignedRecord | Refusal;
}

export interface ReadBatch {
  readonly batch: IncomingBatch;
  readonly checkpoint: VerifiedCheckpoint;
  readonly entries: readonly ReadEntry[];
}

/** Records in one batch; senders cut theirs to it. */
export const maxBatchRecords = 512;

export async function readBatch(core: Core, batch: IncomingBatch, now: number): Promise<ReadBatch | Refusal> {
  if (batch.records.length > maxBatchRecords) return refuse('exchange.too-many', { limit: maxBatchRecords });
  const keys = keysFor(core.trust, batch.sender, 'checkpoint', now);
  const checkpoint = openCheckpoint(
    batch.checkpoint,
    batch.origin,
    keys.map((key) => ({ name: batch.origin, key: key.publicKey })),
    core.crypto,
  );
  if (checkpoint instanceof Refusal) return checkpoint;
  if (batch.records.some((jws) => jws.length > maxRecordBytes))
    return refuse('input.too-large', { limit: maxRecordBytes });
  const entries = batch.records.map((jws) => readEntry(core, jws));
  return { batch, checkpoint, entries: await Promise.all(entries.map((entry) => withSignature(core, entry))) };
}

function readEntry(core: Core, jws: string): ReadEntry {
  const record = readRecord(jws, core.crypto, core.catalogue.payloadCheck);
  if (!(record instanceof Refusal)) return { jws, id: record.id, record };
  // What cannot be read still has its place in the log: the hash of all before its last dot.
  const dot = jws.lastIndexOf('.');
  return { jws, id: core.crypto.sha256(utf8(dot < 0 ? jws : jws.slice(0, dot))).toHex(), record };
}

async function withSignature(core: Core, entry: ReadEntry): Promise<ReadEntry> {
  const { record } = entry;
  if (record instanceof Refusal || waitsForVersion(record, core.trust, core.catalogue) !== undefined) return entry;
  const key = issuerKey(record, core.trust, record.payload.time);
  if (key instanceof Refusal) return entry;
  return { ...entry, checked: await checkSignatureAsync(record, key.publicKey, verifyAsync) };
}

/** Digests of annexes that the batch names and this institution does not hold. */
export async function missingAnnexes(core: Core, entries: readonly ReadEntry[]): Promise<string[]> {
  const named = new Set<string>();
  for (const { record } of entries)
    if (!(record instanceof Refusal)) for (const annex of record.payload.samur.annexes) named.add(annex.digest);
  if (named.size === 0) return [];
  const digests = [...named].map((digest) => Uint8Array.fromHex(digest));
  // Records of one batch may name more than an engine takes as parameters of one query.
  for (let i = 0; i < digests.length; i += maxBatchRecords) {
    const held = await core.store.db
      .selectFrom('annex')
      .select('digest')
      .where('digest', 'in', digests.slice(i, i + maxBatchRecords))
      .execute();
    for (const { digest } of held) named.delete(digest.toHex());
  }
  return [...named];
}
