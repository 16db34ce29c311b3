/**
 * The questions asked before a record is signed, and once more on arrival: the profile's rules, whether it is in
 * turn, whether its guarded accounts allow it. Both sides ask the same functions.
 */
import { fullName, type LoadedType } from '../catalogue.ts';
import type { Finding } from '../finding.ts';
import type {
  AccountView,
  Key,
  LedgerDeclaration,
  Movement,
  MovementKind,
  Offered,
  Rule,
  Statement,
  Subject,
  View,
} from '../profile.ts';
import type { Refusal } from '../refusal.ts';
import { effectiveKnown, everything, type Known, pastKnown, refusedBy, stateKnown, surelyEffective } from './as-of.ts';
import { contributionOf } from './contribution.ts';
import { type FoldContext, type Folding, subjectOf } from './fold.ts';
import { next } from './life-cycle.ts';
import { offeredBy } from './offers.ts';
import { accountView } from './posting.ts';
import { formatDecimal } from './quantity.ts';
import {
  type AccountRow,
  keyParts,
  type Posted,
  type Posting,
  type RegisterRow,
  rangeKey,
  rowKey,
  type SubjectRow,
} from './rows.ts';
import type { RowName, RowRange, WorkingSet } from './working-set.ts';

export { everything, type Known } from './as-of.ts';

