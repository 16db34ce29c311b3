/** Tables as RFC 4180 writes them, UTF-8 without a mark before it. */

/**
 * A cell that begins so is taken for a formula by spreadsheets, and then acts: an apostrophe before it keeps it a text.
 * Numbers are given as numbers, so that a minus of theirs stays.
 */
const acts = /^[=+\-@\t\r]/;

export function csv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = acts.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
