import { describe, expect, it } from 'vitest';
import { isAfter, isLater } from './moments.ts';

describe('moments', () => {
  it.each([
    ['2026-11-10T13:00:00+04:00', '2026-11-10T12:00:00+03:00', false],
    ['2026-11-10T13:00:01+04:00', '2026-11-10T12:00:00+03:00', true],
    ['2026-11-11T00:30:00+04:00', '2026-11-10T23:45:00+03:00', false],
    ['2026-11-10T13:00:00', '2026-11-10T12:59:59', true],
    ['2026-11-10T13:00:00', '2026-11-10T12:00:00Z', false],
    ['2026-11-10', '2026-11-10T00:00:00Z', false],
    ['2026-11-11', '2026-11-10T23:00:00Z', true],
    ['2026-11-10', '2026-11-09', true],
  ])('%s is later than %s: %s', (a, b, later) => expect(isLater(a, b)).toBe(later));

  const noon = Date.parse('2026-11-10T12:00:00Z');

  it.each([
    ['2026-11-10T12:00:00Z', false],
    ['2026-11-10T16:00:01+04:00', true],
    ['2026-11-11', false],
    ['2026-11-11T23:00:00', false],
    ['2026-11-12', true],
  ])('%s is after noon of 10 November, UTC: %s', (moment, after) => expect(isAfter(moment, noon)).toBe(after));
});
