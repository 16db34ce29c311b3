import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../canonical.ts';
import type { RefusalCode } from '../refusal.ts';
import { Institution, recordOf, refusalOf, type Statement, type TestRecord } from '../testing/institution.ts';
import { heads } from './life-cycle.ts';
import type { SubjectRow } from './rows.ts';

const names = ['xa.post', 'xb.post', 'xc.post'] as const;
const codes: readonly RefusalCode[] = ['rule.broken', 'ledger.insufficient', 'record.bad-claims', 'state.out-of-turn'];
const followUps = [
  'delivery',
  'acceptance',
  'rejection',
  'question',
  'reply',
  'recall',
  'settlement',
  'parcel',
] as const;

/** What happens next; numbers pick among what there is. */
type Step =
  | { do: 'issue'; by: number; what: number; pick: number; more: number }
  | { do: 'deliver'; from: number; to: number; count: number }
  | { do: 'upgrade'; who: number };

const pick = fc.nat(1_000_000);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('issue' as const), by: fc.nat(2), what: fc.nat(19), pick, more: pick }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('deliver' as const),
      from: fc.nat(2),
      to: fc.nat(2),
      count: fc.integer({ min: 1, max: 6 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('upgrade' as const), who: fc.nat(2) }) },
);

/** Three institutions and the six channels between them. */
class World {
  readonly parties = names.map((name) => new Institution(name));
  readonly channels = new Map<string, TestRecord[]>();
  readonly all: TestRecord[] = [];
  #clock = 1_700_000_000_000;

  run(action: Step): void {
    if (action.do === 'upgrade') this.#party(action.who).upgrade(2);
    else if (action.do === 'deliver') this.deliver(action.from, action.to, action.count);
    else {
      const record = this.#next(action.by, action.what, action.pick, action.more);
      if (record) this.#send(record);
    }
  }

  deliver(from: number, to: number, count: number): void {
    const queue = this.#channel(names[from] ?? '', names[to] ?? '');
    for (const record of queue.splice(0, count)) this.#party(to).take(record);
  }

  finish(): void {
    for (const from of [0, 1, 2]) for (const to of [0, 1, 2]) this.deliver(from, to, Infinity);
    for (const party of this.parties) party.upgrade(2);
  }

  #party(index: number): Institution {
    return this.parties[index] as Institution;
  }

  #channel(from: string, to: string): TestRecord[] {
    const name = `${from} ${to}`;
    const queue = this.channels.get(name) ?? [];
    this.channels.set(name, queue);
    return queue;
  }

  #send(record: TestRecord): void {
    const { issuer, to } = record.payload.samur;
    this.all.push(record);
    for (const recipient of to) this.#channel(issuer, recipient).push(record);
    this.parties.find((party) => party.id === issuer)?.take(record);
  }

  /** What an institution says next; nothing when it has nothing to answer to. */
  #next(by: number, what: number, chosen: number, more: number): TestRecord | undefined {
    const self = this.#party(by);
    const others = names.filter((name) => name !== self.id);
    const other = others[chosen % 2] as string;
    // Sometimes two records share a time.
    this.#clock += more % 3;
    const amount = String(more % 50);
    const base = { issuer: self.id, to: others, time: this.#clock };
    const made = (statement: Omit<Statement, 'issuer' | 'to' | 'time'> & { to?: readonly string[] }) =>
      recordOf({ ...base, ...statement }, this.all.length);
    const subjects = self
      .all()
      .filter(({ table }) => table === 'subject')
      .map(({ row }) => row as SubjectRow);
    const parcels = subjects.filter((row) => row.type === 'parcel');
    const parcel = parcels[chosen % Math.max(1, parcels.length)];
    const newParcel = { receiver: other, number: String(more % 4), load: amount };
    if (what < 2 || !parcel) return made({ type: 'parcel', claims: newParcel });
    if (what === 2)
      return made({
        type: 'rate',
        version: 1 + (more % 2),
        claims: { name: `r${chosen % 2}`, value: more % 5 ? amount : null },
      });
    if (what === 3) return made({ type: 'limit', claims: { sender: other, amount } });
    if (what === 4) return made({ type: 'manifest', claims: { receiver: other, slot: `s${more % 2}`, amount } });
    if (what === 5)
      return made({
        profile: 'counter',
        type: 'collection',
        claims: { sender: other, number: String(more % 4), amount },
      });
    if (what < 10) {
      const target = self.held[chosen % self.held.length] as TestRecord;
      const partial = more % 7 === 0 ? [target.payload.samur.issuer] : undefined;
      if (target.payload.samur.issuer === self.id) return undefined;
      const code = codes[more % codes.length] as RefusalCode;
      return refusalOf(target, self.id, code, this.#clock, this.all.length, partial);
    }
    const type = followUps[more % followUps.length] ?? 'recall';
    const known = parcel.events.map((event) => event.id);
    // Mostly honest; now and then an issuer hides what it knew, or leaves out a recipient.
    const after = chosen % 5 === 0 ? known.filter((_, index) => index === more % known.length) : heads(parcel.events);
    const claims: Record<string, JsonObject> = {
      parcel: newParcel,
      settlement: { used: '0', reserved: '0', free: amount },
      rejection: { reason: 'x' },
      question: { words: 'x' },
      reply: { words: 'x' },
    };
    return made({
      type,
      version: more % 11 === 0 ? 2 : 1,
      claims: claims[type] ?? {},
      about: { id: parcel.id, after },
      ...(chosen % 13 === 0 && { to: [other] }),
    });
  }
}

/** One who holds every record, folded in a given order, however odd. */
function foldedAlone(records: readonly TestRecord[]): Institution {
  const alone = new Institution('xd.post');
  for (const record of records) alone.take(record);
  alone.upgrade(2);
  return alone;
}

const runs = Number(process.env['SAMUR_PROPERTY_RUNS'] ?? 150);

describe('whatever the interleaving', () => {
  test('all who hold the same records publish the same bytes', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const world = new World();
        for (const action of steps) world.run(action);
        world.finish();
        const [a, b, c] = world.parties.map((party) => party.published());
        expect(b).toBe(a);
        expect(c).toBe(a);
      }),
      { numRuns: runs },
    );
  });

  test('any order at all, waiting included, gives the same bytes', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.array(fc.nat(), { maxLength: 60 }), (steps, shuffle) => {
        const world = new World();
        for (const action of steps) world.run(action);
        world.finish();
        const order = world.all.map((record, index) => ({ record, key: shuffle[index] ?? index }));
        const shuffled = order.sort((x, y) => x.key - y.key).map(({ record }) => record);
        expect(foldedAlone(shuffled).published()).toBe(foldedAlone(world.all).published());
        expect(foldedAlone(world.all.toReversed()).published()).toBe(world.parties[0]?.published());
      }),
      { numRuns: runs },
    );
  });

  test('the schedules reach every outcome, refusals and what waits', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.array(step, { minLength: 40, maxLength: 60 }), (steps) => {
        const world = new World();
        for (const action of steps) world.run(action);
        const [party] = world.parties;
        if (party && party.folded.size < party.held.length) seen.add('waiting');
        world.finish();
        for (const { table, row } of party?.all() ?? [])
          if (table === 'subject')
            for (const { outcome, invalid } of (row as SubjectRow).events) seen.add(invalid ?? outcome);
      }),
      { numRuns: 100, seed: 7 },
    );
    const expected = ['waiting', 'effective', 'superseded', 'out-of-turn', 'refused', 'record.wrong-recipients'];
    expect([...seen]).toEqual(expect.arrayContaining(expected));
  });
});
