import { concat, uint64, utf8 } from '../bytes.ts';
import type { Crypto, Signer } from '../crypto.ts';
import { Refusal, refuse } from '../refusal.ts';
import type { Checkpoint, NamedKey, VerifiedCheckpoint } from './checkpoint.ts';
import { noteKeyId, parseNote, signatureLine, signaturesBy, signatureType } from './note.ts';

// C2SP tlog-cosignature v1, type 0x04. Signature bytes: uint64 time || Ed25519 signature over
//
//   cosignature/v1
//   time <Unix seconds>
//   <the checkpoint's text>
//
// The cosigner's name is not signed: one key serves one cosigner.

declare const verified: unique symbol;

/** What a mirror states of a log: at `time` (Unix seconds) it held all entries below `size`. Made by `openCosignature` alone. */
export interface VerifiedCosignature extends Checkpoint {
  readonly [verified]: true;
  readonly name: string;
  readonly time: number;
}

function cosignedMessage(checkpointText: string, time: number): Uint8Array {
  return utf8(`cosignature/v1\ntime ${time}\n${checkpointText}`);
}

/** The signature line that the cosigner returns, its newline included. `time` is in Unix seconds. */
export async function cosignatureLine(
  checkpointText: string,
  time: number,
  name: string,
  signer: Signer,
  crypto: Crypto,
): Promise<string> {
  const signature = await signer.sign(cosignedMessage(checkpointText, time));
  const keyId = noteKeyId(name, signatureType.cosignature, signer.key.bytes, crypto);
  return signatureLine({ name, keyId, bytes: concat(uint64(time), signature) });
}

/**
 * Finds this cosigner's signature in `note` and checks it against the text of the verified checkpoint. When the cosigner
 * signed more than once, all must verify and the earliest time counts.
 */
export function openCosignature(
  note: string,
  checkpoint: VerifiedCheckpoint,
  cosigner: NamedKey,
  crypto: Crypto,
): VerifiedCosignature | Refusal {
  const parsed = parseNote(note);
  if (parsed instanceof Refusal) return parsed;
  const keyId = noteKeyId(cosigner.name, signatureType.cosignature, cosigner.key.bytes, crypto);
  let earliest: number | undefined;
  for (const { bytes } of signaturesBy(parsed, cosigner.name, keyId)) {
    const time = bytes.length === 72 ? readTime(bytes) : Number.NaN;
    // Beyond 2^53 - 1 seconds no clock means it.
    if (!Number.isSafeInteger(time)) return refuse('log.bad-cosignature', { name: cosigner.name });
    const isEdDSA = cosigner.key.algorithm === 'EdDSA';
    if (!isEdDSA || !crypto.verify(cosigner.key, cosignedMessage(checkpoint.text, time), bytes.slice(8)))
      return refuse('log.bad-cosignature', { name: cosigner.name });
    if (earliest === undefined || time < earliest) earliest = time;
  }
  if (earliest === undefined) return refuse('log.no-cosignature', { name: cosigner.name });
  const { origin, size, root } = checkpoint;
  return { name: cosigner.name, time: earliest, origin, size, root } as unknown as VerifiedCosignature;
}

function readTime(bytes: Uint8Array): number {
  return Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0));
}
