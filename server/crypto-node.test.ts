import { generateKeyPairSync, hash, sign } from 'node:crypto';
import { ED25519_TORSION_SUBGROUP, ed25519 } from '@noble/curves/ed25519.js';
import { p256 } from '@noble/curves/nist.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concat, utf8 } from '../kernel/bytes.ts';
import type { PublicKey } from '../kernel/crypto.ts';
import { portableCrypto } from '../kernel/crypto-portable.ts';
import { nodeCrypto, randomBytes, verifyAsync } from './crypto-node.ts';
import { isCanonicalEd25519 } from './signature-form.ts';

const message = utf8('Samur');
const seed = new Uint8Array(32).fill(7);
const edKey: PublicKey = { algorithm: 'EdDSA', bytes: ed25519.getPublicKey(seed) };
const edSignature = ed25519.sign(message, seed);
const ecKey: PublicKey = { algorithm: 'ES256', bytes: p256.getPublicKey(seed, false) };
const ecSignature = p256.sign(message, seed, { lowS: true, format: 'compact', prehash: true });

const { Point } = ed25519;
const order = { EdDSA: Point.Fn.ORDER, ES256: p256.Point.Fn.ORDER };

function big(bytes: Uint8Array): bigint {
  return BigInt(`0x${bytes.toHex()}`);
}

function bytesOf(value: bigint): Uint8Array {
  return Uint8Array.fromHex(value.toString(16).padStart(64, '0'));
}

async function answers(key: PublicKey, signature: Uint8Array, text = message): Promise<boolean[]> {
  return [
    nodeCrypto.verify(key, text, signature),
    await verifyAsync(key, text, signature),
    portableCrypto.verify(key, text, signature),
  ];
}

const all = [true, true, true];
const none = [false, false, false];

test('SHA-256 agrees and is a plain array', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const digest = nodeCrypto.sha256(bytes);
      expect(digest.constructor).toBe(Uint8Array);
      expect(digest).toEqual(portableCrypto.sha256(bytes));
      expect(digest.toHex()).toBe(hash('sha256', bytes, 'hex'));
    }),
  );
});

test('a digest stays what it was when the next is computed', () => {
  const first = nodeCrypto.sha256(utf8('a'));
  const copy = first.slice();
  nodeCrypto.sha256(utf8('b'));
  expect(first).toEqual(copy);
});

describe('good signatures', () => {
  test('of Ed25519 and ES256 verify', async () => {
    expect(await answers(edKey, edSignature)).toEqual(all);
    expect(await answers(ecKey, ecSignature)).toEqual(all);
  });

  test('made by the platform verify', async () => {
    const ed = generateKeyPairSync('ed25519');
    const key: PublicKey = { algorithm: 'EdDSA', bytes: ed.publicKey.export({ format: 'raw-public' }) };
    expect(await answers(key, sign(null, message, ed.privateKey))).toEqual(all);
  });

  test('verify when key and signature are views into larger arrays', async () => {
    const view = (bytes: Uint8Array) => concat(seed, bytes, seed).subarray(32, 32 + bytes.length);
    expect(await answers({ ...edKey, bytes: view(edKey.bytes) }, view(edSignature))).toEqual(all);
    expect(await answers({ ...ecKey, bytes: view(ecKey.bytes) }, view(ecSignature))).toEqual(all);
  });

  test('fail once any bit of signature, key or message is turned', async () => {
    for (const [key, signature] of [
      [edKey, edSignature],
      [ecKey, ecSignature],
    ] as const)
      for (let bit = 0; bit < 512; bit += 37) {
        const turned = signature.with(bit >> 3, signature[bit >> 3]! ^ (1 << (bit & 7)));
        expect(await answers(key, turned)).toEqual(none);
        const at = (bit >> 3) % key.bytes.length;
        const other = { ...key, bytes: key.bytes.with(at, key.bytes[at]! ^ (1 << (bit & 7))) };
        expect(await answers(other, signature)).toEqual(none);
      }
    expect(await answers(edKey, edSignature, utf8('samur'))).toEqual(none);
  });
});

describe('second forms of one signature are refused', () => {
  test('Ed25519 with S + L', async () => {
    const s = big(edSignature.slice(32).reverse());
    const malleated = concat(edSignature.slice(0, 32), bytesOf(s + order.EdDSA).reverse());
    expect(await answers(edKey, malleated)).toEqual(none);
  });

  test('ES256 with n - s', async () => {
    const s = big(ecSignature.slice(32));
    expect(await answers(ecKey, concat(ecSignature.slice(0, 32), bytesOf(order.ES256 - s)))).toEqual(none);
  });

  test('ES256 with r or s out of range', async () => {
    for (const value of [0n, order.ES256]) {
      expect(await answers(ecKey, concat(bytesOf(value), ecSignature.slice(32)))).toEqual(none);
      expect(await answers(ecKey, concat(ecSignature.slice(0, 32), bytesOf(value)))).toEqual(none);
    }
  });

  test('signatures and keys of another length', async () => {
    for (const [key, signature] of [
      [edKey, edSignature],
      [ecKey, ecSignature],
    ] as const) {
      expect(await answers(key, signature.slice(1))).toEqual(none);
      expect(await answers(key, concat(signature, Uint8Array.of(0)))).toEqual(none);
      expect(await answers({ ...key, bytes: concat(key.bytes, Uint8Array.of(0)) }, signature)).toEqual(none);
    }
    expect(await answers({ ...edKey, algorithm: 'ES256' }, edSignature)).toEqual(none);
    expect(await answers({ ...ecKey, algorithm: 'EdDSA' }, ecSignature)).toEqual(none);
    expect(
      await answers({ algorithm: 'ES256', bytes: ecKey.bytes.with(0, 6 + (ecKey.bytes[64]! & 1)) }, ecSignature),
    ).toEqual(none);
  });

  test('a compressed P-256 key is no key', async () => {
    const compressed: PublicKey = { algorithm: 'ES256', bytes: p256.getPublicKey(seed, true) };
    expect(await answers(compressed, ecSignature)).toEqual(none);
  });
});

