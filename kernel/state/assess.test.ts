import { describe, expect, test } from 'vitest';
import { catalogue, context, Institution, recordOf, refusalOf, type TestRecord } from '../testing/institution.ts';
import { type Known, leastTime, ruleFindings, viewOf } from './assess.ts';
import { statementOf } from './fold.ts';

const debiter = 'xa.post';
const owner = 'xb.post';

const limit = (amount: string, time: number) =>
  recordOf({ type: 'limit', issuer: owner, to: [debiter], claims: { sender: debiter, amount }, time }, time);
const manifest = (slot: string, amount: string, time: number) =>
  recordOf({ type: 'manifest', issuer: debiter, to: [owner], claims: { receiver: owner, slot, amount }, time }, time);
const parcel = (load: string, time: number) =>
  recordOf(
    { type: 'parcel', issuer: debiter, to: [owner], claims: { receiver: owner, number: '1', load }, time },
    time,
  );
const recallOf = ({ id }: TestRecord, time: number) =>
  recordOf({ type: 'recall', issuer: debiter, to: [owner], claims: {}, time, about: { id, after: [] } }, time);
const collection = (time: number) => {
  const claims = { sender: debiter, number: '1', amount: '1' };
  return recordOf({ profile: 'counter', type: 'collection', issuer: owner, to: [debiter], claims, time }, time);
};

function holding(...records: readonly TestRecord[]): Institution {
  const holder = new Institution(debiter);
  for (const record of records) holder.take(record);
  return holder;
}

/** What the guard finds right before the last record is folded, by each reading of what its issuer knew. */
function judgedBy(id: string, records: readonly TestRecord[], ...readings: readonly Known[]): string[][] {
  const holder = new Institution(id);
  const found: string[][] = [];
  holder.judge = (record) => {
    if (record.id === records.at(-1)?.id) found.push(...readings.map((known) => holder.guard(record, known)));
    return () => undefined;
  };
  for (const record of records) holder.take(record);
  return found;
}

const judged = (records: readonly TestRecord[], ...readings: readonly Known[]) => judgedBy(owner, records, ...readings);

