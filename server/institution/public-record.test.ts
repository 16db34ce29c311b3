import { describe, expect, test } from 'vitest';
import { numbersMeant } from './public-record.ts';

describe('a number as people type it', () => {
  test.each([
    [' az-pc-2026-1 ', 'AZ-PC-2026-1'],
    ['AZ–PC—2026−1', 'AZ-PC-2026-1'],
    ['АЗ-РС-1', 'AЗ-PC-1'],
    ['аz-рс-2026-1', 'AZ-PC-2026-1'],
    ['AZ  PC\t1', 'AZ PC 1'],
  ])('%j is meant as %j', (typed, meant) => {
    expect(numbersMeant(typed)).toContain(meant);
  });

  test('another alphabet stays as it is, besides what looks alike', () => {
    expect(numbersMeant('ФТ-Ə-1')).toEqual(['ФТ-Ə-1', 'ФT-Ə-1']);
  });
});
