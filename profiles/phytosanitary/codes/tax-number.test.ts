import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTaxNumber } from './tax-number.ts';

describe('tax numbers', () => {
  it.each([
    ['AZ', '1401555071'],
    ['AZ', '1400057421'],
    ['AZ', '2000187712'],
    ['RU', '7707083893'],
    ['RU', '500100732259'],
    ['GE', '204 378 869'],
  ])('of %s: %s', (country, value) => {
    expect(isTaxNumber(country, value)).toBe(true);
  });

  it.each([
    ['AZ', '1401555081'],
    ['AZ', '1401555073'],
    ['AZ', '140155507'],
    ['AZ', '140155507a'],
    ['RU', '7707083894'],
    ['RU', '500100732258'],
    ['RU', '500100732269'],
    ['RU', '77070838930'],
    ['RU', '770708389О'],
  ])('not of %s: %s', (country, value) => {
    expect(isTaxNumber(country, value)).toBe(false);
  });

  it('of AZ with one digit changed are no tax numbers', () => {
    const value = '1401555071';
    fc.assert(
      fc.property(fc.nat(8), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const changed = value.slice(0, at) + ((Number(value[at]) + by) % 10) + value.slice(at + 1);
        expect(isTaxNumber('AZ', changed)).toBe(false);
      }),
    );
  });
});
