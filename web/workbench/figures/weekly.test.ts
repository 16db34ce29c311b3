import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mondayOf, weekly, weekOf } from './weekly.ts';

const text = { az: 'a', ru: 'а', en: 'a' };
const row = (week: string, side: 'issued' | 'received', count: number) => ({
  row: 'r',
  title: text,
  week,
  side,
  count,
});

test('weeks of ISO 8601 at the turn of years', () => {
  expect(weekOf(Date.UTC(2026, 11, 31))).toBe('2026-W53');
  expect(weekOf(Date.UTC(2027, 0, 3))).toBe('2026-W53');
  expect(weekOf(Date.UTC(2027, 0, 4))).toBe('2027-W01');
  expect(new Date(mondayOf('2026-W53')).toISOString()).toBe('2026-12-28T00:00:00.000Z');
});

test('a week begins on its Monday and holds its days', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_102_444_800_000 }), (ms) => {
      const monday = mondayOf(weekOf(ms));
      expect(new Date(monday).getUTCDay()).toBe(1);
      expect(ms - monday).toBeGreaterThanOrEqual(0);
      expect(ms - monday).toBeLessThan(7 * 86_400_000);
    }),
  );
});

test('a week of which nothing is known stays empty where nought would say something', () => {
  const rows = [row('2026-W44', 'issued', 3), row('2026-W46', 'received', 2)];
  const { issued, received } = weekly(rows, ({ count }) => count, null);
  expect([issued, received]).toEqual([
    [3, null, null],
    [null, null, 2],
  ]);
});

test('a week without anything stands as nought', () => {
  const rows = [row('2026-W44', 'issued', 3), row('2026-W46', 'issued', 1), row('2026-W46', 'received', 2)];
  expect(weekly(rows, ({ count }) => count)).toEqual({
    weeks: ['2026-W44', '2026-W45', '2026-W46'],
    issued: [3, 0, 1],
    received: [0, 0, 2],
  });
});
