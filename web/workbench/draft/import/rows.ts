/** Cells of a sheet as members of claims, with what is wrong in them. */
import type { Json, JsonObject } from '../../../../kernel/canonical.ts';
import { counterOf, numbered } from '../form/blanks.ts';
import { put } from '../form/json-edit.ts';
import { isRecordId } from '../form/record-found.ts';
import type { Field, LeafField } from '../form/schema-fields.ts';
import { codesAt, type Naming } from '../form/words-of-fields.ts';
import { type Column, codeMeant } from './columns.ts';
import type { Sheet } from './delimited.ts';

export type CellFault =
  | 'not-a-number'
  | 'thousands'
  | 'not-a-day'
  | 'not-a-code'
  | 'not-yes-or-no'
  | 'too-long'
  | 'not-so'
  | 'missing';

export interface ReadCell {
  readonly value?: Json;
  readonly fault?: CellFault;
}

export interface ReadRow {
  readonly value: Json;
  /** By column. */
  readonly faults: ReadonlyMap<number, CellFault>;
}

export interface Reading {
  readonly naming: Naming;
  /** Of texts. */
  readonly language: string;
  /** Numbers stand as a program stores them: a point is the decimal mark. */
  readonly stored: boolean;
}

/** Rows are numbered on after those that are there already. */
export function readRows(
  sheet: Sheet,
  columns: readonly Column[],
  item: Field,
  before: readonly Json[],
  reading: Reading,
): readonly ReadRow[] {
  const rows: Json[] = [...before];
  return sheet.map((cells) => {
    let row: JsonObject = {};
    const faults = new Map<number, CellFault>();
    columns.forEach(({ target, unit }, at) => {
      if (target === undefined) return;
      const cell = cells[at] ?? '';
      if (cell === '') {
        if (target.required) faults.set(at, 'missing');
        return;
      }
      const { value, fault } = readCell(cell, target.field, target.names, reading);
      if (fault !== undefined) faults.set(at, fault);
      if (value === undefined) return;
      row = put(row, target.path, value);
      if (unit !== undefined && target.unit !== undefined) row = put(row, target.unit.path, unit);
    });
    const value = Object.hasOwn(row, counterOf(item)?.name ?? '') ? row : numbered(item, rows, row);
    rows.push(value);
    return { value, faults };
  });
}

/** What cannot be read is taken as it stands, for the form to show it at its field. */
export function readCell(text: string, field: LeafField, names: string, reading: Reading): ReadCell {
  const { naming, language, stored } = reading;
  switch (field.kind) {
    case 'decimal':
    case 'measure':
      return decimalIn(text, field.kind === 'decimal' && field.signed, stored);
    case 'integer': {
      const { value } = decimalIn(text, true, stored);
      return typeof value === 'string' && /^-?[0-9]{1,15}$/.test(value)
        ? { value: Number(value) }
        : { value: text, fault: 'not-a-number' };
    }
    case 'day':
    case 'moment':
      return dayIn(text, field.kind === 'moment');
    case 'flag': {
      const said = yesOrNo(text);
      if (said === undefined) return { fault: 'not-yes-or-no' };
      return said || !field.only ? { value: said } : {};
    }
    case 'select': {
      const code = field.values.includes(text) ? text : codeMeant(codesAt(naming, names) ?? {}, text);
      return code !== undefined && field.values.includes(code) ? { value: code } : { value: text, fault: 'not-a-code' };
    }
    case 'stated':
      return { value: { text, language }, ...(text.length > field.text.most && { fault: 'too-long' as const }) };
    case 'text': {
      const code = codeMeant(codesAt(naming, names) ?? {}, text) ?? text;
      if (code.length > field.most) return { value: code, fault: 'too-long' };
      const fits = field.pattern === undefined || new RegExp(field.pattern, 'u').test(code);
      return { value: code, ...(!fits && { fault: 'not-so' as const }) };
    }
    case 'record':
      return { value: text, ...(!isRecordId(text) && { fault: 'not-so' as const }) };
    default:
      return {};
  }
}

/**
 * `18 000,5`, `18,000.50`, `1.234.567,8`: the last mark of two kinds is the decimal one, and so is a mark that stands once,
 * also where three digits follow it as they would
 * a thousand: that is said.
 */
export function decimalIn(text: string, signed: boolean, stored: boolean): ReadCell {
  const bare = text.replace(/[\s\u00A0\u202F']/g, '').replace(/^\u2212/, '-');
  const fault: ReadCell = { value: text, fault: 'not-a-number' };
  if (!(signed ? /^-?[0-9][0-9.,]*$/ : /^[0-9][0-9.,]*$/).test(bare)) return fault;
  const marks = bare.replace(/[^.,]/g, '');
  let plain = bare;
  if (new Set(marks).size === 2) {
    const decimal = marks.at(-1) ?? '';
    const thousands = decimal === ',' ? '.' : ',';
    if (marks.indexOf(decimal) !== marks.length - 1) return fault;
    const whole = bare.slice(0, bare.indexOf(decimal));
    if (!/^-?[0-9]{1,3}([.,][0-9]{3})+$/.test(whole)) return fault;
    plain = bare.replaceAll(thousands, '').replace(decimal, '.');
  } else if (marks.length > 1) {
    if (!/^-?[0-9]{1,3}([.,][0-9]{3})+$/.test(bare)) return fault;
    plain = bare.replace(/[.,]/g, '');
  } else plain = bare.replace(',', '.');
  const unsure = !stored && marks.length === 1 && /^-?[1-9][0-9]{0,2}[.,][0-9]{3}$/.test(bare);
  if (!/^-?[0-9]+(\.[0-9]+)?$/.test(plain)) return fault;
  return { value: plain.replace(/^(-?)0+(?=[0-9])/, '$1'), ...(unsure && { fault: 'thousands' as const }) };
}

function dayIn(text: string, orMoment: boolean): ReadCell {
  const [, year, month, day, time] =
    /^([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[T ]([0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:[0-9]{2})?))?$/.exec(
      text,
    ) ?? [];
  // Day before month, as both countries write it.
  const [, dayFirst, second, last, lateTime] =
    /^([0-9]{1,2})[./]([0-9]{1,2})[./]([0-9]{4})(?:,?\s+([0-9]{2}:[0-9]{2}(?::[0-9]{2})?))?$/.exec(text) ?? [];
  const two = (digits: string) => digits.padStart(2, '0');
  const iso = year === undefined ? `${last}-${two(second ?? '')}-${two(dayFirst ?? '')}` : `${year}-${month}-${day}`;
  const at = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== iso) return { value: text, fault: 'not-a-day' };
  const clock = time ?? lateTime;
  if (!orMoment || clock === undefined) return { value: iso };
  return {
    value: `${iso}T${/^[0-9]{2}:[0-9]{2}(?!:)/.test(clock) ? clock.replace(/^([0-9]{2}:[0-9]{2})/, '$1:00') : clock}`,
  };
}

const yes = new Set(['true', '1', 'yes', 'bəli', 'hə', 'да', '+', 'x', '✓']);
const no = new Set(['false', '0', 'no', 'xeyr', 'yox', 'нет', '-', '–']);

function yesOrNo(text: string): boolean | undefined {
  const word = text.trim().toLowerCase();
  return yes.has(word) ? true : no.has(word) ? false : undefined;
}
