/**
 * An authority that really signs, for tests and vectors: every key follows from a short text. Writes the signed
 * form by itself, so that it can also write it wrongly.
 */
import { ed25519 } from '@noble/curves/ed25519.js';
import { p256 } from '@noble/curves/nist.js';
import { base64url, utf8 } from '../../bytes.ts';
import { canonical, type JsonObject } from '../../canonical.ts';
import type { PublicKey, SignatureAlgorithm, Signer } from '../../crypto.ts';
import { portableCrypto } from '../../crypto-portable.ts';
import { type AnchorKey, anchorKeyOf, type Jwk, jwkOf } from '../jwk.ts';
import type { KeyUse } from '../national-part.ts';

export interface TestKey {
  readonly kid: string;
  readonly jwk: Jwk;
  readonly anchor: AnchorKey;
  readonly signer: Signer;
  signNow(message: Uint8Array): Uint8Array;
}

export function testKey(seed: string, algorithm: SignatureAlgorithm = 'EdDSA'): TestKey {
  const secret = portableCrypto.sha256(utf8(`samur test key ${seed}`));
  const bytes = algorithm === 'EdDSA' ? ed25519.getPublicKey(secret) : p256.getPublicKey(secret, false);
  const key: PublicKey = { algorithm, bytes };
  const anchor = anchorKeyOf(key, portableCrypto);
  const signNow = (message: Uint8Array) =>
    algorithm === 'EdDSA' ? ed25519.sign(message, secret) : p256.sign(message, secret, { lowS: true, prehash: true });
  return { kid: anchor.kid, jwk: jwkOf(key), anchor, signer: { key, sign: async (m) => signNow(m) }, signNow };
}

export function signText(payload: string, keys: readonly TestKey[]): string {
  const body = base64url(utf8(payload));
  const signatures = keys
    .toSorted((a, b) => (a.kid < b.kid ? -1 : 1))
    .map((key) => {
      const header = { alg: key.signer.key.algorithm, kid: key.kid, typ: 'samur-trust+jws' };
      const protectedHeader = base64url(utf8(canonical(header)));
      return { protected: protectedHeader, signature: base64url(key.signNow(utf8(`${protectedHeader}.${body}`))) };
    });
  return canonical({ payload: body, signatures });
}

export function sign(payload: JsonObject, ...keys: readonly TestKey[]): string {
  return signText(canonical(payload), keys);
}

/** What the next document calls `previous`. */
export function digestOf(payload: JsonObject): string {
  return base64url(portableCrypto.sha256(utf8(canonical(payload))));
}

export function keyEntry(key: TestKey, use: KeyUse, from: string, until: string, revokedAt?: string): JsonObject {
  const entry = { kid: key.kid, use, jwk: { ...key.jwk }, from, until };
  return revokedAt === undefined ? entry : { ...entry, revokedAt };
}

export function institution(id: string, keys: readonly JsonObject[], changes: JsonObject = {}): JsonObject {
  const domain = `${id.slice(3)}.${id.slice(0, 2)}.example`;
  return {
    id,
    domain,
    endpoint: `http://${domain}`,
    names: { az: `${id} (az)`, ru: `${id} (ru)`, en: `${id} (en)` },
    functions: ['nppo'],
    keys: keys.toSorted((a, b) => (String(a['kid']) < String(b['kid']) ? -1 : 1)),
    ...changes,
  };
}

export const anchorAZ = testKey('anchor AZ');
export const anchorRU = testKey('anchor RU', 'ES256');

export function pin(demonstration = true): JsonObject {
  return { corridor: 'az-ru', demonstration, anchors: { AZ: { ...anchorAZ.anchor }, RU: { ...anchorRU.anchor } } };
}

export function part(country: 'AZ' | 'RU', institutions: readonly JsonObject[], changes: JsonObject = {}): JsonObject {
  return {
    kind: 'part',
    corridor: 'az-ru',
    country,
    number: 1,
    issued: '2026-11-01T00:00:00Z',
    nextUpdate: '2026-12-01T00:00:00Z',
    demonstration: true,
    anchor: { ...(country === 'AZ' ? anchorAZ : anchorRU).anchor },
    institutions,
    ...changes,
  };
}

/** The part after `before`: a day later, unless `changes` say otherwise. */
export function following(before: JsonObject, changes: JsonObject = {}): JsonObject {
  const issued = new Date(Date.parse(String(before['issued'])) + 86_400_000).toISOString();
  return {
    ...before,
    number: Number(before['number']) + 1,
    previous: digestOf(before),
    issued: `${issued.slice(0, 19)}Z`,
    ...changes,
  };
}

export function terms(changes: JsonObject = {}): JsonObject {
  return {
    kind: 'terms',
    corridor: 'az-ru',
    number: 1,
    issued: '2026-11-01T00:00:00Z',
    nextUpdate: '2026-12-01T00:00:00Z',
    demonstration: true,
    profiles: { phytosanitary: { certificate: 1 } },
    limits: { decision: 86_400 },
    ...changes,
  };
}
