import { describe, expect, it } from 'vitest';
import { Refusal } from '../../kernel/refusal.ts';
import { toMass } from './mass.ts';

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
