/** Records with proofs, as servers would have made them. */
import { ed25519 } from '@noble/curves/ed25519.js';
import { p256 } from '@noble/curves/nist.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { base64url, utf8 } from '../../bytes.ts';
import type { JsonObject } from '../../canonical.ts';
import type { SignatureAlgorithm, Signer } from '../../crypto.ts';
import { portableCrypto as crypto } from '../../crypto-portable.ts';
import { mirrorName, originOf } from '../../exchange/names.ts';
import { formatCheckpoint, signCheckpoint } from '../../log/checkpoint.ts';
import { cosignatureLine } from '../../log/cosignature.ts';
import { addSignature } from '../../log/note.ts';
import { inclusionRoot } from '../../log/proof.ts';
import { formatTlogProof } from '../../log/tlog-proof.ts';
import type { Payload } from '../../record/payload.ts';
import { type Draft, draftRecord, signRecord } from '../../record/record.ts';
import { Refusal } from '../../refusal.ts';
import { didOf } from '../../trust/institution.ts';
import { anchorKeyOf } from '../../trust/jwk.ts';

const seed = (name: string) => sha256(utf8(`samur paper vectors: ${name}`));
export const sender = { id: 'az.post', domain: 'post.az.example:8443' };
export const recipient = { id: 'ru.post', domain: 'post.ru.example' };

export function signer(name: string, algorithm: SignatureAlgorithm = 'EdDSA'): Signer {
  const secret = seed(name);
  if (algorithm === 'EdDSA')
    return {
      key: { algorithm, bytes: ed25519.getPublicKey(secret) },
      sign: async (message) => ed25519.sign(message, secret),
    };
  return {
    key: { algorithm, bytes: p256.getPublicKey(secret, false) },
    sign: async (message) => p256.sign(message, secret, { lowS: true, prehash: true, format: 'compact' }),
  };
}

export const logKey = signer('log');
export const mirrorKey = signer('mirror');

export interface Sample {
  readonly jws: string;
  readonly id: string;
  readonly payload: Payload;
  readonly key: Signer['key'];
}

export function sound<T>(value: T | Refusal): T {
  if (value instanceof Refusal) throw new Error(value.code);
  return value;
}

export function payloadOf(claims: JsonObject, nonce: Uint8Array, to: readonly string[] = ['az.customs', 'ru.post']) {
  return {
    issuerDid: didOf(sender),
    time: Date.UTC(2026, 10, 22, 8, 0, 0, 125),
    claims,
    samur: {
      annexes: [],
      basis: [{ origin: originOf(recipient, sender.id, 1), root: seed('root').toHex(), size: 7 }],
      issuer: sender.id,
      nonce: base64url(nonce),
      profile: 'parcel',
      to,
      trust: { AZ: 3, RU: 2, terms: 1 },
      type: 'parcel',
      version: 1,
    },
  } satisfies Payload;
}

export async function sampleOf(payload: Payload, algorithm: SignatureAlgorithm = 'EdDSA'): Promise<Sample> {
  const issuer = signer(algorithm, algorithm);
  const { kid } = anchorKeyOf(issuer.key, crypto);
  const draft: Draft = sound(draftRecord(payload, kid, algorithm, crypto));
  return { jws: await signRecord(draft, issuer), id: draft.id, payload: draft.payload, key: issuer.key };
}

/** A proof that this entry stands at `index` of a log of `size`; all others are made up. */
export async function proofOf(id: string, index: number, size: number, generation = 1): Promise<string> {
  const entry = Uint8Array.fromHex(id);
  const origin = originOf(sender, recipient.id, generation);
  for (let length = 0; length < 54; length++) {
    const proof = Array.from({ length }, (_, at) => seed(`node ${at}`));
    const root = inclusionRoot({ index, size, entry }, proof, crypto);
    if (root instanceof Refusal) continue;
    const checkpoint = { origin, size, root };
    const note = await signCheckpoint(checkpoint, origin, logKey, crypto);
    const line = await cosignatureLine(
      formatCheckpoint(checkpoint),
      1_795_334_402,
      mirrorName(recipient),
      mirrorKey,
      crypto,
    );
    return formatTlogProof({ index, proof, note: sound(addSignature(note, line)) });
  }
  throw new Error(`no place ${index} in ${size}`);
}
