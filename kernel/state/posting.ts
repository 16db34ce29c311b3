/**
 * Registers and ledgers as sums of what effective records post. Posting and taking back are exact inverses and
 * rows are ordered by their issuer's order, so a row depends on the set of effective records alone.
 */
import { type Catalogue, fullName } from '../catalogue.ts';
import type { AccountView, LedgerDeclaration, Movement, MovementKind } from '../profile.ts';
import type { AccountRow, Contribution, Posting, RegisterRow } from './rows.ts';
import { rowKey } from './rows.ts';
import type { WorkingSet } from './working-set.ts';

export interface Poster {
  readonly id: string;
  readonly seq: number;
  readonly issuer: string;
}

const emptyAccount: AccountRow = { debits: {}, postings: [] };
const emptyRegister: RegisterRow = { statements: [] };

/** Adds (`sign` 1) or takes back (`sign` -1) all that a record posts. */
export function post(rows: WorkingSet, catalogue: Catalogue, by: Poster, what: Contribution, sign: 1 | -1): void {
  for (const { register, key, value } of what.statements) {
    const name = rowKey(register, key);
    const { statements } = rows.get('register', name) ?? emptyRegister;
    const others = statements.filter((statement) => statement.id !== by.id);
    rows.put('register', name, {
      statements: sign === 1 ? insert(others, { seq: by.seq, id: by.id, value }) : others,
    });
  }
  for (const movement of what.movements) {
    const name = rowKey(movement.ledger, movement.key);
    const account = rows.get('account', name) ?? emptyAccount;
    rows.put('account', name, postMovement(account, kindOf(catalogue, movement), by, movement, sign));
  }
}

function kindOf(catalogue: Catalogue, movement: Movement): MovementKind {
  const kind = catalogue.ledger(movement.ledger)?.movements[movement.movement]?.kind;
  if (!kind) throw new Error('a movement that was not checked');
  return kind;
}

function postMovement(account: AccountRow, kind: MovementKind, by: Poster, what: Movement, sign: 1 | -1): AccountRow {
  if (kind === 'debit') {
    const sum = (account.debits[what.movement] ?? 0n) + BigInt(sign) * what.amount;
    const { [what.movement]: _, ...others } = account.debits;
    return { ...account, debits: sum === 0n ? others : { ...account.debits, [what.movement]: sum } };
  }
  const slot = what.slot ?? '';
  if (sign === 1) {
    const posting = { ...by, movement: what.movement, slot, amount: what.amount };
    return { ...account, postings: insert(account.postings, posting) };
  }
  const gone = account.postings.findIndex((p) => p.id === by.id && p.movement === what.movement && p.slot === slot);
  return { ...account, postings: account.postings.filter((_, index) => index !== gone) };
}

function insert<T extends { seq: number; id: string }>(list: readonly T[], item: T): T[] {
  const at = list.findLastIndex((other) => other.seq < item.seq || (other.seq === item.seq && other.id <= item.id));
  return list.toSpliced(at + 1, 0, item);
}

/** Reads an account; `counts` leaves out postings that someone could not have known. */
export function accountView(
  ledger: LedgerDeclaration,
  account: AccountRow | undefined,
  counts: (posting: Posting) => boolean = () => true,
): AccountView | undefined {
  if (!account) return undefined;
  const byMovement = new Map<string, bigint>();
  const add = (movement: string, amount: bigint) => byMovement.set(movement, (byMovement.get(movement) ?? 0n) + amount);
  for (const [movement, sum] of Object.entries(account.debits)) add(movement, sum);
  const latest = new Map<string, Posting>();
  for (const posting of account.postings) {
    if (!counts(posting)) continue;
    const kind = ledger.movements[posting.movement]?.kind;
    if (kind === 'restate-credit' || kind === 'restate-debit')
      latest.set(JSON.stringify([posting.issuer, posting.movement, posting.slot]), posting);
    else add(posting.movement, posting.amount);
  }
  for (const { movement, amount } of latest.values()) add(movement, amount);
  let credited = 0n;
  let debited = 0n;
  for (const [movement, sum] of byMovement) {
    const kind = ledger.movements[movement]?.kind;
    if (kind === 'credit' || kind === 'restate-credit') credited += sum;
    if (kind === 'debit' || kind === 'restate-debit') debited += sum;
  }
  const frozen = account.postings.some((p) => counts(p) && ledger.movements[p.movement]?.kind === 'freeze');
  return { available: credited - debited, credited, debited, frozen, byMovement };
}

/** What a record posts, with full names; fixed when it is folded. */
export function withFullNames(profile: string, contribution: Contribution): Contribution {
  return {
    statements: contribution.statements.map((s) => ({ ...s, register: fullName(profile, s.register) })),
    movements: contribution.movements.map((m) => ({ ...m, ledger: fullName(profile, m.ledger) })),
  };
}
