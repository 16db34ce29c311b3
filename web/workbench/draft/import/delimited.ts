/** Rows of text: pasted from a spreadsheet (tabs), or a CSV file with whatever separates its values. */

export type Sheet = readonly (readonly string[])[];

/** More than any record takes; enough for every list. */
export const mostRows = 5_000;
export const mostColumns = 200;
export const mostCharacters = 20_000_000;

const separators = ['\t', ';', ',', '|'] as const;

export class Unreadable extends Error {
  readonly reason: 'too-large' | 'not-text' | 'not-a-workbook' | 'no-rows' | 'open-quote';

  constructor(reason: Unreadable['reason']) {
    super(reason);
    this.reason = reason;
  }
}

/** UTF-8 or UTF-16 with a mark; bytes that are neither are read as the code page of the Windows of both countries. */
export function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes.subarray(2));
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes.subarray(2));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1251').decode(bytes);
  }
}

/** RFC 4180, with the separator that parts the first rows most evenly. Empty rows are left out. */
export function readDelimited(text: string): Sheet {
  if (text.length > mostCharacters) throw new Unreadable('too-large');
  if (text.includes('\0')) throw new Unreadable('not-text');
  const bare = text.replace(/^\uFEFF/, '');
  // Excel writes the separator into the first line where it is not the usual one.
  const [, told, rest] = /^sep=(.)\r?\n([\s\S]*)$/.exec(bare) ?? [];
  const rows = told === undefined ? split(bare, separatorOf(bare)) : split(rest ?? '', told);
  return trimmed(rows);
}

/** Without empty rows, and without empty columns at the end. */
export function trimmed(rows: readonly (readonly string[])[]): Sheet {
  const filled = rows.map((row) => row.map((cell) => cell.trim())).filter((row) => row.some((cell) => cell !== ''));
  const width = Math.max(0, ...filled.map((row) => row.findLastIndex((cell) => cell !== '') + 1));
  if (filled.length > mostRows || width > mostColumns) throw new Unreadable('too-large');
  if (filled.length === 0) throw new Unreadable('no-rows');
  return filled.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ''));
}

function separatorOf(text: string): string {
  const sample = text.slice(0, 50_000);
  let best: string = '\t';
  let most = 0;
  for (const separator of separators) {
    const widths = split(sample, separator, true)
      .slice(0, 20)
      .map((row) => row.length);
    const [first = 1] = widths;
    const alike = widths.filter((width) => width === first).length / Math.max(1, widths.length);
    const score = first < 2 ? 0 : (first - 1) * alike * alike;
    if (score > most) [best, most] = [separator, score];
  }
  return best;
}

/** `sample`: a quote may be left open at the end. */
function split(text: string, separator: string, sample = false): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      let end = text.indexOf('"', at + 1);
      let from = at + 1;
      while (end >= 0 && text[end + 1] === '"') {
        cell += text.slice(from, end + 1);
        from = end + 2;
        end = text.indexOf('"', from);
      }
      if (end < 0) {
        if (!sample) throw new Unreadable('open-quote');
        end = text.length;
      }
      cell += text.slice(from, end);
      at = end + 1;
    }
    const next = nextEnd(text, at, separator);
    cell += text.slice(at, next);
    row.push(cell);
    at = next;
    if (text[at] === separator) {
      at++;
      if (at === text.length) row.push('');
    } else {
      at += text.startsWith('\r\n', at) ? 2 : 1;
      rows.push(row);
      row = [];
      if (rows.length > mostRows * 2) throw new Unreadable('too-large');
    }
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

function nextEnd(text: string, from: number, separator: string): number {
  for (let at = from; at < text.length; at++) {
    const one = text[at];
    if (one === separator || one === '\n' || one === '\r') return at;
  }
  return text.length;
}
