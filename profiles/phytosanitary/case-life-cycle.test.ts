import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Side, Subject } from '../../kernel/profile.ts';
import { foldInOrder, foldLifeCycle, heads, placeInOrder, type SubjectEvent } from '../../kernel/state/life-cycle.ts';
import { caseLifeCycle as cycle } from './case-life-cycle.ts';

type Reply = 'acknowledge' | 'investigate' | 'dispute' | 'appeal';
type Ruling = 'demand' | 'uphold' | 'reverse' | 'close';

const none = new Set<string>();
const sideOf = (event: string): Side =>
  ['acknowledge', 'investigate', 'dispute', 'appeal'].includes(event) ? 'recipient' : 'issuer';

/** Follow-ups one after another, each knowing all before it. */
const chain = (prefix: string, events: readonly string[], after: readonly string[] = []): SubjectEvent[] =>
  events.map((event, index) => ({
    id: `${prefix}${index}`,
    event,
    side: sideOf(event),
    after: index === 0 ? after : [`${prefix}${index - 1}`],
  }));

/** What was said before, then what both services said without knowing of each other. */
function crossed(before: readonly string[], replies: readonly Reply[], rulings: readonly Ruling[]) {
  const past = chain('0', before);
  const after = heads(past);
  // Ids against the precedence of some and along that of others: ids alone must not decide.
  const folds = [
    ['a', 'b'],
    ['b', 'a'],
  ].map(([one = '', other = '']) => {
    const events = [...past, ...chain(one, replies, after), ...chain(other, rulings, after)];
    const { state, outcomes } = foldLifeCycle(cycle, 'case', events, none);
    expect(foldLifeCycle(cycle, 'case', events.toReversed(), none).state).toBe(state);
    expect([...outcomes.values()]).not.toContain('out-of-turn');
    const overtaken = events.filter(({ id }) => outcomes.get(id) === 'superseded').map(({ event }) => event);
    return { state, overtaken };
  });
  expect(folds[1]).toEqual(folds[0]);
  return folds[0];
}

const demanded = ['acknowledge', 'demand'];
const disputed = ['dispute'];
const upheld = ['dispute', 'uphold'];
const appealed = [...upheld, 'appeal'];
const remedied = [...upheld, 'investigate'];
const confirmed = [...appealed, 'uphold'];

/** The crossings of README.md. */
describe('what crossed in a case', () => {
  const rows: [before: string[], replies: Reply[], rulings: Ruling[], state: string, overtaken: string[]][] = [
    [[], ['acknowledge'], ['reverse'], 'reversed', ['acknowledge']],
    [['acknowledge'], ['investigate'], ['reverse'], 'reversed', ['investigate']],
    [['acknowledge'], ['dispute'], ['reverse'], 'reversed', ['dispute']],
    [upheld, ['appeal'], ['reverse'], 'reversed', ['appeal']],
    [[], ['acknowledge'], ['demand'], 'demanded', []],
    [[], ['acknowledge'], ['demand', 'uphold'], 'upheld', []],
    [['acknowledge'], ['investigate'], ['demand'], 'investigated', []],
    [['investigate'], ['investigate'], ['demand'], 'investigated', []],
    [remedied, ['investigate'], ['demand'], 'remedied', []],
    [[], ['investigate', 'dispute'], ['demand'], 'disputed', []],
    [['acknowledge'], ['dispute'], ['demand'], 'disputed', []],
    [['investigate'], ['dispute'], ['demand'], 'disputed', []],
    [demanded, ['dispute'], ['uphold'], 'upheld', []],
    [['investigate'], ['dispute'], ['close'], 'disputed', ['close']],
    [upheld, ['appeal'], ['close'], 'appealed', ['close']],
    [upheld, ['investigate'], ['close'], 'remedied', []],
    [['investigate'], ['investigate'], ['close'], 'closed', ['investigate']],
    [remedied, ['investigate'], ['close'], 'closed', ['investigate']],
    [confirmed, ['investigate'], ['close'], 'closed', ['investigate']],
    [demanded, ['investigate'], ['uphold'], 'investigated', ['uphold']],
    [disputed, ['investigate'], ['uphold'], 'investigated', ['uphold']],
    [appealed, ['investigate'], ['uphold'], 'remedied', ['uphold']],
    [['acknowledge'], ['investigate'], ['demand', 'uphold'], 'investigated', ['uphold']],
    [['acknowledge'], ['dispute'], ['demand', 'uphold'], 'upheld', []],
    [['acknowledge'], ['dispute'], ['demand', 'uphold', 'close'], 'unanswered', []],
  ];
  it.each(rows)('after %j: %j with %j leaves it %s', (before, replies, rulings, state, overtaken) => {
    expect(crossed(before, replies, rulings)).toEqual({ state, overtaken });
  });

  it('every pair that can cross is told above', () => {
    const told = new Set(
      rows.flatMap(([, replies, rulings]) => replies.flatMap((a) => rulings.map((b) => `${a} ${b}`))),
    );
    const by = (side: Side, from: string) =>
      cycle.transitions.filter((one) => one.by === side && one.from === from).map(({ event }) => event);
    const pairs = Object.keys(cycle.states).flatMap((state) =>
      by('recipient', state).flatMap((reply) => by('issuer', state).map((ruling) => `${reply} ${ruling}`)),
    );
    expect([...new Set(pairs)].filter((pair) => !told.has(pair))).toEqual([]);
  });
});

