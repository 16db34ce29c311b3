/** The evidence file: what one holder hands to a third party, as JSON (docs/protocol.md, "Evidence"). */
import { fromUtf8 } from '../bytes.ts';
import type { Json, JsonObject } from '../canonical.ts';
import { Refusal, refuse } from '../refusal.ts';
import { exportTrust } from '../trust/bundle.ts';
import { flag, integerFrom, listOf, literal, object, type Shape, text } from '../trust/shape.ts';
import type { TrustList } from '../trust/trust-list.ts';

/** Longest evidence file, in bytes. */
export const maxEvidenceBytes = 16 * 1024 * 1024;
const maxRecords = 2000;
const maxProofs = 64;
const maxChannels = 1000;

/** A record and, for each channel held, a C2SP tlog-proof against a checkpoint that the recipient cosigned. */
export interface EvidenceRecord {
  /** Compact JWS. */
  readonly jws: string;
  readonly proofs: readonly string[];
}

/** The newest cosigned checkpoint of one channel that the holder had: what the state is as of. */
export interface EvidenceChannel {
  readonly origin: string;
  readonly size: number;
  /** Of the cosignature, Unix seconds. */
  readonly time: number;
  /** The signed note with the cosignature. Size and time count only as far as it proves them. */
  readonly checkpoint: string;
}

export interface EvidencePieces {
  /** Hex id of the record that the file is about. */
  readonly subject: string;
  /**
   * The subject; the records it follows, up to one that follows none; every follow-up held of each of these; every
   * refusal held that names one of them.
   */
  readonly records: readonly EvidenceRecord[];
  /** Every channel held between parties of these records. */
  readonly asOf: readonly EvidenceChannel[];
}

export interface EvidenceFile extends EvidencePieces {
  readonly samur: 'evidence/1';
  readonly trust: Json;
  readonly demonstration: boolean;
}

const anyText: Shape<string> = (value, path) =>
  typeof value === 'string' ? value : refuse('input.bad-value', {}, path);
const anything: Shape<Json> = (value) => value;

const fileShape = object<EvidenceFile>({
  samur: literal('evidence/1'),
  subject: text(/^[0-9a-f]{64}$/),
  trust: anything,
  records: listOf(object<EvidenceRecord>({ jws: anyText, proofs: listOf(anyText) })),
  asOf: listOf(
    object<EvidenceChannel>({ origin: anyText, size: integerFrom(0), time: integerFrom(0), checkpoint: anyText }),
  ),
  demonstration: flag,
});

/** The file as `openEvidence` takes it. */
export function writeEvidence(pieces: EvidencePieces, trust: TrustList): JsonObject {
  return {
    samur: 'evidence/1',
    subject: pieces.subject,
    trust: exportTrust(trust),
    records: pieces.records.map(({ jws, proofs }) => ({ jws, proofs })),
    asOf: pieces.asOf.map(({ origin, size, time, checkpoint }) => ({ origin, size, time, checkpoint })),
    demonstration: trust.pin.demonstration,
  };
}

/** Reads the form alone: nothing in the file is believed yet. */
export function readEvidence(input: string | Uint8Array): EvidenceFile | Refusal {
  if (input.length > maxEvidenceBytes) return refuse('input.too-large', { limit: maxEvidenceBytes });
  const decoded = typeof input === 'string' ? input : fromUtf8(input);
  if (decoded instanceof Refusal) return decoded;
  let json: Json;
  try {
    json = JSON.parse(decoded) as Json;
  } catch {
    return refuse('input.not-json');
  }
  const file = fileShape(json, '');
  if (file instanceof Refusal) return file;
  if (file.records.length > maxRecords) return refuse('input.too-large', { limit: maxRecords }, '/records');
  if (file.asOf.length > maxChannels) return refuse('input.too-large', { limit: maxChannels }, '/asOf');
  const crowded = file.records.findIndex(({ proofs }) => proofs.length > maxProofs);
  return crowded < 0 ? file : refuse('input.too-large', { limit: maxProofs }, `/records/${crowded}/proofs`);
}
