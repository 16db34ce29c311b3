import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../kernel/canonical.ts';
import { blankGroup } from './blanks.ts';
import { exchanged, firstRow, removed, written } from './first-rows.ts';
import { valueAt } from './json-edit.ts';
import { OpenStore } from './place-stores.ts';
import { fieldOf, type GroupField, type ListField } from './schema-fields.ts';

const text = { type: 'string', maxLength: 100 };
const object = (properties: JsonObject, required: readonly string[] = []): JsonObject => ({
  type: 'object',
  properties,
  required,
});
const list = (items: JsonObject, more: JsonObject = { minItems: 1 }): JsonObject => ({ type: 'array', items, ...more });
const named = object({ text, language: text }, ['text']);
const place = object({ code: text, names: list(named) }, ['names']);
const counted = { type: 'integer', minimum: 1, form: 'row-number' };
const line = object({ sequence: counted, kind: text, packages: { ...list(object({ kind: text })), form: 'open' } }, [
  'sequence',
]);
const schema = object(
  {
    lines: list(line),
    seals: { ...list(object({ means: text, before: list(text, {}) }, ['means', 'before'])), form: 'open' },
    documents: { ...list(object({ row: counted, number: text })), form: 'open' },
    equipment: list(text),
    controls: list(text, {}),
    place: { ...place, form: 'open' },
  },
  ['lines', 'controls'],
);
const root = fieldOf(schema) as GroupField;
const put = (claims: JsonObject, pointer: string, next: string | undefined) =>
  written(root, claims, pointer, next, 'az');

describe('a row that is shown before it is there', () => {
  it('comes to be with what is typed, as a row begins, and goes with it', () => {
    const typed = put({}, '/documents/0/number', 'x');
    expect(typed).toEqual({ documents: [{ row: 1, number: 'x' }] });
    expect(put(typed, '/documents/0/number', undefined)).toEqual({});
    expect(put({}, '/documents/0/number', undefined)).toEqual({});
    const deep = put({}, '/place/names/0/text', 'Bakı');
    expect(deep).toEqual({ place: { names: [{ text: 'Bakı', language: 'az' }] } });
    expect(put(deep, '/place/names/0/text', undefined)).toEqual({});
    expect(put({}, '/equipment/0', 'x')).toEqual({ equipment: ['x'] });
    expect(put({ equipment: ['x'] }, '/equipment/0', undefined)).toEqual({});
    const nested = put({ lines: [{ sequence: 1 }] }, '/lines/0/packages/0/kind', 'BX');
    expect(nested).toEqual({ lines: [{ sequence: 1, packages: [{ kind: 'BX' }] }] });
    expect(put(nested, '/lines/0/packages/0/kind', undefined)).toEqual({ lines: [{ sequence: 1 }] });
  });

  it('says that there is none of what has to be told, where there may be none', () => {
    const sealed = put({}, '/seals/0/means', 'A');
    expect(sealed).toEqual({ seals: [{ means: 'A', before: [] }] });
    const one = put(sealed, '/seals/0/before/0', '1');
    expect(valueAt(one, '/seals/0/before')).toEqual(['1']);
    expect(put(one, '/seals/0/before/0', undefined)).toEqual(sealed);
    expect(removed(root, one, '/seals/0/before', 0)).toEqual(sealed);
    expect(put(sealed, '/seals/0/means', undefined)).toEqual({});
    expect(blankGroup(root, 'az')).toEqual({ lines: [{ sequence: 1 }], controls: [] });
  });

  it('stays where others stand, or where its list has to be', () => {
    expect(put({ equipment: ['a', 'b'] }, '/equipment/0', undefined)).toEqual({ equipment: ['', 'b'] });
    expect(put({ lines: [{ sequence: 1, kind: 'x' }] }, '/lines/0/kind', undefined)).toEqual({
      lines: [{ sequence: 1 }],
    });
    expect(removed(root, { equipment: ['a', 'b'] }, '/equipment', 0)).toEqual({ equipment: ['b'] });
    expect(removed(root, { equipment: ['a'] }, '/equipment', 0)).toEqual({});
  });

  it('leaves nothing behind, whatever was typed and taken back', () => {
    const places = [
      '/documents/0/number',
      '/seals/0/means',
      '/seals/0/before/0',
      '/equipment/0',
      '/place/code',
      '/place/names/0/text',
      '/lines/0/packages/0/kind',
    ];
    const begun = blankGroup(root, 'az');
    fc.assert(
      fc.property(
        fc.shuffledSubarray(places),
        fc.shuffledSubarray(places, { minLength: places.length }),
        (in_, out) => {
          const typed = in_.reduce((claims, one) => put(claims, one, 'x'), begun);
          for (const one of in_) expect(valueAt(typed, one)).toBe('x');
          expect(out.reduce((claims, one) => put(claims, one, undefined), typed)).toEqual(begun);
        },
      ),
    );
  });

  it('looks as it will be', () => {
    const member = (name: string) => root.members.find((one) => one.name === name)?.field as ListField;
    expect(firstRow(member('documents'), 'ru')).toEqual({ row: 1 });
    expect(firstRow(member('equipment'), 'ru')).toBe('');
    expect(root.members.filter(({ open }) => open).map(({ name }) => name)).toEqual(['seals', 'documents', 'place']);
  });
});

describe('rows that change places', () => {
  it('leave their numbers with the places', () => {
    const claims = { lines: [{ sequence: 1, kind: 'a' }, { sequence: 4, kind: 'b' }, { kind: 'c' }] };
    expect(exchanged(root, claims, '/lines', 0, 1)).toEqual({
      lines: [{ sequence: 1, kind: 'b' }, { sequence: 4, kind: 'a' }, { kind: 'c' }],
    });
    expect(exchanged(root, claims, '/lines', 2, 1)).toEqual({
      lines: [{ sequence: 1, kind: 'a' }, { sequence: 4, kind: 'c' }, { kind: 'b' }],
    });
    expect(exchanged(root, claims, '/lines', 2, 3)).toBe(claims);
    expect(exchanged(root, { equipment: ['a', 'b'] }, '/equipment', 0, 1)).toEqual({ equipment: ['b', 'a'] });
  });

  it('take along what stands open in them', () => {
    const open = new OpenStore();
    open.set('/lines/1', true);
    open.set('/lines/2/packages', false);
    open.set('/lines/10', true);
    open.exchanged('/lines', 1, 2);
    expect(['/lines/1', '/lines/1/packages', '/lines/2', '/lines/10'].map((one) => open.is(one))).toEqual([
      undefined,
      false,
      true,
      true,
    ]);
  });
});
