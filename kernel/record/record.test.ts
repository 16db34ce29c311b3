import { ed25519 } from '@noble/curves/ed25519.js';
import { p256 } from '@noble/curves/nist.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nodeCrypto, verifyAsync } from '../../server/crypto-node.ts';
import { compileSchema } from '../../server/schema-compiler.ts';
import { canonical, type Json, type JsonObject, parseCanonical } from '../canonical.ts';
import type { Signer } from '../crypto.ts';
import { Refusal } from '../refusal.ts';
import { type Payload, payloadSchema } from './payload.ts';
import {
  checkSignature,
  checkSignatureAsync,
  type Draft,
  draftRecord,
  maxRecordBytes,
  readRecord,
  signRecord,
} from './record.ts';

const payloadCheck = compileSchema(payloadSchema);
const edSecret = new Uint8Array(32).fill(7);
const ecSecret = new Uint8Array(32).fill(9);
const signers: Readonly<Record<'EdDSA' | 'ES256', Signer>> = {
  EdDSA: {
    key: { algorithm: 'EdDSA', bytes: ed25519.getPublicKey(edSecret) },
    sign: async (message) => ed25519.sign(message, edSecret),
  },
  ES256: {
    key: { algorithm: 'ES256', bytes: p256.getPublicKey(ecSecret, false) },
    sign: async (message) => p256.sign(message, ecSecret, { lowS: true, prehash: true, format: 'compact' }),
  },
};

const text = fc.string({ unit: 'grapheme', maxLength: 8 });
const json: fc.Arbitrary<Json> = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger().map((n) => n || 0),
    text,
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(text, tie('json'), { maxKeys: 4 }),
  ),
})).json;
const claims = fc.dictionary(text, json, { maxKeys: 5 }) as fc.Arbitrary<JsonObject>;
const hex = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => bytes.toHex());
const sortedHex = fc.uniqueArray(hex, { maxLength: 3 }).map((list) => list.sort());

const payloads: fc.Arbitrary<Payload> = fc
  .record({
    claims,
    time: fc.integer({ min: 0, max: 4_000_000_000_000 }),
    nonce: fc.uint8Array({ minLength: 16, maxLength: 16 }),
    to: fc.uniqueArray(fc.constantFrom('ru.post', 'ru.customs', 'az.customs'), { minLength: 1 }),
    annexes: sortedHex,
    about: fc.option(fc.record({ after: sortedHex, id: hex }), { nil: undefined }),
    size: fc.nat(),
  })
  .map(({ claims: said, time, nonce, to, annexes, about, size }) => ({
    issuerDid: 'did:web:post.az.example:az.post',
    time,
    claims: said,
    samur: {
      annexes: annexes.map((digest) => ({ digest, mediaType: 'text/plain', name: 'n', size })),
      basis: [{ origin: 'ru.example/az.post/1', root: 'a'.repeat(64), size }],
      issuer: 'az.post',
      nonce: nonce.toBase64({ alphabet: 'base64url', omitPadding: true }),
      profile: 'parcel',
      to: to.sort(),
      trust: { AZ: 1, RU: 2, terms: 3 },
      type: 'parcel',
      version: 1,
      ...(about && { about }),
    },
  }));

function drafted(payload: Payload, algorithm: 'EdDSA' | 'ES256' = 'EdDSA'): Draft {
  const draft = draftRecord(payload, 'key', algorithm, nodeCrypto);
  if (draft instanceof Refusal) throw new Error(draft.code);
  return draft;
}

describe('canonical JSON', () => {
  test('what is written is read back, and only in that form', () => {
    fc.assert(
      fc.property(json, (value) => {
        const written = canonical(value);
        expect(parseCanonical(written)).toEqual(value);
        expect(canonical(JSON.parse(written) as Json)).toBe(written);
      }),
    );
  });

  test('any other JSON text of the same value is refused', () => {
    fc.assert(
      fc.property(json, fc.constantFrom(' ', '\n', '\t'), fc.nat(), (value, space, pick) => {
        const written = canonical(value);
        const at = pick % (written.length + 1);
        const spaced = written.slice(0, at) + space + written.slice(at);
        const read = parseCanonical(spaced);
        // Inside a text a space is another value, not another form.
        if (!(read instanceof Refusal)) expect(canonical(read)).toBe(spaced);
      }),
    );
  });

  test('members stand in the order of their UTF-16 code units (RFC 8785 §3.2.3)', () => {
    const members = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 };
    expect(Object.values(JSON.parse(canonical(members)) as Record<string, number>)).toEqual([4, 2, 6, 7, 1, 5, 3]);
  });
});

