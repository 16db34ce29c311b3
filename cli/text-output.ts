/** Plain text for people: columns, times, states. Stable, so that it can be read over the telephone. */
import type { Catalogue } from '../kernel/catalogue.ts';
import type { Language } from '../kernel/finding.ts';
import { type CliWord, cliWords, say } from './words.ts';

/** Local time in ISO 8601 with its zone: `2026-11-21T22:00:00+04:00`. */
export function localTime(time: number): string {
  const offset = -new Date(time).getTimezoneOffset();
  const sign = offset < 0 ? '-' : '+';
  const two = (number: number) => String(number).padStart(2, '0');
  const zone = `${sign}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
  return new Date(time + offset * 60_000).toISOString().slice(0, 19) + zone;
}

/**
 * Columns as wide as their longest cell; the last one is not padded. Where `room`, the characters of a terminal's line,
 * is less than that, each row stands as names and values, with an empty line between rows.
 */
export function table(head: readonly string[], rows: readonly (readonly string[])[], room?: number): string {
  const lines = [head, ...rows].map((row) => row.map(printable));
  const widths = head.map((_, column) => Math.max(...lines.map((row) => width(row[column] ?? ''))));
  const whole = widths.reduce((sum, one) => sum + one + 2, -2);
  if (room !== undefined && whole > room && rows.length > 0)
    return rows.map((row) => pairs(head.map((name, column) => [name, row[column] ?? '']))).join('\n');
  return lines
    .map(
      (row) =>
        `${row
          .map((cell, i) => pad(cell, widths[i]!))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

/** Names and values, one to a line. Empty values are left out. */
export function pairs(rows: readonly (readonly [string, string])[], indent = ''): string {
  const shown = rows.filter(([, value]) => value !== '');
  const widest = Math.max(0, ...shown.map(([name]) => width(name)));
  return shown.map(([name, value]) => `${indent}${pad(name, widest)}  ${printable(value)}\n`).join('');
}

/** What others wrote never moves the cursor, rings the bell, or turns the line around. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, ' ');
}

function width(text: string): number {
  return Array.from(text).length;
}

function pad(text: string, to: number): string {
  return text + ' '.repeat(Math.max(0, to - width(text)));
}

export function shortId(id: string): string {
  return id.slice(0, 12);
}

/** A state in the words of its profile, else in the kernel's own; an unknown one as it is. */
export function stateText(
  catalogue: Catalogue,
  { profile, type, state }: { readonly profile: string; readonly type: string; readonly state: string },
  language: Language,
): string {
  const own = catalogue.type(profile, type)?.declaration.lifeCycle?.states[state]?.[language];
  const word = `state-${state}`;
  return own ?? (isWord(word) ? say(word, language) : state);
}

const stateWord = 'state-';
/** States that the kernel gives to records without a life cycle of their own. */
export const outcomes = Object.keys(cliWords)
  .filter((word) => word.startsWith(stateWord))
  .map((word) => word.slice(stateWord.length));

function isWord(name: string): name is CliWord {
  return Object.hasOwn(cliWords, name);
}

export function typeText(catalogue: Catalogue, profile: string, type: string, language: Language): string {
  return catalogue.type(profile, type)?.declaration.title[language] ?? `${profile}/${type}`;
}
