import { describe, expect, test } from 'vitest';
import type { Profile } from '../profile.ts';
import { counterProfile } from '../testing/counter-profile.ts';
import {
  catalogue,
  context,
  Institution,
  loaded,
  recordOf,
  refusalOf,
  type TestRecord,
} from '../testing/institution.ts';
import { parcelProfile } from '../testing/parcel-profile.ts';
import { type Known, rowsNeeded, viewOf } from './assess.ts';
import { type FoldContext, statementOf } from './fold.ts';
import { offeredBy, postedTo } from './offers.ts';
import { accountView } from './posting.ts';

const sender = 'xa.post';
const receiver = 'xb.post';

const parcel = (load: string, time: number, number = '1') => {
  const claims = { receiver, number, load };
  return recordOf({ type: 'parcel', issuer: sender, to: [receiver], claims, time }, time);
};
const collection = (amount: string, time: number, opened?: TestRecord, number = '1') => {
  const claims = { sender, number, amount, ...(opened && { parcel: opened.id }) };
  return recordOf({ profile: 'counter', type: 'collection', issuer: receiver, to: [sender], claims, time }, time);
};
const recallOf = ({ id }: TestRecord, time: number) =>
  recordOf({ type: 'recall', issuer: sender, to: [receiver], claims: {}, time, about: { id, after: [] } }, time);

function holding(...records: readonly TestRecord[]): Institution {
  const holder = new Institution(sender);
  for (const record of records) holder.take(record);
  return holder;
}

const offered = (holder: Institution, ledger: string, id: string, known?: Known, of: FoldContext = context) =>
  holder.complete(() => viewOf(holder.rows, of, 'counter', known).offered(ledger, id));
const asked = (holder: Institution, { id }: TestRecord) =>
  holder.complete(() => postedTo(holder.rows, context, id)).map(({ profile, opened }) => [profile, opened.id]);

describe('what another profile is told of an account', () => {
  const announced = parcel('10', 1);

  test('is its key, what it is called, and whether it may be debited now', () => {
    expect(offered(holding(announced), 'parcel/line', announced.id)).toEqual({
      id: announced.id,
      issuer: sender,
      number: '1',
      state: parcelProfile.types['parcel']?.lifeCycle?.states['announced'],
      open: true,
      accounts: [{ key: [sender, receiver, '1'], part: '1', title: '1', codes: [] }],
    });
    const recall = recallOf(announced, 2);
    const recalled = holding(announced, recall);
    expect(offered(recalled, 'parcel/line', announced.id)).toMatchObject({ open: false, state: { en: 'recalled' } });
    const before: Known = ({ seq }) => seq < recalled.seqOf(recall.id);
    expect(offered(recalled, 'parcel/line', announced.id, before)).toMatchObject({ open: true });
    expect(offered(recalled, 'parcel/line', announced.id, () => false)).toBeUndefined();
  });

  test('is nothing of a record that is not held, opens no account, or of a ledger that is not on offer', () => {
    const collected = collection('1', 2, announced);
    const holder = holding(announced, collected);
    expect(offered(holder, 'parcel/line', 'a'.repeat(64))).toBeUndefined();
    expect(offered(holder, 'parcel/line', collected.id)).toBeUndefined();
    expect(offered(holder, 'parcel/allowance', announced.id)).toBeUndefined();
    expect(offered(holder, 'parcel/lost', announced.id)).toBeUndefined();
  });

  test('is not open once a refusal has undone the record', () => {
    const holder = holding(announced, refusalOf(announced, receiver, 'rule.broken', 2, 2));
    expect(offered(holder, 'parcel/line', announced.id)).toMatchObject({ open: false });
  });

  test('comes of the types of the profile that owns the ledger alone', () => {
    const { collection: type } = counterProfile.types;
    if (!type) throw new Error('collection');
    const namesake: Profile = { ...counterProfile, types: { ...counterProfile.types, parcel: type } };
    const both: FoldContext = { ...context, catalogue: loaded([parcelProfile, namesake]) };
    const claims = { sender, number: '1', amount: '1' };
    const other = recordOf({ profile: 'counter', type: 'parcel', issuer: receiver, to: [sender], claims, time: 1 }, 1);
    const holder = new Institution(sender, both);
    holder.take(other);
    const row = holder.row('subject', other.id);
    if (!row) throw new Error('not folded');
    expect(offeredBy(both.catalogue, 'parcel/line', row, row.state)).toBeUndefined();
  });
});

