import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogue, Institution, recordOf, refusalOf, type TestRecord } from '../testing/institution.ts';
import { clockOf, type Pending, pendingOf } from './clock.ts';

const sender = 'xa.post';
const receiver = 'xb.post';
const other = 'xb.depot';

const parcel = (to: readonly string[] = [receiver]) =>
  recordOf({ type: 'parcel', issuer: sender, to, claims: { receiver, number: '1', load: '0' }, time: 1 }, to.length);
const follow = (type: string, issuer: string, subject: TestRecord, time: number, ...after: TestRecord[]) => {
  const to = [subject.payload.samur.issuer, ...subject.payload.samur.to].filter((one) => one !== issuer);
  const about = { id: subject.id, after: after.map(({ id }) => id) };
  return recordOf({ type, issuer, to, claims: {}, time, about }, time);
};

function pendingAt(subject: TestRecord, ...records: readonly TestRecord[]): Pending | undefined {
  const holder = new Institution(sender);
  for (const record of [subject, ...records]) holder.take(record);
  const row = holder.rows.get('subject', subject.id);
  if (!row) throw new Error('not folded');
  return pendingOf(catalogue, row);
}

describe('whose turn it is', () => {
  const subject = parcel();

  test('is told by the state, from the record that led to it', () => {
    const announced = { turn: [receiver], limit: 'parcel.acceptance', since: subject.id, from: sender };
    expect(pendingAt(subject)).toEqual({ ...announced, cosigners: [receiver] });
    const question = follow('question', receiver, subject, 2);
    const questioned = { turn: [sender], limit: 'parcel.reply', since: question.id, from: receiver };
    expect(pendingAt(subject, question)).toEqual({ ...questioned, cosigners: [sender] });
  });

  test('who led to its own turn is held to it by the cosignature of the other side', () => {
    const acceptance = follow('acceptance', receiver, subject, 2);
    const accepted = { turn: [receiver], limit: 'parcel.handing-over', since: acceptance.id, from: receiver };
    expect(pendingAt(subject, acceptance)).toEqual({ ...accepted, cosigners: [sender] });
  });

  test('a third party that led to it is the one whose channel counts', () => {
    const shared = parcel([receiver, other]);
    const question = follow('question', other, shared, 2);
    expect(pendingAt(shared, question)).toMatchObject({ from: other, turn: [sender], cosigners: [sender] });
    const recall = follow('recall', sender, shared, 3, question);
    expect(pendingAt(shared, question, recall)).toMatchObject({ from: sender, turn: [receiver] });
  });

  test('nobody has to act where the state names nobody, or the record is void', () => {
    expect(pendingAt(subject, follow('rejection', receiver, subject, 2))).toBeUndefined();
    expect(pendingAt(subject, refusalOf(subject, receiver, 'record.time-ahead', 2, 9))).toBeUndefined();
    const elsewhere = recordOf(
      { type: 'parcel', issuer: sender, to: [other], claims: { receiver, number: '1', load: '0' }, time: 1 },
      7,
    );
    expect(pendingAt(elsewhere)).toBeUndefined();
  });

  test('is the same for every order of arrival', () => {
    const question = follow('question', receiver, subject, 2);
    const records = [
      question,
      follow('acceptance', receiver, subject, 3),
      follow('recall', sender, subject, 4),
      follow('reply', sender, subject, 5, question),
      refusalOf(question, sender, 'record.time-ahead', 6, 10),
    ];
    fc.assert(
      fc.property(fc.subarray(records, { minLength: 0 }), fc.infiniteStream(fc.nat()), (chosen, order) => {
        const shuffled = chosen
          .map((record) => ({ record, at: order.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ record }) => record);
        expect(pendingAt(subject, ...shuffled)).toEqual(pendingAt(subject, ...chosen));
      }),
    );
  });
});

describe('a clock', () => {
  const pending: Pending = {
    turn: [receiver],
    limit: 'parcel.acceptance',
    since: 'a',
    from: sender,
    cosigners: [receiver],
  };

  test('does not run before the record is cosigned', () => {
    expect(clockOf(pending, sender, [], 60, 1e12)).toEqual({
      turn: [receiver],
      limit: 'parcel.acceptance',
      overdue: false,
      seen: true,
    });
  });

  test('runs from the first cosignature, to the last instant of the limit', () => {
    const at = (now: number) => clockOf(pending, receiver, [9000, 5000], 60, now);
    expect(at(65_000)).toMatchObject({ since: 5000, until: 65_000, overdue: false });
    expect(at(65_001)).toMatchObject({ since: 5000, until: 65_000, overdue: true });
  });

  test('is never overdue where the terms state no limit', () => {
    expect(clockOf(pending, receiver, [5000], undefined, 1e15)).toMatchObject({ since: 5000, overdue: false });
    expect(clockOf(pending, receiver, [5000], undefined, 1e15)).not.toHaveProperty('until');
  });

  test('says where it cannot be told', () => {
    expect(clockOf(pending, other, [], 60, 0).seen).toBe(false);
  });
});