/** Registers, ledgers and records as the rules of one profile may see them. */
export function viewOf(rows: WorkingSet, context: FoldContext, profile: string, known: Known = everything): View {
  const { catalogue } = context;
  const counts = (posted: Posted) => effectiveKnown(rows, context, posted, known);
  const stated = (row: RegisterRow | undefined) => row?.statements.findLast(counts)?.value ?? undefined;
  return {
    register(name: string, key: Key) {
      const row = rows.ask('register', rowKey(fullName(profile, name), key));
      return stated(row);
    },
    list(name: string, prefix: Key) {
      return rows.askRange(rangeKey(fullName(profile, name), prefix)).flatMap(({ key, row }) => {
        const value = stated(row);
        return value === undefined ? [] : [{ key: keyParts(key), value }];
      });
    },
    account(name: string, key: Key) {
      const full = fullName(profile, name);
      const ledger = catalogue.ledger(full);
      const row = rows.ask('account', rowKey(full, key));
      return ledger && (known === everything ? accountView(ledger, row) : accountView(ledger, row, counts));
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
export function rowsNeeded(type: LoadedType, statement: Statement, self: string): (RowName | RowRange)[] {
  const names = rowsRead(type, statement, self);
  const { statements, movements } = contributionOf(type, statement);
  for (const { register, key } of statements) names.push({ table: 'register', key: rowKey(register, key) });
  for (const { ledger, key, opened } of movements) {
    names.push({ table: 'account', key: rowKey(ledger, key) });
    if (opened !== undefined) names.push({ table: 'subject', key: opened });
  }
  return names;
}

/** Rows that the rules of a statement say they will look at. */
export function rowsRead(type: LoadedType, statement: Statement, self: string): (RowName | RowRange)[] {
  const { profile, declaration } = type;
  const names: (RowName | RowRange)[] = [];
  for (const rule of declaration.rules.filter((one) => isAsked(one, statement, self)))
    for (const need of rule.reads?.(statement) ?? []) {
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
 * Findings for debits beyond what is available once the record's own postings are in, and for debits to a frozen
 * account. A restated amount that does not rise is always allowed: it frees. What was issued before stands. Only the
 * issuer and the institutions that an account's key names can tell, for they hold what feeds it. Ask before the record is
 * folded, or of one that `lateDebits` names. With `basis`, only what is certain is found: whatever may have given the issuer
 * room did, whatever it may not have known of did not bind it; but what `asked` has refused of it gives none, or an amount
 * that was refused could be had by restating it before that is heard of.
 */
export function guardFindings(
  rows: WorkingSet,
  context: FoldContext,
  type: LoadedType,
  statement: Statement,
  asked: string,
  basis: Known = everything,
  self: Pick<Folding, 'id' | 'seq' | 'apart'> = { id: '', seq: Number.MAX_SAFE_INTEGER },
): Finding[] {
  const findings: Finding[] = [];
  const known = basis === everything ? everything : refusedBy(asked, statement.issuer, basis);
  const debits = contributionOf(type, statement).movements.filter(
    ({ ledger, key, movement }) =>
      (asked === statement.issuer || key.includes(asked)) &&
      isDebit(context.catalogue.ledger(ledger)?.movements[movement]?.kind),
  );
  for (const [key, movements] of Map.groupBy(debits, (m) => rowKey(m.ledger, m.key))) {
    const { ledger: name } = movements[0] as Movement;
    const ledger = context.catalogue.ledger(name) as LedgerDeclaration;
    // What still waits may have restated an amount, and so made room, before this record: `lateDebits` will tell.
    if (self.apart && Object.values(ledger.movements).some(({ kind }) => kind === 'restate-debit')) continue;
    const row = rows.get('account', key);
    const own = movements.map(({ movement, slot, amount }) => {
      const { time, issuer, to } = statement;
      const by = { id: self.id, seq: self.seq, time, issuer, to, counts: true };
      return { ...by, movement, slot: slot ?? '', amount };
    });
    const restated = restatedBy(row, own).filter((posting) => effectiveKnown(rows, context, posting, known));
    const rise =
      debitedBy(ledger, [...restated.filter(({ id }) => id !== self.id), ...own]) - debitedBy(ledger, restated);
    if (rise <= 0n) continue;
    const { available = 0n, frozen = false } = issuersView(rows, context, ledger, row, known) ?? {};
    if (rise <= available && !frozen) continue;
    if (!frozen && known !== everything && !knowsCredits(rows, ledger, asked, movements)) continue;
    const account = (movements[0] as Movement).key.join(' / ');
    const figure = (amount: bigint) => formatDecimal(amount, ledger.scale);
    const figures = { account, available: figure(available), asked: figure(rise), unit: ledger.unit };
    findings.push(
      frozen
        ? { code: 'ledger.frozen', severity: 'refuse', path: '', detail: { name, account } }
        : { code: 'ledger.insufficient', severity: 'refuse', path: '', detail: { name, ...figures } },
    );
  }
  return findings;
}

/** Postings of an account that `own` may take the place of: all others have the same part in it before and after. */
function restatedBy(row: AccountRow | undefined, own: readonly Posting[]): readonly Posting[] {
  const isOwn = (one: Posting) => (other: Posting) =>
    other.slot === one.slot && other.movement === one.movement && other.issuer === one.issuer;
  return row?.postings.filter((posting) => own.some(isOwn(posting))) ?? [];
}

const debitedBy = (ledger: LedgerDeclaration, postings: readonly Posting[]): bigint =>
  accountView(ledger, { debits: {}, postings }, () => true)?.debited ?? 0n;

/** Whether `asked` holds what was credited: its own, or that of the record which opened the account. */
function knowsCredits(rows: WorkingSet, ledger: LedgerDeclaration, asked: string, movements: readonly Movement[]) {
  const credits = Object.values(ledger.movements).filter(({ kind }) => kind === 'credit' || kind === 'restate-credit');
  const isCreditor = credits.every(({ by }) => by.same === 'institution' && movements[0]?.key[by.key] === asked);
  return isCreditor || movements.every(({ opened }) => opened === undefined || rows.get('subject', opened));
}

/**
 * The least stated time (ms) at which a statement comes after what its issuer stated before for the same register
 * keys and restated amounts; 0 when there is none. Of two with one time the higher id would hold, whichever was
 * meant, so the issuer's own server must keep them apart.
 */
export function leastTime(rows: WorkingSet, type: LoadedType, statement: Statement): number {
  const { statements, movements } = contributionOf(type, statement);
  const times = [
    ...statements.flatMap(({ register, key }) => rows.get('register', rowKey(register, key))?.statements ?? []),
    ...movements.flatMap(({ ledger, key, movement, slot = '' }) => {
      const postings = rows.get('account', rowKey(ledger, key))?.postings ?? [];
      return postings.filter((posting) => posting.movement === movement && posting.slot === slot);
    }),
  ]
    .filter(({ issuer }) => issuer === statement.issuer)
    .map(({ time }) => time + 1);
  return Math.max(0, ...times);
}

/**
 * Debits that were folded, and asked about, while this earlier record of their issuer still waited: with it in,
 * they may go too far. Ask `guardFindings` about each again, with its own basis. Ids in the order of their seq.
 */
export function lateDebits(rows: WorkingSet, type: LoadedType, statement: Statement, seq: number): string[] {
  const later = new Map<string, number>();
  for (const { ledger, key } of contributionOf(type, statement).movements)
    for (const posting of rows.get('account', rowKey(ledger, key))?.postings ?? [])
      if (posting.issuer === statement.issuer && posting.seq > seq) later.set(posting.id, posting.seq);
  return [...later].sort(([, a], [, b]) => a - b).map(([id]) => id);
}

function isDebit(kind: MovementKind | undefined): boolean {
  return kind === 'debit' || kind === 'restate-debit';
}

/** The account as its debiter knew it, at its roomiest where that cannot be told. */
function issuersView(
  rows: WorkingSet,
  context: FoldContext,
  ledger: LedgerDeclaration,
  row: AccountRow | undefined,
  known: Known,
): AccountView | undefined {
  if (!row) return undefined;
  if (known === everything) return accountView(ledger, row);
  const kindOf = (posting: Posting) => ledger.movements[posting.movement]?.kind;
  const isSure = ({ id }: Posting) => pastKnown(rows, id, known) && surelyEffective(rows, context, id, known);
  const postings: Posting[] = [];
  for (const posting of row.postings) {
    if (!effectiveKnown(rows, context, posting, known)) continue;
    const kind = kindOf(posting);
    const certain = known(posting) === true && ((kind !== 'freeze' && kind !== 'settle') || isSure(posting));
    if (kind === 'freeze' && !certain) continue;
    if ((kind === 'restate-credit' || kind === 'settle') && !certain) {
      const restated = postings.findLast(
        ({ issuer, movement, slot }) =>
          issuer === posting.issuer && movement === posting.movement && slot === posting.slot,
      );
      if (kind === 'restate-credit' && restated && restated.amount > posting.amount) continue;
      if (kind === 'settle' && (restated?.amount ?? 0n) < posting.amount) continue;
    }
    postings.push(posting);
  }
  return accountView(ledger, { debits: row.debits, postings }, () => true);
}

/** A refusal as a finding, so that one list tells a person everything. */
export function findingOf(refusal: Refusal): Finding {
  return { code: refusal.code, severity: 'refuse', path: refusal.path, detail: refusal.detail };
}
