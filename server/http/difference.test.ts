import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, type Json, type JsonObject } from '../../kernel/canonical.ts';
import { differences } from './difference.ts';

const record: JsonObject = {
  number: 'AZ-1',
  lines: [
    { sequence: 1, netWeight: { value: '18000', unit: 'KGM' }, producers: [{ id: 'G-1' }] },
    { sequence: 2 },
    { sequence: 3 },
  ],
  unmapped: [{ path: '/a', text: 'x' }],
};
const { unmapped: _, ...travelling } = record;
const lines = record['lines'] as readonly JsonObject[];
const told = (document: JsonObject) => differences(record, travelling, document).differences;

describe('differences', () => {
  it.each<[string, JsonObject]>([
    ['all of the record', record],
    ['what travels of it', travelling],
  ])('none where the document says %s', (_name, document) => {
    expect(differences(record, travelling, document)).toEqual({ differences: [], omitted: 0 });
  });

  it.each<[string, JsonObject, Json]>([
    ['a changed leaf', { ...travelling, number: 'AZ-2' }, [{ path: '/number', record: 'AZ-1', document: 'AZ-2' }]],
    ['a member left out', { lines }, [{ path: '/number', record: 'AZ-1' }]],
    ['a member put in', { ...travelling, note: ['n'] }, [{ path: '/note', document: '["n"]' }]],
    ['an odd member', { ...travelling, 'a/b~c': '1' }, [{ path: '/a~1b~0c', document: '1' }]],
    ['an inherited name', { ...travelling, constructor: '1' }, [{ path: '/constructor', document: '1' }]],
    [
      'what does not travel, changed',
      { ...record, unmapped: [{ path: '/a', text: 'y' }] },
      [{ path: '/unmapped/0/text', record: 'x', document: 'y' }],
    ],
    [
      'an item left out at the start',
      { ...travelling, lines: lines.slice(1) },
      [{ path: '/lines/0', record: canonical(lines[0] as JsonObject) }],
    ],
    [
      'an item put in between',
      { ...travelling, lines: [...lines.slice(0, 1), { sequence: 9 }, ...lines.slice(1)] },
      [{ path: '/lines/1', document: '{"sequence":9}' }],
    ],
    [
      'a leaf deep in a list',
      { ...travelling, lines: [{ ...lines[0], producers: [{ id: 'G-2' }] }, ...lines.slice(1)] },
      [{ path: '/lines/0/producers/0/id', record: 'G-1', document: 'G-2' }],
    ],
    ['another kind of value', { ...travelling, number: 7 }, [{ path: '/number', record: 'AZ-1', document: '7' }]],
  ])('tells %s', (_name, document, expected) => {
    expect(told(document)).toEqual(expected);
  });

  it('tells long values in short, and of many the first', () => {
    expect(told({ ...travelling, number: '😀'.repeat(500) })[0]?.document).toBe(`${'😀'.repeat(199)}…`);
    const many = Object.fromEntries(Array.from({ length: 150 }, (_item, at) => [`m${at}`, at]));
    const { differences: first, omitted } = differences(record, travelling, { ...travelling, ...many });
    expect([first.length, omitted]).toEqual([100, 50]);
  });

  it('are none exactly where both say the same', () => {
    const leaf = fc.constantFrom<Json[]>('a', 'b', 1, true, null);
    const value = fc.letrec<{ value: Json }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom('x', 'y'), tie('value')),
      ),
    })).value;
    const object = fc.dictionary(fc.constantFrom('p', 'q'), value) as fc.Arbitrary<JsonObject>;
    fc.assert(
      fc.property(object, object, (one, other) => {
        const same = differences(one, one, other).differences.length === 0;
        expect(same).toBe(canonical(one) === canonical(other));
      }),
    );
  });
});
