import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SubjectRow } from '../../kernel/state/rows.ts';
import { profiles } from '../index.ts';
import { accountKey, certificateLedger, nameOf } from './positions.ts';
import { writeOffKey, writeOffRegister } from './registers.ts';
import { customs, exporters, importer } from './testing/border.ts';
import {
  allInstitutions,
  declarationNumber,
  type Goods,
  goodsOf,
  type Held,
  lineOf,
  Play,
  samurStation,
  yaragKazmalyar,
} from './testing/border-play.ts';

const pick = fc.nat(30);
const grams = fc.bigInt({ min: 1n, max: 20_000_000n }).map((mass) => mass * 1000n);
const by = fc.constantFrom(...exporters);
const acts = ['reserve', 'reserve', 'consume', 'free', 'return'] as const;

const move = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('certify' as const),
      by,
      masses: fc.array(grams, { minLength: 1, maxLength: 2 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('withdraw' as const), pick }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('inspect' as const),
      pick,
      shares: fc.array(fc.tuple(fc.constantFrom<number[]>(0, 300, 1000), fc.constantFrom<number[]>(0, 500)), {
        minLength: 2,
        maxLength: 2,
      }),
    }),
  },
  {
    weight: 12,
    arbitrary: fc.record({
      do: fc.constant('declare' as const),
      declaration: fc.nat(4),
      act: fc.constantFrom(...acts),
      office: fc.constantFrom(yaragKazmalyar, samurStation),
      /** Which lines, and how much of a thousand of what the act could move. */
      lines: fc.array(fc.tuple(pick, fc.constantFrom<number[]>(0, 250, 500, 1000, 1000)), {
        minLength: 1,
        maxLength: 3,
      }),
    }),
  },
  {
    weight: 12,
    arbitrary: fc.record({
      do: fc.constant('deliver' as const),
      from: fc.constantFrom(...allInstitutions),
      to: fc.constantFrom(...allInstitutions),
      count: fc.integer({ min: 1, max: 6 }),
    }),
  },
);
type Move = typeof move extends fc.Arbitrary<infer M> ? M : never;

const told = (act: (typeof acts)[number], share: number, serial = 0): Move => {
  return { do: 'declare', declaration: serial, act, office: yaragKazmalyar, lines: [[0, share]] };
};
const carried = (from: string, to: string): Move => ({ do: 'deliver', from, to, count: 6 });
const [exporter] = exporters;

/** Chance alone does not always come by these. */
const certain: readonly Move[][] = [
  [
    ...[told('free', 1000, 1), told('reserve', 1000), told('reserve', 1000, 1), told('consume', 500)],
    ...[told('free', 500), told('return', 500), told('consume', 1000), told('consume', 1000)],
    ...[{ do: 'withdraw' as const, pick: 0 }, carried(exporter, customs), told('reserve', 250, 2)],
  ],
  [
    ...[told('reserve', 1000), carried(exporter, importer), carried(customs, importer)],
    ...[{ do: 'inspect' as const, pick: 0, shares: [[300, 500] as [number, number]] }, told('consume', 500)],
    ...[carried(customs, importer), carried(importer, customs), told('reserve', 1000, 1), told('free', 500)],
  ],
];

const chosen = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];
const heldBy = (play: Play, declaration: string, goods: Goods) => {
  return play.declared.get(declaration)?.get(nameOf(lineOf(goods))) ?? { reserved: 0n, consumed: 0n };
};

function declare(
  play: Play,
  { declaration: serial, act, lines, office }: Move & { do: 'declare' },
  seen: Set<string>,
): void {
  const declaration = declarationNumber(serial);
  const all = play.subjects(customs, 'certificate').flatMap(goodsOf);
  const changes: Held = new Map();
  for (const [at, share] of lines) {
    const goods = chosen(all, at);
    if (goods === undefined) continue;
    const { reserved, consumed } = heldBy(play, declaration, goods);
    const part = (mass: bigint) => (mass * BigInt(share)) / 1000n;
    const moved = { reserve: part(goods.mass), consume: part(reserved), free: part(reserved), return: part(consumed) }[
      act
    ];
    const [held, taken] = {
      reserve: [moved, consumed],
      consume: [reserved - moved, consumed + moved],
      free: [reserved - moved, consumed],
      return: [reserved, consumed - moved],
    }[act] as [bigint, bigint];
    for (const [name, line] of play.change(goods, held, taken)) changes.set(name, line);
  }
  if (changes.size === 0) return;
  const draft = play.draft(declaration, act, changes, office);
  const faults = play.faults(customs, draft);
  for (const fault of faults) seen.add(fault);
  const issued = play.writeOff(declaration, act, changes, office);
  expect(issued === undefined).toBe(faults.length > 0);
  if (issued !== undefined) seen.add(`${act} issued`);
}