describe('who is asked about a posting', () => {
  const announced = parcel('10', 1);

  test('is the owner of the ledger, of the record that is named and opened the account', () => {
    const named = collection('4', 2, announced);
    const unnamed = collection('4', 3);
    const astray = collection('4', 4, announced, '2');
    const unknown = collection('4', 5, parcel('9', 9));
    const holder = holding(announced, named, unnamed, astray, unknown);
    expect(asked(holder, named)).toEqual([['parcel', announced.id]]);
    for (const record of [announced, unnamed, astray, unknown]) expect(asked(holder, record)).toEqual([]);
  });

  test('is so also when the posting has been undone', () => {
    const named = collection('4', 2, announced);
    const holder = holding(announced, named, refusalOf(named, sender, 'ledger.insufficient', 3, 3));
    expect(asked(holder, named)).toEqual([['parcel', announced.id]]);
  });

  test('answers by what has been posted', () => {
    const deliver = (...records: readonly TestRecord[]) => {
      const holder = holding(announced, ...records);
      const last = records.at(-1) as TestRecord;
      return holder.complete(() =>
        postedTo(holder.rows, context, last.id).flatMap(({ profile, offer, opened }) =>
          offer.posted?.(opened, receiver, viewOf(holder.rows, context, profile)),
        ),
      );
    };
    expect(deliver(collection('4', 2, announced))).toEqual([]);
    expect(deliver(collection('4', 2, announced), collection('6', 3, announced))).toEqual([
      { type: 'delivery', to: [sender], claims: {}, about: announced.id },
    ]);
  });

  test('has its record and account read with the others', () => {
    const type = catalogue.type('counter', 'collection');
    if (!type) throw new Error('collection');
    const statement = statementOf(collection('1', 2, announced).payload, undefined, context);
    expect(rowsNeeded(catalogue, type, statement, receiver)).toEqual([
      { table: 'account', key: JSON.stringify(['parcel/line', sender, receiver, '1']) },
      { table: 'subject', key: announced.id },
    ]);
  });
});

describe('on arrival', () => {
  /** What an institution finds about the last of these records, all of which its issuer knew. */
  const judged = (id: string, ...records: readonly TestRecord[]) => {
    const holder = new Institution(id);
    const found: string[][] = [];
    holder.judge = (record) => {
      if (record.id === records.at(-1)?.id) found.push(holder.guard(record, () => true));
      return () => undefined;
    };
    for (const record of records) holder.take(record);
    return found.flat();
  };
  // Collected by the counter of the country, from a line that names the depot as its receiver.
  const depot = 'xb.depot';
  const forDepot = recordOf(
    {
      type: 'parcel',
      issuer: sender,
      to: [depot, receiver],
      claims: { receiver: depot, number: '1', load: '10' },
      time: 1,
    },
    1,
  );
  const collected = (amount: string, time: number, opened?: TestRecord) => {
    const claims = { sender, receiver: depot, number: '1', amount, ...(opened && { parcel: opened.id }) };
    return recordOf(
      { profile: 'counter', type: 'collection', issuer: receiver, to: [depot, sender], claims, time },
      time,
    );
  };

  test('who lacks the record that opened the account blames nobody for lack of room, unless the credits are its own', () => {
    expect(judged(depot, collected('4', 2, forDepot))).toEqual([]);
    expect(judged(depot, forDepot, collected('11', 2, forDepot))).toEqual(['ledger.insufficient']);
    expect(judged(depot, collected('4', 2))).toEqual(['ledger.insufficient']);
    expect(judged(sender, collected('4', 2, forDepot))).toEqual(['ledger.insufficient']);
    expect(judged(sender, forDepot, collected('10', 2, forDepot))).toEqual([]);
  });

  test('before signing nobody is spared', () => {
    expect(new Institution(receiver).guard(collected('4', 2, forDepot))).toEqual(['ledger.insufficient']);
  });
});

test('what is observed is told and is in no sum', () => {
  const ledger = parcelProfile.ledgers['line'];
  if (!ledger) throw new Error('line');
  const by = { function: 'post', key: 1, same: 'institution' } as const;
  const seen = { title: ledger.title, kind: 'observe', by } as const;
  const posted = { id: 'x', issuer: receiver, to: [sender], counts: true, slot: '' };
  const postings = [
    { ...posted, seq: 1, time: 1, movement: 'declared', amount: 10n },
    { ...posted, seq: 2, time: 2, movement: 'seen', amount: 7n },
    { ...posted, seq: 3, time: 3, movement: 'seen', amount: 6n },
  ];
  const view = accountView({ ...ledger, movements: { ...ledger.movements, seen } }, { debits: {}, postings });
  expect(view).toMatchObject({ available: 10n, credited: 10n, debited: 0n, settled: 0n, frozen: false });
  expect(view?.byMovement.get('seen')).toBe(6n);
});
