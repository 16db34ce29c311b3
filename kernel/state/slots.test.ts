import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogue, context, Institution, recordOf, refusalOf, type TestRecord } from '../testing/institution.ts';
import { effectiveKnown } from './as-of.ts';
import { type Known, viewOf } from './assess.ts';
import { statementOf } from './fold.ts';
import { lateDebits } from './guard.ts';
import { accountView } from './posting.ts';
import { type Posting, rangeKey, rowKey, type SubjectRow } from './rows.ts';
import { postingsIn } from './slots.ts';

const [debiter, owner, other] = ['xa.post', 'xb.post', 'xc.post'] as const;
const key = [debiter, owner];
const account = rowKey('parcel/allowance', key);

/** What an institution says next, by turns of nothing but numbers; `of` picks what a refusal names. */
interface Said {
  readonly what: 'manifest' | 'limit' | 'parcel' | 'refusal';
  readonly slot: number;
  readonly amount: number;
  readonly of: number;
  /** Sometimes two records share a time. */
  readonly later: boolean;
  readonly place: number;
}

const said: fc.Arbitrary<Said[]> = fc.array(
  fc.record({
    what: fc.constantFrom('manifest', 'manifest', 'manifest', 'limit', 'parcel', 'refusal'),
    slot: fc.nat(5),
    amount: fc.nat(3),
    of: fc.nat(),
    later: fc.boolean(),
    place: fc.nat(),
  }),
  { maxLength: 30 },
);

function recordsOf(all: readonly Said[]): TestRecord[] {
  const records: TestRecord[] = [];
  let time = 1;
  for (const [nonce, { what, slot, amount, of, later }] of all.entries()) {
    if (later) time += 1;
    const named = records[of % records.length];
    const [issuer, to] = what === 'limit' ? [owner, [debiter, other]] : [debiter, [owner, other]];
    const claims = {
      manifest: { receiver: owner, slot: `"s/${slot}`, amount: String(amount) },
      limit: { sender: debiter, amount: String(amount * 9) },
      parcel: { receiver: owner, number: '1', load: String(amount) },
    };
    if (what !== 'refusal') records.push(recordOf({ type: what, issuer, to, claims: claims[what], time }, nonce));
    else if (named && named.payload.samur.type !== 'refusal')
      records.push(refusalOf(named, of % 2 ? other : owner, 'rule.broken', time, nonce));
  }
  return records;
}

function holding(id: string, all: readonly Said[], shuffled: boolean): Institution {
  const records = recordsOf(all).map((record, at) => ({ record, place: all[at]?.place ?? 0 }));
  if (shuffled) records.sort((a, b) => a.place - b.place);
  const holder = new Institution(id);
  for (const { record } of records) holder.take(record);
  return holder;
}

/** By slot and movement, the last amount of all manifests in effect: from the records themselves. */
function amountsIn(holder: Institution): ReadonlyMap<string, bigint> {
  const subjects = holder.all().flatMap(({ table, row }) => (table === 'subject' ? [row as SubjectRow] : []));
  const counting = subjects.filter(({ base }) => base === 'effective');
  counting.sort((a, b) => a.time - b.time || (a.id < b.id ? -1 : 1));
  const last = new Map<string, bigint>();
  for (const { contribution } of counting)
    for (const { movement, slot = '', amount } of contribution.movements)
      if (movement === 'reserved') last.set(slot, amount);
  return last;
}

const slotted = (holder: Institution): readonly Posting[] =>
  holder
    .complete(() => holder.rows.range('slot', account))
    .flatMap(({ key: name, row }) => postingsIn(JSON.parse(name.slice(account.length)) as string, row.postings));

describe('restated debits', () => {
  test('come to the sum over all records in effect, whatever their order and whatever was undone', () => {
    fc.assert(
      fc.property(said, (all) => {
        const [straight, shuffled] = [holding(owner, all, false), holding(owner, all, true)];
        for (const holder of [straight, shuffled]) {
          const amounts = [...amountsIn(holder).values()];
          const { restated, postings = [] } = holder.row('account', account) ?? {};
          const sum = amounts.reduce((a, b) => a + b, 0n);
          expect(restated?.sums ?? {}).toEqual(
            amounts.length > 0 ? { reserved: { amount: sum, count: amounts.length } } : {},
          );
          expect(postings.some(({ movement }) => movement === 'reserved')).toBe(false);
          const undone = slotted(holder).filter(({ counts }) => !counts);
          expect(restated?.undone ?? []).toEqual([...new Set(undone.map(({ slot }) => slot))].sort());
        }
        expect(shuffled.published()).toBe(straight.published());
      }),
      { numRuns: 200 },
    );
  });

  test('are to whoever could know less what the postings that were known come to, one by one', () => {
    const bound = fc.option(fc.nat(30), { nil: undefined });
    const hidden = fc.boolean();
    fc.assert(
      fc.property(said, bound, bound, hidden, (all, debiters, owners, seen) => {
        const holder = holding(other, all, true);
        const known: Known = ({ issuer, seq, to }) => {
          if (issuer === other) return seen || to.includes(debiter);
          const until = issuer === debiter ? debiters : owners;
          return until === undefined ? undefined : seq < until;
        };
        const view = viewOf(holder.rows, context, 'parcel', known);
        const told = holder.complete(() => view.account('allowance', key));
        const ledger = catalogue.ledger('parcel/allowance');
        const row = holder.row('account', account);
        const counts = (one: Posting) => effectiveKnown(holder.rows, context, one, known);
        const listed = row && { debits: row.debits, postings: [...row.postings, ...slotted(holder)] };
        expect(told).toEqual(holder.complete(() => ledger && accountView(ledger, listed, counts)));
      }),
      { numRuns: 300 },
    );
  });

  test('that came after a record which waited are found in their slots', () => {
    const manifest = (slot: string, time: number) => {
      const claims = { receiver: owner, slot, amount: '1' };
      return recordOf({ type: 'manifest', issuer: debiter, to: [owner], claims, time }, time);
    };
    const records = [1, 2, 3].map((time) => manifest(`s${time % 2}`, time)) as [TestRecord, TestRecord, TestRecord];
    const holder = new Institution(owner);
    for (const record of records) holder.take(record);
    const type = catalogue.type('parcel', 'manifest');
    if (!type) throw new Error('no such type');
    const late = (seq: number) =>
      holder.complete(() => lateDebits(holder.rows, type, statementOf(records[0].payload, undefined, context), seq));
    expect(late(0)).toEqual([records[1].id, records[2].id]);
    expect(late(2)).toEqual([]);
  });

  test('of one account stand in the range of no other', () => {
    const slots = ['', 's', 's"]'];
    const holder = new Institution(owner);
    for (const [time, slot] of slots.entries())
      for (const receiver of [owner, `${owner}t`]) {
        const claims = { receiver, slot, amount: '1' };
        holder.take(recordOf({ type: 'manifest', issuer: debiter, to: [owner], claims, time }, time));
      }
    expect(
      slotted(holder)
        .map(({ slot }) => slot)
        .sort(),
    ).toEqual([...slots].sort());
    const all = holder.complete(() => holder.rows.range('slot', rangeKey('parcel/allowance', [debiter])));
    expect(all).toHaveLength(6);
  });
});
