/**
 * What a draft would change. It is folded into rows that lie over those that are, and the rules of the records it
 * may touch are asked of both: what only one of them gives is the draft's doing. Nothing below is changed.
 */
import type { Catalogue, LoadedType } from '../catalogue.ts';
import type { Finding } from '../finding.ts';
import type { AccountView, AmountOf, Key, LedgerDeclaration, Statement, View } from '../profile.ts';
import { ruleFindings } from './assess.ts';
import { accountView } from './posting.ts';
import type { AccountRow, Rows, Table } from './rows.ts';
import { type ChangedRow, type InRange, type Ranged, WorkingSet } from './working-set.ts';

/** Rows over others: what is put here hides what lies below; what neither has is asked of storage for below. */
export class Overlay extends WorkingSet {
  readonly #below: WorkingSet;

  constructor(below: WorkingSet) {
    super();
    this.#below = below;
  }

  override get<T extends Table>(table: T, key: string): Rows[T] | undefined {
    return super.has(table, key) ? super.get(table, key) : this.#below.get(table, key);
  }

  override has(table: Table, key: string): boolean {
    return super.has(table, key) || this.#below.has(table, key);
  }

  override range<T extends Ranged>(table: T, from: string): readonly InRange<T>[] {
    const rows = new Map(this.#below.range(table, from).map((row) => [row.key, row]));
    super.provideRange(table, from, []);
    for (const row of super.range(table, from)) rows.set(row.key, row);
    return [...rows.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  override hasRange(table: Ranged, from: string): boolean {
    return this.#below.hasRange(table, from);
  }

  override provide<T extends Table>(table: T, key: string, row: Rows[T] | undefined): void {
    this.#below.provide(table, key, row);
  }

  override provideRange(table: Ranged, from: string, stored: Iterable<string>): void {
    this.#below.provideRange(table, from, stored);
  }
}

/** Refusals that only one of two views gives. */
export interface Difference {
  /** Given only with the draft in effect. */
  readonly hit: readonly Finding[];
  /** Given only without it. */
  readonly freed: readonly Finding[];
}

/**
 * Asks a record's own rules of both views. What is refused at the same place with the same code either way is no
 * difference, whatever its figures: a record that was refused before is not hit by being refused again.
 */
export function differenceIn(
  type: LoadedType,
  statement: Statement,
  self: string,
  without: View,
  within: View,
): Difference {
  const refusals = (view: View) =>
    ruleFindings(type, statement, view, self).filter(({ severity }) => severity === 'refuse');
  const before = refusals(without);
  const after = refusals(within);
  return { hit: surplus(after, before), freed: surplus(before, after) };
}

function surplus(findings: readonly Finding[], others: readonly Finding[]): Finding[] {
  const place = ({ code, path }: Finding) => JSON.stringify([code, path]);
  const figures = ({ detail = {} }: Finding) => JSON.stringify(Object.entries(detail).sort());
  const elsewhere = Map.groupBy(others, place);
  return [...Map.groupBy(findings, place)].flatMap(([at, found]) => {
    const known = elsewhere.get(at);
    if (!known) return found;
    const told = new Set(known.map(figures));
    return found.filter((finding) => !told.has(figures(finding))).slice(0, Math.max(0, found.length - known.length));
  });
}

/** An account that a draft posts to, as it stands and as it would. */
export interface AccountChange {
  /** `profile/name`. */
  readonly name: string;
  readonly ledger: LedgerDeclaration;
  readonly key: Key;
  readonly before: AccountView;
  readonly after: AccountView;
}

const untouched: AccountView = {
  available: 0n,
  credited: 0n,
  debited: 0n,
  settled: 0n,
  frozen: false,
  byMovement: new Map(),
};

/** Accounts among the rows that folding a draft changed, ascending by key. */
export function accountChanges(
  changes: readonly ChangedRow[],
  below: WorkingSet,
  catalogue: Catalogue,
): AccountChange[] {
  const found: AccountChange[] = [];
  for (const { table, key: rowKey, row } of changes) {
    if (table !== 'account') continue;
    const [name = '', ...key] = JSON.parse(rowKey) as string[];
    const ledger = catalogue.ledger(name);
    if (!ledger) continue;
    const before = accountView(ledger, below.get('account', rowKey)) ?? untouched;
    const after = accountView(ledger, row as AccountRow) ?? untouched;
    found.push({ name, ledger, key, before, after });
  }
  return found.sort((a, b) => (JSON.stringify([a.name, a.key]) < JSON.stringify([b.name, b.key]) ? -1 : 1));
}

/** True when a draft leaves less than nothing to debit: what was issued stands, and nothing more can be. */
export function overdraws({ before, after }: AccountChange): boolean {
  return after.available < 0n && after.available < before.available;
}

/** The amounts of a record that findings are about: those of the measured parts that they point into, or nearest to. */
export function amountsAt(amounts: readonly AmountOf[], findings: readonly Finding[]): readonly AmountOf[] {
  const parts = new Set(amounts.flatMap(({ path }) => path ?? []));
  const pointed = new Set(findings.flatMap(({ path }) => partsAt([...parts], path)));
  return amounts.filter(({ path }) => path === undefined || pointed.has(path));
}

/**
 * The parts that a pointer stands in; else those below it, or below the nearest that has any. None for an item of a
 * list whose other items are measured and it is not.
 */
function partsAt(parts: readonly string[], path: string): readonly string[] {
  const around = parts.filter((part) => isWithin(path, part));
  if (around.length > 0) return around;
  let item = false;
  for (let above = path; above !== ''; above = above.slice(0, above.lastIndexOf('/'))) {
    const below = parts.filter((part) => isWithin(part, above));
    if (below.length > 0) return item ? [] : below;
    item = /\/\d+$/.test(above);
  }
  return parts;
}

function isWithin(path: string, part: string): boolean {
  return path === part || path.startsWith(`${part}/`);
}
