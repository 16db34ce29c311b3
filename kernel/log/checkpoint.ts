import { base64, fromBase64, utf8 } from '../bytes.ts';
import type { Crypto, PublicKey, Signer } from '../crypto.ts';
import { Refusal, refuse } from '../refusal.ts';
import { formatNote, isKeyName, noteKeyId, parseNote, signaturesBy, signatureType } from './note.ts';

// C2SP tlog-checkpoint v1.0.0, without extension lines:
//
//   <origin>
//   <size, decimal>
//   <base64 root hash>

export interface Checkpoint {
  /** Also the name of the log's key. */
  readonly origin: string;
  /** Number of entries, a safe integer. */
  readonly size: number;
  /** 32 bytes. */
  readonly root: Uint8Array;
}

/** A key of a log or of a mirror, under the name it signs with. Only EdDSA keys ever match. */
export interface NamedKey {
  readonly name: string;
  readonly key: PublicKey;
}

declare const verified: unique symbol;

/** A checkpoint signed by its log. Made by `openCheckpoint` alone. */
export interface VerifiedCheckpoint extends Checkpoint {
  readonly [verified]: true;
  /** The signed text. */
  readonly text: string;
  /** The whole note, cosignatures included. */
  readonly note: string;
  /** The known keys that signed, at least one; more while a key is being replaced. */
  readonly signedBy: readonly NamedKey[];
}

export function formatCheckpoint(checkpoint: Checkpoint): string {
  return `${checkpoint.origin}\n${checkpoint.size}\n${base64(checkpoint.root)}\n`;
}

/** Reads the text of a checkpoint. Extension lines are refused: mirrors and monitors could not check them. */
export function parseCheckpoint(text: string): Checkpoint | Refusal {
  const [origin = '', decimal = '', encoded = ''] = text.split('\n');
  const size = Number(decimal);
  const root = fromBase64(encoded);
  if (!isKeyName(origin) || !Number.isSafeInteger(size) || size < 0) return refuse('log.malformed-checkpoint');
  if (root instanceof Refusal || root.length !== 32) return refuse('log.malformed-checkpoint');
  const checkpoint = { origin, size, root };
  return formatCheckpoint(checkpoint) === text ? checkpoint : refuse('log.malformed-checkpoint');
}

/** The checkpoint as a note signed by the log's key, which is named like its origin unless the log has reason otherwise. */
export async function signCheckpoint(
  checkpoint: Checkpoint,
  keyName: string,
  signer: Signer,
  crypto: Crypto,
): Promise<string> {
  const text = formatCheckpoint(checkpoint);
  const bytes = await signer.sign(utf8(text));
  const keyId = noteKeyId(keyName, signatureType.ed25519, signer.key.bytes, crypto);
  return formatNote({ text, signatures: [{ name: keyName, keyId, bytes }] });
}

/**
 * Reads a signed checkpoint of this origin. One known key must have signed, and no signature under the name and id of a
 * known key may fail; all others are ignored.
 */
export function openCheckpoint(
  note: string,
  origin: string,
  keys: readonly NamedKey[],
  crypto: Crypto,
): VerifiedCheckpoint | Refusal {
  const parsed = parseNote(note);
  if (parsed instanceof Refusal) return parsed;
  const checkpoint = parseCheckpoint(parsed.text);
  if (checkpoint instanceof Refusal) return checkpoint;
  if (checkpoint.origin !== origin) return refuse('log.wrong-origin', { origin: checkpoint.origin });
  const message = utf8(parsed.text);
  const signedBy: NamedKey[] = [];
  for (const named of keys) {
    if (named.key.algorithm !== 'EdDSA') continue;
    const keyId = noteKeyId(named.name, signatureType.ed25519, named.key.bytes, crypto);
    const signatures = signaturesBy(parsed, named.name, keyId);
    for (const { bytes } of signatures)
      if (!crypto.verify(named.key, message, bytes)) return refuse('log.bad-signature', { name: named.name });
    if (signatures.length > 0) signedBy.push(named);
  }
  if (signedBy.length === 0) return refuse('log.bad-signature', { name: origin });
  return { ...checkpoint, text: parsed.text, note, signedBy } as unknown as VerifiedCheckpoint;
}
