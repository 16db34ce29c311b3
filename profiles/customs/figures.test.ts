import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../kernel/canonical.ts';
import type { Counted, Figure, Mark, Stated } from '../../kernel/figure.ts';
import type { Statement } from '../../kernel/statement.ts';
import { figures } from './figures.ts';
import { registerDeclarations } from './registers.ts';

const office = '99010001';
const subject = {
  id: 'a'.repeat(64),
  type: 'manifest',
  issuer: 'az.customs',
  to: ['ru.fts'],
  claims: { destination: 'RU', entryOffice: office } as JsonObject,
  time: 0,
  state: '',
};
const statement = (type: string, claims: JsonObject, time = 9000): Statement => ({
  type,
  issuer: 'ru.fts',
  to: ['az.customs'],
  claims,
  time,
  subject,
});
const stated = (type: string, claims: JsonObject, time = 1000): Stated => ({ type, claims, time });
const marks = (name: keyof typeof figures, one: Statement, before: readonly Stated[] = []): readonly Mark[] => {
  const counted: Counted = { self: 'ru.fts', direction: 'issued', before };
  return (figures[name] as Figure).marks(one, counted);
};

const examination = stated('control-result', { side: 'receiving', controls: ['examination'], result: 'A1' });
const scan = stated('control-result', { side: 'receiving', controls: ['scan', 'visual'], result: 'A1' });
const arrival = stated('manifest-arrival', { office, time: '2026-11-22T10:00:00Z' });
const pass = (time?: number) => statement('recognition', { decision: 'full', release: true, office }, time);
const disposed = (kind: string) => statement('manifest-disposition', { kind, office });
const at = (row: string, value: number) => [{ row, value }];

