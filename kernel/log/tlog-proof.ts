import { base64, fromBase64 } from '../bytes.ts';
import type { Crypto } from '../crypto.ts';
import { Refusal, refuse } from '../refusal.ts';
import { type NamedKey, openCheckpoint, type VerifiedCheckpoint } from './checkpoint.ts';
import { openCosignature, type VerifiedCosignature } from './cosignature.ts';
import { maxNoteLength } from './note.ts';
import { type Proof, type VerifiedInclusion, verifyInclusion } from './proof.ts';
import { hashLength } from './tree.ts';

// C2SP tlog-proof, without extra data (nothing would authenticate it):
//
//   c2sp.org/tlog-proof@v1
//   index <n>
//   <base64 hash>, leaf to root, zero or more lines
//   <empty line>
//   <checkpoint note with cosignatures>

const header = 'c2sp.org/tlog-proof@v1';
/** A tree of a safe-integer size is at most 53 levels high. */
const maxProofLength = 53;

export interface TlogProof {
  readonly index: number;
  readonly proof: Proof;
  /** The checkpoint note, verbatim. */
  readonly note: string;
}

export interface OpenedTlogProof {
  readonly inclusion: VerifiedInclusion;
  readonly checkpoint: VerifiedCheckpoint;
  /** One for each wanted cosigner that signed. */
  readonly cosignatures: readonly VerifiedCosignature[];
}

export function formatTlogProof(proof: TlogProof): string {
  return `${header}\nindex ${proof.index}\n${proof.proof.map((hash) => `${base64(hash)}\n`).join('')}\n${proof.note}`;
}

/** Reads the frame only; the note inside is read when it is opened. */
export function parseTlogProof(text: string): TlogProof | Refusal {
  if (text.length > maxNoteLength + 4096) return refuse('input.too-large', { limit: maxNoteLength });
  const split = text.indexOf('\n\n');
  const [first, indexLine = '', ...lines] = text.slice(0, Math.max(0, split)).split('\n');
  const decimal = /^index (\d+)$/.exec(indexLine)?.[1];
  const index = Number(decimal);
  if (first !== header || decimal === undefined || !Number.isSafeInteger(index) || lines.length > maxProofLength)
    return refuse('log.malformed-proof');
  const proof: Uint8Array[] = [];
  for (const line of lines) {
    const hash = fromBase64(line);
    if (hash instanceof Refusal || hash.length !== hashLength) return refuse('log.malformed-proof');
    proof.push(hash);
  }
  const parsed = { index, proof, note: text.slice(split + 2) };
  return formatTlogProof(parsed) === text ? parsed : refuse('log.malformed-proof');
}

/**
 * Verifies offline that the entry stands in the log at a checkpoint signed by it. Where cosigners are named, at least one
 * must have cosigned, and no cosignature of theirs may fail.
 */
export function openTlogProof(
  text: string,
  entry: Uint8Array,
  origin: string,
  logKeys: readonly NamedKey[],
  cosigners: readonly NamedKey[],
  crypto: Crypto,
): OpenedTlogProof | Refusal {
  const parsed = parseTlogProof(text);
  if (parsed instanceof Refusal) return parsed;
  const checkpoint = openCheckpoint(parsed.note, origin, logKeys, crypto);
  if (checkpoint instanceof Refusal) return checkpoint;
  const cosignatures: VerifiedCosignature[] = [];
  for (const cosigner of cosigners) {
    const cosignature = openCosignature(parsed.note, checkpoint, cosigner, crypto);
    if (!(cosignature instanceof Refusal)) cosignatures.push(cosignature);
    else if (cosignature.code !== 'log.no-cosignature') return cosignature;
  }
  if (cosigners.length > 0 && cosignatures.length === 0) return refuse('log.no-cosignature');
  const { size, root } = checkpoint;
  const inclusion = verifyInclusion({ index: parsed.index, size, root, entry }, parsed.proof, crypto);
  return inclusion instanceof Refusal ? inclusion : { inclusion, checkpoint, cosignatures };
}
