import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nodeCrypto } from '../../server/crypto-node.ts';
import { utf8 } from '../bytes.ts';
import { portableCrypto } from '../crypto-portable.ts';
import { drawing, drawOf, hmacSha256, secretDigest, settingsDigest } from './selection-draw.ts';

const bytes = (byte: number, count: number) => new Uint8Array(count).fill(byte);

test.each([
  [bytes(0x0b, 20), utf8('Hi There'), 'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7'],
  [
    utf8('Jefe'),
    utf8('what do ya want for nothing?'),
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  ],
  [bytes(0xaa, 20), bytes(0xdd, 50), '773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe'],
  [
    Uint8Array.from({ length: 25 }, (_, i) => i + 1),
    bytes(0xcd, 50),
    '82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b',
  ],
  [
    bytes(0xaa, 131),
    utf8('Test Using Larger Than Block-Size Key - Hash Key First'),
    '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
  ],
  [
    bytes(0xaa, 131),
    utf8(
      'This is a test using a larger than block-size key and a larger than block-size data. The key needs to be hashed before being used by the HMAC algorithm.',
    ),
    '9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2',
  ],
])('HMAC-SHA256 as in RFC 4231, %#', (key, message, expected) => {
  expect(hmacSha256(key, message, nodeCrypto).toHex()).toBe(expected);
  expect(hmacSha256(key, message, portableCrypto).toHex()).toBe(expected);
});

const hash = fc.uint8Array({ minLength: 32, maxLength: 32 });

test('HMAC-SHA256 and draws are those of the platform', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.uint8Array({ maxLength: 300 }), (key, message) => {
      const expected = createHmac('sha256', key).update(message).digest('hex');
      expect(hmacSha256(key, message, nodeCrypto).toHex()).toBe(expected);
    }),
  );
  fc.assert(
    fc.property(hash, fc.array(fc.tuple(hash, hash), { minLength: 1, maxLength: 5 }), (secret, drawn) => {
      const many = drawing(secret, nodeCrypto);
      for (const [id, root] of drawn) {
        const expected = createHmac('sha256', secret).update('samur-selection\0').update(id).update(root).digest('hex');
        expect(many(id.toHex(), root).toHex()).toBe(expected);
        expect(drawOf(secret, id.toHex(), root, nodeCrypto).toHex()).toBe(expected);
      }
    }),
  );
});

test('draws take an id and a root of 32 bytes', () => {
  const one = bytes(1, 32);
  expect(() => drawOf(one, 'ab', one, nodeCrypto)).toThrow(RangeError);
  expect(() => drawOf(one, one.toHex(), bytes(1, 31), nodeCrypto)).toThrow(RangeError);
});

test('digests tell nothing but equality', () => {
  const [one, other] = [bytes(1, 32), bytes(2, 32)];
  expect(secretDigest(one, nodeCrypto)).toBe('72cd6e8422c407fb6d098690f1130b7ded7ec2f7f5e1d30bd9d521f015363793');
  const settings = { b: [1, 2], a: 'x' };
  expect(settingsDigest(settings, one, nodeCrypto)).toBe(
    createHmac('sha256', one).update('{"a":"x","b":[1,2]}').digest('hex'),
  );
  expect(settingsDigest(settings, other, nodeCrypto)).not.toBe(settingsDigest(settings, one, nodeCrypto));
  expect(() => settingsDigest({ rate: 0.5 }, one, nodeCrypto)).toThrow(RangeError);
});
