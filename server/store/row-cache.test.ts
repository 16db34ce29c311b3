import { describe, expect, it } from 'vitest';
import { rangeKey, rowKey } from '../../kernel/state/rows.ts';
import { WorkingSet } from '../../kernel/state/working-set.ts';
import { RowCache } from './row-cache.ts';

const row = (id: string) => ({
  statements: [{ id, seq: 1, time: 1, issuer: 'a', to: ['b'], counts: true, value: id }],
});
const key = (...parts: string[]) => rowKey('p/r', parts);
const from = rangeKey('p/r', ['a']);
const seen = (cache: RowCache) => {
  const rows = new WorkingSet(cache);
  const attempt = rows.attempt(() => rows.range('register', from).map((one) => one.key));
  return 'done' in attempt ? attempt.done : undefined;
};

describe('rows that are kept', () => {
  it('are those of the last commit', () => {
    const cache = new RowCache();
    cache.keep(cache.version, 'register', key('a', '1'), row('old'));
    cache.committed([{ table: 'register', key: key('a', '1'), row: row('new') }]);
    const rows = new WorkingSet(cache);
    expect(rows.get('register', key('a', '1'))).toEqual(row('new'));
  });

  it('are not those that were read before a commit and come after it', () => {
    const cache = new RowCache();
    const { version } = cache;
    cache.committed([{ table: 'register', key: key('a', '1'), row: row('new') }]);
    cache.keep(version, 'register', key('a', '1'), row('old'));
    cache.keepRange(version, from, []);
    expect(new WorkingSet(cache).get('register', key('a', '1'))).toEqual(row('new'));
    expect(seen(cache)).toBeUndefined();
  });

  it('never hide what a batch changed itself', () => {
    const cache = new RowCache();
    cache.keep(cache.version, 'register', key('a', '1'), row('stored'));
    cache.keepRange(cache.version, from, [key('a', '1')]);
    const rows = new WorkingSet(cache);
    rows.put('register', key('a', '1'), row('mine'));
    rows.put('register', key('a', '2'), row('mine'));
    expect(rows.range('register', from).map((one) => one.row)).toEqual([row('mine'), row('mine')]);
  });

  it('tell that a row is not there until a commit brings it', () => {
    const cache = new RowCache();
    cache.keep(cache.version, 'register', key('a', '1'), undefined);
    expect(new WorkingSet(cache).get('register', key('a', '1'))).toBeUndefined();
    cache.committed([{ table: 'register', key: key('a', '1'), row: row('new') }]);
    expect(new WorkingSet(cache).get('register', key('a', '1'))).toEqual(row('new'));
  });
});

describe('ranges that are kept', () => {
  it('take in what later commits state', () => {
    const cache = new RowCache();
    cache.keep(cache.version, 'register', key('a', '1'), row('x'));
    cache.keepRange(cache.version, from, [key('a', '1')]);
    cache.committed([
      { table: 'register', key: key('a', '2'), row: row('y') },
      { table: 'register', key: key('ab', '3'), row: row('z') },
      { table: 'register', key: rowKey('p/other', ['a', '4']), row: row('z') },
    ]);
    expect(seen(cache)).toEqual([key('a', '1'), key('a', '2')]);
  });

  it('are given whole or not at all', () => {
    const cache = new RowCache();
    cache.keepRange(cache.version, from, [key('a', '1')]);
    expect(seen(cache)).toBeUndefined();
  });
});
