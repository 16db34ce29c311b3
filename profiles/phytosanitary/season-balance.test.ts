import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../kernel/canonical.ts';
import { formatDecimal } from '../../kernel/state/quantity.ts';
import type { SubjectRow } from '../../kernel/state/rows.ts';
import { balanceLedger } from './balance.ts';
import { accountsOf, lineLedger } from './ledgers/line.ts';
import { settlementFits } from './rules/certificate/settlement.ts';
import { netMassOf, sourcesOf, total } from './sources.ts';
import { customs, exporter, importer, type Season } from './testing/season.ts';
import {
  balanceBy,
  chosen,
  crossedOf,
  decimal,
  growers,
  keyOf,
  kilograms,
  Play,
  settlementOf,
  sum,
} from './testing/season-play.ts';

const part = fc.constantFrom(0, 0, 0, 333, 500, 1000);
const source = fc.record({
  grower: fc.nat(growers.length - 1),
  quantity: fc.oneof(
    fc.bigInt({ min: 1n, max: 4_000_000_000n }).map(kilograms),
    fc.tuple(fc.integer({ min: 1, max: 60_000 }), fc.integer({ min: 1, max: 60_000 })).map(([pieces, milligrams]) => ({
      value: String(pieces),
      unit: 'H87',
      each: { value: formatDecimal(BigInt(milligrams), 3), unit: 'GRM' },
    })),
  ),
});
const lines = fc.array(fc.array(source, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 2 });
const pick = fc.nat(30);

const move = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('admit' as const), grower: fc.nat(2), tonnes: fc.nat(50) }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('certify' as const), lines }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('replace' as const), pick, lines }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('withdraw' as const), pick }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('hold' as const), pick }) },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('inspect' as const),
      pick,
      /** Of a thousand: missing of what was certified, then returned and destroyed of what arrived. */
      found: fc.array(fc.tuple(part, part, part), { minLength: 2, maxLength: 2 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('declare' as const),
      pick,
      line: fc.nat(1),
      movement: fc.constantFrom('reserved', 'consumed'),
      part: fc.integer({ min: 0, max: 1000 }),
      slot: fc.constantFrom('D1', 'D2'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('settle again' as const), pick }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('depart' as const),
      pick,
      parts: fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 2 }),
    }),
  },
  {
    weight: 12,
    arbitrary: fc.record({
      do: fc.constant('deliver' as const),
      from: fc.constantFrom(exporter, exporter, importer, customs),
      to: fc.constantFrom(exporter, importer, importer, customs),
      count: fc.integer({ min: 1, max: 8 }),
    }),
  },
);
type Move = typeof move extends fc.Arbitrary<infer M> ? M : never;

function expectLedgersByRecords(play: Season, self: string): void {
  for (const grower of growers) {
    const { limit, certified, freed } = balanceBy(play, self, grower);
    const account = play.account(self, balanceLedger, keyOf(grower));
    expect([account?.credited ?? 0n, account?.debited ?? 0n]).toEqual([limit + freed, certified]);
    expect(account?.byMovement.get('freed') ?? 0n).toBe(freed);
  }
}

function make(play: Play, one: Move): void {
  const row = 'pick' in one ? chosen(play.certificates(actorOf(one.do)), one.pick) : undefined;
  if (one.do === 'admit') play.admit(growers[one.grower] as string, one.tonnes);
  if (one.do === 'certify') play.certify(one.lines);
  if (one.do === 'deliver') play.deliver(one.from, one.to, one.count);
  if (row === undefined) return;
  if (one.do === 'replace') play.certify(one.lines, row.id);
  if (one.do === 'withdraw') {
    play.issue(exporter, { type: 'withdrawal', claims: { reason: 'exporter-request' }, about: row.id });
  }
  if (one.do === 'hold') play.inspect(row, undefined);
  if (one.do === 'inspect') play.inspect(row, one.found);
  if (one.do === 'declare') play.declare(row, one.line, one.movement, one.part, one.slot);
  if (one.do === 'depart') play.depart(row, one.parts);
  if (one.do === 'settle again') play.settleAgain(row);
}

function actorOf(name: Move['do']): string {
  if (name === 'declare') return customs;
  return name === 'withdraw' || name === 'replace' || name === 'depart' ? exporter : importer;
}

/** What was certified is used, reserved or free; what is free came neither in nor to customs. */
function expectConserved(play: Season, row: SubjectRow): void {
  const settled = settlementOf(play, exporter, row);
  if (settled === undefined) return;
  const statement = play.statement(importer, {
    type: 'settlement',
    claims: settled as unknown as JsonObject,
    about: row.id,
  });
  expect(settlementFits.check(statement, play.view(importer))).toEqual([]);
  for (const { line, mass, key } of accountsOf(row)) {
    const told = settled.lines.find(({ sequence }) => sequence === line.sequence);
    const [used, reserved, free] = [told?.used, told?.reserved, told?.free].map((text) => decimal(text ?? ''));
    expect((used ?? 0n) + (reserved ?? 0n) + (free ?? 0n)).toBe(mass);
    expect(netMassOf(line)).toBe(total(sourcesOf(line)));
    expect(sum((told?.sources ?? []).map(decimal))).toBe(free);
    const account = play.account(exporter, lineLedger, key);
    const consumed = account?.byMovement.get('consumed') ?? 0n;
    const crossed = crossedOf(play, row, line.sequence);
    expect(used).toBe(consumed > crossed ? consumed : crossed);
    expect((free ?? 0n) + (account?.debited ?? 0n) <= mass).toBe(true);
    expect(account?.settled).toBe(free);
    expect(account?.available).toBe(mass - (account?.debited ?? 0n) - (free ?? 0n));
  }
}

describe('the season balance', () => {
  it('is never overdrawn by what its debiter knew, is alike on both sides, and is conserved', () => {
    const reached = new Map<string, number>();
    let [late, departed] = [0, 0];
    fc.assert(
      fc.property(fc.array(move, { minLength: 20, maxLength: 90, size: 'max' }), (moves) => {
        const play = new Play();
        for (const grower of growers) play.admit(grower, 30);
        play.catchUp();
        for (const one of moves) make(play, one);
        for (const self of play.at.keys()) expectLedgersByRecords(play, self);
        play.catchUp();
        // What customs wrote off while a settlement was on its way has been settled again: nothing is left to say.
        const { settled } = play;
        for (const row of play.certificates(importer)) play.settleAgain(row);
        expect(play.settled).toBe(settled);
        const [first, ...others] = [...play.at.values()].map((institution) => institution.published());
        for (const other of others) expect(other).toBe(first);
        for (const self of play.at.keys()) expectLedgersByRecords(play, self);
        for (const row of play.certificates(exporter)) {
          expectConserved(play, row);
          reached.set(row.state, (reached.get(row.state) ?? 0) + 1);
        }
        expect(play.accused).toEqual([]);
        late += play.inspectedLate;
        departed += play.departed;
      }),
      { numRuns: 100 },
    );
    // The property is about something: every state was reached.
    const states = ['issued', 'held', 'released', 'part-released', 'rejected', 'withdrawn', 'replaced'];
    expect([...reached.keys()]).toEqual(expect.arrayContaining(states));
    expect(late).toBeGreaterThan(10);
    expect(departed).toBeGreaterThan(100);
  }, 60_000);
});
