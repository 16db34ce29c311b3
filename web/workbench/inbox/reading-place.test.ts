import { describe, expect, it } from 'vitest';
import { movedBy, windowsOver } from './reading-place.ts';

const rows = (...ids: string[]) => new Map(ids.map((id, at) => [at, id]));

describe('the row being read', () => {
  it('is found where it moved to', () => {
    expect(movedBy('b', 1, rows('a', 'b', 'c'))).toBe(0);
    expect(movedBy('b', 1, rows('x', 'y', 'a', 'b', 'c'))).toBe(2);
    expect(movedBy('c', 2, rows('c'))).toBe(-2);
  });

  it('is told to be gone', () => {
    expect(movedBy('b', 1, rows('a', 'c'))).toBeUndefined();
    expect(movedBy('b', 1, rows())).toBeUndefined();
  });
});

describe('windows', () => {
  it('cover what is seen, the first one always', () => {
    expect(windowsOver(0, 30, 1000, 100)).toEqual([0]);
    expect(windowsOver(95, 130, 1000, 100)).toEqual([0, 100]);
    expect(windowsOver(99_990, 100_100, 100_000, 100)).toEqual([99_900]);
    expect(windowsOver(-5, 10, 0, 100)).toEqual([0]);
  });
});
