import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../../kernel/canonical.ts';
import { fieldOf, type ListField } from '../form/schema-fields.ts';
import { codeMeant, matchColumns, targetsOf } from './columns.ts';
import { decode, readDelimited, Unreadable } from './delimited.ts';
import { decimalIn, readCell, readRows } from './rows.ts';
import { dayOf, readWorkbook } from './workbook.ts';
import { BadXml, readXml } from './xml-events.ts';

const reasonOf = (act: () => unknown): string => {
  try {
    act();
  } catch (fault) {
    if (fault instanceof Unreadable) return fault.reason;
    throw fault;
  }
  return 'read';
};

describe('separated values', () => {
  it.each([
    [
      'pasted',
      'a\tb\n1,5\tx y\n',
      [
        ['a', 'b'],
        ['1,5', 'x y'],
      ],
    ],
    [
      'with semicolons and decimal commas',
      'a;b\r\n1,5;2,5\r\n',
      [
        ['a', 'b'],
        ['1,5', '2,5'],
      ],
    ],
    [
      'with commas and quotes',
      'a,b\n"x, ""y""\nz",2\n',
      [
        ['a', 'b'],
        ['x, "y"\nz', '2'],
      ],
    ],
    [
      'with a mark of bytes and empty rows',
      '\uFEFFa;b\n;\n\n1;2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['that name their separator', 'sep=|\na|b;c', [['a', 'b;c']]],
    ['in one column', 'a\nb', [['a'], ['b']]],
    [
      'uneven',
      'a;b;c\n1\n2;3;4;5',
      [
        ['a', 'b', 'c', ''],
        ['1', '', '', ''],
        ['2', '3', '4', '5'],
      ],
    ],
  ])('%s', (_, text, rows) => {
    expect(readDelimited(text)).toEqual(rows);
  });

  it('refuses what is no text, endless or empty', () => {
    expect(reasonOf(() => readDelimited('a\0b'))).toBe('not-text');
    expect(reasonOf(() => readDelimited(';;\n;\n'))).toBe('no-rows');
    expect(reasonOf(() => readDelimited('a;"b'))).toBe('open-quote');
    expect(reasonOf(() => readDelimited('a;b\n'.repeat(20_000)))).toBe('too-large');
  });

  it('reads again what was written', () => {
    const cell = fc.string().map((text) => text.replaceAll('\0', '').trim());
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, (sheet) => {
        fc.pre(sheet.some((row) => row.some((one) => one !== '')));
        const text = `sep=;\n${sheet.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(';')).join('\n')}`;
        const width = Math.max(...sheet.map((row) => row.findLastIndex((one) => one !== '') + 1));
        const kept = sheet.filter((row) => row.some((one) => one !== ''));
        expect(readDelimited(text)).toEqual(
          kept.map((row) => Array.from({ length: width }, (__, at) => row[at] ?? '')),
        );
      }),
    );
  });

  it('ends with rubbish, one way or another', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => typeof reasonOf(() => readDelimited(text)) === 'string'),
    );
  });

  it('reads the code page of old Windows', () => {
    expect(decode(Uint8Array.from([0xcf, 0xee, 0xec]))).toBe('Пом');
    expect(decode(new TextEncoder().encode('Pomidor ə'))).toBe('Pomidor ə');
    expect(decode(Uint8Array.from([0xff, 0xfe, 0x61, 0x00]))).toBe('a');
  });
});

const sheetXml = (rows: string) =>
  `<?xml version="1.0"?><worksheet xmlns="x"><sheetData>${rows}</sheetData></worksheet>`;
const book = (files: Record<string, string>) =>
  zipSync(
    Object.fromEntries(
      Object.entries({ 'xl/workbook.xml': '<workbook/>', ...files }).map(([name, text]) => [name, strToU8(text)]),
    ),
  );

