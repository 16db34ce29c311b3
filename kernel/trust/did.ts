/**
 * DID documents (DID Core 1.0, did:web) for verifiers outside the corridor. They are copies: inside, the trust
 * list alone decides. Served at `/<institution id>/did.json` of the institution's domain.
 */
import type { JsonObject } from '../canonical.ts';
import { formatInstant } from './instant.ts';
import { type InstitutionKey, keyValidAt } from './institution.ts';
import { knownInstitution } from './lookup.ts';
import type { TrustList } from './trust-list.ts';

/** A key's name in record headers and DID documents. */
export function keyIdOf(did: string, kid: string): string {
  return `${did}#${kid}`;
}

/** The document as of a time; undefined for an institution no part ever named. Holds record keys only. */
export function didDocument(trust: TrustList, institutionId: string, nowMs: number): JsonObject | undefined {
  const institution = knownInstitution(trust, institutionId);
  if (institution === undefined) return undefined;
  const { did } = institution;
  const keys = [...institution.keys.values()]
    .filter((key) => key.use === 'record')
    .toSorted((a, b) => (a.kid < b.kid ? -1 : 1));
  const current = keys.filter((key) => keyValidAt(key, nowMs) && nowMs < (key.revokedAt ?? Infinity));
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/jwk/v1'],
    id: did,
    verificationMethod: keys.map((key) => verificationMethod(did, key)),
    assertionMethod: current.map((key) => keyIdOf(did, key.kid)),
  };
}

function verificationMethod(did: string, { kid, jwk, publicKey, until, revokedAt }: InstitutionKey): JsonObject {
  const method = {
    id: keyIdOf(did, kid),
    type: 'JsonWebKey',
    controller: did,
    publicKeyJwk: { ...jwk, kid, alg: publicKey.algorithm },
    expires: formatInstant(until),
  };
  return revokedAt === undefined ? method : { ...method, revoked: formatInstant(revokedAt) };
}