/** States that one side alone, or both, can bring a case to. */
function reached(from: string, sides: readonly Side[], without: readonly string[] = []): ReadonlySet<string> {
  const found = new Set([from]);
  for (const state of found) {
    for (const one of cycle.transitions) {
      if (one.from === state && sides.includes(one.by) && !without.includes(one.event)) found.add(one.to);
    }
  }
  return found;
}

const ended = ['closed', 'reversed', 'unanswered'];
const states = Object.keys(cycle.states);

describe('a case', () => {
  it('reaches every state', () => {
    expect([...reached('opened', ['issuer', 'recipient'])].sort()).toEqual(states.toSorted());
  });

  it('can be ended by the importing service alone, wherever it stands and whoever is silent', () => {
    const stuck = states.filter((state) => ended.every((end) => !reached(state, ['issuer'], ['reverse']).has(end)));
    // A find under dispute or appeal is ruled on; nothing else is needed.
    expect(stuck).toEqual([]);
  });

  it('is never closed against an exporting service that could not contest it', () => {
    expect([...reached('opened', ['issuer'], ['reverse'])]).toEqual(['opened', 'demanded', 'upheld', 'unanswered']);
    for (const state of ['demanded', 'upheld', 'unanswered']) {
      const own = reached(state, ['recipient']);
      expect(own.has('disputed') || own.has('appealed'), state).toBe(true);
    }
  });

  it('is appealed once: after the ruling on an appeal nothing is contested again', () => {
    const after = reached('confirmed', ['issuer', 'recipient']);
    expect([...after].sort()).toEqual(['closed', 'confirmed', 'remedied', 'reversed']);
  });

  it('is ruled on by its issuer alone and replied to by recipients alone', () => {
    for (const { event, by } of cycle.transitions) expect(by, event).toBe(sideOf(event));
  });

  it('leads nowhere after it is closed', () => {
    expect([...reached('closed', ['issuer', 'recipient'])]).toEqual(['closed']);
  });

  it('waits for one service, or for none once it is ended', () => {
    const claims = { exporter: 'az.afsa' };
    const subject = { id: 'c', type: 'non-compliance', issuer: 'ru.fsvps', to: ['az.afsa', 'az.dgk'], claims, time: 0 };
    for (const state of states) {
      const turn = cycle.turns?.[state];
      expect(turn === undefined, state).toBe(ended.includes(state));
      const [waited, ...more] = turn?.of({ ...subject, state } satisfies Subject) ?? [];
      expect(more).toEqual([]);
      if (waited === undefined) continue;
      const side: Side = waited === 'ru.fsvps' ? 'issuer' : 'recipient';
      const moves = cycle.transitions.some(({ from, to, by }) => from === state && by === side && to !== from);
      expect(moves, state).toBe(true);
    }
  });
});

interface Move {
  readonly side: Side;
  readonly pick: number;
  /** How many of the other side's follow-ups arrive before this one is signed. */
  readonly seen: number;
}

/** What two services say when each signs only what is in its turn by what it holds. */
function told(moves: readonly Move[]): SubjectEvent[] {
  const all: SubjectEvent[] = [];
  const held: Record<Side, SubjectEvent[]> = { issuer: [], recipient: [] };
  for (const [index, { side, pick, seen }] of moves.entries()) {
    const missing = all.filter((event) => !held[side].includes(event));
    held[side].push(...missing.slice(0, seen));
    const { state } = foldLifeCycle(cycle, 'case', held[side], none);
    const open = cycle.transitions.filter(({ from, by }) => from === state && by === side);
    const chosen = open[pick % Math.max(1, open.length)];
    if (chosen === undefined) continue;
    const id = `${(pick * 7919) % 1000}-${index}`;
    const event = { id, event: chosen.event, side, after: heads(held[side]) };
    all.push(event);
    held[side].push(event);
  }
  return all;
}

const moves = fc.array(
  fc.record({ side: fc.constantFrom<Side>('issuer', 'recipient'), pick: fc.nat(9999), seen: fc.nat(4) }),
  { maxLength: 14 },
);

describe('whatever two services say and whenever it arrives', () => {
  it('the case folds alike', () => {
    fc.assert(
      fc.property(moves, fc.array(fc.nat(9999), { minLength: 14, maxLength: 14 }), (said, draws) => {
        const events = told(said);
        const expected = foldLifeCycle(cycle, 'case', events, none);
        const shuffled = events
          .map((event, index) => ({ event, draw: draws[index] ?? 0 }))
          .sort((a, b) => a.draw - b.draw)
          .map(({ event }) => event);
        expect(foldLifeCycle(cycle, 'case', shuffled, none)).toMatchObject({
          state: expected.state,
          since: expected.since,
        });
        // One after another, as a server takes them: each waits for its past, nothing else.
        const waiting = [...shuffled];
        let order: SubjectEvent[] = [];
        while (waiting.length > 0) {
          const at = waiting.findIndex(({ after }) => after.every((id) => order.some((event) => event.id === id)));
          order = placeInOrder(cycle, order, waiting.splice(at, 1)[0] as SubjectEvent);
        }
        const taken = foldInOrder(cycle, 'case', order, none, none);
        expect([taken.state, taken.since]).toEqual([expected.state, expected.since]);
        expect(taken.outcomes).toEqual(expected.outcomes);
        // Each signed in its turn, so nothing is ever out of turn: only overtaken.
        expect([...expected.outcomes.values()]).not.toContain('out-of-turn');
      }),
      { numRuns: 500 },
    );
  });
});
