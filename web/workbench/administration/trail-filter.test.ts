import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filterIn, trailPath } from './trail-filter.ts';

test('what an address says is taken where it is a filter', () => {
  const filter = { person: 'abc_-9', action: 'people.manage', about: 'f00', from: '2026-11-01', to: '2026-11-22' };
  expect(filterIn({ ...filter, other: 'x' })).toEqual(filter);
  expect(filterIn({ about: 123 })).toEqual({ about: '123' });
  expect(filterIn({ person: 'a b', action: 'A', from: '1.11.2026', to: null })).toEqual({});
});

test('whatever stands in an address, what is asked keeps its path', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('person', 'action', 'about', 'from', 'to'), fc.string()), (search) => {
      const { pathname, searchParams } = new URL(trailPath(filterIn(search), ''), 'http://az.localhost');
      expect(pathname).toBe('/api/desk/trail');
      expect(Object.fromEntries(searchParams)).toEqual(filterIn(search));
    }),
  );
});

test('the table to download is asked with the same filter', () => {
  expect(trailPath({ from: '2026-11-01' }, '.csv')).toBe('/api/desk/trail.csv?from=2026-11-01');
  expect(trailPath({}, '', { cursor: '7' })).toBe('/api/desk/trail?cursor=7');
});
