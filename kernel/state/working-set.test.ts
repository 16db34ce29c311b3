import { describe, expect, test } from 'vitest';
import { type FollowRow, rangeKey, rowKey } from './rows.ts';
import { park, released } from './waiting.ts';
import { WorkingSet } from './working-set.ts';

const to = (parent: string): FollowRow => ({ parent });

describe('a working set', () => {
  test('names the row that is missing and leaves nothing of the attempt behind', () => {
    const rows = new WorkingSet();
    rows.provide('follow', 'a', to('before'));
    const work = () => {
      rows.put('follow', 'a', to('after'));
      return rows.get('follow', 'b');
    };
    expect(rows.attempt(work)).toEqual({ missing: [{ table: 'follow', key: 'b' }] });
    expect(rows.get('follow', 'a')).toEqual(to('before'));
    expect(rows.takeChanges()).toEqual([]);
    rows.provide('follow', 'b', undefined);
    expect(rows.attempt(work)).toEqual({ done: undefined });
    expect(rows.takeChanges()).toEqual([{ table: 'follow', key: 'a', row: to('after') }]);
    expect(rows.takeChanges()).toEqual([]);
  });

  test('rolls back whatever else is thrown too, and passes it on', () => {
    const rows = new WorkingSet();
    expect(() =>
      rows.attempt(() => {
        rows.put('follow', 'a', to('x'));
        throw new TypeError('a bug');
      }),
    ).toThrow(TypeError);
    expect(rows.takeChanges()).toEqual([]);
    expect(rows.has('follow', 'a')).toBe(false);
  });

  test('names all rows at once that were asked for by what can go on without them', () => {
    const rows = new WorkingSet();
    const [a, b, c] = ['a', 'b', 'c'].map((key) => ({ table: 'follow' as const, key }));
    const all = () => ['a', 'b', 'a'].map((key) => rows.ask('follow', key)?.parent);
    expect(rows.attempt(all)).toEqual({ missing: [a, b] });
    expect(rows.attempt(() => [all(), rows.get('follow', 'c')])).toEqual({ missing: [a, b, c] });
    const stumbling = () => {
      rows.put('follow', 'c', to('x'));
      if (all().includes(undefined)) throw new TypeError('of an absent row');
    };
    expect(rows.attempt(stumbling)).toEqual({ missing: [a, b] });
    expect(rows.has('follow', 'c')).toBe(false);
    rows.provide('follow', 'a', to('x'));
    rows.provide('follow', 'b', undefined);
    expect(rows.attempt(all)).toEqual({ done: ['x', undefined, 'x'] });
    expect(() => rows.attempt(stumbling)).toThrow(TypeError);
    expect(() => new WorkingSet().ask('follow', 'a')).toThrow();
  });

  test('an outer attempt undoes what an inner one did', () => {
    const rows = new WorkingSet();
    rows.provide('follow', 'a', to('before'));
    rows.attempt(() => {
      rows.attempt(() => rows.put('follow', 'a', to('inner')));
      return rows.get('follow', 'missing');
    });
    expect(rows.get('follow', 'a')).toEqual(to('before'));
    expect(rows.takeChanges()).toEqual([]);
  });

  test('never overwrites a row with one from storage', () => {
    const rows = new WorkingSet();
    rows.put('follow', 'a', to('new'));
    rows.provide('follow', 'a', to('old'));
    expect(rows.get('follow', 'a')).toEqual(to('new'));
  });

  test('a range names what a batch adds, and asks again for a row whose change was undone', () => {
    const rows = new WorkingSet();
    const from = rangeKey('p/r', ['a']);
    const [first, second, third] = ['1', '2', '3'].map((part) => rowKey('p/r', ['a', part])) as [
      string,
      string,
      string,
    ];
    const keys = () => rows.attempt(() => rows.range('register', from).map(({ key }) => key));
    const row = { statements: [] };
    expect(keys()).toEqual({ missing: [{ table: 'register', from }] });
    rows.provide('register', second, row);
    rows.provide('register', rowKey('p/r', ['ab']), row);
    rows.provideRange('register', from, [second]);
    rows.put('register', first, row);
    expect(keys()).toEqual({ done: [first, second] });
    rows.attempt(() => {
      rows.put('register', third, row);
      rows.get('register', 'missing');
    });
    expect(keys()).toEqual({ missing: [{ table: 'register', key: third }] });
    rows.provideAbsent({ table: 'register', key: third });
    expect(keys()).toEqual({ done: [first, second] });
  });
});

test('the queue gives back each record once, in the order of their seq', () => {
  const rows = new WorkingSet();
  rows.provide('waiting', 'x', undefined);
  rows.provide('waiting', 'y', undefined);
  park(rows, { id: 'late', seq: 9 }, 'x');
  park(rows, { id: 'early', seq: 3 }, 'x');
  park(rows, { id: 'other', seq: 1 }, 'y');
  park(rows, { id: 'early', seq: 3 }, 'x');
  expect(released(rows, 'x')).toEqual(['early', 'late']);
  expect(released(rows, 'x')).toEqual([]);
  expect(rows.get('waiting', 'y')).toEqual({ ids: ['other'], seqs: [1] });
});
