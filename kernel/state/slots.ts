/**
 * Restated debits of an account: a row for each slot, so that a posting costs the same however many slots there are. What
 * they come to stands in the account's row, and is always the sum over all rows of its slots.
 */

import type { LedgerDeclaration } from '../ledger.ts';
import { type Posted, type Posting, type Restated, type SlotSums, slotKey } from './rows.ts';
import type { WorkingSet } from './working-set.ts';

const none: Restated = { sums: {}, last: {}, undone: [] };

export function insert<T extends Posted>(list: readonly T[], item: T): T[] {
  const at = list.findLastIndex((other) => other.time < item.time || (other.time === item.time && other.id <= item.id));
  return list.toSpliced(at + 1, 0, item);
}

/** Puts what one record posts to one slot in the place of what it posted there before. */
export function postToSlot(
  rows: WorkingSet,
  account: string,
  restated: Restated = none,
  slot: string,
  own: readonly Posting[],
): Restated {
  const key = slotKey(account, slot);
  const before = rows.get('slot', key)?.postings ?? [];
  const id = own[0]?.id;
  let postings: readonly Posting[] = before.filter((posting) => posting.id !== id);
  for (const posting of own) postings = insert(postings, posting);
  rows.put('slot', key, { postings });
  const last = { ...restated.last };
  for (const { issuer, seq } of own) last[issuer] = Math.max(seq, last[issuer] ?? seq);
  const others = restated.undone.filter((other) => other !== slot);
  return {
    sums: moved(restated.sums, before.filter(inEffect), postings.filter(inEffect)),
    last: ordered(last),
    undone: postings.every(inEffect) ? others : [...others, slot].sort(),
  };
}

/** Whether a movement is kept so. */
export const isSlotted = (ledger: LedgerDeclaration | undefined, movement: string): boolean =>
  ledger?.movements[movement]?.kind === 'restate-debit';

export const inEffect = ({ counts }: Posted): boolean => counts;

/** Sums with what stood in one slot taken out and what stands there put in. */
export function moved(sums: SlotSums, before: readonly Posting[], after: readonly Posting[]): SlotSums {
  const next = { ...sums };
  const add = ({ movement, amount }: Posting, sign: 1 | -1) => {
    const { amount: sum, count } = next[movement] ?? { amount: 0n, count: 0 };
    next[movement] = { amount: sum + BigInt(sign) * amount, count: count + sign };
  };
  for (const posting of lastOnes(before)) add(posting, -1);
  for (const posting of lastOnes(after)) add(posting, 1);
  return ordered(Object.fromEntries(Object.entries(next).filter(([, { count }]) => count > 0)));
}

/** The last posting of each issuer and movement in one slot. */
function lastOnes(postings: readonly Posting[]): readonly Posting[] {
  return postings.filter(
    ({ issuer, movement }, at) =>
      !postings.some((other, place) => place > at && other.issuer === issuer && other.movement === movement),
  );
}

/** Rows are equal as text too, in whatever order records came. */
function ordered<T>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
