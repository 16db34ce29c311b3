/**
 * Checks what a recipient kept of a sender's misconduct on a channel, from the trust list alone. What convicts is
 * under the sender's own keys: its earlier checkpoint, and a later request that contradicts it.
 *
 *   fork     two signed roots for one size
 *   rewrite  entries which, put after the earlier tree, do not give the root signed over them
 *   shrink   a smaller tree offered after a larger one; that it came later is told by the recipient's cosignature
 */
import { equalBytes, fromBase64, utf8 } from '../bytes.ts';
import { type Json, parseJson } from '../canonical.ts';
import type { Crypto } from '../crypto.ts';
import { openCheckpoint, type VerifiedCheckpoint } from '../log/checkpoint.ts';
import { openCosignature } from '../log/cosignature.ts';
import { append, type Frontier, leafHash, restoreFrontier, rootOf } from '../log/tree.ts';
import { Refusal, refuse } from '../refusal.ts';
import type { Institution } from '../trust/institution.ts';
import { institutionOfDid, knownInstitution } from '../trust/lookup.ts';
import type { KeyUse } from '../trust/national-part.ts';
import type { TrustList } from '../trust/trust-list.ts';
import { mirrorName, originOf, parseOrigin } from './names.ts';
import { openRequest, type RequestTarget, readRequestSignature, type SignedHeaders } from './request-signature.ts';

export type MisconductKind = 'fork' | 'rewrite' | 'shrink';

export interface MisconductEvidence {
  readonly kind: MisconductKind;
  readonly origin: string;
  /** Size of the earlier tree. */
  readonly size: number;
  /** Its perfect subtrees, hex, left to right. */
  readonly frontier: readonly string[];
  /** Its checkpoint with the recipient's cosignature. */
  readonly older: string;
  readonly request: {
    readonly target: RequestTarget;
    readonly headers: Partial<SignedHeaders>;
    /** Base64. */
    readonly body: string;
  };
}

declare const proven: unique symbol;
export interface ProvenMisconduct {
  readonly [proven]: MisconductKind;
  readonly sender: string;
  readonly older: VerifiedCheckpoint;
  readonly newer: VerifiedCheckpoint;
  /** When the sender signed the request, seconds since 1970. */
  readonly created: number;
}

interface Offered {
  readonly checkpoint: string;
  readonly start: number;
  readonly records: readonly string[];
}

export function provesMisconduct(
  evidence: MisconductEvidence,
  trust: TrustList,
  crypto: Crypto,
): ProvenMisconduct | Refusal {
  const signature = readRequestSignature(evidence.request.headers);
  if (signature instanceof Refusal) return signature;
  const did = signature.keyid.slice(0, signature.keyid.indexOf('#'));
  const sender = institutionOfDid(trust, did);
  const origin = parseOrigin(evidence.origin);
  if (origin instanceof Refusal) return origin;
  if (!sender || originOf(sender, origin.recipient, origin.generation) !== evidence.origin)
    return refuse('log.wrong-origin', { origin: evidence.origin });
  const offered = openOffer(evidence, sender, signature.keyid.slice(did.length + 1), crypto);
  if (offered instanceof Refusal) return offered;
  const logKeys = keysOf(sender, 'checkpoint').map((key) => ({ name: evidence.origin, key }));
  const older = openCheckpoint(evidence.older, evidence.origin, logKeys, crypto);
  if (older instanceof Refusal) return older;
  const newer = openCheckpoint(offered.checkpoint, evidence.origin, logKeys, crypto);
  if (newer instanceof Refusal) return newer;
  const convicted =
    evidence.kind === 'fork'
      ? older.size === newer.size && !equalBytes(older.root, newer.root)
      : evidence.kind === 'rewrite'
        ? rewrites(evidence, older, newer, offered, crypto)
        : shrinks(evidence.older, older, newer, knownInstitution(trust, origin.recipient), signature.created, crypto);
  if (!convicted) return refuse('log.no-misconduct');
  return { sender: sender.id, older, newer, created: signature.created } as unknown as ProvenMisconduct;
}

function keysOf(institution: Institution, use: KeyUse) {
  return [...institution.keys.values()].filter((key) => key.use === use).map((key) => key.publicKey);
}

function openOffer(
  { request }: MisconductEvidence,
  sender: Institution,
  kid: string,
  crypto: Crypto,
): Offered | Refusal {
  const key = sender.keys.get(kid);
  if (key?.use !== 'request') return refuse('trust.unknown-key', { institution: sender.id, kid });
  const body = fromBase64(request.body);
  if (body instanceof Refusal) return body;
  const opened = openRequest(request.target, body, request.headers, key.publicKey, crypto);
  if (opened instanceof Refusal) return opened;
  const value = parseJson(body);
  if (value instanceof Refusal) return value;
  const { checkpoint, start, records } = (value ?? {}) as { [member: string]: Json };
  const whole =
    typeof checkpoint === 'string' &&
    typeof start === 'number' &&
    Array.isArray(records) &&
    records.every((record) => typeof record === 'string');
  return whole ? { checkpoint, start, records: records as string[] } : refuse('evidence.malformed');
}

function rewrites(
  evidence: MisconductEvidence,
  older: VerifiedCheckpoint,
  newer: VerifiedCheckpoint,
  { start, records }: Offered,
  crypto: Crypto,
): boolean {
  const hashes = evidence.frontier.filter((hash) => /^[0-9a-f]{64}$/.test(hash)).join('');
  const restored = restoreFrontier(older.size, Uint8Array.fromHex(hashes));
  // The subtrees must be those of the signed tree, else the accuser could have made them up.
  if (restored instanceof Refusal || !equalBytes(rootOf(restored, crypto), older.root)) return false;
  if (start !== older.size || newer.size !== start + records.length) return false;
  let frontier: Frontier = restored;
  for (const jws of records) {
    const dot = jws.lastIndexOf('.');
    frontier = append(frontier, leafHash(crypto.sha256(utf8(dot < 0 ? jws : jws.slice(0, dot))), crypto), crypto);
  }
  return !equalBytes(rootOf(frontier, crypto), newer.root);
}

function shrinks(
  note: string,
  older: VerifiedCheckpoint,
  newer: VerifiedCheckpoint,
  recipient: Institution | undefined,
  created: number,
  crypto: Crypto,
): boolean {
  if (!recipient || newer.size >= older.size) return false;
  const name = mirrorName(recipient);
  return keysOf(recipient, 'mirror').some((key) => {
    const cosigned = openCosignature(note, older, { name, key }, crypto);
    return !(cosigned instanceof Refusal) && cosigned.time <= created;
  });
}
