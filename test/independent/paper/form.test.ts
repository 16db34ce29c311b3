/** Other people's programs read what is printed of every certificate among the vectors. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../kernel/canonical.ts';
import type { PrintedRecord } from '../../../kernel/printed-form.ts';
import { certificatePaper } from '../../../profiles/phytosanitary/paper/paper.ts';
import type { Languages } from '../../../profiles/phytosanitary/paper/words-of.ts';
import { certificateVectors } from '../../../profiles/phytosanitary/testing/certificates.ts';
import { printedLeaves, squeezed } from '../../../profiles/phytosanitary/testing/printed-leaves.ts';
import { Printer } from '../../../server/paper/printer.ts';
import type { Sheet } from '../../../server/paper/sheet.ts';
import { testSheet } from '../../../server/paper/testing/sheet.ts';
import { Typesetter } from '../../../server/paper/typesetter.ts';
import { pageTexts, pdfFile, tool } from './pdf-tools.ts';

const vectors = certificateVectors();
const typesetter = new Typesetter();

function sheetOf(record: PrintedRecord, languages: Languages = certificatePaper.languages(record)): Sheet {
  const sheet = testSheet(new URL(certificatePaper.template.href), certificatePaper.data(record, languages));
  return { ...sheet, frame: { ...sheet.frame, languages, number: record.number } };
}

const setRecord = (record: PrintedRecord, languages?: Languages) => typesetter.typeset(sheetOf(record, languages));

function apples(claims: JsonObject, line: JsonObject = {}): PrintedRecord {
  const [, record] = vectors.find(([name]) => name === 'valid/apples-by-rail.json')!;
  const [first] = record.claims['lines'] as readonly JsonObject[];
  return { ...record, claims: { ...record.claims, lines: [{ ...first, ...line }], ...claims } };
}

describe('a printed certificate', () => {
  it.each(vectors)('%s can be read to the last text', async (_, record) => {
    for (const languages of [certificatePaper.languages(record), ['ru', 'az'], ['az', 'en']] as const) {
      const said = squeezed((await pageTexts(await pdfFile(setRecord(record, languages)), 'body')).join(''));
      const missing = printedLeaves(record.claims).filter(({ anyOf }) => !anyOf.some((text) => said.includes(text)));
      expect(missing).toEqual([]);
    }
  });

  it('prints hostile texts as they are', async () => {
    const hostile = [
      '#eval("1")',
      '$x^2$',
      '@label',
      '`code`',
      '*/',
      '// c',
      '<lab>',
      '[*b*]',
      '\\u{41}',
      '= x',
      '- y',
    ];
    const file = await pdfFile(setRecord(apples({ declarations: hostile.map((text) => ({ text })) })));
    const said = (await pageTexts(file)).join('');
    for (const text of hostile) expect(said).toContain(text);
  });

  it('shows a mark for what the font lacks, and says so', async () => {
    const file = await pdfFile(setRecord(apples({ consignor: { name: 'A 中国 ქ B\u202eC' } })));
    const said = (await pageTexts(file)).join('');
    expect(said).toContain('A �� � B�C');
    expect(said).toContain('şriftdə olmayan işarə');
  });

  it('has all letters of the three languages', async () => {
    const text = 'əƏğĞıİöÖşŞüÜçÇ абвгдеёжзийклмнопрстуфхцчшщъыьэюя АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ quick';
    const file = await pdfFile(setRecord(apples({ marks: [{ text }] })));
    expect(squeezed((await pageTexts(file)).join(''))).toContain(squeezed(text));
  });
});

describe('sixty lines', () => {
  const lines = Array.from({ length: 60 }, (_, index) => ({
    sequence: index + 1,
    descriptions: [{ text: `Mal ${index + 1}`, language: 'az' }],
    botanicalNames: [{ text: 'Malus domestica' }],
    netWeight: { value: String(1000 + index), unit: 'KGM' },
  }));
  let pages: readonly string[] = [];
  let file = '';
  beforeAll(async () => {
    file = await pdfFile(setRecord(apples({ lines })));
    pages = await pageTexts(file);
  });

  it('flow over pages, each with number, page and mark, and under the head of the table', async () => {
    expect(pages.length).toBeGreaterThan(2);
    for (const [index, page] of pages.entries()) {
      expect(page).toContain('AZ-PC-2026-220002');
      expect(page).toContain('K7QM-2D4X-9RWA');
      expect(page).toContain(`Səhifə / Страница ${index + 1} / ${pages.length}`);
      expect(page).toContain('NÜMAYİŞ NÜSXƏSİ');
      if (/^Mal \d+$/m.test(page)) expect(page).toContain('Bitkilərin botanik adı');
    }
    for (const { descriptions } of lines) expect(pages.join('')).toContain(`${descriptions[0]!.text}\n`);
  });

  it('stand on one page each, unless higher than a page: then nothing is lost', async () => {
    for (const { descriptions, netWeight } of lines) {
      const page = pages.find((text) => text.includes(`${descriptions[0]!.text}\n`));
      expect(page).toMatch(new RegExp(`: ${netWeight.value.replace(/^1/, '1\\s')} kq`));
    }
    const marks = Array.from({ length: 150 }, (_, index) => ({ text: `N${index}-A` }));
    const [first, ...others] = lines.slice(0, 3);
    const tall = setRecord(apples({ lines: [{ ...first, marks }, ...others] }));
    const said = (await pageTexts(await pdfFile(tall))).join('');
    for (const { text } of marks) expect(said).toContain(text);
  });

  it('are a sound, tagged PDF with its fonts in it', async () => {
    expect(await tool('qpdf', '--check', file)).toContain('No syntax or stream encoding errors found');
    const info = await tool('pdfinfo', file);
    expect(info).toMatch(/^Tagged:\s+yes$/m);
    expect(info).toMatch(/^Page size:\s+595\.\d+ x 841\.\d+ pts \(A4\)$/m);
    expect(info).toMatch(/^Title:\s+Sənəd \/ Документ № AZ-PC-2026-220002$/m);
    expect(info).toMatch(/^Author:\s+Nümunə$/m);
    expect(info).toMatch(/^JavaScript:\s+no$/m);
    expect(await tool('pdfinfo', '-struct', file)).toMatch(/Table[\s\S]*TR[\s\S]*TH/);
    const fonts = (await tool('pdffonts', file)).trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(1);
    for (const font of fonts)
      expect(font).toMatch(/^[A-Z]{6}\+NotoSans-\S+\s+CID TrueType\s+Identity-H\s+yes yes yes /);
    const catalog = await tool('qpdf', '--json', '--json-key=qpdf', file);
    expect(catalog).toContain('"/Lang": "u:az"');
  });
});

describe('many papers', () => {
  it('take no more memory of the server than few', async () => {
    const [, record] = vectors.find(([name]) => name === 'readings/full-depth-851.json')!;
    const printer = new Printer({ pagesOfProcess: 100 });
    const print = async (count: number) => {
      for (let index = 0; index < count; index++) await printer.print(sheetOf({ ...record, number: `X-${index}` }));
      return process.memoryUsage.rss();
    };
    const before = await print(100);
    expect(((await print(300)) - before) / 2 ** 20).toBeLessThan(60);
    await printer.close();
  });
});