describe.each(['EdDSA', 'ES256'] as const)('%s', (algorithm) => {
  const signer = signers[algorithm];

  test('what is signed is read back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(payloads, async (payload) => {
        const draft = drafted(payload, algorithm);
        const jws = await signRecord(draft, signer);
        const record = readRecord(jws, nodeCrypto, payloadCheck);
        if (record instanceof Refusal) throw new Error(`${record.code} ${record.path}`);
        expect(record.id).toBe(draft.id);
        expect(record.kid).toBe('key');
        expect(record.payload).toEqual(payload);
        expect(checkSignature(record, signer.key, nodeCrypto)).toBe(record);
        expect(await checkSignatureAsync(record, signer.key, verifyAsync)).toBe(record);
      }),
      { numRuns: 50 },
    );
  });

  test('the issuer holds its members in the order in which every reader finds them', async () => {
    await fc.assert(
      fc.asyncProperty(payloads, async (payload) => {
        const reversed = Object.fromEntries(Object.entries({ ...payload.claims, z: { b: 1, a: 2 } }).reverse());
        const draft = drafted({ ...payload, claims: reversed }, algorithm);
        const record = readRecord(await signRecord(draft, signer), nodeCrypto, payloadCheck);
        if (record instanceof Refusal) throw new Error(`${record.code} ${record.path}`);
        expect(JSON.stringify(draft.payload.claims)).toBe(JSON.stringify(record.payload.claims));
      }),
      { numRuns: 20 },
    );
  });

  test('one character changed anywhere is refused', async () => {
    const [payload] = fc.sample(payloads, { numRuns: 1, seed: 5 }) as [Payload];
    const jws = await signRecord(drafted(payload, algorithm), signer);
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.= ';
    fc.assert(
      fc.property(fc.nat(jws.length - 1), fc.constantFrom(...alphabet), (at, character) => {
        fc.pre(jws[at] !== character);
        const changed = jws.slice(0, at) + character + jws.slice(at + 1);
        const record = readRecord(changed, nodeCrypto, payloadCheck);
        const result = record instanceof Refusal ? record : checkSignature(record, signer.key, nodeCrypto);
        expect(result).toBeInstanceOf(Refusal);
      }),
      { numRuns: 300 },
    );
  });
});

test('a record may have 256 KiB, signature and all, and not one byte more', async () => {
  const [payload] = fc.sample(payloads, { numRuns: 1, seed: 1 }) as [Payload];
  const ofLength = (length: number) =>
    draftRecord({ ...payload, claims: { note: 'x'.repeat(length) } }, 'key', 'EdDSA', nodeCrypto);
  let [least, most] = [0, maxRecordBytes];
  while (most - least > 1) {
    const middle = Math.floor((least + most) / 2);
    if (ofLength(middle) instanceof Refusal) most = middle;
    else least = middle;
  }
  expect(ofLength(most)).toMatchObject({ code: 'input.too-large' });
  const largest = ofLength(least);
  if (largest instanceof Refusal) throw new Error(largest.code);
  const jws = await signRecord(largest, signers.EdDSA);
  expect(jws.length).toBeGreaterThan(maxRecordBytes - 4);
  expect(jws.length).toBeLessThanOrEqual(maxRecordBytes);
  expect(readRecord(jws, nodeCrypto, payloadCheck)).toMatchObject({ id: largest.id });
});

test.each([
  ['a fraction', { load: 1.5 }],
  ['a lone surrogate', { note: '\ud800' }],
  ['not a number', { load: Number.NaN }],
])('claims with %s are refused before they are signed', (_, said) => {
  const [payload] = fc.sample(payloads, { numRuns: 1, seed: 1 }) as [Payload];
  expect(draftRecord({ ...payload, claims: said }, 'key', 'EdDSA', nodeCrypto)).toMatchObject({
    code: 'input.bad-value',
  });
});

test('the id says nothing of the signature: it covers the signing input alone', async () => {
  const [payload] = fc.sample(payloads, { numRuns: 1, seed: 1 }) as [Payload];
  const draft = drafted(payload);
  expect(draft.id).toBe(nodeCrypto.sha256(new TextEncoder().encode(draft.signingInput)).toHex());
});
