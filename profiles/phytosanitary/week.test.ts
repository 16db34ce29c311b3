import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weekMs, weekOf, weeksBefore, weeksFrom } from './week.ts';

const at = (text: string) => Date.parse(text);

describe('weeks of ISO 8601', () => {
  it.each([
    ['2026-11-22T23:59:59.999Z', '2026-W47'],
    ['2026-11-23T00:00:00Z', '2026-W48'],
    ['2026-12-31T12:00:00Z', '2026-W53'],
    ['2027-01-03T23:59:59Z', '2026-W53'],
    ['2027-01-04T00:00:00Z', '2027-W01'],
    ['2024-12-30T00:00:00Z', '2025-W01'],
    ['2021-01-01T00:00:00Z', '2020-W53'],
    ['2008-12-29T00:00:00Z', '2009-W01'],
    ['1969-12-28T23:59:59Z', '1969-W52'],
    ['1970-01-01T00:00:00Z', '1970-W01'],
  ])('%s lies in %s', (day, week) => expect(weekOf(at(day))).toBe(week));

  it('count backwards over the new year', () => {
    expect(weeksBefore(at('2027-01-05T10:00:00Z'), 3)).toEqual(['2026-W53', '2026-W52', '2026-W51']);
  });

  it('change on Mondays alone, and never come back', () => {
    const instant = fc.integer({ min: at('1971-01-04T00:00:00Z'), max: at('2120-01-01T00:00:00Z') });
    fc.assert(
      fc.property(instant, (ms) => {
        const monday = new Date(ms);
        monday.setUTCHours(0, 0, 0, 0);
        monday.setUTCDate(monday.getUTCDate() - ((monday.getUTCDay() + 6) % 7));
        expect(weekOf(monday.getTime())).toBe(weekOf(ms));
        expect(weekOf(monday.getTime() - 1) < weekOf(ms)).toBe(true);
        expect(weekOf(monday.getTime() + weekMs) > weekOf(ms)).toBe(true);
        expect(weeksFrom(monday.getTime() - 1, ms)).toBe(1);
        expect(weeksFrom(monday.getTime(), ms)).toBe(0);
      }),
    );
  });
});
