import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../kernel/canonical.ts';
import type { Key, Statement, View } from '../../../kernel/profile.ts';
import type { Operator } from '../claims/registers.ts';
import { gradeIn } from './grades.ts';
import { lanes } from './lanes.ts';
import { Made } from './testing/manifests.ts';

const operator: Operator = {
  number: 'AZ00011',
  name: 'Quba Alma MMC',
  id: '1401234561',
  grade: 'authorised',
  kind: '1',
  state: '02',
  document: { number: '12', date: '2026-01-10' },
  effective: '2026-01-15',
};
const consignor = { name: 'Quba Alma MMC', id: '1401234561', country: 'AZ', operator: 'AZ00011' };
const statement = (changes: JsonObject = {}): Statement => ({
  type: 'manifest',
  issuer: 'az.customs',
  to: ['ru.fts', 'ru.fsvps'],
  claims: {
    ...new Made(1).manifest(),
    consignor,
    consignee: { name: 'Плоды', country: 'RU' },
    ...changes,
  } as unknown as JsonObject,
  time: Date.UTC(2026, 10, 21, 23, 59),
});

/** Registers by owner and number. */
const holding = (rows: Readonly<Record<string, Partial<Operator>>>): View => ({
  register: (name: string, key: Key): Json | undefined => {
    const found = rows[key.join(' ')];
    return name === 'operator' && found ? ({ ...operator, ...found } as unknown as Json) : undefined;
  },
  list: () => [],
  account: () => undefined,
  record: () => undefined,
  offered: () => undefined,
  comesAfter: () => false,
});

const facts = (rows: Readonly<Record<string, Partial<Operator>>>, changes?: JsonObject) =>
  lanes.facts?.(statement(changes), holding(rows)) as JsonObject;

describe('grades of participants', () => {
  it.each<[string, Partial<Operator>, string]>([
    ['valid', {}, 'authorised'],
    ['resumed', { state: '04' }, 'authorised'],
    ['of low risk', { grade: 'low-risk' }, 'low-risk'],
    ['suspended', { state: '03' }, 'none'],
    ['ended', { state: '05' }, 'none'],
    ['on its first day', { effective: '2026-11-21' }, 'authorised'],
    ['before its first day', { effective: '2026-11-22' }, 'none'],
    ['on its last day', { until: '2026-11-21' }, 'authorised'],
    ['after its last day', { until: '2026-11-20' }, 'none'],
    ['of another tax number', { id: '9900000001' }, 'none'],
  ])('%s', (_, changes, grade) => {
    expect(facts({ 'az.customs AZ00011': changes })).toEqual({ consignor: grade, consignee: 'none' });
  });

  it('are those of the registers of issuer and recipients, the best of them', () => {
    expect(facts({ 'ru.fts AZ00011': { grade: 'low-risk' } })).toEqual({ consignor: 'low-risk', consignee: 'none' });
    const both = { 'ru.fts AZ00011': { grade: 'low-risk' as const }, 'az.customs AZ00011': {} };
    expect(facts(both)).toEqual({ consignor: 'authorised', consignee: 'none' });
    expect(facts({ 'tr.customs AZ00011': {} })).toEqual({ consignor: 'none', consignee: 'none' });
  });

  it.each(['03', '05'] as const)('are lost where any of them says %s, whatever the others say', (state) => {
    const rows = (id: string) => ({ 'az.customs AZ00011': {}, 'ru.fts AZ00011': { state, id } });
    expect(facts(rows('1401234561'))).toEqual({ consignor: 'none', consignee: 'none' });
    expect(facts(rows('14 0123 4561'))).toEqual({ consignor: 'none', consignee: 'none' });
    expect(facts(rows('9900000001'))).toEqual({ consignor: 'authorised', consignee: 'none' });
  });

  it('are kept where another register only ran out or has not begun', () => {
    for (const changes of [{ until: '2026-11-20' }, { effective: '2026-11-22' }])
      expect(facts({ 'az.customs AZ00011': {}, 'ru.fts AZ00011': changes })).toEqual({
        consignor: 'authorised',
        consignee: 'none',
      });
  });

  it('rest on what is read, and nothing else', () => {
    const reads = lanes.reads?.(statement()) ?? [];
    expect(reads).toEqual(
      ['az.customs', 'ru.fts', 'ru.fsvps'].map((owner) => ({ register: 'operator', key: [owner, 'AZ00011'] })),
    );
  });

  it('of a movement are the lesser one of both sides', () => {
    expect(gradeIn({ consignor: 'authorised', consignee: 'low-risk' })).toBe('low-risk');
    expect(gradeIn({ consignor: 'authorised', consignee: 'none' })).toBe('none');
    expect(gradeIn({ consignor: 'authorised', consignee: 'authorised' })).toBe('authorised');
    for (const odd of [
      {},
      { consignor: 'authorised' },
      { consignor: 1, consignee: [] },
      { consignor: 'toString', consignee: null },
    ])
      expect(gradeIn(odd)).toBe('none');
  });
});
