/** Tables for spreadsheets (RFC 4180), in UTF-8 with the mark by which spreadsheets know it. */
import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

export type Cell = string | number;

/** A text that a spreadsheet would take for a formula is kept a text: an apostrophe goes before it. */
export function csvCell(cell: Cell): string {
  const text = typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

export const csvStart = '\ufeff';

export function sendCsv(reply: FastifyReply, name: string, lines: AsyncIterable<string> | string): FastifyReply {
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}.csv"`)
    .send(typeof lines === 'string' ? csvStart + lines : Readable.from(withStart(lines)));
}

async function* withStart(lines: AsyncIterable<string>): AsyncIterable<string> {
  yield csvStart;
  yield* lines;
}
