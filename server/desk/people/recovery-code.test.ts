import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newRecoveryCode, recoveryDigest } from './recovery-code.ts';

const bytes = fc.uint8Array({ minLength: 20, maxLength: 20 });

test('a code is read however it was written down', () => {
  fc.assert(
    fc.property(bytes, (random) => {
      const code = newRecoveryCode(() => random);
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
      const digest = recoveryDigest(code);
      expect(digest).toMatch(/^[0-9a-f]{64}$/);
      expect(recoveryDigest(` ${code.toLowerCase().replaceAll('-', ' ')}\n`)).toBe(digest);
      expect(recoveryDigest(code.replaceAll('0', 'O').replaceAll('1', 'l').replaceAll('-', ''))).toBe(digest);
    }),
  );
});

test('other bits are another code', () => {
  fc.assert(
    fc.property(bytes, fc.nat(159), (random, bit) => {
      const other = Uint8Array.from(random);
      other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(newRecoveryCode(() => other)).not.toBe(newRecoveryCode(() => random));
    }),
  );
});

test.each(['', '0000', '0'.repeat(31), '0'.repeat(33), `${'0'.repeat(31)}U`, `${'0'.repeat(31)}*`, 'İ'.repeat(32)])(
  '%j is none',
  (text) => expect(recoveryDigest(text)).toBeUndefined(),
);
