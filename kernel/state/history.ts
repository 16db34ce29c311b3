/** A register row over time: what was stated, what was in force on a day, and who held it in writing by then. */
import type { Json } from '../canonical.ts';
import { fullName } from '../catalogue.ts';
import type { RegisterView } from '../question.ts';
import { type RegisterRow, rangeKey, rowKey } from './rows.ts';
import type { WorkingSet } from './working-set.ts';

/** Times in ms since 1970. */
export interface DatedStatement {
  readonly record: string;
  readonly issuer: string;
  readonly value: Json;
  /** Stated time. */
  readonly time: number;
  /** False for what was refused, superseded or out of turn. */
  readonly effective: boolean;
  /** First cosignature of each recipient whose channel tells, ascending by institution. */
  readonly known: readonly { readonly institution: string; readonly time: number }[];
}

export interface AsOf {
  readonly time: number;
  /** The record whose statement was in force by stated time; absent when nothing was stated, or it was taken out. */
  readonly inForce?: string;
  /** Of each recipient that tells, the last effective statement it had cosigned; without a record: none. */
  readonly known: readonly { readonly institution: string; readonly record?: string }[];
}

/** `statements` in their owner's order. Both ends of a channel hold the same ones, so they get the same answer. */
export function asOf(statements: readonly DatedStatement[], time: number): AsOf {
  const effective = statements.filter((statement) => statement.effective);
  const last = effective.findLast((statement) => statement.time <= time);
  const institutions = new Set(statements.flatMap(({ known }) => known.map(({ institution }) => institution)));
  const known = [...institutions].sort().map((institution) => {
    const by = (statement: DatedStatement) =>
      statement.known.some((one) => one.institution === institution && one.time <= time);
    const record = effective.findLast(by)?.record;
    return { institution, ...(record !== undefined && { record }) };
  });
  return { time, ...(last && last.value !== null && { inForce: last.record }), known };
}

/**
 * The registers of a profile as of an instant (ms since 1970) by stated time: what is stated later never shows. What
 * was refused, superseded or out of turn was never in force, also where that was told later.
 */
export function viewAsOf(rows: WorkingSet, profile: string, at: number): RegisterView {
  const stated = (row: RegisterRow | undefined) => row?.statements.findLast(({ counts, time }) => counts && time <= at);
  return {
    register: (name, key) => stated(rows.get('register', rowKey(fullName(profile, name), key)))?.value ?? undefined,
    list: (name, prefix) =>
      rows.range('register', rangeKey(fullName(profile, name), prefix)).flatMap(({ key, row }) => {
        const last = stated(row);
        return last === undefined || last.value === null
          ? []
          : [{ key: (JSON.parse(key) as string[]).slice(1), value: last.value, record: last.id }];
      }),
  };
}

const day = /^\d{4}-\d\d-\d\d$/;
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;

/** The last millisecond of a UTC day, `2026-11-03`, or an RFC 3339 instant; undefined for any other text. */
export function parseAsOf(text: string): number | undefined {
  if (!day.test(text) && !instant.test(text)) return undefined;
  const date = text.slice(0, 10);
  const start = Date.parse(`${date}T00:00:00Z`);
  // Some readers take the 31st of February for the 3rd of March.
  if (Number.isNaN(start) || new Date(start).toISOString().slice(0, 10) !== date) return undefined;
  if (day.test(text)) return start + 86_400_000 - 1;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}
