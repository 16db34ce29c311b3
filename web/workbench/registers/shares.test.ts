import { expect, test } from 'vitest';
import { sharesOf } from './shares.ts';

const account = (credited: string, debited: string, settled: string, available: string) => ({
  ledger: 'l',
  key: [],
  unit: 'KGM',
  credited,
  debited,
  settled,
  available,
  frozen: false,
  byMovement: {},
});

test('parts of what was given', () => {
  expect(sharesOf(account('1000', '250.5', '0', '749.5'))).toEqual({
    debited: 250,
    settled: 0,
    left: 749,
    overdrawn: false,
  });
});

test('a lowered limit leaves less than nothing', () => {
  expect(sharesOf(account('100', '150', '0', '-50'))).toEqual({ debited: 1000, settled: 0, left: 0, overdrawn: true });
});

test('amounts that no float holds', () => {
  const { debited, left } = sharesOf(
    account('90071992547409930.000', '45035996273704965.000', '0', '45035996273704965.000'),
  );
  expect([debited, left]).toEqual([500, 500]);
});

test('nothing given, nothing taken', () => {
  expect(sharesOf(account('0', '0', '0', '0'))).toEqual({ debited: 0, settled: 0, left: 0, overdrawn: false });
});
