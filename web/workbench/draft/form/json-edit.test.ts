import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../../kernel/canonical.ts';
import { append, insert, put, remove, step, stepsOf, valueAt } from './json-edit.ts';
import { FindingStore, OpenStore } from './place-stores.ts';

describe('changing claims', () => {
  it('leaves what it does not touch as the same objects', () => {
    const claims = { a: { b: '1' }, lines: [{ n: 1 }, { n: 2 }] };
    const next = put(claims, '/lines/1/n', 3);
    expect(next).toEqual({ a: { b: '1' }, lines: [{ n: 1 }, { n: 3 }] });
    expect(next['a']).toBe(claims.a);
    expect((next['lines'] as Json[])[0]).toBe(claims.lines[0]);
    expect(put(claims, '/a/b', '1')).toBe(claims);
  });

  it('makes what is missing on the way, and takes away what it leaves empty', () => {
    expect(put({}, '/a/b/c', 'x')).toEqual({ a: { b: { c: 'x' } } });
    expect(put({ a: { b: { c: 'x' } } }, '/a/b/c', undefined)).toEqual({});
    expect(put({}, '/a/b/c', undefined)).toEqual({});
    expect(put({ a: 1 }, '/b', undefined)).toEqual({ a: 1 });
  });

  it('keeps rows in their places when they become empty', () => {
    expect(put({ l: [{ a: 1 }, { a: 2 }] }, '/l/0/a', undefined)).toEqual({ l: [{}, { a: 2 }] });
  });

  it('adds and takes out rows', () => {
    expect(insert({ l: [1, 3] }, '/l', 1, 2)).toEqual({ l: [1, 2, 3] });
    expect(insert({}, '/l', 0, 'a')).toEqual({ l: ['a'] });
    expect(append({ l: [1] }, '/l', [2, 3])).toEqual({ l: [1, 2, 3] });
    expect(remove({ l: [1, 2] }, '/l', 0)).toEqual({ l: [2] });
    expect(remove({ l: [1], a: 1 }, '/l', 0)).toEqual({ a: 1 });
  });

  it('finds again what it put, under any name', () => {
    const names = fc.array(
      fc.string().filter((name) => name !== '__proto__'),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(names, fc.string({ minLength: 1 }), (path, value) => {
        const pointer = path.map(step).join('');
        expect(stepsOf(pointer)).toEqual(path);
        const claims = put({ kept: { a: 1 } } as JsonObject, pointer, value);
        expect(valueAt(claims, pointer)).toBe(value);
      }),
    );
  });
});

const finding = (path: string, code = 'x') => ({ code, severity: 'warn' as const, path, text: path });

describe('findings by place', () => {
  it('stand at their place and within all around it', () => {
    const store = new FindingStore();
    store.set([finding('/a/0/b'), finding('/a/10'), finding('')]);
    expect(store.at('/a/0/b')).toHaveLength(1);
    expect(store.at('/a')).toHaveLength(0);
    expect(store.within('/a')).toHaveLength(2);
    expect(store.within('/a/1')).toHaveLength(0);
    expect(store.within('')).toHaveLength(3);
  });

  it('are the same array while nothing changes', () => {
    const store = new FindingStore();
    store.set([finding('/a'), finding('/b')]);
    const before = store.at('/a');
    store.set([finding('/b', 'y'), finding('/a')]);
    expect(store.at('/a')).toBe(before);
    expect(store.at('/c')).toBe(store.at('/d'));
  });
});

describe('what stands open', () => {
  it('moves with its rows', () => {
    const open = new OpenStore();
    open.set('/l/1', true);
    open.set('/l/2/a', true);
    open.set('/other', true);
    open.moved('/l', 1, -1);
    expect([open.is('/l/1'), open.is('/l/1/a'), open.is('/other')]).toEqual([undefined, true, true]);
    open.moved('/l', 0, 1);
    expect([open.is('/l/1/a'), open.is('/l/2/a')]).toEqual([undefined, true]);
  });

  it('shows all around a place', () => {
    const open = new OpenStore();
    open.reveal('/l/1/a');
    expect(['/l', '/l/1', '/l/1/a', '/l/0'].map((one) => open.is(one))).toEqual([true, true, true, undefined]);
  });
});
