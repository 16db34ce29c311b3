import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { nodeCrypto } from '../../server/crypto-node.ts';
import type { Signer } from '../crypto.ts';
import { portableCrypto } from '../crypto-portable.ts';
import { Refusal } from '../refusal.ts';
import {
  contentDigest,
  openRequest,
  readRequestSignature,
  type SignedHeaders,
  signRequest,
} from './request-signature.ts';

/** Test key of RFC 9421 appendix B.1.4, test-key-ed25519. */
const pem = `-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF
-----END PRIVATE KEY-----
`;
const privateKey = createPrivateKey(pem);
const publicKey = createPublicKey(privateKey);
const signer: Signer = {
  key: { algorithm: 'EdDSA', bytes: publicKey.export({ format: 'raw-public' }) },
  sign: async (message) => sign(null, message, privateKey),
};

const target = { method: 'POST', authority: 'ru.example:8402', path: '/exchange/az.post/entries' };
const body = new TextEncoder().encode('{"hello": "world"}');
const signature = {
  keyid: 'did:web:az.example:az.post#request-1',
  created: 1_800_000_000,
  nonce: 'AAECAwQFBgcICQoLDA0ODw',
};

async function signed(): Promise<SignedHeaders> {
  return signRequest(target, body, signature, signer, nodeCrypto);
}

test('the digest is that of RFC 9530', () => {
  // RFC 9530 appendix D gives this value for the same body without the line break.
  expect(contentDigest(body, nodeCrypto)).toBe('sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:');
});

test('an independent construction of RFC 9421 §2.5 verifies it', async () => {
  const headers = await signed();
  const parameters = headers['signature-input'].replace(/^samur=/, '');
  const base = [
    '"@method": POST',
    '"@authority": ru.example:8402',
    '"@path": /exchange/az.post/entries',
    `"content-digest": sha-256=:${createHash('sha256').update(body).digest('base64')}:`,
    `"@signature-params": ${parameters}`,
  ].join('\n');
  expect(parameters).toBe(
    '("@method" "@authority" "@path" "content-digest");created=1800000000;keyid="did:web:az.example:az.post#request-1";nonce="AAECAwQFBgcICQoLDA0ODw";tag="samur"',
  );
  const value = /^samur=:(.*):$/.exec(headers.signature)?.[1] ?? '';
  expect(verify(null, Buffer.from(base), publicKey, Buffer.from(value, 'base64'))).toBe(true);
});

describe.each([
  ['native', nodeCrypto],
  ['portable', portableCrypto],
])('%s', (_, crypto) => {
  test('what was signed is opened, and says who signed it when', async () => {
    expect(openRequest(target, body, await signed(), signer.key, crypto)).toEqual(signature);
  });

  test.each([
    ['method', { ...target, method: 'PUT' }],
    ['authority', { ...target, authority: 'other.example' }],
    ['path', { ...target, path: '/exchange/az.post/annexes' }],
  ])('another %s is refused', async (_name, other) => {
    expect(openRequest(other, body, await signed(), signer.key, crypto)).toMatchObject({
      code: 'request.bad-signature',
    });
  });

  test('another body is refused, with its own digest too', async () => {
    const other = new TextEncoder().encode('{"hello": "worlds"}');
    const headers = await signed();
    expect(openRequest(target, other, headers, signer.key, crypto)).toMatchObject({ code: 'request.bad-digest' });
    const forged = { ...headers, 'content-digest': contentDigest(other, crypto) };
    expect(openRequest(target, other, forged, signer.key, crypto)).toMatchObject({ code: 'request.bad-signature' });
  });

  test('another key is refused', async () => {
    const stranger = { algorithm: 'EdDSA', bytes: signer.key.bytes.toReversed() } as const;
    expect(openRequest(target, body, await signed(), stranger, crypto)).toMatchObject({
      code: 'request.bad-signature',
    });
  });
});

test.each<[string, (headers: SignedHeaders) => Partial<SignedHeaders>, string]>([
  ['no headers', () => ({}), 'request.unsigned'],
  ['no signature', ({ signature: _, ...rest }) => rest, 'request.unsigned'],
  ['no input', ({ 'signature-input': _, ...rest }) => rest, 'request.unsigned'],
  ['no digest', ({ 'content-digest': _, ...rest }) => rest, 'request.bad-digest'],
  [
    'a second digest',
    (h) => ({ ...h, 'content-digest': `${h['content-digest']}, sha-512=:AA==:` }),
    'request.bad-digest',
  ],
  [
    'fewer components',
    (h) => ({ ...h, 'signature-input': h['signature-input'].replace(' "@path"', '') }),
    'request.bad-signature',
  ],
  [
    'components in another order',
    (h) => ({
      ...h,
      'signature-input': h['signature-input'].replace('"@method" "@authority"', '"@authority" "@method"'),
    }),
    'request.bad-signature',
  ],
  [
    'a later time',
    (h) => ({ ...h, 'signature-input': h['signature-input'].replace('1800000000', '1800000001') }),
    'request.bad-signature',
  ],
  [
    'another nonce',
    (h) => ({ ...h, 'signature-input': h['signature-input'].replace('AAEC', 'BBEC') }),
    'request.bad-signature',
  ],
  [
    'another tag',
    (h) => ({ ...h, 'signature-input': h['signature-input'].replace('tag="samur"', 'tag="other"') }),
    'request.bad-signature',
  ],
  [
    'two signatures',
    (h) => ({ ...h, 'signature-input': `${h['signature-input']}, ${h['signature-input']}` }),
    'request.bad-signature',
  ],
  ['another label', (h) => ({ ...h, signature: h.signature.replace('samur=', 'sig1=') }), 'request.bad-signature'],
  ['spare bits', (h) => ({ ...h, signature: h.signature.replace(/(.)==:$/, 'B==:') }), 'request.bad-signature'],
])('%s: refused', async (_, change, code) => {
  const result = openRequest(target, body, change(await signed()), signer.key, nodeCrypto);
  expect(result).toBeInstanceOf(Refusal);
  expect((result as Refusal).code).toBe(code);
});

test('a nonce too short to be unguessable is refused before its key is looked up', async () => {
  const headers = await signRequest(target, body, { ...signature, nonce: 'short' }, signer, nodeCrypto);
  expect(readRequestSignature(headers)).toMatchObject({ code: 'request.bad-signature' });
});
