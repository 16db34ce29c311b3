/**
 * Keys of the people of a demonstration: in software, pressed by nobody. Their answers say so: neither user presence
 * nor user verification is set.
 */
import { createPrivateKey, generateKeyPairSync, hash, sign, type webcrypto } from 'node:crypto';
import { base64url, concat, utf8 } from '../../../kernel/bytes.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { lowerCompact } from './es256.ts';

/** Private JWK. */
export type SoftwareKey = webcrypto.JsonWebKey;

export interface Answered {
  readonly authenticatorData: string;
  readonly clientData: string;
  readonly signature: string;
}

/** A new P-256 key: private JWK. */
export function newSoftwareKey(): SoftwareKey {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
}

/** What a passkey would answer, with no flag set. `challenge` is base64url. */
export function answerInSoftware(key: SoftwareKey, challenge: string, origin: string): Answered {
  const clientData = utf8(JSON.stringify({ type: 'webauthn.get', challenge, origin, crossOrigin: false }));
  const rpIdHash = hash('sha256', new URL(origin).hostname, 'buffer');
  const authenticatorData = concat(rpIdHash, new Uint8Array(5));
  const message = concat(authenticatorData, hash('sha256', clientData, 'buffer'));
  const made = sign('sha256', message, { key: createPrivateKey({ key, format: 'jwk' }), dsaEncoding: 'ieee-p1363' });
  const signature = lowerCompact(made);
  if (signature instanceof Refusal) throw new TypeError('a signature just made has no form');
  return {
    authenticatorData: base64url(authenticatorData),
    clientData: base64url(clientData),
    signature: base64url(signature),
  };
}
