import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../kernel/canonical.ts';
import type { Counted, Figure, Mark } from '../../kernel/figure.ts';
import type { Statement } from '../../kernel/statement.ts';
import { figures } from './figures.ts';

const statement = (type: string, claims: JsonObject) => ({
  type,
  issuer: 'ru.fsvps',
  to: ['az.afsa'],
  claims,
  time: 9000,
});
const here: Counted = { self: 'ru.fsvps', direction: 'issued', arrived: 2000, before: [] };
const unseen: Counted = { self: 'ru.fsvps', direction: 'issued', before: [] };

const marks = (name: keyof typeof figures, stated: Statement, counted: Counted): readonly Mark[] =>
  (figures[name] as Figure).marks(stated, counted);

describe('figures', () => {
  it('count each reason of a refusal once, however many lines state it', () => {
    const lines = [{ reasons: ['seal-broken', 'data-mismatch'] }, { reasons: ['seal-broken'] }, {}];
    const counted = marks('refusals', statement('inspection', { result: 'reject', lines }), here);
    expect(counted).toEqual([
      { row: 'seal-broken', value: 1 },
      { row: 'data-mismatch', value: 1 },
    ]);
    const bare = statement('inspection', { result: 'release-part', lines: [{}] });
    expect(marks('refusals', bare, here)).toEqual([{ row: 'unstated', value: 1 }]);
    const released = statement('inspection', { result: 'release', lines });
    expect(marks('refusals', released, here)).toEqual([]);
    expect(marks('refusals', statement('decision', { kind: 'query' }), here)).toEqual([]);
  });

  it('measure from the receipt, never below nothing, and tell nothing where none is known', () => {
    const decision = statement('decision', { kind: 'recognise' });
    expect(marks('decision-time', decision, here)).toEqual([{ row: 'recognise', value: 7000 }]);
    expect(marks('decision-time', decision, { ...here, arrived: 9001 })).toEqual([{ row: 'recognise', value: 0 }]);
    expect(marks('decision-time', decision, unseen)).toEqual([]);
  });

  it('count no time for goods that are still examined', () => {
    const inspection = (result: string) => statement('inspection', { result, checkpoint: 'RU-YRG', lines: [] });
    expect(marks('inspection-time', inspection('hold'), here)).toEqual([]);
    expect(marks('inspection-time', inspection('release'), here)).toEqual([{ row: 'RU-YRG', value: 7000 }]);
  });
});
