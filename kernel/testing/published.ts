/** The state of an institution in the one form that all who hold the same records can compare. */
import { canonical, type Json, type JsonObject } from '../canonical.ts';
import type { Catalogue } from '../catalogue.ts';
import { accountView } from '../state/posting.ts';
import type { AccountRow, RegisterRow, Rows, SubjectRow, Table } from '../state/rows.ts';

/** A row with its name, as storage gives it. */
export interface NamedRow {
  readonly table: Table;
  readonly key: string;
  readonly row: Rows[Table];
}

/**
 * Canonical JSON of subjects, registers and accounts; tables of other kinds are passed over. Nothing local is in
 * it, neither order of arrival nor records that their contents rule out, which not every party needs to hold.
 */
export function publishedState(rows: Iterable<NamedRow>, catalogue: Catalogue): string {
  const subjects: Record<string, Json> = {};
  const registers: Record<string, Json> = {};
  const accounts: Record<string, Json> = {};
  for (const { table, key, row } of rows) {
    if (table === 'subject') put(subjects, key, publishedSubject(row as SubjectRow));
    if (table === 'register') put(registers, key, publishedRegister(row as RegisterRow));
    if (table === 'account') put(accounts, key, publishedAccount(key, row as AccountRow, catalogue));
  }
  return canonical({ accounts, registers, subjects });
}

function put(list: Record<string, Json>, key: string, value: JsonObject | undefined): void {
  if (value) list[key] = value;
}

function publishedSubject({ state, since, events, invalid }: SubjectRow): JsonObject | undefined {
  if (invalid) return undefined;
  const valid = events.filter((event) => event.invalid === undefined);
  return { state, since, outcomes: Object.fromEntries(valid.map(({ id, outcome }) => [id, outcome])) };
}

function publishedRegister({ statements }: RegisterRow): JsonObject | undefined {
  const last = statements.findLast((statement) => statement.counts);
  return last && last.value !== null ? { id: last.id, value: last.value } : undefined;
}

function publishedAccount(key: string, row: AccountRow, catalogue: Catalogue): JsonObject | undefined {
  const [name] = JSON.parse(key) as [string];
  const ledger = catalogue.ledger(name);
  const view = ledger && accountView(ledger, row);
  if (!view) return undefined;
  const sums = Object.fromEntries([...view.byMovement].map(([movement, sum]) => [movement, String(sum)]));
  return { available: String(view.available), frozen: view.frozen, sums };
}
