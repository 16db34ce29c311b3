import { expect, test } from 'vitest';
import { portableCrypto } from '../crypto-portable.ts';
import { Refusal } from '../refusal.ts';
import { acceptPart } from './accept-part.ts';
import { didDocument } from './did.ts';
import { didOf } from './institution.ts';
import { readPin } from './pin.ts';
import { foundTrust } from './trust-list.ts';
import { anchorAZ, institution, keyEntry, part, pin, sign, testKey } from './vectors/authority.ts';

const did = 'did:web:az.localhost%3A8401:az.afsa';
const [old, current, lost, log] = ['old', 'current', 'lost', 'log'].map((name) => testKey(name)) as [
  ReturnType<typeof testKey>,
  ReturnType<typeof testKey>,
  ReturnType<typeof testKey>,
  ReturnType<typeof testKey>,
];
const keys = [
  keyEntry(old, 'record', '2025-01-01T00:00:00Z', '2026-01-01T00:00:00Z'),
  keyEntry(current, 'record', '2025-12-01T00:00:00Z', '2027-01-01T00:00:00Z'),
  keyEntry(lost, 'record', '2025-12-01T00:00:00Z', '2027-01-01T00:00:00Z', '2026-05-01T00:00:00Z'),
  keyEntry(log, 'checkpoint', '2025-12-01T00:00:00Z', '2027-01-01T00:00:00Z'),
];

function listed() {
  const own = readPin(pin(), portableCrypto);
  if (own instanceof Refusal) throw own;
  const signed = sign(part('AZ', [institution('az.afsa', keys, { domain: 'az.localhost:8401' })]), anchorAZ);
  const trust = acceptPart(foundTrust(own), signed, portableCrypto);
  if (trust instanceof Refusal) throw trust;
  return trust;
}

test('the port is percent-encoded', () => {
  expect(didOf({ id: 'az.afsa', domain: 'az.localhost:8401' })).toBe(did);
});

test('current record keys assert; retired and revoked ones stay with their end; log keys are left out', () => {
  const document = didDocument(listed(), 'az.afsa', Date.parse('2026-06-01T00:00:00Z'));
  expect(document).toMatchObject({ id: did, assertionMethod: [`${did}#${current.kid}`] });
  const methods = document!['verificationMethod'];
  expect(methods).toHaveLength(3);
  expect(methods).toContainEqual({
    id: `${did}#${lost.kid}`,
    type: 'JsonWebKey',
    controller: did,
    publicKeyJwk: { ...lost.jwk, kid: lost.kid, alg: 'EdDSA' },
    expires: '2027-01-01T00:00:00Z',
    revoked: '2026-05-01T00:00:00Z',
  });
  expect(methods).toContainEqual(expect.objectContaining({ id: `${did}#${old.kid}`, expires: '2026-01-01T00:00:00Z' }));
});

test('before its revocation the key still asserts; an unknown institution has no document', () => {
  const document = didDocument(listed(), 'az.afsa', Date.parse('2026-04-30T23:59:59Z'));
  expect(document!['assertionMethod']).toEqual([current.kid, lost.kid].toSorted().map((kid) => `${did}#${kid}`));
  expect(didDocument(listed(), 'az.nobody', 0)).toBeUndefined();
});
