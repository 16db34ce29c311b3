import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../canonical.ts';
import { Institution, recordOf, refusalOf, type TestRecord } from '../testing/institution.ts';
import { heads } from './life-cycle.ts';
import { rowKey } from './rows.ts';

const a = 'xa.post';
const b = 'xb.post';
const c = 'xc.post';
let nonce = 0;

function parcel(load: string, about?: { id: string; after: readonly string[] }, to: readonly string[] = [b, c]) {
  const claims = { receiver: b, number: '7', load };
  nonce += 1;
  return recordOf({ type: 'parcel', issuer: a, to, claims, time: nonce, ...(about && { about }) }, nonce);
}

function follow(
  type: string,
  issuer: string,
  subject: TestRecord,
  after: readonly TestRecord[],
  claims: JsonObject = {},
) {
  const to = [a, b, c].filter((party) => party !== issuer);
  nonce += 1;
  const about = { id: subject.id, after: after.map(({ id }) => id) };
  return recordOf({ type, issuer, to, claims, time: nonce, about }, nonce);
}

function refusal(target: TestRecord, by: string, code: Parameters<typeof refusalOf>[2] = 'rule.broken') {
  nonce += 1;
  return refusalOf(target, by, code, nonce, nonce);
}

function holding(...records: readonly TestRecord[]): Institution {
  const holder = new Institution(b);
  for (const record of records) holder.take(record);
  return holder;
}

/** Every order in which records can be folded at once or after they waited. */
const orders = (records: readonly TestRecord[]): TestRecord[][] =>
  records.length < 2
    ? [[...records]]
    : records.flatMap((first) => orders(records.filter((one) => one !== first)).map((rest) => [first, ...rest]));

const stateOf = (holder: Institution, { id }: TestRecord) => holder.row('subject', id)?.state;
const loaded = (holder: Institution): string | undefined =>
  JSON.parse(holder.published()).accounts[rowKey('parcel/allowance', [a, b])]?.sums.loaded;

describe('replacements', () => {
  test('of a replacement: only the last posts', () => {
    const first = parcel('10');
    const second = parcel('20', { id: first.id, after: [] });
    const third = parcel('30', { id: second.id, after: [] });
    const holder = holding(first, second, third);
    expect([first, second, third].map((one) => stateOf(holder, one))).toEqual(['replaced', 'replaced', 'announced']);
    // Replacement credits nothing: only a settlement does.
    expect(loaded(holder)).toBe('60');
  });

  test('refused: it is void and what it replaced stands again', () => {
    const first = parcel('10');
    const second = parcel('20', { id: first.id, after: [] });
    const third = parcel('30', { id: second.id, after: [] });
    const no = refusal(second, b);
    for (const order of [
      [first, second, third, no],
      [no, third, second, first],
    ] as const) {
      const holder = holding(...order);
      expect([first, second, third].map((one) => stateOf(holder, one))).toEqual(['announced', 'void', 'void']);
      expect(loaded(holder)).toBe('10');
    }
  });

  test('that cross: one stands, the other is void', () => {
    const first = parcel('10');
    const [left, right] = [parcel('20', { id: first.id, after: [] }), parcel('30', { id: first.id, after: [] })];
    const [low, high] = left.id < right.id ? [left, right] : [right, left];
    const holder = holding(first, high, low);
    expect([first, low, high].map((one) => stateOf(holder, one))).toEqual(['replaced', 'announced', 'void']);
  });

  test('a chain of two thousand falls with its first record', () => {
    const chain = [parcel('1')];
    for (let i = 0; i < 2000; i++) chain.push(parcel('1', { id: (chain.at(-1) as TestRecord).id, after: [] }));
    const holder = holding(...chain);
    expect(loaded(holder)).toBe('2001');
    holder.take(refusal(chain[0] as TestRecord, b));
    expect(loaded(holder)).toBeUndefined();
    expect(stateOf(holder, chain.at(-1) as TestRecord)).toBe('void');
  });
});

test('what breaks a rule about its contents alone counts nowhere', () => {
  nonce += 1;
  const claims = { receiver: a, number: '7', load: '10' };
  const record = recordOf({ type: 'parcel', issuer: a, to: [b, c], claims, time: nonce }, nonce);
  const holder = holding(record);
  expect(holder.folded.get(record.id)).toMatchObject({
    fault: { code: 'rule.broken', detail: { name: 'to-oneself' } },
  });
  expect(stateOf(holder, record)).toBe('void');
  expect(loaded(holder)).toBeUndefined();
});

describe('what happened', () => {
  const delivered = (of: TestRecord) => follow('delivery', b, of, []);

  test('is not undone by refusing that it was told', () => {
    const record = parcel('10');
    const delivery = delivered(record);
    for (const order of orders([record, delivery, refusal(delivery, a), refusal(delivery, c)]))
      expect(stateOf(holding(...order), record)).toBe('delivered');
  });

  test('cannot be undone by refusing what it happened to', () => {
    const record = parcel('10');
    for (const order of orders([record, delivered(record), refusal(record, c)])) {
      const holder = holding(...order);
      expect(stateOf(holder, record)).toBe('delivered');
      expect(loaded(holder)).toBe('10');
    }
    expect(stateOf(holding(record, refusal(record, c)), record)).toBe('void');
  });

  test('nor by refusing a replacement to which it happened', () => {
    const first = parcel('10');
    const second = parcel('20', { id: first.id, after: [] });
    for (const order of orders([first, second, delivered(second), refusal(second, c)])) {
      const holder = holding(...order);
      expect([first, second].map((one) => stateOf(holder, one))).toEqual(['replaced', 'delivered']);
      expect(loaded(holder)).toBe('30');
    }
  });
});

