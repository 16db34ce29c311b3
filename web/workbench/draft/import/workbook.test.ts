import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { reasonOf } from './testing/reason-of.ts';
import { dayOf, readWorkbook } from './workbook.ts';
import { BadXml, readXml } from './xml-events.ts';

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