describe('what customs count', () => {
  it('looks at each load once, when it leaves the border', () => {
    expect(marks('physically-inspected', pass())).toEqual(at(office, 0));
    expect(marks('physically-inspected', disposed('release'), [scan])).toEqual(at(office, 0));
    expect(marks('physically-inspected', disposed('release'), [scan, examination])).toEqual(at(office, 1));
    expect(marks('physically-inspected', disposed('return'), [examination])).toEqual(at(office, 1));
    expect(marks('physically-inspected', disposed('detain'), [examination])).toEqual([]);
    const full = statement('recognition', { decision: 'full', office });
    expect(marks('physically-inspected', full, [examination])).toEqual([]);
  });

  it('counts goods that neither go in nor back when the matter is closed', () => {
    const detained = stated('manifest-disposition', { kind: 'detain', office });
    expect(marks('physically-inspected', disposed('close'), [examination, detained])).toEqual(at(office, 1));
    const released = stated('manifest-disposition', { kind: 'release', office });
    expect(marks('physically-inspected', disposed('close'), [examination, released])).toEqual([]);
    const passed = stated('recognition', { decision: 'full', release: true, office });
    expect(marks('physically-inspected', disposed('close'), [examination, passed])).toEqual([]);
  });

  const control = (number: string, result: string, more: JsonObject = {}) =>
    stated('control-result', {
      number,
      side: 'receiving',
      controls: ['examination'],
      ground: 'random',
      result,
      ...more,
    });

  it('tells hits by how a control was chosen, of the receiving side alone, once the matter ends', () => {
    const hits = (...before: readonly Stated[]) => marks('hit-rate', disposed('release'), before);
    expect(hits(control('1', 'A1'))).toEqual(at('random', 0));
    expect(hits(control('1', 'B1'))).toEqual(at('random', 1));
    expect(hits(control('1', 'A2', { lines: [{ sequence: 1, violations: ['quantity'] }] }))).toEqual(at('random', 1));
    expect(hits(control('1', 'B1', { side: 'sending' }))).toEqual([]);
    expect(marks('hit-rate', disposed('detain'), [control('1', 'B1')])).toEqual([]);
    expect(marks('hit-rate', statement('control-result', control('1', 'B1').claims))).toEqual([]);
  });

  it('counts a control once, as it was stated last', () => {
    const corrected = [control('1', 'A1'), control('1', 'A1'), control('1', 'B1'), control('2', 'A1')];
    expect(marks('hit-rate', disposed('release'), corrected)).toEqual([...at('random', 1), ...at('random', 0)]);
    const ended = [...corrected, stated('manifest-disposition', { kind: 'release', office })];
    expect(marks('hit-rate', disposed('close'), ended)).toEqual([]);
    const late = (number: string) => statement('control-result', control(number, 'A1').claims);
    expect(marks('hit-rate', late('1'), ended)).toEqual([]);
    expect(marks('hit-rate', late('3'), ended)).toEqual(at('random', 0));
  });

  it('takes the ground from the decision to control, whatever the result states', () => {
    const decided = stated('recognition', { decision: 'none', ground: 'officer', lane: 'red' });
    const unstated = control('1', 'A1', { ground: null });
    const hits = (...before: readonly Stated[]) => marks('hit-rate', disposed('release'), before);
    expect(hits(decided, control('1', 'A1'))).toEqual(at('officer', 0));
    expect(hits(control('1', 'A1'), decided)).toEqual(at('random', 0));
    expect(hits(stated('recognition', { decision: 'full', ground: 'none' }), control('1', 'A1'))).toEqual(
      at('random', 0),
    );
    expect(hits(unstated)).toEqual(at('unstated', 0));
  });

  it('counts examined goods once: detained, or gone without', () => {
    const before = [examination];
    expect(marks('detentions', disposed('detain'), before)).toEqual(at(office, 1));
    expect(marks('detentions', disposed('release'), before)).toEqual(at(office, 0));
    const held = [...before, stated('manifest-disposition', { kind: 'detain', office })];
    expect(marks('detentions', disposed('release'), held)).toEqual([]);
    expect(marks('detentions', disposed('detain'), [scan])).toEqual([]);
  });

  it('measures from the arrival stated to the release', () => {
    const time = Date.parse('2026-11-22T10:12:00Z');
    expect(marks('release-time', pass(time), [arrival])).toEqual(at(office, 12 * 60_000));
    expect(marks('release-time', pass(time))).toEqual([]);
    expect(marks('release-time', pass(0), [arrival])).toEqual(at(office, 0));
    expect(marks('release-time', disposed('return'), [arrival])).toEqual([]);
  });

  it('measures from the decision to control to its first result', () => {
    const decided = stated('recognition', { decision: 'none', lane: 'red', ground: 'profile' });
    const result = statement('control-result', { side: 'receiving', controls: [], result: 'A1' });
    expect(marks('result-time', result, [decided])).toEqual(at('red', 8000));
    expect(marks('result-time', result, [decided, scan])).toEqual([]);
    expect(marks('result-time', result, [stated('recognition', { decision: 'full', lane: 'green' })])).toEqual([]);
  });

  it('tells what was recognised, and why not', () => {
    const recognition = (claims: JsonObject) => statement('recognition', { lane: 'green', office, ...claims });
    expect(marks('recognised', recognition({ decision: 'full' }))).toEqual(at('az.customs', 1));
    expect(marks('recognised', recognition({ decision: 'part' }))).toEqual(at('az.customs', 0));
    expect(marks('recognitions', recognition({ decision: 'none' }))).toEqual(at('none', 1));
    const reasons = [{ code: 'seal-differs' }, { code: 'late' }, { code: 'late' }];
    expect(marks('recheck-reasons', recognition({ decision: 'none', reasons }))).toEqual([
      ...at('seal-differs', 1),
      ...at('late', 1),
    ]);
    expect(marks('recheck-reasons', recognition({ decision: 'none' }))).toEqual(at('unstated', 1));
    expect(marks('recheck-reasons', recognition({ decision: 'full', reasons }))).toEqual([]);
  });
});

it('offices are called as their services registered them', () => {
  const byOffice = Object.values(figures).filter((figure) => 'names' in figure);
  expect(byOffice).toHaveLength(4);
  for (const { names } of byOffice) {
    expect(Object.keys(registerDeclarations[names.register]?.parts ?? {})).toContain(String(names.part));
    const name = 'Самур';
    expect(names.title({ code: office, name })).toEqual({ az: name, ru: name, en: name });
  }
});