describe('refusals', () => {
  test('with a code that undoes nothing change nothing', () => {
    const record = parcel('10');
    expect(stateOf(holding(record, refusal(record, b, 'record.bad-claims')), record)).toBe('announced');
  });

  test('of who is no recipient change nothing', () => {
    const record = parcel('10');
    expect(stateOf(holding(record, refusal(record, 'xd.post')), record)).toBe('announced');
    expect(stateOf(holding(record, refusal(record, a)), record)).toBe('announced');
  });

  test('that do not reach everyone who holds the record change nothing', () => {
    const record = parcel('10');
    const partial = refusalOf(record, b, 'rule.broken', 1, 1, [a]);
    expect(stateOf(holding(record, partial), record)).toBe('announced');
    expect(stateOf(holding(partial, record), record)).toBe('announced');
  });

  test('may come before what they refuse', () => {
    const record = parcel('10');
    const accepted = follow('acceptance', b, record, []);
    const no = refusal(accepted, a);
    const early = holding(no, record, accepted);
    const late = holding(record, accepted, no);
    expect(early.published()).toBe(late.published());
    expect(stateOf(early, record)).toBe('announced');
  });

  test('are not undone by refusing them', () => {
    const record = parcel('10');
    const no = refusal(record, b);
    const before = holding(record, no);
    const after = holding(record, no, refusal(no, a));
    expect(after.published()).toBe(before.published());
  });

  test('twice are as once', () => {
    const record = parcel('10');
    expect(holding(record, refusal(record, b), refusal(record, c)).published()).toBe(
      holding(record, refusal(record, b)).published(),
    );
  });
});

describe('what cannot have effect', () => {
  test('follow-ups to a void subject are superseded', () => {
    const record = parcel('10');
    const accepted = follow('acceptance', b, record, []);
    const holder = holding(record, refusal(record, c), accepted);
    expect(stateOf(holder, record)).toBe('void');
    expect(holder.row('subject', record.id)?.events).toMatchObject([{ outcome: 'superseded' }]);
  });

  test('a follow-up that leaves a party out, and whatever names it as its past', () => {
    const record = parcel('10');
    const partial = recordOf(
      { type: 'recall', issuer: a, to: [b], claims: {}, time: 1, about: { id: record.id, after: [] } },
      1,
    );
    const after = follow('acceptance', b, record, [partial]);
    const holder = holding(record, partial, after);
    expect(holder.folded.get(partial.id)?.fault).toMatchObject({ code: 'record.wrong-recipients' });
    expect(holder.folded.get(after.id)?.fault).toMatchObject({ code: 'state.unknown-subject' });
    expect(heads(holder.row('subject', record.id)?.events ?? [])).toEqual([]);
    // The party left out never folds the second one: both see the same.
    expect(holding(record, after).published()).toBe(holder.published());
  });

  test('a stranger, a wrong subject, a missing one', () => {
    const record = parcel('10', undefined, [b]);
    const stranger = follow('acceptance', c, record, []);
    const rate = recordOf({ type: 'rate', issuer: a, to: [b], claims: { name: 'r', value: '1' }, time: 1 }, 1);
    const misplaced = follow('acceptance', b, rate, []);
    const alone = recordOf({ type: 'acceptance', issuer: b, to: [a], claims: {}, time: 1 }, 1);
    const holder = holding(record, stranger, rate, misplaced, alone);
    const codeOf = ({ id }: TestRecord) => holder.folded.get(id)?.fault?.code;
    expect(codeOf(stranger)).toBe('state.not-a-party');
    expect(codeOf(misplaced)).toBe('state.unknown-subject');
    expect(codeOf(alone)).toBe('state.unknown-subject');
  });

  test('movements by who may not make them', () => {
    const claims = { receiver: b, number: '7', load: '10' };
    const stolen = recordOf(
      {
        profile: 'counter',
        type: 'collection',
        issuer: 'xb.other',
        to: [a],
        claims: { ...claims, sender: a, amount: '1' },
        time: 1,
      },
      1,
    );
    const holder = holding(stolen);
    expect(holder.folded.get(stolen.id)?.fault).toMatchObject({ code: 'ledger.not-debiter' });
    expect(holder.all().filter(({ table }) => table === 'account')).toEqual([]);
  });
});

describe('order of one issuer', () => {
  const rate = (value: string | null, time: number) =>
    recordOf({ type: 'rate', issuer: a, to: [b, c], claims: { name: 'r', value }, time }, time);
  const inForce = (holder: Institution) => JSON.parse(holder.published()).registers;

  test('the later statement is in force though it came first, and null takes the key out', () => {
    const [first, second, third] = [rate('1', 10), rate('2', 20), rate(null, 30)];
    const expected = { [rowKey('parcel/rates', [a, 'r'])]: { id: second.id, value: '2' } };
    expect(inForce(holding(second, first))).toEqual(expected);
    expect(inForce(holding(third, second, first))).toEqual({});
    expect(inForce(holding(third, second, refusal(third, b), first))).toEqual(expected);
  });

  test('a restated amount posts the difference, and taking it back restores the one before', () => {
    const limit = (amount: string, time: number) =>
      recordOf({ type: 'limit', issuer: b, to: [a, c], claims: { sender: a, amount }, time }, time);
    const [first, second] = [limit('100', 10), limit('40', 20)];
    const available = (holder: Institution) => {
      const key = rowKey('parcel/allowance', [a, b]);
      return JSON.parse(holder.published()).accounts[key]?.available;
    };
    expect(available(holding(first))).toBe('100');
    expect(available(holding(first, second))).toBe('40');
    expect(available(holding(second, first))).toBe('40');
    expect(available(holding(first, second, refusal(second, a)))).toBe('100');
    expect(available(holding(first, second, refusal(second, a), refusal(first, a)))).toBeUndefined();
  });
});
