import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../kernel/canonical.ts';
import { exactly, filled, isSought, ranked } from './record-found.ts';
import { fieldOf } from './schema-fields.ts';

const id = 'ab'.repeat(32);
const digest = { type: 'string', pattern: '^[0-9a-f]{64}$' };
const record = { ...digest, title: 'record' };
const text = { type: 'string', maxLength: 100 };
const object = (properties: JsonObject): JsonObject => ({ type: 'object', properties });
const paper = object({ record, number: text, exporting: text, importing: text });
const root = fieldOf(
  object({
    number: text,
    record,
    paper,
    papers: { type: 'array', items: object({ kind: text, record }) },
    rows: { type: 'array', items: object({ paper }) },
  }),
);
const institutions = new Map(
  Object.entries({ 'aa.one': 'x', 'bb.one': 'x', 'cc.one': 'x', 'bb.two': 'y' }).map(([name, one]) => [
    name,
    { functions: [one] },
  ]),
);
const chosen = { id, number: 'N-0008', issuer: 'aa.one', to: ['bb.one', 'bb.two'] };

it('tells ids of records from digests of files', () => {
  expect(fieldOf(record)).toEqual({ kind: 'record' });
  expect(fieldOf(digest).kind).toBe('text');
});

it.each([
  ['N-08', false],
  ['N-008', true],
  ['- - - - -', false],
  [id, false],
])('is sought: %s %s', (typed, sought) => expect(isSought(typed)).toBe(sought));

describe('what is found', () => {
  const line = (number: string, about?: string, state = 'in-force') => ({ number, state, ...(about && { about }) });

  it('has the very number first, and what stands by itself before what follows', () => {
    const given = [line('X'), line('N-00081'), line('N-0008', id), line('n 0008')];
    expect(ranked(given, 'N-0008')).toEqual([given[3], given[2], given[1], given[0]]);
  });

  it('is at most eight, none of them void', () => {
    expect(ranked([line('N-0008', undefined, 'void')], 'N-0008')).toEqual([]);
    expect(ranked(new Array(20).fill(line('N')), 'N-0008')).toHaveLength(8);
  });

  it('is chosen unasked only where there is one of that number', () => {
    expect(exactly([line('N-0008'), line('N-00081')], 'n0008')).toEqual(line('N-0008'));
    expect(exactly([line('N-0008'), line('N-0008', id)], 'N-0008')).toBeUndefined();
    expect(exactly([line('N-00081')], 'N-0008')).toBeUndefined();
  });
});

describe('a chosen record', () => {
  const fill = (claims: JsonObject, pointer: string, to = chosen.to) =>
    filled(root, claims, pointer, { ...chosen, to }, institutions);
  const whole = { record: id, number: 'N-0008', exporting: 'aa.one', importing: 'bb.one' };

  it('fills what stands beside its id', () => {
    expect(fill({}, '/paper/record')).toEqual({ paper: whole });
    expect(fill({ rows: [{}, { paper: { number: '' } }] }, '/rows/1/paper/record')).toEqual({
      rows: [{}, { paper: whole }],
    });
  });

  it('leaves what somebody wrote, and what is no member there', () => {
    const written = { paper: { record: 'cd', number: 'M', exporting: 'zz', importing: 'yy' } };
    expect(fill(written, '/paper/record')).toEqual({ paper: { ...written.paper, record: id } });
    expect(fill({ papers: [{ kind: 'x' }] }, '/papers/0/record')).toEqual({ papers: [{ kind: 'x', record: id }] });
  });

  it('does not give its number to the record that is being written', () => {
    expect(fill({}, '/record')).toEqual({ record: id });
  });

  it.each([[['bb.two']], [['bb.one', 'cc.one']], [[]]])('is for nobody certain: %j', (to) => {
    expect(fill({}, '/paper/record', to)).toEqual({ paper: { record: id, number: 'N-0008', exporting: 'aa.one' } });
  });
});
