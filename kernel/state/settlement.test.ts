import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogue, context, Institution, recordOf, type TestRecord } from '../testing/institution.ts';
import { lineKey } from '../testing/parcel-profile.ts';
import { viewOf } from './assess.ts';
import { statementOf } from './fold.ts';
import { guardFindings } from './guard.ts';
import { heads } from './life-cycle.ts';

const sender = 'xa.post';
const receiver = 'xb.post';
const load = 100n;

interface Drawn {
  /** What the receiver collects, and whether the recall has reached it before. */
  readonly collected: readonly number[];
  readonly recallAt: number;
  readonly reserved: number;
  readonly settlements: number;
  readonly kind: 'recall' | 'parcel';
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  collected: fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 8 }),
  recallAt: fc.nat(8),
  reserved: fc.nat(30),
  settlements: fc.integer({ min: 1, max: 3 }),
  kind: fc.constantFrom('recall', 'parcel'),
});

/** The sender recalls while the receiver goes on collecting until it hears of it, and then settles. */
function play({ collected, recallAt, reserved, settlements, kind }: Drawn) {
  const [a, b] = [new Institution(sender), new Institution(receiver)];
  let clock = 0;
  const tick = () => {
    clock += 1;
    return clock;
  };
  const both = (record: TestRecord) => {
    a.take(record);
    b.take(record);
  };
  both(
    recordOf({ type: 'limit', issuer: receiver, to: [sender], claims: { sender, amount: '150' }, time: tick() }, clock),
  );
  const claims = { receiver, number: '1', load: String(load) };
  const parcel = recordOf({ type: 'parcel', issuer: sender, to: [receiver], claims, time: tick() }, clock);
  both(parcel);
  // It crosses what the receiver collects until `recallAt`.
  const recall = recordOf(
    {
      type: kind,
      issuer: sender,
      to: [receiver],
      claims: kind === 'parcel' ? { ...claims, number: '2', load: '0' } : {},
      time: tick(),
      about: { id: parcel.id, after: [] },
    },
    clock,
  );
  a.take(recall);
  const type = catalogue.type('counter', 'collection');
  if (!type) throw new Error('collection');
  for (const [index, amount] of collected.entries()) {
    if (index === recallAt) b.take(recall);
    const said = { sender, number: '1', amount: String(amount) };
    const to = [sender];
    const record = recordOf(
      { profile: 'counter', type: 'collection', issuer: receiver, to, claims: said, time: tick() },
      clock,
    );
    const statement = statementOf(record.payload, undefined, context);
    if (b.complete(() => guardFindings(b.rows, context, type, statement, b.id)).length === 0) both(record);
  }
  b.take(recall);
  const line = b.complete(() => viewOf(b.rows, context, 'parcel').account('line', lineKey(sender, receiver, '1')));
  const used = line?.debited ?? 0n;
  const kept = BigInt(reserved) < load - used ? BigInt(reserved) : load - used;
  const free = load - used - kept;
  for (let i = 0; i < settlements; i++) {
    const after = i === 0 ? [recall.id] : heads(b.row('subject', parcel.id)?.events ?? []);
    const sums = { used: String(used), reserved: String(kept), free: String(free) };
    const about = { id: parcel.id, after };
    both(recordOf({ type: 'settlement', issuer: receiver, to: [sender], claims: sums, time: tick(), about }, clock));
  }
  return { a, b, used, kept, free };
}

test('what was credited is used, reserved or free again; nothing is credited twice; both sides agree', () => {
  fc.assert(
    fc.property(drawn, (schedule) => {
      const { a, b, used, kept, free } = play(schedule);
      expect(a.published()).toBe(b.published());
      const view = viewOf(a.rows, context, 'parcel');
      const line = a.complete(() => view.account('line', lineKey(sender, receiver, '1')));
      const allowance = a.complete(() => view.account('allowance', [sender, receiver]));
      expect(line).toMatchObject({ credited: load, debited: used, frozen: true });
      expect(used <= load).toBe(true);
      expect(line?.credited).toBe(used + kept + free);
      // Freezing alone gave nothing back, and only the first settlement did.
      expect(allowance).toMatchObject({ credited: 150n + free, debited: load, available: 50n + free });
      expect(allowance?.byMovement.get('returned') ?? 0n).toBe(free);
    }),
  );
});