describe('workbooks', () => {
  it('are read with shared texts, inline texts, numbers and days', () => {
    const bytes = book({
      'xl/sharedStrings.xml':
        '<sst><si><t>Ad</t></si><si><r><t>Kütlə</t></r><r><t xml:space="preserve">, kq &amp; g</t></r><rPh><t>x</t></rPh></si></sst>',
      'xl/styles.xml':
        '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="4"/></cellXfs></styleSheet>',
      'xl/worksheets/sheet1.xml': sheetXml(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>' +
          '<row r="3"><c r="A3" t="inlineStr"><is><t>Alma</t></is></c><c r="B3" s="1"><v>46054</v></c><c r="C3" s="2"><v>18000.300000000003</v></c><c t="b"><v>1</v></c><c t="e"><v>#REF!</v></c></row>',
      ),
    });
    expect(readWorkbook(bytes)).toEqual([
      ['Ad', '', 'Kütlə, kq & g', ''],
      ['Alma', '2026-02-01', '18000.3', 'true'],
    ]);
  });

  it('take the first sheet that has rows', () => {
    const bytes = book({
      'xl/worksheets/sheet10.xml': sheetXml('<row r="1"><c><v>3</v></c></row>'),
      'xl/worksheets/sheet1.xml': sheetXml(''),
      'xl/worksheets/sheet2.xml': sheetXml('<row r="1"><c><v>2</v></c></row>'),
    });
    expect(readWorkbook(bytes)).toEqual([['2']]);
  });

  it.each([
    ['another zip', zipSync({ 'a.txt': strToU8('a') }), 'not-a-workbook'],
    ['no zip', strToU8('PK but no'), 'not-a-workbook'],
    ['nothing', new Uint8Array(), 'not-a-workbook'],
    [
      'a document type',
      book({ 'xl/worksheets/sheet1.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }),
      'not-a-workbook',
    ],
    ['elements that cross', book({ 'xl/worksheets/sheet1.xml': '<a><b></a></b>' }), 'not-a-workbook'],
    ['an empty sheet', book({ 'xl/worksheets/sheet1.xml': sheetXml('') }), 'no-rows'],
    [
      'a far column',
      book({ 'xl/worksheets/sheet1.xml': sheetXml('<row r="1"><c r="XFD1"><v>1</v></c></row>') }),
      'too-large',
    ],
    [
      'too many rows',
      book({ 'xl/worksheets/sheet1.xml': sheetXml('<row><c><v>1</v></c></row>'.repeat(12_000)) }),
      'too-large',
    ],
  ])('refuse %s', (_, bytes, reason) => {
    expect(reasonOf(() => readWorkbook(bytes))).toBe(reason);
  });

  it('refuse a part that unpacks to more than anybody reads', () => {
    expect(reasonOf(() => readWorkbook(book({ 'xl/worksheets/sheet1.xml': 'a'.repeat(60_000_001) })))).toBe(
      'too-large',
    );
  });

  it('end with rubbish, one way or another', () => {
    const whole = book({ 'xl/worksheets/sheet1.xml': sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>') });
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, byte) => {
        const bytes = whole.slice();
        bytes[at] = byte;
        return typeof reasonOf(() => readWorkbook(bytes)) === 'string';
      }),
    );
    fc.assert(fc.property(fc.uint8Array(), (bytes) => typeof reasonOf(() => readWorkbook(bytes)) === 'string'));
  });

  it('know both calendars', () => {
    expect([dayOf(46_054, false), dayOf(44_592, true), dayOf(46_054.5, false), dayOf(-1, false)]).toEqual([
      '2026-02-01',
      '2026-02-01',
      '2026-02-01T12:00:00',
      '-1',
    ]);
  });
});

describe('the XML of workbooks', () => {
  it.each([
    '<a',
    '<a>',
    'x<a/>',
    '<a>&b;</a>',
    '<a>&#0;</a>',
    '<a b=c/>',
    '<a></b>',
    '<a>&amp</a>',
    '<!ENTITY a "b">',
    '<a>'.repeat(70),
  ])('refuses %s', (text) => {
    expect(() => readXml(text, { open: () => {}, close: () => {}, text: () => {} })).toThrow(BadXml);
  });
});

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
      sequence: { type: 'integer', minimum: 1 },
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
