/**
 * The questions asked before a record is signed, and once more on arrival: the profile's rules, whether it is in
 * turn, whether its guarded accounts allow it. Both sides ask the same functions.
 */
import { fullName, type LoadedType } from '../catalogue.ts';
import type { Finding, Key, Movement, Statement, Subject, View } from '../profile.ts';
import type { Refusal } from '../refusal.ts';
import { contributionOf } from './contribution.ts';
import type { FoldContext } from './fold.ts';
import { foldLifeCycle, next, type SubjectEvent } from './life-cycle.ts';
import { accountView } from './posting.ts';
import { type Posting, rowKey, type SubjectRow } from './rows.ts';
import type { RowName, WorkingSet } from './working-set.ts';

/** Tells which effects an issuer could know: by whom, and at which place of this institution's own order. */
export type Known = (by: { issuer: string; seq: number }) => boolean;

const everything: Known = () => true;

/** Registers, ledgers and records as the rules of one profile may see them. */
export function viewOf(rows: WorkingSet, context: FoldContext, profile: string, known: Known = everything): View {
  const { catalogue } = context;
  return {
    register(name: string, key: Key) {
      const row = rows.get('register', rowKey(fullName(profile, name), key));
      const owner = key[0] ?? '';
      const value = row?.statements.findLast((statement) => known({ issuer: owner, seq: statement.seq }))?.value;
      return value === null ? undefined : value;
    },
    account(name: string, key: Key) {
      const full = fullName(profile, name);
      const ledger = catalogue.ledger(full);
      return (
        ledger && accountView(ledger, rows.get('account', rowKey(full, key)), (posting: Posting) => known(posting))
      );
    },
    record(id: string): Subject | undefined {
      const row = rows.get('subject', id);
      return row && { ...row, state: stateKnown(context, row, known) };
    },
  };
}

function stateKnown(context: FoldContext, row: SubjectRow, known: Known): string {
  const cycle = context.catalogue.type(row.profile, row.type)?.declaration.lifeCycle;
  if (!cycle || known === everything) return row.state;
  const events = knownEvents(row.events, known);
  return foldLifeCycle(cycle, row.id, events, new Set(events.filter((e) => e.refused).map((e) => e.id))).state;
}

/** Known events whose whole past is known too. */
function knownEvents<T extends SubjectEvent & { issuer: string; seq: number }>(
  events: readonly T[],
  known: Known,
): T[] {
  const kept = new Map<string, T>();
  for (const event of events) if (known(event) && event.after.every((id) => kept.has(id))) kept.set(event.id, event);
  return [...kept.values()];
}

/** Findings of the profile's rules. */
export function ruleFindings(type: LoadedType, statement: Statement, view: View): Finding[] {
  return type.declaration.rules.flatMap((rule) => rule.check(statement, view));
}

/** Rows that the rules and postings of a statement will ask for, so that a batch is loaded at once. */
export function rowsNeeded(type: LoadedType, statement: Statement): RowName[] {
  const { profile, declaration } = type;
  const names: RowName[] = [];
  for (const rule of declaration.rules)
    for (const need of rule.reads?.(statement) ?? []) {
      if ('register' in need)
        names.push({ table: 'register', key: rowKey(fullName(profile.name, need.register), need.key) });
      else if ('ledger' in need)
        names.push({ table: 'account', key: rowKey(fullName(profile.name, need.ledger), need.key) });
      else names.push({ table: 'subject', key: need.record });
    }
  const { statements, movements } = contributionOf(type, statement);
  for (const { register, key } of statements) names.push({ table: 'register', key: rowKey(register, key) });
  for (const { ledger, key } of movements) names.push({ table: 'account', key: rowKey(ledger, key) });
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
 * Findings for debits beyond what is available once the record's own postings are in, and for debits to a frozen
 * account. A restated amount that does not rise is always allowed: it frees. What was issued before stands.
 */
export function guardFindings(
  rows: WorkingSet,
  context: FoldContext,
  type: LoadedType,
  statement: Statement,
  known: Known = everything,
  self: { id: string; seq: number } = { id: '', seq: Number.MAX_SAFE_INTEGER },
): Finding[] {
  const { movements } = contributionOf(type, statement);
  const findings: Finding[] = [];
  const accounts = new Map<string, Movement[]>();
  for (const movement of movements) {
    const kind = context.catalogue.ledger(movement.ledger)?.movements[movement.movement]?.kind;
    if (kind !== 'debit' && kind !== 'restate-debit') continue;
    const key = rowKey(movement.ledger, movement.key);
    accounts.set(key, [...(accounts.get(key) ?? []), movement]);
  }
  for (const [key, debits] of accounts) {
    const { ledger: name } = debits[0] as Movement;
    const ledger = context.catalogue.ledger(name);
    if (!ledger) continue;
    const row = rows.get('account', key);
    const before = accountView(ledger, row, known);
    if (!before) {
      findings.push({ code: 'ledger.unknown-account', severity: 'refuse', path: '', detail: { name } });
      continue;
    }
    const postings = debits
      .filter((m) => ledger.movements[m.movement]?.kind === 'restate-debit')
      .map((m) => ({ ...self, issuer: statement.issuer, movement: m.movement, slot: m.slot ?? '', amount: m.amount }));
    const added = debits
      .filter((m) => ledger.movements[m.movement]?.kind === 'debit')
      .reduce((sum, m) => sum + m.amount, 0n);
    const restated = accountView(
      ledger,
      { debits: row?.debits ?? {}, postings: [...(row?.postings ?? []), ...postings] },
      (p) => (p.id === self.id ? true : known(p)),
    );
    const rise = (restated?.debited ?? 0n) + added - before.debited;
    if (rise <= 0n) continue;
    if (before.frozen) findings.push({ code: 'ledger.frozen', severity: 'refuse', path: '', detail: { name } });
    else if (before.available < rise)
      findings.push({
        code: 'ledger.insufficient',
        severity: 'refuse',
        path: '',
        detail: {
          name,
          available: String(before.available),
          asked: String(rise),
          unit: ledger.unit,
          scale: ledger.scale,
        },
      });
  }
  return findings;
}

/** A refusal as a finding, so that one list tells a person everything. */
export function findingOf(refusal: Refusal): Finding {
  return { code: refusal.code, severity: 'refuse', path: refusal.path, detail: refusal.detail };
}
