import { base64, concat, equalBytes, fromBase64, utf8 } from '../bytes.ts';
import type { Crypto } from '../crypto.ts';
import { Refusal, refuse } from '../refusal.ts';

// C2SP signed-note v1.0.0:
//
//   <text, ending in a newline>
//   <empty line>
//   — <key name> <base64(4-byte key id || signature)>
//   …

export interface Note {
  /** The signed text, its last newline included, the empty line excluded. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

export interface NoteSignature {
  readonly name: string;
  /** 4 bytes; names a key, authenticates nothing. */
  readonly keyId: Uint8Array;
  /** What the signature type defines, at least 1 byte. */
  readonly bytes: Uint8Array;
}

/** The type bytes that Samur signs and checks. Any other is carried along and ignored. */
export const signatureType = { ed25519: 0x01, cosignature: 0x04 } as const;

export const maxSignatures = 64;
/** In UTF-16 units: room for 64 post-quantum signatures. */
export const maxNoteLength = 512 * 1024;

/** Non-empty, no Unicode white space, no plus sign, no control character. */
export function isKeyName(name: string): boolean {
  return name !== '' && name.isWellFormed() && !/[\p{White_Space}+]/u.test(name) && !hasControl(name);
}

/** Strict: what is read is written back and compared, so a note has one form. */
export function parseNote(note: string): Note | Refusal {
  if (note.length > maxNoteLength) return refuse('input.too-large', { limit: maxNoteLength });
  if (!note.isWellFormed() || hasControl(note)) return refuse('log.malformed-note');
  const split = note.lastIndexOf('\n\n');
  if (split < 0 || !note.endsWith('\n')) return refuse('log.malformed-note');
  const lines = note.slice(split + 2).split('\n');
  lines.pop();
  if (lines.length === 0) return refuse('log.malformed-note');
  if (lines.length > maxSignatures) return refuse('input.too-large', { limit: maxSignatures });
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const signature = parseSignature(line);
    if (signature instanceof Refusal) return signature;
    signatures.push(signature);
  }
  const parsed = { text: note.slice(0, split + 1), signatures };
  return formatNote(parsed) === note ? parsed : refuse('log.malformed-note');
}

function parseSignature(line: string): NoteSignature | Refusal {
  const [dash, name, encoded, ...more] = line.split(' ');
  if (dash !== '—' || name === undefined || encoded === undefined || more.length > 0 || !isKeyName(name))
    return refuse('log.malformed-note');
  const bytes = fromBase64(encoded);
  if (bytes instanceof Refusal || bytes.length < 5) return refuse('log.malformed-note');
  return { name, keyId: bytes.slice(0, 4), bytes: bytes.slice(4) };
}

export function formatNote(note: Note): string {
  return `${note.text}\n${note.signatures.map(signatureLine).join('')}`;
}

/** One signature line, its newline included. */
export function signatureLine(signature: NoteSignature): string {
  return `— ${signature.name} ${base64(concat(signature.keyId, signature.bytes))}\n`;
}

/** The note with one more signature line, as a cosigner returns it. The text stays what it was. */
export function addSignature(note: string, line: string): string | Refusal {
  const before = parseNote(note);
  if (before instanceof Refusal) return before;
  const after = parseNote(note + line);
  if (after instanceof Refusal) return after;
  // A "line" holding an empty line would move the end of the signed text.
  const oneMore = after.text === before.text && after.signatures.length === before.signatures.length + 1;
  return oneMore ? note + line : refuse('log.malformed-note');
}

/** SHA-256(name || 0x0A || type || public key), first 4 bytes. */
export function noteKeyId(name: string, type: number, publicKey: Uint8Array, crypto: Crypto): Uint8Array {
  return crypto.sha256(concat(utf8(name), Uint8Array.of(0x0a, type), publicKey)).slice(0, 4);
}

/** The signatures whose name and key id are those of this key: all of them must verify (signed-note, "Signatures"). */
export function signaturesBy(note: Note, name: string, keyId: Uint8Array): readonly NoteSignature[] {
  return note.signatures.filter((signature) => signature.name === name && equalBytes(signature.keyId, keyId));
}

function hasControl(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x20 && unit !== 0x0a) return true;
  }
  return false;
}
