import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../kernel/canonical.ts';
import { fieldOf, type ListField } from '../form/schema-fields.ts';
import { codeMeant, matchColumns, targetsOf } from './columns.ts';
import { decimalIn, readCell, readRows } from './rows.ts';

const text = (az: string, ru: string, en: string) => ({ az, ru, en });
const decimal = { type: 'string', pattern: '^(0|[1-9][0-9]{0,13})(\\.[0-9]{1,6})?$' };
const object = (properties: JsonObject, required: string[] = []): JsonObject => ({
  type: 'object',
  properties,
  required,
});
const free = { type: 'string', maxLength: 20, pattern: '^\\S+$' };
const measure = object({ value: decimal, unit: free }, ['value']);
const list = fieldOf({
  type: 'array',
  items: object(
    {
      sequence: { type: 'integer', minimum: 1, form: 'row-number' },
      names: { type: 'array', items: object({ text: { type: 'string', maxLength: 2000 }, language: free }) },
      net: measure,
      gross: measure,
      origins: { type: 'array', items: object({ country: { type: 'string', pattern: '^[A-Z]{2}$' } }) },
      packed: { type: 'string', pattern: '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' },
    },
    ['sequence', 'net'],
  ),
}) as ListField;
const naming = {
  labels: {
    sequence: text('Sətrin nömrəsi', 'Номер строки', 'Line number'),
    names: text('Məhsulun adı', 'Наименование продукции', 'Name of produce'),
    net: text('Netto', 'Нетто', 'Net'),
    gross: text('Brutto', 'Брутто', 'Gross'),
    value: text('Miqdar', 'Количество', 'Quantity'),
    unit: text('Ölçü vahidi', 'Единица измерения', 'Unit'),
    origins: text('Mənşə yeri', 'Место происхождения', 'Place of origin'),
    country: text('Ölkə', 'Страна', 'Country'),
    packed: text('Qablaşdırma günü', 'День упаковки', 'Day of packing'),
  },
  codes: {
    unit: { KGM: text('kq', 'кг', 'kg'), TNE: text('t', 'т', 't') },
    country: { AZ: text('Azərbaycan', 'Азербайджан', 'Azerbaijan') },
  },
};
const targets = targetsOf(list, 'type/lines', naming);

describe('columns', () => {
  it.each([
    [
      ['Məhsulun adı', 'Netto, kq', 'Ölkə'],
      ['/names/0', '/net/value', '/origins/0/country'],
    ],
    [
      ['НАИМЕНОВАНИЕ ПРОДУКЦИИ', 'брутто (кг)', 'Нетто (т)'],
      ['/names/0', '/gross/value', '/net/value'],
    ],
    [
      ['Net unit', 'Day of packing', 'what else'],
      ['/net/unit', '/packed', undefined],
    ],
    [
      ['mehsulun adi', '', 'sequence'],
      ['/names/0', undefined, '/sequence'],
    ],
    [
      ['Страна отправки', 'Масса нетто, кг', 'Вес брутто'],
      [undefined, '/net/value', '/gross/value'],
    ],
  ])('%s', (heads, paths) => {
    expect(matchColumns(heads, targets, naming).map(({ target }) => target?.path)).toEqual(paths);
  });

  it('tell their unit', () => {
    expect(matchColumns(['Netto, kq', 'Брутто (т)', 'Name'], targets, naming).map(({ unit }) => unit)).toEqual([
      'KGM',
      'TNE',
      undefined,
    ]);
  });

  it('know codes by their words', () => {
    expect(['KGM', 'kq', 'КГ', 'KGM – kq', 'x'].map((one) => codeMeant(naming.codes.unit, one))).toEqual([
      'KGM',
      'KGM',
      'KGM',
      'KGM',
      undefined,
    ]);
  });
});

describe('rows', () => {
  it('are put together from their cells and numbered on', () => {
    const columns = matchColumns(['Məhsulun adı', 'Netto, kq', 'Ölkə', 'Qablaşdırma günü'], targets, naming);
    const [one, two] = readRows(
      [
        ['Pomidor', '18 000,5', 'Azərbaycan', '01.02.2026'],
        ['', 'çox', 'Aserbaidschan', '31.02.2026'],
      ],
      columns,
      list.item,
      [{ sequence: 4 }],
      { naming, language: 'az', stored: false },
    );
    expect(one).toEqual({
      value: {
        sequence: 5,
        names: [{ text: 'Pomidor', language: 'az' }],
        net: { value: '18000.5', unit: 'KGM' },
        origins: [{ country: 'AZ' }],
        packed: '2026-02-01',
      },
      faults: new Map(),
    });
    expect(two?.value).toMatchObject({ sequence: 6, net: { value: 'çox' } });
    expect([...(two?.faults ?? [])]).toEqual([
      [1, 'not-a-number'],
      [2, 'not-so'],
      [3, 'not-a-day'],
    ]);
  });

  it.each([
    ['18 000,5', '18000.5'],
    ['18,000.50', '18000.50'],
    ['1.234.567,8', '1234567.8'],
    ['1,234,567', '1234567'],
    ['0,25', '0.25'],
    ['007', '7'],
    ['18.000', undefined],
    ['0.125', '0.125'],
    ['1,23,4', undefined],
    ['1.2.3', undefined],
    ['12kg', undefined],
    ['-5', undefined],
    ['1.234,567.8', undefined],
  ])('number %s is %s', (typed, value) => {
    const read = decimalIn(typed, false, false);
    expect(read.fault === undefined ? read.value : undefined).toBe(value);
  });

  it('a number that may mean thousands is said to, unless a program stored it', () => {
    expect(decimalIn('18.000', false, false)).toEqual({ value: '18.000', fault: 'thousands' });
    expect(decimalIn('18.125', false, true)).toEqual({ value: '18.125' });
  });

  it('a moment keeps its time of day', () => {
    const moment = { kind: 'moment' } as const;
    const plain = { naming: {}, language: 'az', stored: false };
    expect(readCell('01.02.2026 10:30', moment, '', plain).value).toBe('2026-02-01T10:30:00');
    expect(readCell('2026-02-01T10:30:15+04:00', moment, '', plain).value).toBe('2026-02-01T10:30:15+04:00');
    expect(readCell('2/30/2026', moment, '', plain).fault).toBe('not-a-day');
  });

  it('take whatever stands in cells', () => {
    const columns = targets.map((target) => ({ target }));
    fc.assert(
      fc.property(
        fc.array(fc.string()),
        (cells) => readRows([cells], columns, list.item, [], { naming, language: 'ru', stored: true }).length === 1,
      ),
    );
  });
});
