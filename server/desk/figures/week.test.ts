import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysOf, weekOf } from './week.ts';

test.each([
  ['2026-11-22', '2026-W47'],
  ['2027-01-01', '2026-W53'],
  ['2024-12-30', '2025-W01'],
  ['1970-01-01', '1970-W01'],
])('%s lies in %s', (day, week) => expect(weekOf(day)).toBe(week));

test('a week holds its days and no other', () => {
  const days = fc.date({ min: new Date('1970-01-05'), max: new Date('2199-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(days, (date) => {
      const day = date.toISOString().slice(0, 10);
      const span = daysOf(weekOf(day));
      expect(span && span.from <= day && day <= span.to).toBe(true);
      expect(span && Date.parse(span.to) - Date.parse(span.from)).toBe(6 * 86_400_000);
    }),
  );
});

test('a year of 52 weeks has no week 53', () => {
  expect(daysOf('2025-W53')).toBeUndefined();
  expect(daysOf('2026-W00')).toBeUndefined();
  expect(daysOf('2026-W53')).toEqual({ from: '2026-12-28', to: '2027-01-03' });
});
