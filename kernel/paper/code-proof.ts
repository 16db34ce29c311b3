/** A tlog-proof in the few bytes that a printed code has room for (docs/protocol.md, "Code on paper"). */
import { concat, equalBytes, fromUtf8, utf8 } from '../bytes.ts';
import type { Crypto } from '../crypto.ts';
import { originOf, parseOrigin } from '../exchange/names.ts';
import { formatCheckpoint, parseCheckpoint } from '../log/checkpoint.ts';
import { formatNote, parseNote } from '../log/note.ts';
import { inclusionRoot } from '../log/proof.ts';
import { formatTlogProof, parseTlogProof } from '../log/tlog-proof.ts';
import { Refusal } from '../refusal.ts';
import { ByteReader, varint } from './byte-reader.ts';

/** Lengths of what a log and a mirror sign with: Ed25519, and a cosignature with its time before it. */
const signatureBytes = 64;
const cosignatureBytes = 72;
/** A tree of a safe-integer size is at most 53 levels high. */
const maxProofLength = 53;

/** What the record itself says and its proof need not repeat. */
export interface ProvedRecord {
  /** Hex record id. */
  readonly id: string;
  /** Host of the issuer, as in its DID, `:port` unescaped. */
  readonly domain: string;
  readonly to: readonly string[];
}

/** As a payload states it that nobody has checked; undefined when it states nothing of the kind. */
export function provedRecord(id: string, payload: Uint8Array): ProvedRecord | undefined {
  const text = fromUtf8(payload);
  if (text instanceof Refusal) return undefined;
  try {
    const { issuer, samur } = JSON.parse(text) as { issuer?: unknown; samur?: { to?: unknown } };
    const domain = /^did:web:([^:]+):[^:]+$/.exec(String(issuer))?.[1]?.replace('%3A', ':');
    const to: unknown = samur?.to;
    if (domain === undefined || !Array.isArray(to)) return undefined;
    return { id, domain, to: to.map(String) };
  } catch {
    return undefined;
  }
}

/**
 * The signature of the log and the cosignature of the recipient go in, no other. Undefined when one of them is missing,
 * or the proof is not about a channel of this record.
 */
export function packProof(text: string, { domain, to }: ProvedRecord): Uint8Array | undefined {
  const proof = parseTlogProof(text);
  const note = proof instanceof Refusal ? proof : parseNote(proof.note);
  if (proof instanceof Refusal || note instanceof Refusal) return undefined;
  const checkpoint = parseCheckpoint(note.text);
  if (checkpoint instanceof Refusal) return undefined;
  const origin = parseOrigin(checkpoint.origin);
  if (origin instanceof Refusal || origin.domain !== domain) return undefined;
  const log = note.signatures.find(({ name, bytes }) => name === checkpoint.origin && bytes.length === signatureBytes);
  const mirror = note.signatures.find(
    ({ name, bytes }) => name.endsWith(`/${origin.recipient}`) && bytes.length === cosignatureBytes,
  );
  const place = to.indexOf(origin.recipient);
  if (!log || !mirror || place < 0) return undefined;
  const mirrorDomain = utf8(mirror.name.slice(0, -origin.recipient.length - 1));
  return concat(
    varint(place),
    varint(origin.generation),
    varint(proof.index),
    varint(checkpoint.size),
    varint(proof.proof.length),
    ...proof.proof,
    log.keyId,
    log.bytes,
    varint(mirrorDomain.length),
    mirrorDomain,
    mirror.keyId,
    mirror.bytes,
  );
}

/**
 * The tlog-proof that was packed; its root is what the path leads to, so that a signature over any other root fails when
 * the proof is opened. Undefined for bytes that no proof is packed in.
 */
export function unpackProof(bytes: Uint8Array, proved: ProvedRecord, crypto: Crypto): string | undefined {
  const reader = new ByteReader(bytes);
  const recipient = proved.to[reader.varint()];
  const generation = reader.varint();
  const index = reader.varint();
  const size = reader.varint();
  const length = reader.varint();
  if (recipient === undefined || length > maxProofLength) return undefined;
  const proof = Array.from({ length }, () => reader.bytes(32));
  const log = { keyId: reader.bytes(4), bytes: reader.bytes(signatureBytes) };
  const mirrorDomain = reader.text(reader.varint());
  const mirror = { keyId: reader.bytes(4), bytes: reader.bytes(cosignatureBytes) };
  if (!reader.finished) return undefined;
  const root = inclusionRoot({ index, size, entry: Uint8Array.fromHex(proved.id) }, proof, crypto);
  if (root instanceof Refusal) return undefined;
  const origin = originOf(proved, recipient, generation);
  const note = formatNote({
    text: formatCheckpoint({ origin, size, root }),
    signatures: [
      { name: origin, ...log },
      { name: `${mirrorDomain}/${recipient}`, ...mirror },
    ],
  });
  const text = formatTlogProof({ index, proof, note });
  const again = packProof(text, proved);
  return again !== undefined && equalBytes(again, bytes) ? text : undefined;
}
