import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asOf, type DatedStatement, parseAsOf } from './history.ts';

const stated = (
  record: string,
  time: number,
  cosigned: number,
  changes: Partial<DatedStatement> = {},
): DatedStatement => ({
  record,
  issuer: 'xb.post',
  value: record,
  time,
  effective: true,
  known: [{ institution: 'xa.post', time: cosigned }],
  ...changes,
});

describe('as of an instant', () => {
  const statements = [stated('a', 10, 20), stated('b', 30, 60), stated('c', 50, 55, { value: null })];

  test.each([
    [9, undefined, undefined],
    [10, 'a', undefined],
    [20, 'a', 'a'],
    [30, 'b', 'a'],
    [49, 'b', 'a'],
    // Cosigned before the one that was stated earlier: the later statement is the last.
    [55, undefined, 'c'],
    [60, undefined, 'c'],
  ])('at %i, in force is %s and known is %s', (time, inForce, record) => {
    const known = { institution: 'xa.post', ...(record !== undefined && { record }) };
    expect(asOf(statements, time)).toEqual({ time, ...(inForce !== undefined && { inForce }), known: [known] });
  });

  test('what did not take effect was never in force', () => {
    const refused = [stated('a', 10, 20), stated('b', 30, 31, { effective: false })];
    expect(asOf(refused, 99)).toEqual({ time: 99, inForce: 'a', known: [{ institution: 'xa.post', record: 'a' }] });
  });

  test('nobody tells where nothing is cosigned', () => {
    expect(asOf([stated('a', 10, 0, { known: [] })], 10)).toEqual({ time: 10, inForce: 'a', known: [] });
  });
});

describe('the day or instant asked about', () => {
  test.each([
    ['2026-11-03', '2026-11-03T23:59:59.999Z'],
    ['2028-02-29', '2028-02-29T23:59:59.999Z'],
    ['2026-11-03T10:00Z', '2026-11-03T10:00:00.000Z'],
    ['2026-11-03T10:00:07.5+04:00', '2026-11-03T06:00:07.500Z'],
  ])('%s is read', (text, time) => {
    expect(new Date(parseAsOf(text) ?? Number.NaN).toISOString()).toBe(time);
  });

  test.each(['', '2026-02-29', '2026-13-01', '2026-11-3', '03.11.2026', '2026-11-03T10:00', '2026-11-03T25:00Z', '1'])(
    '%j is refused',
    (text) => expect(parseAsOf(text)).toBeUndefined(),
  );

  test('an instant written by a machine is read back', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-12-31') }), (date) => {
        expect(parseAsOf(date.toISOString())).toBe(date.getTime());
      }),
    );
  });
});
