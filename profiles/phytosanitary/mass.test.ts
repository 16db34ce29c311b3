import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../kernel/refusal.ts';
import { formatDecimal } from '../../kernel/state/quantity.ts';
import { toGoodsMass, toMass } from './mass.ts';

describe('mass', () => {
  it('converts exactly', () => {
    expect(toMass('18000', 'KGM')).toBe(18_000_000_000n);
    expect(toMass('18', 'TNE')).toBe(18_000_000_000n);
    expect(toMass('18000000', 'GRM')).toBe(18_000_000_000n);
    expect(toMass('0.000001', 'TNE')).toBe(1_000n);
    expect(toMass('0.001', 'GRM')).toBe(1n);
  });

  it('refuses what is finer than a milligram, and other units', () => {
    expect((toMass('0.0001', 'GRM') as Refusal).code).toBe('ledger.bad-amount');
    expect((toMass('1', 'LBR') as Refusal).code).toBe('ledger.bad-unit');
    expect(toMass('1,5', 'KGM')).toBeInstanceOf(Refusal);
  });
});

describe('goods', () => {
  it('are a mass, or whole pieces of a stated one', () => {
    expect(toGoodsMass({ value: '18.5', unit: 'TNE' })).toBe(18_500_000_000n);
    expect(toGoodsMass({ value: '120000', unit: 'H87', each: { value: '152.5', unit: 'GRM' } })).toBe(18_300_000_000n);
    expect(toGoodsMass({ value: '100', unit: 'H87', each: { value: '0.00001', unit: 'KGM' } })).toBe(1_000n);
  });

  it('may have pieces finer than a milligram, as long as all of them are not', () => {
    const seed = { value: '0.0005', unit: 'GRM' };
    expect(toGoodsMass({ value: '1000000', unit: 'H87', each: seed })).toBe(500_000n);
    expect((toGoodsMass({ value: '1', unit: 'H87', each: seed }) as Refusal).code).toBe('ledger.bad-amount');
  });

  it.each([
    [{ value: '10', unit: 'H87' }, 'ledger.bad-unit'],
    [{ value: '1.5', unit: 'H87', each: { value: '1', unit: 'KGM' } }, 'ledger.bad-amount'],
    [{ value: '10', unit: 'H87', each: { value: '1', unit: 'H87' } }, 'ledger.bad-unit'],
    [{ value: '10', unit: 'KGM', each: { value: '1', unit: 'KGM' } }, 'ledger.bad-unit'],
    [{ value: '0.0001', unit: 'GRM' }, 'ledger.bad-amount'],
  ])('refuses %o', (quantity, code) => expect((toGoodsMass(quantity) as Refusal).code).toBe(code));

  it('in grams, kilograms and tonnes are one amount', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), (milligrams) => {
        const decimal = (scale: number) => formatDecimal(milligrams, scale);
        const kilograms = decimal(6);
        expect(toGoodsMass({ value: kilograms, unit: 'KGM' })).toBe(milligrams);
        expect(toGoodsMass({ value: decimal(3), unit: 'GRM' })).toBe(milligrams);
        expect(toGoodsMass({ value: decimal(9), unit: 'TNE' })).toBe(milligrams);
        expect(toGoodsMass({ value: '7', unit: 'H87', each: { value: kilograms, unit: 'KGM' } })).toBe(7n * milligrams);
      }),
    );
  });
});