describe('before signing', () => {
  test('nothing may be debited where nothing was ever credited, except nothing', () => {
    expect(holding().guard(parcel('1', 1))).toEqual(['ledger.insufficient']);
    expect(holding().guard(parcel('0', 1))).toEqual([]);
  });

  test('a restated amount asks for the difference alone', () => {
    const holder = holding(limit('100', 1), manifest('s', '80', 2));
    expect(holder.guard(manifest('s', '100', 3))).toEqual([]);
    expect(holder.guard(manifest('s', '101', 3))).toEqual(['ledger.insufficient']);
    expect(holder.guard(manifest('t', '21', 3))).toEqual(['ledger.insufficient']);
  });

  test('a lowered limit leaves less than nothing: what frees is allowed, what takes is not', () => {
    const holder = holding(limit('100', 1), manifest('s', '80', 2), limit('50', 3));
    const view = holder.complete(() => viewOf(holder.rows, context, 'parcel').account('allowance', [debiter, owner]));
    expect(view?.available).toBe(-30n);
    expect(holder.guard(manifest('s', '70', 4))).toEqual([]);
    expect(holder.guard(parcel('1', 4))).toEqual(['ledger.insufficient']);
  });

  test('a second statement for one key carries a later time than the first, others may share it', () => {
    const holder = holding(limit('100', 7), manifest('s', '10', 8), parcel('1', 9));
    const least = (record: TestRecord) => {
      const type = catalogue.type('parcel', record.payload.samur.type);
      if (!type) throw new Error('no such type');
      return holder.complete(() =>
        leastTime(holder.rows, context, type, statementOf(record.payload, undefined, context)),
      );
    };
    expect(least(limit('50', 1))).toBe(8);
    expect(least(manifest('s', '5', 1))).toBe(9);
    expect(least(manifest('t', '5', 1))).toBe(0);
  });

  test('a frozen line takes no debit', () => {
    const announced = parcel('10', 2);
    expect(holding(announced).guard(collection(4))).toEqual([]);
    expect(holding(announced, recallOf(announced, 3)).guard(collection(4))).toEqual(['ledger.frozen']);
  });

  test('what was settled as free leaves the account', () => {
    const announced = parcel('10', 2);
    const recall = recallOf(announced, 3);
    const settled = (free: string, time: number, after: string) => {
      const claims = { used: '0', reserved: '0', free };
      const about = { id: announced.id, after: [after] };
      return recordOf({ type: 'settlement', issuer: owner, to: [debiter], claims, time, about }, time);
    };
    const holder = holding(announced, recall, settled('7', 4, recall.id));
    const line = () =>
      holder.complete(() => viewOf(holder.rows, context, 'parcel').account('line', [debiter, owner, '1']));
    expect(line()).toMatchObject({ available: 3n, credited: 10n, debited: 0n, settled: 7n, frozen: true });
  });

  test('a follow-up comes after what its heads tell, whatever time it states', () => {
    const announced = parcel('10', 2);
    const said = (type: string, time: number, ...after: string[]) => {
      const about = { id: announced.id, after };
      const [issuer, to] = type === 'question' ? [debiter, owner] : [owner, debiter];
      return recordOf({ type, issuer, to: [to], claims: { words: 'x' }, time, about }, time);
    };
    const asked = said('question', 5);
    const answered = said('reply', 6, asked.id);
    const again = said('question', 7, answered.id);
    const crossed = said('question', 3);
    const holder = holding(announced, asked, answered, again, crossed);
    const follows = (later: string, earlier: string) =>
      holder.complete(() => viewOf(holder.rows, context, 'parcel').comesAfter(later, earlier));
    expect(follows(answered.id, asked.id)).toBe(true);
    expect(follows(again.id, asked.id)).toBe(true);
    expect(follows(asked.id, answered.id)).toBe(false);
    expect(follows(again.id, crossed.id)).toBe(false);
    expect(follows(asked.id, asked.id)).toBe(false);
    expect(follows('f'.repeat(64), asked.id)).toBe(false);
  });

  test('a list gives what is stated under a prefix, as of what was known, and what a batch adds', () => {
    const rate = (name: string, value: string | null, time: number) =>
      recordOf({ type: 'rate', issuer: owner, to: [debiter], claims: { name, value }, time }, time);
    const holder = holding(rate('b', '1', 1), rate('a', '2', 2), rate('c', '3', 3));
    const added = rate('d', '4', 5);
    const list = (prefix: string[], known?: Known) =>
      holder.complete(() => viewOf(holder.rows, context, 'parcel', known).list('rates', prefix));
    expect(list([owner]).map(({ key, value }) => [key[1], value])).toEqual([
      ['a', '2'],
      ['b', '1'],
      ['c', '3'],
    ]);
    holder.take(rate('b', null, 4));
    holder.take(added);
    expect(list([owner]).map(({ key }) => key[1])).toEqual(['a', 'c', 'd']);
    expect(list([owner], (by) => by.seq < 1).map(({ key }) => key[1])).toEqual(['b']);
    expect(list([owner, 'd'])).toEqual([{ key: [owner, 'd'], value: '4', record: added.id }]);
    expect(list(['xb.pos'])).toEqual([]);
  });

  test('rules see what was stated, and as of a basis only what was known', () => {
    const rate = (value: string, time: number) =>
      recordOf({ type: 'rate', issuer: owner, to: [debiter], claims: { name: 'greatest', value }, time }, time);
    const [high, low] = [rate('50', 1), rate('10', 2)];
    const holder = holding(high, low);
    const type = catalogue.type('parcel', 'parcel');
    if (!type) throw new Error('parcel');
    const judge = (known?: Known) =>
      holder.complete(() =>
        ruleFindings(
          type,
          statementOf(parcel('20', 3).payload, undefined, context),
          viewOf(holder.rows, context, 'parcel', known),
          holder.id,
        ).map(({ code }) => code),
      );
    expect(judge()).toEqual(['too-heavy']);
    expect(judge((by) => by.seq < 1)).toEqual([]);
    expect(judge(() => false)).toEqual([]);
    const no = refusalOf(low, debiter, 'rule.broken', 4, 4);
    holder.take(no);
    expect(judge()).toEqual([]);
    // One who had the statement and not yet its refusal was bound by it.
    expect(judge((by) => by.seq < holder.seqOf(no.id))).toEqual(['too-heavy']);
  });
});

