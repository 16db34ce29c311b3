/** Whether guarded accounts allow what a record debits: asked before it is signed, on arrival, and of what came late. */
import type { Catalogue, LoadedType } from '../catalogue.ts';
import type { Finding } from '../finding.ts';
import type { AccountView, LedgerDeclaration, Movement, MovementKind, RecordType, Statement } from '../profile.ts';
import { effectiveKnown, everything, type Known, pastKnown, refusedBy, slotsKnown, surelyEffective } from './as-of.ts';
import { contributionOf } from './contribution.ts';
import type { FoldContext, Folding } from './fold.ts';
import { accountView } from './posting.ts';
import { formatDecimal } from './quantity.ts';
import { type Posting, rowKey, slotKey } from './rows.ts';
import { isSlotted, postingsIn } from './slots.ts';
import type { WorkingSet } from './working-set.ts';

/** The record that is asked about, with its place in this institution's own order. */
export interface Judged extends Pick<Folding, 'id' | 'seq'> {
  /** Types, as `profile/type`, of earlier records of the same issuer that wait here. */
  readonly awaited?: readonly string[];
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
  self: Judged = { id: '', seq: Number.MAX_SAFE_INTEGER },
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
    if (self.awaited?.some((waiting) => mayMakeRoom(context.catalogue, name, waiting))) continue;
    const own = movements.map(({ movement, slot, amount }) => {
      const { time, issuer, to } = statement;
      const by = { id: self.id, seq: self.seq, time, issuer, to, counts: true };
      return { ...by, movement, slot: slot ?? '', amount };
    });
    const restated = restatedBy(rows, ledger, key, own).filter((posting) =>
      effectiveKnown(rows, context, posting, known),
    );
    const rise =
      debitedBy(ledger, [...restated.filter(({ id }) => id !== self.id), ...own]) - debitedBy(ledger, restated);
    if (rise <= 0n) continue;
    const { available = 0n, frozen = false } = issuersView(rows, context, ledger, key, known) ?? {};
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

/**
 * Whether a record of that type that waits may have restated an amount of the ledger, or decided whether another record that
 * did so counts. Any other makes no room: or one that waits for ever would free its issuer of being judged.
 */
function mayMakeRoom(catalogue: Catalogue, name: string, waiting: string): boolean {
  const { movements = {} } = catalogue.ledger(name) ?? {};
  if (!Object.values(movements).some(({ kind }) => kind === 'restate-debit')) return false;
  const [profile = '', typeName = ''] = waiting.split('/');
  const type = catalogue.type(profile, typeName);
  if (!type) return true;
  const restates = ({ posts = [] }: RecordType) =>
    posts.some(
      ({ ledger, movement }) =>
        (ledger === name || `${profile}/${ledger}` === name) && movements[movement]?.kind === 'restate-debit',
    );
  if (restates(type.declaration)) return true;
  return type.declaration.follows !== undefined && followUpsOf(type).some(restates);
}

const followUpsOf = ({ profile }: LoadedType): readonly RecordType[] =>
  Object.values(profile.types).filter(({ follows }) => follows !== undefined);

/** Postings of an account that `own` may take the place of: all others have the same part in it before and after. */
function restatedBy(
  rows: WorkingSet,
  ledger: LedgerDeclaration,
  account: string,
  own: readonly Posting[],
): readonly Posting[] {
  const isOwn = (one: Posting) => (other: Posting) =>
    other.slot === one.slot && other.movement === one.movement && other.issuer === one.issuer;
  const slots = new Set(own.flatMap(({ movement, slot }) => (isSlotted(ledger, movement) ? [slot] : [])));
  const inSlots = [...slots].flatMap((slot) => postingsIn(slot, rows.get('slot', slotKey(account, slot))?.postings));
  const listed = rows.get('account', account)?.postings ?? [];
  return [...listed, ...inSlots].filter((posting) => own.some(isOwn(posting)));
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
 * Debits that were folded, and asked about, while this earlier record of their issuer still waited: with it in,
 * they may go too far. Ask `guardFindings` about each again, with its own basis. Ids in the order of their seq.
 */
export function lateDebits(rows: WorkingSet, type: LoadedType, statement: Statement, seq: number): string[] {
  const later = new Map<string, number>();
  for (const { ledger, key } of contributionOf(type, statement).movements) {
    const account = rowKey(ledger, key);
    const { postings = [], restated } = rows.get('account', account) ?? {};
    const isLate = (restated?.last[statement.issuer] ?? 0) > seq;
    const inSlots = isLate ? rows.range('slot', account).flatMap(({ row }) => row.postings) : [];
    for (const posting of [...postings, ...inSlots])
      if (posting.issuer === statement.issuer && posting.seq > seq) later.set(posting.id, posting.seq);
  }
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
  account: string,
  known: Known,
): AccountView | undefined {
  const row = rows.get('account', account);
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
  return accountView(ledger, { ...slotsKnown(rows, context, account, row, known), postings }, () => true);
}
