import { describe, expect, it } from 'vitest';
import type { ContentLine } from '../../../kernel/contents.ts';
import { factsOf, pathsOf, placed } from './facts.ts';

const line = (at: number, ...more: ContentLine[]): ContentLine => ({
  label: String(at + 1),
  path: `/lines/${at}`,
  lines: [{ label: 'Product', path: `/lines/${at}/product`, value: `P${at}` }, ...more],
});
const contents: readonly ContentLine[] = [
  { label: 'Number', path: '/number', value: 'N-1' },
  { label: 'Sender', path: '/sender', lines: [{ label: 'Name', path: '/sender/name', value: 'A' }] },
  {
    label: 'Lines',
    path: '/lines',
    lines: [
      line(0),
      line(1, {
        label: 'Packing',
        path: '/lines/1/packing',
        lines: [
          { label: 'Kind', path: '/lines/1/packing/kind', value: 'box' },
          { label: 'Count', path: '/lines/1/packing/count', value: '2' },
        ],
      }),
    ],
  },
  // Told without the list and the item that hold it.
  { label: 'Seal', path: '/seals/0/number', value: 'S' },
];

describe('facts of a record', () => {
  const facts = factsOf(contents);

  it('are values, groups, and tables of repeated lines', () => {
    expect(facts.map(({ kind }) => kind)).toEqual(['value', 'group', 'table', 'value']);
    expect(facts[2]).toEqual({
      kind: 'table',
      label: 'Lines',
      path: '/lines',
      head: ['Product', 'Packing'],
      rows: [
        { path: '/lines/0', cells: [{ path: '/lines/0/product', text: 'P0' }, undefined] },
        {
          path: '/lines/1',
          cells: [
            { path: '/lines/1/product', text: 'P1' },
            { path: '/lines/1/packing', text: 'Kind: box; Count: 2' },
          ],
        },
      ],
    });
  });

  it('are no table when too wide, or when items are no groups', () => {
    const wide = (at: number): ContentLine => ({
      label: String(at + 1),
      path: `/w/${at}`,
      lines: Array.from({ length: 10 }, (_, n) => ({ label: `L${n}`, path: `/w/${at}/${n}`, value: 'x' })),
    });
    const long = line(1, { label: 'Note', path: '/lines/1/note', value: 'x'.repeat(121) });
    for (const lines of [[wide(0), wide(1)], [wide(0)], [line(0), long]])
      expect(factsOf([{ label: 'W', path: '/w', lines }])[0]?.kind).toBe('group');
  });

  it('are lists of plain items, each with what its number bears', () => {
    const lines = [
      { label: '1', path: '/w/0', value: 'x' },
      { label: '2 (in Russian)', path: '/w/1', value: 'y' },
    ];
    expect(factsOf([{ label: 'W', path: '/w', lines }])).toEqual([
      {
        kind: 'list',
        label: 'W',
        path: '/w',
        items: [
          { path: '/w/0', text: 'x', remark: '' },
          { path: '/w/1', text: 'y', remark: '(in Russian)' },
        ],
      },
    ]);
    const named = { label: 'Name', path: '/w/name', value: 'x' };
    expect(factsOf([{ label: 'W', path: '/w', lines: [named] }])[0]?.kind).toBe('group');
  });

  it('have findings at the nearest place that is shown', () => {
    const at = (path: string) => {
      const [found] = placed([{ path }], pathsOf(facts)).keys();
      return found;
    };
    expect(at('/number')).toBe('/number');
    expect(at('/lines/1/packing/count')).toBe('/lines/1/packing');
    expect(at('/lines/1')).toBe('/lines/1');
    expect(at('/sender/name/first')).toBe('/sender/name');
    expect(at('/seals/0')).toBe('/seals/0/number');
    expect(at('/nowhere/here')).toBe('');
    expect(at('')).toBe('');
    expect(at('ram:ID')).toBe('');
  });
});
