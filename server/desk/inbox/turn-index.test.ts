import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Catalogue, loadCatalogue } from '../../../kernel/catalogue.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { TurnLine } from '../../institution/turns.ts';
import { compileSchema } from '../../schema-compiler.ts';
import { type TurnFilter, TurnIndex } from './turn-index.ts';

const loaded = loadCatalogue([], compileSchema);
if (loaded instanceof Refusal) throw new Error(loaded.code);
const catalogue: Catalogue = loaded;
const now = 1000;

const line = fc.record({
  seq: fc.integer({ min: 1, max: 30 }),
  until: fc.option(fc.integer({ min: 900, max: 1100 }), { nil: undefined }),
  started: fc.boolean(),
  time: fc.integer({ min: 0, max: 5 }),
  turn: fc.constantFrom(['az.a'], ['ru.b'], ['az.a', 'ru.b']),
  worst: fc.constantFrom('refuse' as const, 'warn' as const, 'inform' as const, undefined),
  title: fc.constantFrom('Alma', 'QIZILGÜL', 'nar'),
  state: fc.constantFrom('issued', 'held'),
});

type Drawn = typeof line extends fc.Arbitrary<infer T> ? T : never;

function lineOf({ seq, until, started, time, turn, worst, title, state }: Drawn): TurnLine {
  const clock = { turn, limit: 'p.l', overdue: until !== undefined && until < now, seen: true };
  const ends = started && until !== undefined ? { since: 0, until } : started ? { since: 0 } : {};
  return {
    id: String(seq).padStart(64, '0'),
    seq,
    direction: seq % 2 === 0 ? 'issued' : 'received',
    profile: 'exchange',
    type: 'refusal',
    version: 1,
    issuer: 'ru.b',
    to: ['az.a'],
    time,
    number: `N-${seq}`,
    title,
    state,
    ...(worst && { worst }),
    clock: { ...clock, ...ends },
    led: 'f'.repeat(64),
  };
}

const filter: fc.Arbitrary<TurnFilter> = fc.record(
  {
    lane: fc.constantFrom('all', 'overdue', 'clear', 'warn'),
    text: fc.constantFrom('qizilgul', 'ALMA', 'n-1', ' ', 'yoxdur'),
    state: fc.constantFrom('issued', 'held'),
    direction: fc.constantFrom('issued', 'received'),
  },
  { requiredKeys: [] },
);

const words: Record<string, string> = { Alma: 'alma', QIZILGÜL: 'qizilgul', nar: 'nar' };

/** The same said plainly, over all of them. */
function expected(held: readonly TurnLine[], { lane = 'all', text = '', state, direction }: TurnFilter): number[] {
  return held
    .filter(({ clock }) => clock.turn.includes('az.a'))
    .filter((one) => state === undefined || one.state === state)
    .filter((one) => direction === undefined || one.direction === direction)
    .filter(({ title, number }) => `${words[title]} ${number}`.toLowerCase().includes(text.trim().toLowerCase()))
    .filter(({ clock, worst }) =>
      lane === 'all' ? true : lane === 'overdue' ? (clock.until ?? now) < now : (worst ?? 'clear') === lane,
    )
    .sort((a, b) => {
      const [one, other] = [a.clock.until ?? Infinity, b.clock.until ?? Infinity];
      return one === other ? a.time - b.time || a.seq - b.seq : one - other;
    })
    .map(({ seq }) => seq);
}

const change = fc.oneof(
  { weight: 4, arbitrary: line.map((one) => ({ put: one })) },
  { weight: 1, arbitrary: fc.record({ remove: fc.integer({ min: 1, max: 30 }) }) },
);

test('after any changes, pages hold what they should in the order in which they should', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 80 }), filter, fc.nat(5), (changes, asked, offset) => {
      const index = new TurnIndex('az.a', catalogue);
      const held = new Map<number, TurnLine>();
      for (const one of changes) {
        if ('put' in one) {
          index.put(lineOf(one.put));
          held.set(one.put.seq, lineOf(one.put));
        } else {
          index.remove(String(one.remove).padStart(64, '0'));
          held.delete(one.remove);
        }
      }
      const all = [...held.values()];
      const right = expected(all, asked);
      const page = index.page(asked, false, offset, 3, now);
      expect(page.entries.map(({ seq }) => seq)).toEqual(right.slice(offset, offset + 3));
      expect(page.total).toBe(right.length);
      const { lane: _, ...others } = asked;
      for (const lane of ['all', 'clear', 'warn', 'overdue'] as const)
        expect(page.lanes[lane]).toBe(expected(all, { ...others, lane }).length);
      const newest = index.page(asked, true, 0, 100, now).entries.map(({ seq }) => seq);
      expect(newest).toEqual([...right].sort((a, b) => b - a));
      const late = all.filter(({ clock }) => clock.until !== undefined && clock.until < now);
      expect(index.overdue(now)).toHaveLength(late.length);
      const waiting = all.filter(({ clock }) => clock.since === undefined).map(({ id }) => id);
      expect([...index.startedBy('f'.repeat(64))].sort()).toEqual(waiting.sort());
    }),
    { numRuns: 300 },
  );
});

test('what the type is called finds it, in every language', () => {
  const index = new TurnIndex('az.a', catalogue);
  index.put(
    lineOf({ seq: 1, until: 1, started: true, time: 0, turn: ['az.a'], worst: undefined, title: 'nar', state: 'held' }),
  );
  const titles = catalogue.type('exchange', 'refusal')?.declaration.title;
  for (const text of [titles?.az, titles?.ru.toUpperCase(), titles?.en])
    expect(index.page({ text: text ?? '?' }, false, 0, 1, now).total, text).toBe(1);
});
