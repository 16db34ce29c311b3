/**
 * Registers and ledgers as sums of what effective records post. Posting and taking back are exact inverses and
 * postings are ordered by stated time, then id, so what counts depends on the set of effective records alone.
 */
import { type Catalogue, fullName } from '../catalogue.ts';
import type { AccountView, LedgerDeclaration, Movement, MovementKind } from '../profile.ts';
import { type AccountRow, type Contribution, type Posted, type Posting, type RegisterRow, rowKey } from './rows.ts';
import { insert, postToSlot } from './slots.ts';
import type { WorkingSet } from './working-set.ts';

export interface Poster {
  readonly id: string;
  readonly seq: number;
  readonly time: number;
  readonly issuer: string;
  readonly to: readonly string[];
  /** Adding debits are kept one by one instead of summed. */
  readonly apart?: true;
}

const emptyAccount: AccountRow = { debits: {}, postings: [] };
const emptyRegister: RegisterRow = { statements: [] };

/** Brings all that a record posts from counting or not (`before`) to counting or not (`after`). */
export function post(
  rows: WorkingSet,
  catalogue: Catalogue,
  by: Poster,
  what: Contribution,
  before: boolean,
  after: boolean,
): void {
  const { id, seq, time, issuer, to } = by;
  const posted: Posted = { id, seq, time, issuer, to, counts: after };
  // Of two statements for one key in one record the last holds.
  for (const [name, { value }] of new Map(what.statements.map((s) => [rowKey(s.register, s.key), s]))) {
    const { statements } = rows.get('register', name) ?? emptyRegister;
    const others = statements.filter((statement) => statement.id !== by.id);
    rows.put('register', name, { statements: insert(others, { ...posted, value }) });
  }
  for (const [name, movements] of Map.groupBy(what.movements, (m) => rowKey(m.ledger, m.key))) {
    const declared = catalogue.ledger((movements[0] as Movement).ledger)?.movements;
    const row = rows.get('account', name);
    let account = row ?? emptyAccount;
    account = { ...account, postings: account.postings.filter((posting) => posting.id !== by.id) };
    const slots = new Map<string, Record<string, bigint>>();
    for (const { movement, slot = '', amount } of movements) {
      const kind = declared?.[movement]?.kind;
      if (!kind) throw new Error('a movement that was not checked');
      if (kind === 'debit' && amount === 0n) continue;
      if (kind === 'restate-debit') slots.set(slot, { ...slots.get(slot), [movement]: amount });
      else if (kind === 'debit' && !by.apart) {
        const sign = BigInt(Number(after) - Number(before));
        account = { ...account, debits: added(account.debits, movement, sign * amount) };
      } else account = { ...account, postings: insert(account.postings, { ...posted, movement, slot, amount }) };
    }
    for (const [slot, amounts] of slots)
      account = { ...account, restated: postToSlot(rows, name, account.restated, slot, { ...posted, amounts }) };
    rows.put('account', name, account);
  }
}

function added(debits: AccountRow['debits'], movement: string, amount: bigint): AccountRow['debits'] {
  const { [movement]: before = 0n, ...others } = debits;
  const sum = before + amount;
  return sum === 0n ? others : { ...others, [movement]: sum };
}

function restates(kind: MovementKind | undefined): boolean {
  return kind === 'restate-credit' || kind === 'restate-debit' || kind === 'settle' || kind === 'observe';
}

const inEffect = (posted: Posted) => posted.counts;

/** Rows never change, and one is read several times for each record that posts to it. */
const read = new WeakMap<AccountRow, { readonly ledger: LedgerDeclaration; readonly view: AccountView | undefined }>();

/**
 * Reads an account; `counts` may leave out what someone could not have known, for restated debits see `slotsKnown`.
 * Undefined when nothing counts.
 */
export function accountView(
  ledger: LedgerDeclaration,
  account: AccountRow | undefined,
  counts: (posting: Posting) => boolean = inEffect,
): AccountView | undefined {
  if (!account || counts !== inEffect) return readAccount(ledger, account, counts);
  const before = read.get(account);
  if (before?.ledger === ledger) return before.view;
  const view = readAccount(ledger, account, counts);
  read.set(account, { ledger, view });
  return view;
}

function readAccount(
  ledger: LedgerDeclaration,
  account: AccountRow | undefined,
  counts: (posting: Posting) => boolean,
): AccountView | undefined {
  const postings = account?.postings.filter(counts) ?? [];
  const slots = Object.entries(account?.restated?.sums ?? {});
  if (!account || (postings.length === 0 && slots.length === 0 && Object.keys(account.debits).length === 0))
    return undefined;
  const byMovement = new Map<string, bigint>();
  const add = (movement: string, amount: bigint) => byMovement.set(movement, (byMovement.get(movement) ?? 0n) + amount);
  for (const [movement, sum] of Object.entries(account.debits)) add(movement, sum);
  for (const [movement, { amount }] of slots) add(movement, amount);
  const latest = new Map<string, Posting[]>();
  let frozen = false;
  for (const posting of postings) {
    const kind = ledger.movements[posting.movement]?.kind;
    frozen ||= kind === 'freeze';
    if (restates(kind)) restate(latest, posting);
    else add(posting.movement, posting.amount);
  }
  for (const slot of latest.values()) for (const { movement, amount } of slot) add(movement, amount);
  let credited = 0n;
  let debited = 0n;
  let settled = 0n;
  for (const [movement, sum] of byMovement) {
    const kind = ledger.movements[movement]?.kind;
    if (kind === 'credit' || kind === 'restate-credit') credited += sum;
    if (kind === 'debit' || kind === 'restate-debit') debited += sum;
    if (kind === 'settle') settled += sum;
  }
  return { available: credited - debited - settled, credited, debited, settled, frozen, byMovement };
}

/** By slot, the last amount of each issuer and movement. Accounts have thousands of slots, and a slot few of those. */
function restate(latest: Map<string, Posting[]>, posting: Posting): void {
  const slot = latest.get(posting.slot);
  if (!slot) {
    latest.set(posting.slot, [posting]);
    return;
  }
  const at = slot.findIndex(({ issuer, movement }) => movement === posting.movement && issuer === posting.issuer);
  slot[at < 0 ? slot.length : at] = posting;
}

/** What a record posts, with full names; fixed when it is folded. Where its claims state an amount is no part of it. */
export function withFullNames(profile: string, contribution: Contribution): Contribution {
  return {
    statements: contribution.statements.map((s) => ({ ...s, register: fullName(profile, s.register) })),
    movements: contribution.movements.map(({ path: _, ...m }) => ({ ...m, ledger: fullName(profile, m.ledger) })),
  };
}