test('a record that follows another and stands alone tells what it follows', () => {
  const first = parcel('1', 1);
  const claims = { receiver: owner, number: '1', load: '2' };
  const about = { id: first.id, after: [] };
  const second = recordOf({ type: 'parcel', issuer: debiter, to: [owner], claims, time: 2, about }, 2);
  const holder = holding(first, second);
  const seen = (id: string) => holder.complete(() => viewOf(holder.rows, context, 'parcel').record(id));
  expect(seen(second.id)).toMatchObject({ state: 'announced', about: first.id });
  expect(seen(first.id)).not.toHaveProperty('about');
});

describe('what cannot be told from here is not held against the debiter', () => {
  const surelyFirst: Known = ({ seq }) => seq === 0;
  const perhapsLater: Known = ({ seq }) => seq === 0 || undefined;

  test('room that a third party may have given, whatever it took later', () => {
    const records = [limit('50', 1), limit('80', 2), limit('20', 3), parcel('70', 4)];
    expect(judged(records, surelyFirst, perhapsLater)).toEqual([['ledger.insufficient'], []]);
    expect(judged([limit('50', 1), limit('60', 2), parcel('70', 3)], perhapsLater)).toEqual([['ledger.insufficient']]);
  });

  test('a freeze that it may not have known of', () => {
    const announced = parcel('10', 1);
    const records = [announced, recallOf(announced, 2), collection(3)];
    expect(judged(records, () => true, perhapsLater, surelyFirst)).toEqual([['ledger.frozen'], [], []]);
  });

  test('a settlement that it had, while what that comes after was still on its way', () => {
    const announced = parcel('10', 1);
    const recall = recallOf(announced, 2);
    const claims = { used: '0', reserved: '0', free: '10' };
    const about = { id: announced.id, after: [recall.id] };
    const settled = recordOf({ type: 'settlement', issuer: owner, to: [debiter], claims, time: 3, about }, 3);
    const records = [announced, recall, settled, collection(4)];
    const withoutRecall: Known = ({ seq }) => (seq === 1 ? undefined : true);
    const neverRecall: Known = ({ seq }) => seq !== 1;
    expect(judged(records, () => true, withoutRecall, neverRecall)).toEqual([['ledger.frozen'], [], []]);
  });

  test('a freeze that a third party may have overtaken with what is still on its way', () => {
    const claims = { receiver: 'xb.depot', number: '1', load: '10' };
    const announced = recordOf({ type: 'parcel', issuer: debiter, to: ['xb.depot', owner], claims, time: 1 }, 1);
    const recall = recordOf(
      {
        type: 'recall',
        issuer: debiter,
        to: ['xb.depot', owner],
        claims: {},
        time: 2,
        about: { id: announced.id, after: [] },
      },
      2,
    );
    const taken = { sender: debiter, receiver: 'xb.depot', number: '1', amount: '1' };
    const collected = recordOf(
      { profile: 'counter', type: 'collection', issuer: owner, to: [debiter], claims: taken, time: 3 },
      3,
    );
    // The sender knows its own records, and that the counter knew them; of the depot it cannot tell.
    const bySender: Known = ({ issuer }) => (issuer === 'xb.depot' ? undefined : true);
    const records = [announced, recall, collected];
    expect(judgedBy(debiter, records, () => true, bySender)).toEqual([['ledger.frozen'], []]);
  });

  test('an account of which it lacks what others post', () => {
    const records = [limit('50', 1), parcel('70', 2)];
    expect(judgedBy(owner, records, () => true)).toEqual([['ledger.insufficient']]);
    expect(judgedBy('xd.post', records, () => true)).toEqual([[]]);
  });

  test('a limit that was undone after the debiter had mirrored it', () => {
    const raised = limit('80', 1);
    const records = [raised, refusalOf(raised, debiter, 'rule.broken', 2, 2), parcel('70', 3)];
    expect(judged(records, () => true, surelyFirst)).toEqual([['ledger.insufficient'], []]);
  });
});
