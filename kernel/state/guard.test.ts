import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../canonical.ts';
import { catalogue, context, Institution, recordOf, refusalOf, type TestRecord } from '../testing/institution.ts';
import { type Known, viewOf } from './assess.ts';
import { statementOf } from './fold.ts';
import { lateDebits } from './guard.ts';

const debiter = 'xa.post';
const owner = 'xb.post';

interface Issued {
  readonly record: TestRecord;
  /** How many of the other's records the issuer had mirrored. */
  readonly basis: number;
  readonly overdrawn: boolean;
}

/** Two institutions: one debits, one moves the limit. */
class Pair {
  readonly debiter = new Institution(debiter);
  readonly owner = new Institution(owner);
  readonly toOwner: Issued[] = [];
  readonly toDebiter: TestRecord[] = [];
  readonly issued = new Map<string, Issued>();
  readonly found = new Set<string>();
  readonly owners: string[] = [];
  /** Of each debit that its issuer thought allowed: debited in all, and the limit then mirrored. */
  readonly honest: { debited: bigint; credited: bigint }[] = [];
  mirrored = 0;
  readonly #refuses: boolean;
  #clock = 1;

  /** Issues when allowed, or whatever when not `honest`. */
  debit(type: string, claims: JsonObject, honest: boolean, version = 1): void {
    const record = recordOf({ type, issuer: debiter, to: [owner], claims, time: this.#tick(), version }, this.#clock);
    const overdrawn = this.debiter.guard(record).length > 0;
    if (overdrawn && honest) return;
    const issued = { record, basis: this.mirrored, overdrawn };
    this.debiter.take(record);
    this.toOwner.push(issued);
    this.issued.set(record.id, issued);
    if (overdrawn) return;
    const { debited = 0n, credited = 0n } = this.#view() ?? {};
    this.honest.push({ debited, credited });
  }

  limit(amount: string): void {
    const claims = { sender: debiter, amount };
    this.say(recordOf({ type: 'limit', issuer: owner, to: [debiter], claims, time: this.#tick() }, this.#clock));
  }

  say(record: TestRecord): void {
    this.owner.take(record);
    this.owners.push(record.id);
    this.toDebiter.push(record);
  }

  deliverToDebiter(count: number): void {
    for (const record of this.toDebiter.splice(0, count)) {
      this.debiter.take(record);
      this.mirrored += 1;
    }
  }

  deliverToOwner(count: number): void {
    for (const { record } of this.toOwner.splice(0, count)) this.owner.take(record);
  }

  /** `refuses`: the owner answers what it finds with a refusal. */
  constructor(refuses = false) {
    this.#refuses = refuses;
    this.owner.judge = (record) => {
      const issued = this.issued.get(record.id);
      const overdraws = issued !== undefined && this.#overdraws(issued);
      return () => {
        if (overdraws) this.#find(issued);
        if (issued) this.#judgeLater(record);
      };
    };
  }

  #find({ record }: Issued): void {
    if (this.found.has(record.id)) return;
    this.found.add(record.id);
    if (this.#refuses) this.say(refusalOf(record, owner, 'ledger.insufficient', this.#tick(), this.#clock));
  }

  #overdraws({ record, basis }: Issued): boolean {
    const seq = this.owner.seqOf(record.id);
    const mirrored = new Set(this.owners.slice(0, basis).map((id) => this.owner.seqOf(id)));
    const known: Known = (by) => (by.issuer === debiter ? by.seq < seq : mirrored.has(by.seq));
    return this.owner.guard(record, known).length > 0;
  }

  #judgeLater(record: TestRecord): void {
    const type = catalogue.type('parcel', record.payload.samur.type);
    if (!type) throw new Error('no such type');
    const statement = statementOf(record.payload, undefined, context);
    const seq = this.owner.seqOf(record.id);
    for (const id of this.owner.complete(() => lateDebits(this.owner.rows, type, statement, seq)))
      if (this.#overdraws(this.issued.get(id) as Issued)) this.#find(this.issued.get(id) as Issued);
  }

  #view() {
    const holder = this.debiter;
    return holder.complete(() => viewOf(holder.rows, context, 'parcel').account('allowance', [debiter, owner]));
  }

  atOwner() {
    const holder = this.owner;
    return holder.complete(() => viewOf(holder.rows, context, 'parcel').account('allowance', [debiter, owner]));
  }

  #tick(): number {
    this.#clock += 1;
    return this.#clock;
  }
}

type Move =
  | { do: 'limit'; amount: number }
  | { do: 'parcel' | 'manifest'; amount: number; slot: number; honest: boolean; version: number }
  | { do: 'deliver'; toOwner: boolean; count: number }
  | { do: 'upgrade' };

const debit = (kind: 'parcel' | 'manifest', honest: fc.Arbitrary<boolean>) =>
  fc.record({
    do: fc.constant(kind),
    amount: fc.nat(40),
    slot: fc.nat(2),
    honest,
    version: fc.integer({ min: 1, max: 2 }),
  });
const moves = (honest: fc.Arbitrary<boolean>): fc.Arbitrary<Move[]> =>
  fc.array(
    fc.oneof(
      fc.record({ do: fc.constant('limit' as const), amount: fc.nat(120) }),
      debit('parcel', honest),
      debit('manifest', honest),
      fc.record({ do: fc.constant('deliver' as const), toOwner: fc.boolean(), count: fc.integer({ min: 1, max: 4 }) }),
      fc.constant({ do: 'upgrade' as const }),
    ),
    { maxLength: 40 },
  );

function play(drawn: readonly Move[], refuse: boolean): Pair {
  const pair = new Pair(refuse);
  for (const move of drawn)
    if (move.do === 'limit') pair.limit(String(move.amount));
    else if (move.do === 'upgrade') pair.owner.upgrade(2);
    else if (move.do === 'deliver' && move.toOwner) pair.deliverToOwner(move.count);
    else if (move.do === 'deliver') pair.deliverToDebiter(move.count);
    else {
      const amount = String(move.amount);
      const claims =
        move.do === 'parcel'
          ? { receiver: owner, number: '1', load: amount }
          : { receiver: owner, slot: String(move.slot), amount };
      pair.debiter.upgrade(2);
      pair.debit(move.do, claims, move.honest, move.version);
    }
  pair.deliverToOwner(Infinity);
  pair.owner.upgrade(2);
  pair.deliverToDebiter(Infinity);
  return pair;
}

const runs = Number(process.env['SAMUR_PROPERTY_RUNS'] ?? 200);

describe('a guarded account, whatever the interleaving', () => {
  test('one who asks first never debits more than the limit it had mirrored, unless the limit fell', () => {
    fc.assert(
      fc.property(moves(fc.constant(true)), (drawn) => {
        const pair = play(drawn, false);
        let before = 0n;
        for (const { debited, credited } of pair.honest) {
          expect(debited <= credited || debited <= before).toBe(true);
          before = debited;
        }
        expect([...pair.found]).toEqual([]);
        expect(pair.owner.published()).toBe(pair.debiter.published());
      }),
      { numRuns: runs },
    );
  });

  test('the owner finds every overdraft and accuses nobody else', () => {
    fc.assert(
      fc.property(moves(fc.boolean()), (drawn) => {
        const pair = play(drawn, false);
        const overdrawn = [...pair.issued.values()].filter((one) => one.overdrawn).map(({ record }) => record.id);
        expect([...pair.found].sort()).toEqual(overdrawn.sort());
      }),
      { numRuns: runs },
    );
  });

  test('with refusals on their way it still accuses nobody who asked first, but of building on what was refused', () => {
    fc.assert(
      fc.property(moves(fc.boolean()), (drawn) => {
        const pair = play(drawn, true);
        const order = [...pair.issued.keys()];
        const isFirst = (id: string) => !order.slice(0, order.indexOf(id)).some((before) => pair.found.has(before));
        for (const id of pair.found) expect(pair.issued.get(id)?.overdrawn || !isFirst(id)).toBe(true);
        expect(pair.owner.published()).toBe(pair.debiter.published());
      }),
      { numRuns: runs },
    );
  });

  test('whatever the debiter does, the account is never below nothing while the limit does not fall', () => {
    fc.assert(
      fc.property(moves(fc.boolean()), fc.nat(60), (drawn, amount) => {
        const pair = play([{ do: 'limit', amount }, ...drawn.filter((one) => one.do !== 'limit')], true);
        expect((pair.atOwner()?.available ?? 0n) >= 0n).toBe(true);
      }),
      { numRuns: runs },
    );
  });

  test('what was freed in a record that is refused gives no room, whether or not that was heard of', () => {
    const pair = new Pair(true);
    pair.limit('10');
    pair.deliverToDebiter(Infinity);
    const slot = (name: string, amount: string) => ({ receiver: owner, slot: name, amount });
    pair.debit('manifest', slot('a', '9'), true);
    pair.deliverToOwner(Infinity);
    pair.debit('manifest', slot('a', '0'), true);
    const [freed] = pair.toOwner as [Issued];
    pair.deliverToOwner(Infinity);
    pair.say(refusalOf(freed.record, owner, 'rule.broken', 99, 99));
    pair.debit('manifest', slot('b', '9'), true);
    pair.deliverToOwner(Infinity);
    expect(pair.found.size).toBe(1);
    expect(pair.atOwner()?.available).toBe(1n);
  });
});
