/**
 * The questions asked before a record is signed, and once more on arrival: the profile's rules, whether it is in
 * turn; `guard.ts` asks whether its guarded accounts allow it. Both sides ask the same functions.
 */
import { type Catalogue, fullName, type LoadedType } from '../catalogue.ts';
import type { Finding } from '../finding.ts';
import type { Key, Offered, Rule, Statement, Subject, View } from '../profile.ts';
import type { Refusal } from '../refusal.ts';
import { effectiveKnown, everything, type Known, slotsKnown, stateKnown } from './as-of.ts';
import { contributionOf } from './contribution.ts';
import { type FoldContext, subjectOf } from './fold.ts';
import { hasInPast, next } from './life-cycle.ts';
import { offeredBy } from './offers.ts';
import { accountView } from './posting.ts';
import { keyParts, type Posted, type RegisterRow, rangeKey, rowKey, type SubjectRow, slotKey } from './rows.ts';
import { isSlotted } from './slots.ts';
import type { RowName, RowRange, WorkingSet } from './working-set.ts';

export { everything, type Known } from './as-of.ts';

/** Registers, ledgers and records as the rules of one profile may see them. */
export function viewOf(rows: WorkingSet, context: FoldContext, profile: string, known: Known = everything): View {
  const { catalogue } = context;
  const counts = (posted: Posted) => effectiveKnown(rows, context, posted, known);
  const stated = (row: RegisterRow | undefined) => row?.statements.findLast(counts);
  return {
    register(name: string, key: Key) {
      const row = rows.ask('register', rowKey(fullName(profile, name), key));
      return stated(row)?.value ?? undefined;
    },
    list(name: string, prefix: Key) {
      return rows.askRange('register', rangeKey(fullName(profile, name), prefix)).flatMap(({ key, row }) => {
        const last = stated(row);
        return last === undefined || last.value === null
          ? []
          : [{ key: keyParts(key), value: last.value, record: last.id }];
      });
    },
    account(name: string, key: Key) {
      const full = fullName(profile, name);
      const ledger = catalogue.ledger(full);
      const account = rowKey(full, key);
      const row = rows.ask('account', account);
      if (!row || !ledger || known === everything) return ledger && accountView(ledger, row);
      return accountView(ledger, slotsKnown(rows, context, account, row, known), counts);
    },
    record(id: string): Subject | undefined {
      const row = rows.ask('subject', id);
      return row && known(row) !== false ? subjectOf(row, stateKnown(rows, context, row, known)) : undefined;
    },
    offered(ledger: string, id: string): Offered | undefined {
      const row = rows.ask('subject', id);
      return row && known(row) !== false
        ? offeredBy(catalogue, ledger, row, stateKnown(rows, context, row, known))
        : undefined;
    },
    comesAfter(later: string, earlier: string): boolean {
      const parent = rows.ask('follow', later)?.parent;
      const row = parent === undefined ? undefined : rows.ask('subject', parent);
      return row !== undefined && hasInPast(row.events, later, earlier);
    },
  };
}

/** Findings of the profile's rules, as far as `self` is one of those who are asked. */
export function ruleFindings(type: LoadedType, statement: Statement, view: View, self: string): Finding[] {
  return type.declaration.rules.flatMap((rule) => (isAsked(rule, statement, self) ? rule.check(statement, view) : []));
}

function isAsked(rule: Rule, statement: Statement, self: string): boolean {
  return self === statement.issuer || (rule.askedOf?.(statement).includes(self) ?? true);
}

/** Rows that the rules and postings of a statement will ask for, so that a batch is loaded at once. */
export function rowsNeeded(
  catalogue: Catalogue,
  type: LoadedType,
  statement: Statement,
  self: string,
): (RowName | RowRange)[] {
  const names = rowsRead(type, statement, self);
  const { statements, movements } = contributionOf(type, statement);
  for (const { register, key } of statements) names.push({ table: 'register', key: rowKey(register, key) });
  const accounts = new Set<string>();
  const slots = new Set<string>();
  const records = new Set<string>();
  for (const { ledger, key, movement, slot = '', opened } of movements) {
    const account = rowKey(ledger, key);
    accounts.add(account);
    if (isSlotted(catalogue.ledger(ledger), movement)) slots.add(slotKey(account, slot));
    if (opened !== undefined) records.add(opened);
  }
  for (const key of accounts) names.push({ table: 'account', key });
  for (const key of slots) names.push({ table: 'slot', key });
  for (const key of records) names.push({ table: 'subject', key });
  return names;
}

/** Rows that the rules of a statement say they will look at. */
export function rowsRead(type: LoadedType, statement: Statement, self: string): (RowName | RowRange)[] {
  const { profile, declaration } = type;
  const names: (RowName | RowRange)[] = [];
  const asked = declaration.rules.filter((one) => isAsked(one, statement, self));
  // Rules that look at the same rows have one function to say which.
  for (const reads of new Set(asked.flatMap((rule) => rule.reads ?? [])))
    for (const need of reads(statement)) {
      if ('prefix' in need)
        names.push({ table: 'register', from: rangeKey(fullName(profile.name, need.register), need.prefix) });
      else if ('register' in need)
        names.push({ table: 'register', key: rowKey(fullName(profile.name, need.register), need.key) });
      else if ('ledger' in need)
        names.push({ table: 'account', key: rowKey(fullName(profile.name, need.ledger), need.key) });
      else names.push({ table: 'subject', key: need.record });
    }
  return names;
}

/** A finding when the follow-up is not allowed in its subject's present state. */
export function turnFinding(
  context: FoldContext,
  type: LoadedType,
  statement: Statement,
  subject: SubjectRow,
): Finding[] {
  const cycle = context.catalogue.type(subject.profile, subject.type)?.declaration.lifeCycle;
  const event = type.declaration.follows?.event(statement.claims) ?? '';
  const side = statement.issuer === subject.issuer ? 'issuer' : 'recipient';
  if (cycle && next(cycle, subject.state, { event, side }) !== undefined) return [];
  return [{ code: 'state.out-of-turn', severity: 'refuse', path: '', detail: { state: subject.state, event } }];
}

/**
 * The least stated time (ms) at which a statement comes after what its issuer stated before for the same register
 * keys and restated amounts; 0 when there is none. Of two with one time the higher id would hold, whichever was
 * meant, so the issuer's own server must keep them apart.
 */
export function leastTime(
  rows: WorkingSet,
  { catalogue }: Pick<FoldContext, 'catalogue'>,
  type: LoadedType,
  statement: Statement,
): number {
  const { statements, movements } = contributionOf(type, statement);
  const times = [
    ...statements.flatMap(({ register, key }) => rows.get('register', rowKey(register, key))?.statements ?? []),
    ...movements.flatMap(({ ledger, key, movement, slot = '' }): readonly Posted[] => {
      const account = rowKey(ledger, key);
      if (isSlotted(catalogue.ledger(ledger), movement)) {
        const { postings = [] } = rows.get('slot', slotKey(account, slot)) ?? {};
        return postings.filter(({ amounts }) => amounts[movement] !== undefined);
      }
      const { postings = [] } = rows.get('account', account) ?? {};
      return postings.filter((posting) => posting.movement === movement && posting.slot === slot);
    }),
  ]
    .filter(({ issuer }) => issuer === statement.issuer)
    .map(({ time }) => time + 1);
  return Math.max(0, ...times);
}

/** A refusal as a finding, so that one list tells a person everything. */
export function findingOf(refusal: Refusal): Finding {
  return { code: refusal.code, severity: 'refuse', path: refusal.path, detail: refusal.detail };
}
