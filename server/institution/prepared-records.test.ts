import { describe, expect, test } from 'vitest';
import type { Draft } from '../../kernel/record/record.ts';
import { lifetime, mostPrepared, type PreparedRecord, PreparedRecords, usualLag } from './prepared-records.ts';

const start = 1_000_000_000_000;
const list = 'https://example.az/status/az.post/1';

function prepared(id: string, now: number, origins: readonly string[] = ['a'], time = now): PreparedRecord {
  const fixed = { id, payload: { time, status: { list, index: Number(id) } } } as unknown as Draft;
  const draft = { profile: 'parcel', type: 'rate', to: [], claims: {}, annexes: [] };
  return { draft, fixed, findings: [], origins, since: now, reach: { bounds: new Map(), time: now } };
}

describe('prepared records', () => {
  test('are forgotten after five minutes, and with them what they held', () => {
    const records = new PreparedRecords();
    records.keep(prepared('7', start));
    expect(records.find('7', start + lifetime - 1)?.fixed.id).toBe('7');
    expect(records.holdsEntry(list, 7)).toBe(true);
    expect(records.holdsEntry(list, 8)).toBe(false);
    expect(records.waitingOn([{ origin: 'a' }], start + lifetime - 1, usualLag)).toHaveLength(1);
    expect(records.waitingOn([{ origin: 'a' }], start + lifetime, usualLag)).toEqual([]);
    expect(records.find('7', start + lifetime)).toBeUndefined();
    expect(records.holdsEntry(list, 7)).toBe(false);
  });

  test('are a thousand at most', () => {
    const records = new PreparedRecords();
    for (let i = 0; i < mostPrepared; i++) {
      expect(records.isFull(start + i)).toBe(false);
      records.keep(prepared(String(i), start + i));
    }
    expect(records.isFull(start + mostPrepared)).toBe(true);
    records.drop('0');
    expect(records.isFull(start + mostPrepared)).toBe(false);
    records.keep(prepared('0', start + mostPrepared));
    expect(records.isFull(start + lifetime)).toBe(true);
    expect(records.isFull(start + lifetime + 1)).toBe(false);
  });

  test('are found by their channels, the earliest first, and never of long ago', () => {
    const records = new PreparedRecords();
    const at = (origin: string, now: number, lag = usualLag) =>
      records.waitingOn([{ origin }], now, lag).map(({ fixed }) => fixed.id);
    records.keep(prepared('1', start, ['a', 'b']));
    records.keep(prepared('2', start + 10, ['b'], start - lifetime));
    expect(at('a', start + 20)).toEqual(['1']);
    expect(at('b', start + 20)).toEqual(['2', '1']);
    expect(at('c', start + 20)).toEqual([]);
    // Times would otherwise stand still for as long as somebody prepares the next before the last one ends.
    expect(at('b', start + 20, lifetime)).toEqual(['1']);
    expect(at('b', start + lifetime)).toEqual(['2']);
    expect(at('b', start + lifetime + 1)).toEqual([]);
  });
});
