/** A customs service that does what it likes, in records that its own server would refuse. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SubjectRow } from '../../kernel/state/rows.ts';
import { profiles } from '../index.ts';
import { accountKey, certificateLedger } from './positions.ts';
import { customs, exporters, importer } from './testing/border.ts';
import { allInstitutions, declarationNumber, type Goods, goodsOf, lineOf, Play } from './testing/border-play.ts';

const tonnes = (count: number) => BigInt(count) * 1_000_000_000n;
const certified = 10;

const move = fc.oneof(
  fc.record({
    do: fc.constant('declare' as const),
    declaration: fc.nat(2),
    act: fc.constantFrom('reserve' as const, 'consume' as const, 'free' as const, 'return' as const),
    reserved: fc.nat(certified + 4),
    consumed: fc.nat(certified),
    both: fc.boolean(),
    honest: fc.boolean(),
  }),
  fc.record({
    do: fc.constant('deliver' as const),
    from: fc.constantFrom(...allInstitutions),
    to: fc.constantFrom(...allInstitutions),
    count: fc.integer({ min: 1, max: 6 }),
  }),
);
type Move = typeof move extends fc.Arbitrary<infer M> ? M : never;

/** Acts and deliveries as drawn; then everybody hears everything. */
function played(moves: readonly Move[]) {
  const play = new Play(profiles);
  play.refuses = true;
  const [by] = exporters;
  const certificates = [0, 1].map(() => play.certify(by, [tonnes(certified)]));
  play.catchUp();
  const lines = certificates.flatMap(({ id }) => goodsOf(play.of(customs).row('subject', id) as SubjectRow));
  const [first, second] = lines as [Goods, Goods];
  for (const one of moves)
    if (one.do === 'declare') {
      const { declaration: serial, act, reserved, consumed, both, honest } = one;
      const declaration = declarationNumber(serial);
      const other = both ? play.change(second, tonnes(consumed), 0n) : [];
      const changes = new Map([...play.change(first, tonnes(reserved), tonnes(consumed)), ...other]);
      const draft = play.draft(declaration, act, changes);
      if (honest && play.faults(customs, draft).length > 0) continue;
      play.state(customs, draft);
      play.declared.set(declaration, new Map([...(play.declared.get(declaration) ?? []), ...changes]));
    } else if (one.from !== one.to) play.deliver(one.from, one.to, one.count);
  play.catchUp();
  return { play, lines };
}

it('never has more than was certified once all have answered', () => {
  let accused = 0;
  fc.assert(
    fc.property(fc.array(move, { minLength: 5, maxLength: 40 }), (moves) => {
      const { play, lines } = played(moves);
      for (const self of [customs, importer, ...exporters.slice(0, 1)])
        for (const goods of lines) {
          const account = play.account(self, certificateLedger, accountKey(lineOf(goods)));
          expect((account?.available ?? 0n) >= 0n).toBe(true);
        }
      accused += play.accused.length;
    }),
    { numRuns: 300 },
  );
  expect(accused).toBeGreaterThan(100);
}, 60_000);
