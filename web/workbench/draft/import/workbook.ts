/** The first sheet with rows of an .xlsx workbook (ECMA-376), as texts: numbers as they are stored, days as days. */
import { unzipSync } from 'fflate';
import { mostColumns, mostRows, type Sheet, trimmed, Unreadable } from './delimited.ts';
import { BadXml, readXml, type XmlHandler } from './xml-events.ts';

const mostBytes = 20_000_000;
/** Of one part, unpacked: a small file may say that it is endless. */
const mostUnpacked = 60_000_000;

const parts = /^xl\/(?:workbook\.xml|sharedStrings\.xml|styles\.xml|worksheets\/sheet[0-9]+\.xml)$/;

export function readWorkbook(bytes: Uint8Array): Sheet {
  if (bytes.length > mostBytes) throw new Unreadable('too-large');
  const files = unpacked(bytes);
  if (files['xl/workbook.xml'] === undefined) throw new Unreadable('not-a-workbook');
  try {
    const shared = sharedStrings(files['xl/sharedStrings.xml']);
    const days = dayStyles(files['xl/styles.xml']);
    const from1904 = /<(?:\w+:)?workbookPr\b[^>]*\bdate1904\s*=\s*["'](?:1|true)["']/.test(files['xl/workbook.xml']);
    const sheets = Object.keys(files)
      .filter((path) => path.startsWith('xl/worksheets/'))
      .sort((one, other) => Number(one.replace(/\D/g, '')) - Number(other.replace(/\D/g, '')));
    for (const path of sheets) {
      const rows = rowsOf(files[path] ?? '', shared, days, from1904);
      if (rows.some((row) => row.some((cell) => cell !== ''))) return trimmed(rows);
    }
  } catch (fault) {
    if (fault instanceof BadXml) throw new Unreadable('not-a-workbook');
    throw fault;
  }
  throw new Unreadable('no-rows');
}

function unpacked(bytes: Uint8Array): Readonly<Record<string, string>> {
  let size = 0;
  let files: Readonly<Record<string, Uint8Array>>;
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!parts.test(name)) return false;
        size += originalSize;
        if (originalSize > mostUnpacked || size > 2 * mostUnpacked) throw new Unreadable('too-large');
        return true;
      },
    });
  } catch (fault) {
    throw fault instanceof Unreadable ? fault : new Unreadable('not-a-workbook');
  }
  return Object.fromEntries(Object.entries(files).map(([name, part]) => [name, new TextDecoder().decode(part)]));
}

/** Texts that cells name by number; runs of one text are put together, readings of it are not. */
function sharedStrings(xml: string | undefined): readonly string[] {
  const found: string[] = [];
  if (xml === undefined) return found;
  let inText = false;
  let reading = 0;
  readXml(xml, {
    open: (name) => {
      if (name === 'si') found.push('');
      else if (name === 'rPh') reading++;
      else if (name === 't') inText = reading === 0;
    },
    close: (name) => {
      if (name === 'rPh') reading--;
      else if (name === 't') inText = false;
    },
    text: (text) => {
      if (inText && found.length > 0) found[found.length - 1] += text;
    },
  });
  return found;
}

/** Whether cells of a style show a day: ECMA-376 part 1, 18.8.30. */
function dayStyles(xml: string | undefined): readonly boolean[] {
  const styles: boolean[] = [];
  if (xml === undefined) return styles;
  const own = new Map<string, boolean>();
  let inCells = false;
  readXml(xml, {
    open: (name, attributes) => {
      if (name === 'numFmt') {
        const code = (attributes.get('formatCode') ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
        own.set(attributes.get('numFmtId') ?? '', /[ymd]/i.test(code) && !/[#0?]/.test(code));
      } else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) {
        const id = attributes.get('numFmtId') ?? '0';
        styles.push(own.get(id) ?? ((Number(id) >= 14 && Number(id) <= 17) || id === '22'));
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
    text: () => undefined,
  });
  return styles;
}

function rowsOf(xml: string, shared: readonly string[], days: readonly boolean[], from1904: boolean): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let column = 0;
  let type = '';
  let style = 0;
  let text = '';
  let taking = false;
  const handler: XmlHandler = {
    open: (name, attributes) => {
      if (name === 'row') {
        const number = Number(attributes.get('r') ?? rows.length + 1);
        if (!(number > rows.length) || number > 1_048_576 || rows.length > mostRows * 2)
          throw new Unreadable('too-large');
        // Rows that are not there are empty: only that they are not in the middle of a list counts.
        row = [];
        rows.push(row);
        column = 0;
      } else if (name === 'c') {
        const at = columnOf(attributes.get('r') ?? '');
        column = at ?? column;
        if (column >= mostColumns * 4) throw new Unreadable('too-large');
        type = attributes.get('t') ?? 'n';
        style = Number(attributes.get('s') ?? 0);
        text = '';
      } else if (name === 'v' || name === 't') taking = true;
    },
    close: (name) => {
      if (name === 'v' || name === 't') taking = false;
      else if (name === 'c') {
        while (row.length < column) row.push('');
        row[column] = cellText(text, type, days[style] === true);
        column++;
      }
    },
    text: (more) => {
      if (taking) text += more;
    },
  };
  readXml(xml, handler);
  return rows;

  function cellText(value: string, kind: string, isDay: boolean): string {
    if (kind === 's') return shared[Number(value)] ?? '';
    if (kind === 'b') return value === '1' ? 'true' : 'false';
    if (kind === 'e') return '';
    if (kind !== 'n' || value === '') return value;
    return isDay ? dayOf(Number(value), from1904) : plainNumber(value);
  }
}

function columnOf(reference: string): number | undefined {
  const [, letters] = /^([A-Z]{1,3})[0-9]{1,7}$/.exec(reference) ?? [];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** A stored 18000.300000000003 is the 18000.3 that the cell shows. */
function plainNumber(text: string): string {
  const value = Number(text);
  if (!Number.isFinite(value) || Math.abs(value) >= 1e15) return text;
  const short = Number(value.toPrecision(15));
  return /e/i.test(String(short)) ? short.toFixed(20).replace(/\.?0+$/, '') : String(short);
}

/** Days since 1899-12-30, or since 1904-01-01; with a time of day where there is a fraction. */
export function dayOf(serial: number, from1904: boolean): string {
  const start = Date.UTC(from1904 ? 1904 : 1899, from1904 ? 0 : 11, from1904 ? 1 : 30);
  const ms = start + Math.round(serial * 86_400) * 1000;
  if (!Number.isFinite(ms) || serial < 0 || serial > 2_958_465) return String(serial);
  const iso = new Date(ms).toISOString();
  return Number.isInteger(serial) ? iso.slice(0, 10) : iso.slice(0, 19);
}