describe('unusual Ed25519 points', () => {
  const signatureOverAnything = concat(bytesOf(1n).reverse(), new Uint8Array(32));

  test.each(ED25519_TORSION_SUBGROUP)('a key of small order is refused: %s', async (hex) => {
    for (const text of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])
      expect(
        await answers({ algorithm: 'EdDSA', bytes: Uint8Array.fromHex(hex) }, signatureOverAnything, utf8(text)),
      ).toEqual(none);
  });

  test('a key that is not reduced, or has a sign it cannot have, is refused', async () => {
    const prime = 2n ** 255n - 19n;
    const encodings = Array.from({ length: 19 }, (_, i) => bytesOf(prime + BigInt(i)).reverse());
    encodings.push(bytesOf(1n + 2n ** 255n).reverse(), bytesOf(prime - 1n + 2n ** 255n).reverse());
    for (const bytes of encodings)
      expect(await answers({ algorithm: 'EdDSA', bytes }, signatureOverAnything)).toEqual(none);
  });

  // A key holder can add a point of small order to key or R. An equation without the cofactor refuses.
  test('a point of small order added to R or to the key is refused', async () => {
    const torsion = Point.fromHex(ED25519_TORSION_SUBGROUP[1]!);
    for (const [toKey, toR] of [
      [Point.ZERO, torsion],
      [torsion, torsion],
    ] as const) {
      const key = Point.BASE.multiply(5n).add(toKey).toBytes();
      const r = Point.BASE.multiply(9n).add(toR).toBytes();
      const signature = concat(r, bytesOf((9n + challenge(r, key, message) * 5n) % order.EdDSA).reverse());
      expect(await answers({ algorithm: 'EdDSA', bytes: key }, signature)).toEqual(none);
    }
  });
});

describe('an R of small order is refused, though the equation holds', () => {
  // For the library of the platform alone these are good signatures, or not: its versions differ.
  test('of an ordinary key', async () => {
    const key = Uint8Array.fromHex('cf5f3049c01f02b9e090f7145fa4099e8c93cfc26e22cad71ebb322190c14dc1');
    const s = Uint8Array.fromHex('cf663012089f056a281b3482f77b1d860063035953d215b8eddb4b6d7509aa01');
    const r = Point.ZERO.toBytes();
    expect(isEquationOf(key, r, s, utf8('x'))).toBe(true);
    expect(await answers({ algorithm: 'EdDSA', bytes: key }, concat(r, s), utf8('x'))).toEqual(none);
    expect(isCanonicalEd25519(key, concat(r, s))).toBe(false);
  });

  test.each(ED25519_TORSION_SUBGROUP)('of a key with a part of order 8: %s', async (hex) => {
    const r = Uint8Array.fromHex(hex);
    const key = Point.BASE.multiply(5n).add(Point.fromHex(ED25519_TORSION_SUBGROUP[1]!)).toBytes();
    const bound = (text: Uint8Array) => bytesOf((challenge(r, key, text) * 5n) % order.EdDSA).reverse();
    const texts = Array.from({ length: 400 }, (_, i) => utf8(String(i)));
    const text = texts.find((candidate) => isEquationOf(key, r, bound(candidate), candidate))!;
    expect(await answers({ algorithm: 'EdDSA', bytes: key }, concat(r, bound(text)), text)).toEqual(none);
    expect(isCanonicalEd25519(key, concat(r, bound(text)))).toBe(false);
  });
});

function challenge(r: Uint8Array, key: Uint8Array, text: Uint8Array): bigint {
  return big(Buffer.from(hash('sha512', concat(r, key, text), 'buffer')).reverse()) % order.EdDSA;
}

/** R = S·B − k·A, and nothing more. */
function isEquationOf(key: Uint8Array, r: Uint8Array, s: Uint8Array, text: Uint8Array): boolean {
  const minusKey = Point.fromBytes(key)
    .negate()
    .multiplyUnsafe(challenge(r, key, text));
  return Point.BASE.multiplyUnsafe(big(s.toReversed())).add(minusKey).equals(Point.fromBytes(r));
}

test('random bytes are of the length asked for and never given out twice', () => {
  const lengths = Array.from({ length: 2000 }, (_, i) => 16 + (i % 17));
  const drawn = lengths.map(randomBytes);
  expect(drawn.map((bytes) => bytes.length)).toEqual(lengths);
  // 128 bits do not come twice by chance.
  expect(new Set(drawn.map((bytes) => bytes.subarray(0, 16).toHex())).size).toBe(lengths.length);
  drawn[0]?.fill(0);
  expect(randomBytes(5000).some((byte) => byte !== 0)).toBe(true);
  expect(randomBytes(5000)).toHaveLength(5000);
});
