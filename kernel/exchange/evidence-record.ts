/** One record of an evidence file: first its place in the logs, which proves the time; then, at that time, the record. */
import type { Catalogue } from '../catalogue.ts';
import { verifyInclusion } from '../log/proof.ts';
import { parseTlogProof } from '../log/tlog-proof.ts';
import { checkSignature, readRecord, type UncheckedRecord } from '../record/record.ts';
import { Refusal, type RefusalCode, refuse } from '../refusal.ts';
import { usableKeyAt } from '../trust/lookup.ts';
import type { Step } from '../words/verification.ts';
import { type CosignedCheckpoint, Failure, type Judge, openCosigned } from './evidence-checkpoint.ts';
import { StepNotes } from './evidence-step.ts';
import { parseOrigin } from './names.ts';
import { issuerKey, openRecord, type VerifiedRecord, waitsForVersion } from './open-record.ts';

export interface RecordJudge extends Judge {
  readonly catalogue: Catalogue;
}

/** Where a proof shows a record, on a channel of its issuer. */
export interface Place {
  readonly recipient: string;
  readonly generation: number;
  readonly index: number;
}

export interface JudgedRecord {
  readonly notes: StepNotes;
  /** Set when its form is right; nothing else is said by it. */
  readonly id?: string;
  /** Set when form, key, signature, entitlement and claims hold and no proof given failed. */
  readonly record?: VerifiedRecord;
  readonly checkpoints: readonly CosignedCheckpoint[];
  readonly places: readonly Place[];
}

/** Judges a record with its proofs; at least one must be there and all must hold. */
export function judgeProved(jws: string, proofs: readonly string[], judge: RecordJudge): JudgedRecord {
  const notes = new StepNotes();
  const unchecked = readForm(jws, judge, notes);
  if (!unchecked) return { notes, checkpoints: [], places: [] };
  const opened = openProofs(unchecked, proofs, judge, notes);
  const checkpoints = opened.map(({ checkpoint }) => checkpoint);
  const places = opened.map(({ place }) => place);
  const times = checkpoints.map(({ time }) => time * 1000);
  // Without a proved time the record is at least as old as this moment, and no younger time is known.
  const record = judgeContents(unchecked, times.length > 0 ? Math.min(...times) : judge.now, judge, notes);
  return { notes, id: unchecked.id, ...(record && !notes.failed && { record }), checkpoints, places };
}

/** Judges a record without proofs: its key must be good at this very moment, since no earlier time is proved. */
export function judgeBare(jws: string, judge: RecordJudge): JudgedRecord {
  const notes = new StepNotes();
  const unchecked = readForm(jws, judge, notes);
  const record = unchecked && judgeContents(unchecked, judge.now, judge, notes);
  const shown = { ...(unchecked && { id: unchecked.id }), ...(record && !notes.failed && { record }) };
  return { notes, ...shown, checkpoints: [], places: [] };
}

function readForm(jws: string, { crypto, catalogue }: RecordJudge, notes: StepNotes): UncheckedRecord | undefined {
  const unchecked = readRecord(jws, crypto, catalogue.payloadCheck);
  if (unchecked instanceof Refusal) {
    notes.fail('record-form', unchecked);
    return undefined;
  }
  notes.hold('record-form');
  return unchecked;
}

interface Opened {
  readonly checkpoint: CosignedCheckpoint;
  readonly place: Place;
}

function openProofs(
  record: UncheckedRecord,
  proofs: readonly string[],
  judge: RecordJudge,
  notes: StepNotes,
): Opened[] {
  const good: Opened[] = [];
  if (proofs.length === 0) notes.fail('cosignature', refuse('evidence.no-cosignature'));
  for (const proof of proofs) {
    const opened = openProof(record, proof, judge);
    // One decides; to go on would let a file of bad proofs cost a verifier minutes.
    if (opened instanceof Failure) {
      notes.fail(opened.step, opened.refusal);
      break;
    }
    good.push(opened);
    for (const step of ['inclusion', 'log-signature', 'cosignature'] as const) notes.hold(step);
  }
  return good;
}

function openProof(record: UncheckedRecord, text: string, judge: RecordJudge): Opened | Failure {
  const parsed = parseTlogProof(text);
  if (parsed instanceof Refusal) return new Failure('inclusion', parsed);
  const { issuer, to } = record.payload.samur;
  const opened = openCosigned(parsed.note, [issuer], to, judge);
  if (opened instanceof Failure) return opened;
  const { origin, size, root } = opened.checkpoint;
  const named = parseOrigin(origin);
  if (named instanceof Refusal) return new Failure('log-signature', named);
  const claim = { index: parsed.index, size, root, entry: Uint8Array.fromHex(record.id) };
  const inclusion = verifyInclusion(claim, parsed.proof, judge.crypto);
  if (inclusion instanceof Refusal) return new Failure('inclusion', inclusion);
  const { recipient } = opened;
  return { checkpoint: opened, place: { recipient, generation: named.generation, index: parsed.index } };
}

function judgeContents(
  unchecked: UncheckedRecord,
  time: number,
  { trust, crypto, catalogue }: RecordJudge,
  notes: StepNotes,
): VerifiedRecord | undefined {
  const waits = waitsForVersion(unchecked, trust, catalogue);
  const key = waits?.startsWith('trust ')
    ? refuse('trust.gap', { part: waits.slice('trust '.length) })
    : issuerKey(unchecked, trust, time);
  if (key instanceof Refusal) {
    notes.fail(key.code === 'trust.key-not-valid-then' ? 'key-valid' : 'issuer-known', key);
    if (key.code === 'trust.key-not-valid-then') notes.hold('issuer-known');
    return undefined;
  }
  notes.hold('issuer-known');
  const usable = usableKeyAt(trust, key, time);
  if (usable instanceof Refusal) notes.fail('key-valid', usable);
  else notes.hold('key-valid');
  const signed = checkSignature(unchecked, key.publicKey, crypto);
  if (signed instanceof Refusal) {
    notes.fail('signature', signed);
    return undefined;
  }
  notes.hold('signature');
  const record = openRecord(signed, trust, catalogue, crypto);
  if (record instanceof Refusal) {
    notes.fail(stepOf(record.code), record);
    return undefined;
  }
  notes.hold('issuer-entitled');
  notes.hold('claims-valid');
  return record;
}

function stepOf(code: RefusalCode): Step {
  if (code === 'trust.demonstration-mixed') return 'demonstration';
  return code === 'record.not-entitled' || code === 'record.wrong-recipients' ? 'issuer-entitled' : 'claims-valid';
}
