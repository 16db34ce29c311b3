import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../kernel/canonical.ts';
import type { Counted } from '../../kernel/figure.ts';
import { figures } from './figures.ts';

const statement = (type: string, claims: JsonObject) => ({
  type,
  issuer: 'ru.fsvps',
  to: ['az.afsa'],
  claims,
  time: 9000,
});
const here: Counted = { self: 'ru.fsvps', direction: 'issued', arrived: 2000 };
const unseen: Counted = { self: 'ru.fsvps', direction: 'issued' };

describe('figures', () => {
  it('count each reason of a refusal once, however many lines state it', () => {
    const lines = [{ reasons: ['seal-broken', 'data-mismatch'] }, { reasons: ['seal-broken'] }, {}];
    const marks = figures.refusals.marks(statement('inspection', { result: 'reject', lines }), here);
    expect(marks).toEqual([
      { row: 'seal-broken', value: 1 },
      { row: 'data-mismatch', value: 1 },
    ]);
    const bare = statement('inspection', { result: 'release-part', lines: [{}] });
    expect(figures.refusals.marks(bare, here)).toEqual([{ row: 'unstated', value: 1 }]);
    const released = statement('inspection', { result: 'release', lines });
    expect(figures.refusals.marks(released, here)).toEqual([]);
    expect(figures.refusals.marks(statement('decision', { kind: 'query' }), here)).toEqual([]);
  });

  it('measure from the receipt, never below nothing, and tell nothing where none is known', () => {
    const decision = statement('decision', { kind: 'recognise' });
    expect(figures['decision-time'].marks(decision, here)).toEqual([{ row: 'recognise', value: 7000 }]);
    expect(figures['decision-time'].marks(decision, { ...here, arrived: 9001 })).toEqual([
      { row: 'recognise', value: 0 },
    ]);
    expect(figures['decision-time'].marks(decision, unseen)).toEqual([]);
  });

  it('count no time for goods that are still examined', () => {
    const inspection = (result: string) => statement('inspection', { result, checkpoint: 'RU-YRG', lines: [] });
    expect(figures['inspection-time'].marks(inspection('hold'), here)).toEqual([]);
    expect(figures['inspection-time'].marks(inspection('release'), here)).toEqual([{ row: 'RU-YRG', value: 7000 }]);
  });
});
