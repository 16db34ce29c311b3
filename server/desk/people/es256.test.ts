import { generateKeyPairSync, sign, verify } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { concat, utf8 } from '../../../kernel/bytes.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { jwkOf, publicKeyOf } from '../../../kernel/trust/jwk.ts';
import { nodeCrypto } from '../../crypto-node.ts';
import { compactSignature, lowerCompact } from './es256.ts';

const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const jwk = publicKey.export({ format: 'jwk' });
const key = publicKeyOf({ kty: 'EC', crv: 'P-256', x: jwk.x ?? '', y: jwk.y ?? '' });
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

test('what an authenticator signs is one the kernel takes, in one form alone', () => {
  if (key instanceof Refusal) throw new Error(key.code);
  expect(jwkOf(key)).toMatchObject({ x: jwk.x });
  fc.assert(
    fc.property(fc.string(), (text) => {
      const message = utf8(text);
      const der = sign('sha256', message, privateKey);
      const compact = compactSignature(der);
      if (compact instanceof Refusal) throw new Error('refused');
      expect(verify('sha256', message, { key: publicKey, dsaEncoding: 'ieee-p1363' }, compact)).toBe(true);
      expect(nodeCrypto.verify(key, message, compact)).toBe(true);
      const s = BigInt(`0x${compact.subarray(32).toHex()}`);
      const high = concat(compact.subarray(0, 32), Uint8Array.fromHex((order - s).toString(16).padStart(64, '0')));
      expect(nodeCrypto.verify(key, message, high)).toBe(false);
      expect(lowerCompact(high)).toEqual(compact);
    }),
    { numRuns: 50 },
  );
});

test.each([
  ['empty', ''],
  ['no sequence', '3106020101020101'],
  ['a length of another size', '308106020101020101'],
  ['a length too long', '3007020101020101'],
  ['bytes after the end', '300602010102010100'],
  ['bytes after s', '3007020101020101ff'],
  ['a padded integer', '300702020001020101'],
  ['a negative integer', '3006020180020101'],
  ['an empty integer', '30050200020101'],
  ['zero', '3006020100020101'],
  ['an integer beyond the end', '3006020101022001'],
  ['r of the order', '3026022100ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551020101'],
])('%s is no signature', (_, hex) => {
  expect(compactSignature(Uint8Array.fromHex(hex))).toMatchObject({ code: 'access.bad-passkey' });
});

test('the least of signatures is read', () => {
  const read = compactSignature(Uint8Array.fromHex('3006020101020102'));
  expect(read).toEqual(Uint8Array.fromHex(`${'0'.repeat(63)}1${'0'.repeat(63)}2`));
  expect(lowerCompact(new Uint8Array(63))).toBeInstanceOf(Refusal);
  expect(lowerCompact(new Uint8Array(64))).toBeInstanceOf(Refusal);
});
