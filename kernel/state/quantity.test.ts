import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../refusal.ts';
import { formatDecimal, parseDecimal } from './quantity.ts';

describe('decimal quantities', () => {
  it('are exact', () => {
    expect(parseDecimal('18000', 6)).toBe(18_000_000_000n);
    expect(parseDecimal('0.1', 6)).toBe(100_000n);
    expect(parseDecimal('-1.500', 2)).toBe(-150n);
    expect(parseDecimal('1.230000', 2)).toBe(123n);
    expect(parseDecimal('9007199254740993.000001', 6)).toBe(9_007_199_254_740_993_000_001n);
    expect(formatDecimal(-150n, 2)).toBe('-1.5');
    expect(formatDecimal(100n, 0)).toBe('100');
    expect(formatDecimal(5n, 6)).toBe('0.000005');
  });

  it.each(['', '1.', '.5', '01', '+1', '1e3', '1,5', ' 1', '1 000', '0x1', 'NaN', '--1', '1.0001', '9'.repeat(31)])(
    'refuse %j at three places',
    (text) => {
      const result = parseDecimal(text, 3);
      expect(result).toBeInstanceOf(Refusal);
      expect((result as Refusal).code).toBe('ledger.bad-amount');
    },
  );

  it('come back from their text', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.nat({ max: 9 }), (amount, scale) => {
        expect(parseDecimal(formatDecimal(amount, scale), scale)).toBe(amount);
      }),
    );
  });
});
