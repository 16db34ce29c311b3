import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareOut } from './sources.ts';

const sum = (list: readonly bigint[]) => list.reduce((all, one) => all + one, 0n);
const mass = fc.bigInt({ min: 1n, max: 10n ** 14n });

describe('shares', () => {
  it('of what whole units leave over go to the largest remainders, of equal ones to the first', () => {
    expect(shareOut(10n, [3n, 3n, 3n])).toEqual([4n, 3n, 3n]);
    expect(shareOut(2n, [1n, 1n, 1n])).toEqual([1n, 1n, 0n]);
    expect(shareOut(100n, [1n, 2n, 998n])).toEqual([0n, 0n, 100n]);
    expect(shareOut(500n, [12_000n, 6_000n])).toEqual([333n, 167n]);
  });

  it('of nothing are nothing', () => {
    expect(shareOut(0n, [5n, 7n])).toEqual([0n, 0n]);
    expect(shareOut(0n, [])).toEqual([]);
  });

  it('come to the whole, none is more than its mass, none is a unit off its proportion', () => {
    fc.assert(
      fc.property(fc.array(mass, { minLength: 1, maxLength: 100 }), fc.nat(10_000), (masses, part) => {
        const whole = sum(masses);
        const amount = (whole * BigInt(part)) / 10_000n;
        const shares = shareOut(amount, masses);
        expect(sum(shares)).toBe(amount);
        for (const [index, share] of shares.entries()) {
          const own = masses[index] as bigint;
          expect(share >= 0n && share <= own).toBe(true);
          const off = share * whole - amount * own;
          expect(off < whole && off > -whole).toBe(true);
        }
      }),
    );
  });
});
