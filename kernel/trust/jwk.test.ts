import { ED25519_TORSION_SUBGROUP, ed25519 } from '@noble/curves/ed25519.js';
import { p256 } from '@noble/curves/nist.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { utf8 } from '../bytes.ts';
import { portableCrypto } from '../crypto-portable.ts';
import { Refusal } from '../refusal.ts';
import { isEd25519Point, isP256Point } from './curve-point.ts';
import { anchorKeyOf, fingerprint, jwkOf, publicKeyOf, thumbprint } from './jwk.ts';
import { testKey } from './vectors/authority.ts';

test('the thumbprint of RFC 8037 appendix A.3', () => {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' } as const;
  expect(thumbprint(jwk, portableCrypto)).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k');
});

test('the P-256 key of RFC 7515 appendix A.3 is a key, and a changed one is not', () => {
  const x = 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU';
  const y = 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0';
  expect(publicKeyOf({ kty: 'EC', crv: 'P-256', x, y })).toMatchObject({ algorithm: 'ES256' });
  expect(publicKeyOf({ kty: 'EC', crv: 'P-256', x: y, y: x })).toBeInstanceOf(Refusal);
});

test('keys survive the way to JWK and back', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom('EdDSA' as const, 'ES256' as const), (seed, algorithm) => {
      const { key } = testKey(seed, algorithm).signer;
      expect(publicKeyOf(jwkOf(key))).toEqual(key);
      expect(publicKeyOf(anchorKeyOf(key, portableCrypto))).toEqual(key);
    }),
    { numRuns: 20 },
  );
});

test('a fingerprint is eight groups of four digits, and only of a thumbprint', () => {
  expect(fingerprint(testKey('a').kid)).toMatch(/^[0-9a-f]{4}( [0-9a-f]{4}){7}$/);
  expect(fingerprint('not base64url!')).toBeInstanceOf(Refusal);
});

describe('points', () => {
  test.each(ED25519_TORSION_SUBGROUP)('of small order are no keys: %s', (hex) => {
    expect(isEd25519Point(Uint8Array.fromHex(hex))).toBe(false);
  });

  test('of Ed25519 are those that the library decodes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        expect(isEd25519Point(bytes)).toBe(decodes(bytes));
      }),
      { numRuns: 200 },
    );
  });

  test('with y at or above the prime are second encodings', () => {
    for (let low = 0xed; low <= 0xff; low++) {
      const bytes = new Uint8Array(32).fill(0xff);
      bytes[0] = low;
      bytes[31] = 0x7f;
      expect(isEd25519Point(bytes)).toBe(false);
    }
  });

  test('of P-256 are those that the library decodes', () => {
    const point = p256.getPublicKey(portableCrypto.sha256(utf8('point')), false);
    expect(isP256Point(point.subarray(1, 33), point.subarray(33))).toBe(true);
    for (let at = 1; at < 65; at++) {
      const changed = point.slice();
      changed[at]! ^= 1;
      expect(isP256Point(changed.subarray(1, 33), changed.subarray(33))).toBe(false);
    }
  });
});

function decodes(bytes: Uint8Array): boolean {
  try {
    return !ed25519.Point.fromBytes(bytes).isSmallOrder();
  } catch {
    return false;
  }
}
