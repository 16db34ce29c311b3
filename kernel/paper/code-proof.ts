/** A tlog-proof in the few bytes that a printed code has room for (docs/protocol.md, "Code on paper"). */
import { concat, utf8 } from '../bytes.ts';
import type { Crypto } from '../crypto.ts';
import { originOf, parseOrigin } from '../exchange/names.ts';
import { formatCheckpoint, parseCheckpoint } from '../log/checkpoint.ts';
import { formatNote, parseNote } from '../log/note.ts';
import { inclusionRoot } from '../log/proof.ts';
import { formatTlogProof, parseTlogProof } from '../log/tlog-proof.ts';
import { Refusal } from '../refusal.ts';
import { ByteReader, varint } from './byte-reader.ts';

/** What the record itself says and the proof need not repeat. */
export interface Proved {
  /** Hex record id. */
  readonly id: string;
  /** Host of the issuer, as in its DID, `:port` unescaped. */
  readonly domain: string;
  readonly to: readonly string[];
}

/** Undefined when the note has no signature of the log or no cosignature of a recipient. */
export function packProof(text: string, { to }: Proved): Uint8Array | undefined {
  const proof = parseTlogProof(text);
  const note = proof instanceof Refusal ? proof : parseNote(proof.note);
  if (proof instanceof Refusal || note instanceof Refusal) return undefined;
  const checkpoint = parseCheckpoint(note.text);
  if (checkpoint instanceof Refusal) return undefined;
  const origin = parseOrigin(checkpoint.origin);
  if (origin instanceof Refusal) return undefined;
  const log = note.signatures.find(({ name, bytes }) => name === checkpoint.origin && bytes.length === 64);
  const mirror = note.signatures.find(
    ({ name, bytes }) => name.endsWith(`/${origin.recipient}`) && bytes.length === 72 && name !== checkpoint.origin,
  );
  const place = to.indexOf(origin.recipient);
  if (!log || !mirror || place < 0) return undefined;
  const domain = utf8(mirror.name.slice(0, -origin.recipient.length - 1));
  return concat(
    varint(place),
    varint(origin.generation),
    varint(proof.index),
    varint(checkpoint.size),
    varint(proof.proof.length),
    ...proof.proof,
    log.keyId,
    log.bytes,
    varint(domain.length),
    domain,
    mirror.keyId,
    mirror.bytes,
  );
}

/** The tlog-proof that was packed; its root is what the path leads to. Undefined for bytes that are none. */
export function unpackProof(bytes: Uint8Array, { id, domain, to }: Proved, crypto: Crypto): string | undefined {
  const reader = new ByteReader(bytes);
  const recipient = to[reader.varint()];
  const generation = reader.varint();
  const index = reader.varint();
  const size = reader.varint();
  const length = reader.varint();
  if (recipient === undefined || length > 53) return undefined;
  const proof = Array.from({ length }, () => reader.bytes(32));
  const log = { keyId: reader.bytes(4), bytes: reader.bytes(64) };
  const mirrorDomain = reader.text(reader.varint());
  const mirror = { keyId: reader.bytes(4), bytes: reader.bytes(72) };
  if (!reader.finished || mirrorDomain === undefined || !Number.isSafeInteger(size)) return undefined;
  const entry = Uint8Array.fromHex(id);
  const root = inclusionRoot({ index, size, entry }, proof, crypto);
  if (root instanceof Refusal) return undefined;
  const origin = originOf({ domain }, recipient, generation);
  const note = formatNote({
    text: formatCheckpoint({ origin, size, root }),
    signatures: [
      { name: origin, ...log },
      { name: `${mirrorDomain}/${recipient}`, ...mirror },
    ],
  });
  return formatTlogProof({ index, proof, note });
}
