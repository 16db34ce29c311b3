/**
 * Restated debits of an account: a row for each slot, so that a posting costs the same however many slots there are. What
 * they come to stands in the account's row, and is always the sum over all rows of its slots.
 */
import type { LedgerDeclaration } from '../ledger.ts';
import { type Posted, type Posting, type Restated, type SlotPosting, type SlotSums, slotKey } from './rows.ts';
import type { WorkingSet } from './working-set.ts';

const none: Restated = { sums: {}, last: {}, undone: [] };

/** Whether a movement is kept so. */
export const isSlotted = (ledger: LedgerDeclaration | undefined, movement: string): boolean =>
  ledger?.movements[movement]?.kind === 'restate-debit';

export const inEffect = ({ counts }: Posted): boolean => counts;

export function insert<T extends Posted>(list: readonly T[], item: T): T[] {
  const at = list.findLastIndex((other) => other.time < item.time || (other.time === item.time && other.id <= item.id));
  return list.toSpliced(at + 1, 0, item);
}

/** Puts what one record posts to one slot in the place of what it posted there before. */
export function postToSlot(
  rows: WorkingSet,
  account: string,
  { sums, last, undone }: Restated = none,
  slot: string,
  own: SlotPosting,
): Restated {
  const key = slotKey(account, slot);
  const before = rows.get('slot', key)?.postings ?? [];
  const { id, issuer, seq } = own;
  const postings = insert(
    before.filter((posting) => posting.id !== id),
    own,
  );
  rows.put('slot', key, { postings });
  const others = undone.includes(slot) ? undone.filter((other) => other !== slot) : undone;
  return {
    sums: moved(sums, before.filter(inEffect), postings.filter(inEffect)),
    last: ordered({ ...last, [issuer]: Math.max(seq, last[issuer] ?? seq) }),
    undone: postings.every(inEffect) ? others : [...others, slot].sort(),
  };
}

/** Sums with what stood in one slot taken out and what stands there put in. */
export function moved(sums: SlotSums, before: readonly SlotPosting[], after: readonly SlotPosting[]): SlotSums {
  const next = { ...sums };
  for (const [movement, amount] of lastAmounts(before)) {
    const sum = next[movement] ?? empty;
    next[movement] = { amount: sum.amount - amount, count: sum.count - 1 };
  }
  for (const [movement, amount] of lastAmounts(after)) {
    const sum = next[movement] ?? empty;
    next[movement] = { amount: sum.amount + amount, count: sum.count + 1 };
  }
  for (const [movement, { count }] of Object.entries(next)) if (count === 0) delete next[movement];
  return ordered(next);
}

const empty = { amount: 0n, count: 0 };

/** By movement, the last amount of each issuer in one slot. */
function lastAmounts(postings: readonly SlotPosting[]): readonly (readonly [string, bigint])[] {
  return postings.flatMap(({ issuer, amounts }, at) => {
    const later = postings.slice(at + 1).filter((other) => other.issuer === issuer);
    return Object.entries(amounts).filter(([movement]) =>
      later.every((other) => other.amounts[movement] === undefined),
    );
  });
}

/** One by one, as an account keeps what has no slot of its own. */
export function postingsIn(slot: string, postings: readonly SlotPosting[] = []): readonly Posting[] {
  return postings.flatMap(({ amounts, ...posted }) =>
    Object.entries(amounts).map(([movement, amount]) => ({ ...posted, movement, slot, amount })),
  );
}

/** Rows are equal as text too, in whatever order records came. */
function ordered<T>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  const names = Object.keys(record);
  if (names.every((name, at) => at === 0 || (names[at - 1] as string) < name)) return record;
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