function make(play: Play, one: Move, seen: Set<string>): void {
  if (one.do === 'certify') play.certify(one.by, one.masses);
  if (one.do === 'deliver' && one.from !== one.to) play.deliver(one.from, one.to, one.count);
  if (one.do === 'declare') declare(play, one, seen);
  const actor = one.do === 'inspect' ? importer : exporters[0];
  const row = 'pick' in one ? chosen(play.subjects(actor, 'certificate'), one.pick) : undefined;
  if (row === undefined) return;
  if (one.do === 'withdraw' && play.withdraw(row)) seen.add('withdrawn');
  if (one.do === 'inspect' && play.inspect(row, one.shares)) seen.add('inspected');
}

/** What customs' own acts add up to, of one line. */
function sumOf(play: Play, goods: Goods): { reserved: bigint; consumed: bigint } {
  let [reserved, consumed] = [0n, 0n];
  for (const declaration of play.declared.keys()) {
    const held = heldBy(play, declaration, goods);
    reserved += held.reserved;
    consumed += held.consumed;
  }
  return { reserved, consumed };
}

const keyOf = (goods: Goods) => accountKey(lineOf(goods));

function expectDebitsAddUp(play: Play, self: string, row: SubjectRow): void {
  for (const goods of goodsOf(row)) {
    const account = play.account(self, certificateLedger, keyOf(goods));
    const { reserved, consumed } = sumOf(play, goods);
    expect(account?.byMovement.get('reserved') ?? 0n).toBe(reserved);
    expect(account?.byMovement.get('consumed') ?? 0n).toBe(consumed);
    expect(account?.debited).toBe(reserved + consumed);
    expect(reserved + consumed <= goods.mass).toBe(true);
  }
}

/** Once all have heard of all: what was certified is used, reserved or free, and no line is overdrawn. */
function expectConserved(play: Play, self: string, row: SubjectRow, seen: Set<string>): void {
  for (const goods of goodsOf(row)) {
    const account = play.account(self, certificateLedger, keyOf(goods));
    const { reserved, consumed } = sumOf(play, goods);
    expect(account?.credited).toBe(goods.mass);
    expect((account?.available ?? 0n) >= 0n).toBe(true);
    const free = account?.byMovement.get('settled');
    if (free === undefined) continue;
    seen.add('settled');
    const crossed = account?.byMovement.get('crossed') ?? 0n;
    const used = consumed > crossed ? consumed : crossed;
    const kept = reserved + consumed > used ? reserved + consumed - used : 0n;
    expect(account?.byMovement.get('used')).toBe(used);
    expect(used + kept + free).toBe(goods.mass);
  }
}

it('is never overdrawn, adds up, is alike with all holders, and conserves what was certified', () => {
  const seen = new Set<string>();
  let settledAgain = 0;
  fc.assert(
    fc.property(fc.array(move, { minLength: 20, maxLength: 80, size: 'max' }), (moves) => {
      const play = new Play(profiles);
      for (const exporter of exporters) play.certify(exporter, [18_000_000_000n, 500_000_000n]);
      play.deliver(exporters[0], customs);
      for (const one of moves) {
        make(play, one, seen);
        for (const row of play.subjects(customs, 'certificate')) expectDebitsAddUp(play, customs, row);
      }
      play.catchUp();
      expect(play.accused).toEqual([]);
      expect(play.of(customs).published()).toBe(play.of(importer).published());
      for (const row of play.subjects(customs, 'certificate'))
        for (const self of [customs, importer, row.issuer]) {
          expectDebitsAddUp(play, self, row);
          expectConserved(play, self, row, seen);
        }
      for (const [declaration, held] of play.declared)
        for (const self of new Set([...held.values()].map(({ line }) => line.certificate.exporting)))
          expect(registered(play, self, declaration)).toEqual(registered(play, customs, declaration));
      const settlements = play.of(importer).held.filter(({ payload }) => payload.samur.type === 'settlement');
      const subjects = settlements.map(({ payload }) => payload.samur.about?.id);
      settledAgain += subjects.length - new Set(subjects).size;
    }),
    { numRuns: 62, examples: certain.map((moves) => [moves]) },
  );
  // The property is about something: every act was made and refused, and customs crossed settlements.
  const expected = ['reserve', 'consume', 'free', 'return'].map((act) => `${act} issued`);
  const codes = ['ledger.insufficient', 'ledger.frozen', 'already-written-off', 'certificate-state', 'nothing-changes'];
  expect([...seen]).toEqual(expect.arrayContaining([...expected, ...codes, 'withdrawn', 'inspected', 'settled']));
  expect(settledAgain).toBeGreaterThan(0);
}, 120_000);

function registered(play: Play, self: string, declaration: string) {
  return play
    .of(self)
    .complete(() => play.view(self, 'customs').register(writeOffRegister, writeOffKey(customs, declaration)));
}
