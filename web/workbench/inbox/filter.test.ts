import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everything, isFiltered, queryOf, readFilter, searchOf } from './filter.ts';

describe('the filter of an inbox', () => {
  it('is everything where the address says nothing, or nonsense', () => {
    expect(readFilter({})).toEqual(everything);
    expect(readFilter({ lane: 'sideways', type: 'no', state: 7, from: '<b>', direction: {}, order: 1 })).toEqual(
      everything,
    );
    expect(queryOf(everything)).toBe('');
  });

  it('comes back from the address as it went', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,9}$/);
    const filter = fc.record({
      lane: fc.constantFrom('all', 'refuse', 'overdue'),
      q: fc.string({ maxLength: 200 }),
      type: fc.tuple(name, name).map((both) => both.join('/')),
      state: name,
      from: fc.constantFrom('', 'az.one', 'ru.two.three'),
      direction: fc.constantFrom('', 'issued', 'received'),
      order: fc.constantFrom('due', 'newest'),
    });
    fc.assert(
      fc.property(filter, (one) => {
        expect(readFilter(searchOf(readFilter(one)))).toEqual(one);
      }),
    );
  });

  it('asks for words, not for the spaces around them', () => {
    expect(queryOf({ ...everything, q: '  two words ' })).toBe('q=two+words');
    expect(queryOf({ ...everything, q: '  ' })).toBe('');
    expect(readFilter({ q: 42 }).q).toBe('42');
  });

  it('is told apart from a lane alone', () => {
    expect(isFiltered({ ...everything, lane: 'overdue', order: 'newest' })).toBe(false);
    expect(isFiltered({ ...everything, q: 'x' })).toBe(true);
  });
});
