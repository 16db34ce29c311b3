import { base64, concat, fromBase64 } from '../bytes.ts';
import type { Crypto } from '../crypto.ts';
import { Refusal, refuse } from '../refusal.ts';
import { isKeyName, noteKeyId, signatureType } from './note.ts';

/** A public key as C2SP tools exchange it (vkey): `<name>+<hex key id>+<base64(type || public key)>`. */
export interface VerifierKey {
  readonly name: string;
  /** One byte; unknown types are read, not judged. */
  readonly type: number;
  readonly publicKey: Uint8Array;
}

export function formatVerifierKey(key: VerifierKey, crypto: Crypto): string {
  const id = noteKeyId(key.name, key.type, key.publicKey, crypto).toHex();
  return `${key.name}+${id}+${base64(concat(Uint8Array.of(key.type), key.publicKey))}`;
}

/** Refuses a key id that is not the hash of name, type and key, and an Ed25519 key that is not 32 bytes. */
export function parseVerifierKey(text: string, crypto: Crypto): VerifierKey | Refusal {
  // Base64 may itself hold a plus sign: only the first two separate.
  const first = text.indexOf('+');
  const second = text.indexOf('+', first + 1);
  const name = text.slice(0, first);
  if (first < 0 || second < 0 || text.length > 16_384 || !isKeyName(name)) return refuse('log.malformed-key');
  const bytes = fromBase64(text.slice(second + 1));
  if (bytes instanceof Refusal || bytes.length < 2) return refuse('log.malformed-key');
  const key = { name, type: bytes[0]!, publicKey: bytes.slice(1) };
  const isEd25519 = key.type === signatureType.ed25519 || key.type === signatureType.cosignature;
  if (isEd25519 && key.publicKey.length !== 32) return refuse('log.malformed-key');
  return formatVerifierKey(key, crypto) === text ? key : refuse('log.malformed-key');
}
