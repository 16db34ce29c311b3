import { describe, expect, it } from 'vitest';
import type { Side, Subject } from '../../kernel/profile.ts';
import { foldLifeCycle, heads, type SubjectEvent } from '../../kernel/state/life-cycle.ts';
import { manifestLifeCycle as cycle } from './life-cycle.ts';
import { customs } from './profile.ts';

const none = new Set<string>();
const sending = ['report', 'reply', 'withdraw', 'replace'];
const sideOf = (event: string): Side => (sending.includes(event) ? 'issuer' : 'recipient');

/** Follow-ups one after another, each knowing all before it. */
const chain = (prefix: string, events: readonly string[], after: readonly string[] = []): SubjectEvent[] =>
  events.map((event, index) => ({
    id: `${prefix}${index}`,
    event,
    side: sideOf(event),
    after: index === 0 ? after : [`${prefix}${index - 1}`],
  }));

/** What was said before, then what each side said without knowing of the other. */
function crossed(before: readonly string[], one: readonly string[], other: readonly string[]) {
  const past = chain('0', before);
  const after = heads(past);
  // Ids against the precedence of some and along that of others: ids alone must not decide.
  const folds = [
    ['a', 'b'],
    ['b', 'a'],
  ].map(([first = '', second = '']) => {
    const events = [...past, ...chain(first, one, after), ...chain(second, other, after)];
    const { state, outcomes } = foldLifeCycle(cycle, 'manifest', events, none);
    expect(foldLifeCycle(cycle, 'manifest', events.toReversed(), none).state).toBe(state);
    expect([...outcomes.values()]).not.toContain('out-of-turn');
    const overtaken = events.filter(({ id }) => outcomes.get(id) === 'superseded').map(({ event }) => event);
    return { state, overtaken };
  });
  expect(folds[1]).toEqual(folds[0]);
  return folds[0];
}

/** How each state is reached from the first. */
const ways: Readonly<Record<string, readonly string[]>> = {
  sent: [],
  registered: ['register'],
  rejected: ['reject'],
  queried: ['register', 'ask'],
  arrived: ['register', 'arrive'],
  'queried-at-border': ['register', 'arrive', 'ask'],
  recognised: ['register', 'arrive', 'recognise'],
  recontrolled: ['register', 'arrive', 'decline'],
  released: ['register', 'arrive', 'pass'],
  'released-for-audit': ['register', 'arrive', 'pass-for-audit'],
  detained: ['register', 'arrive', 'detain'],
  returned: ['register', 'arrive', 'return'],
  closed: ['register', 'arrive', 'pass', 'close'],
  withdrawn: ['withdraw'],
  replaced: ['replace'],
};

const stateAfter = (events: readonly string[]) => foldLifeCycle(cycle, 'manifest', chain('0', events), none).state;

const enabled = (state: string) => cycle.transitions.filter(({ from }) => from === state);

/** Underway, at the border, and what each of the sender's own events becomes when it crossed one of the receiver's. */
const border = ['recognise', 'pass', 'pass-for-audit', 'decline', 'detain', 'return'];
const leadsTo: Readonly<Record<string, string>> = {
  recognise: 'recognised',
  pass: 'released',
  'pass-for-audit': 'released-for-audit',
  decline: 'recontrolled',
  detain: 'detained',
  return: 'returned',
};

/** The crossings of README.md: what went before, the sender's, the receiver's, the state, what is superseded. */
const rows: readonly [string, readonly string[], readonly string[], string, readonly string[]][] = [
  // A control result with anything.
  ...['sent', 'registered', 'queried'].flatMap((state): (typeof rows)[number][] => [
    [state, ['report'], ['reject'], 'rejected', []],
    [state, ['report'], ['ask'], 'queried', []],
    [state, ['report'], ['arrive'], state === 'queried' ? 'queried-at-border' : 'arrived', []],
    [state, ['report', 'withdraw'], ['reject'], 'withdrawn', ['reject']],
  ]),
  ['sent', ['report'], ['register'], 'registered', []],
  ...['arrived', 'queried-at-border'].flatMap((state): (typeof rows)[number][] => [
    ...border.map((event): (typeof rows)[number] => [state, ['report'], [event], leadsTo[event] ?? '', []]),
    [state, ['report'], ['control'], state, []],
    [state, ['report'], ['control', 'decline'], 'recontrolled', []],
  ]),
  ['recognised', ['report'], ['release'], 'released', []],
  ['recognised', ['report'], ['release-for-audit'], 'released-for-audit', []],
  ['recognised', ['report'], ['release-for-audit', 'control'], 'released', []],
  ['recontrolled', ['report'], ['control', 'release', 'close'], 'closed', []],
  ['detained', ['report'], ['close'], 'closed', []],
  // Arrival, and what follows it, with withdrawal and replacement.
  ...['withdraw', 'replace'].flatMap((event): (typeof rows)[number][] => [
    ['sent', [event], ['arrive'], 'arrived', [event]],
    ['registered', [event], ['arrive'], 'arrived', [event]],
    ['queried', [event], ['arrive'], 'queried-at-border', [event]],
    ...border.map((next): (typeof rows)[number] => [
      'registered',
      [event],
      ['arrive', next],
      leadsTo[next] ?? '',
      [event],
    ]),
    ['registered', [event], ['arrive', 'recognise', 'release', 'close'], 'closed', [event]],
    ['registered', [event], ['arrive', 'control'], 'arrived', [event]],
    // Before arrival they go before whatever is said of the paper.
    ['sent', [event], ['register'], event === 'withdraw' ? 'withdrawn' : 'replaced', ['register']],
    ['sent', [event], ['register', 'ask'], event === 'withdraw' ? 'withdrawn' : 'replaced', ['register', 'ask']],
    ['registered', [event], ['reject'], event === 'withdraw' ? 'withdrawn' : 'replaced', ['reject']],
    ['queried', [event], ['ask'], event === 'withdraw' ? 'withdrawn' : 'replaced', ['ask']],
  ]),
  ['rejected', ['replace'], [], 'replaced', []],
  // A reply.
  ['queried', ['reply'], ['arrive'], 'arrived', []],
  ['queried', ['reply'], ['ask'], 'queried', []],
  ['queried', ['reply'], ['reject'], 'rejected', ['reply']],
  ['queried-at-border', ['reply'], ['ask'], 'queried-at-border', []],
  ['queried-at-border', ['reply'], ['recognise'], 'recognised', []],
  ['queried-at-border', ['reply'], ['decline'], 'recontrolled', []],
  ['queried-at-border', ['reply'], ['pass'], 'released', ['reply']],
  ['queried-at-border', ['reply'], ['pass-for-audit'], 'released-for-audit', ['reply']],
  ['queried-at-border', ['reply'], ['return'], 'returned', ['reply']],
  ['queried-at-border', ['reply'], ['detain'], 'detained', ['reply']],
  ['queried-at-border', ['reply'], ['control'], 'arrived', []],
];

describe('what crossed', () => {
  it.each(rows)('%s: %j and %j', (state, one, other, expected, overtaken) => {
    expect(crossed(ways[state] ?? [], one, other)).toEqual({ state: expected, overtaken });
  });

  it('is told for every pair that the two sides can sign in one state', () => {
    const told = new Set(rows.map(([state, [one], [other]]) => `${state} ${one} ${other}`));
    const pairs = Object.keys(ways).flatMap((state) =>
      enabled(state)
        .filter(({ by }) => by === 'issuer')
        .flatMap((a) =>
          enabled(state)
            .filter(({ by }) => by === 'recipient')
            .map((b) => [state, a.event, b.event] as const),
        ),
    );
    expect(pairs.length).toBeGreaterThan(40);
    const untold = pairs.filter(([state, a, b]) => !told.has(`${state} ${a} ${b}`));
    for (const [state, a, b] of untold) {
      // What the table says in general: results change nothing, and underway the sender's word on its paper prevails.
      const fold = crossed(ways[state] ?? [], [a], [b]);
      const alone = stateAfter([...(ways[state] ?? []), a === 'report' ? b : a]);
      expect([state, a, b, fold?.state]).toEqual([state, a, b, alone]);
    }
  });

  it('of two deciding events of one side the careful one prevails', () => {
    const fold = crossed(ways['arrived'] ?? [], ['recognise'], ['decline']);
    expect(fold).toEqual({ state: 'recontrolled', overtaken: [] });
    expect(crossed(ways['arrived'] ?? [], ['pass'], ['decline'])?.state).toBe('released');
  });
});

describe('one after another', () => {
  it('every state is reached', () => {
    expect(Object.keys(ways).sort()).toEqual(Object.keys(cycle.states).sort());
    for (const [state, way] of Object.entries(ways)) expect(stateAfter(way)).toBe(state);
  });

  it('every event stands in the precedence', () => {
    expect([...cycle.precedence].sort()).toEqual(Object.keys(cycle.events).sort());
  });

  it('nothing is withdrawn or replaced once the goods stand at the border', () => {
    const atBorder = ['arrived', 'queried-at-border', 'recognised', 'recontrolled', 'detained', 'released', 'returned'];
    for (const state of atBorder)
      expect(enabled(state).map(({ event }) => event)).not.toEqual(expect.arrayContaining(['withdraw']));
    expect(enabled('closed')).toEqual([]);
    expect(enabled('withdrawn')).toEqual([]);
    expect(enabled('replaced')).toEqual([]);
  });

  it('goods are released only after recognition or a control', () => {
    expect(stateAfter(['register', 'arrive', 'release'])).toBe('arrived');
    expect(stateAfter(['register', 'arrive', 'decline', 'control', 'release'])).toBe('released');
  });

  it('an audit ends with its result or with the matter', () => {
    const audited = ways['released-for-audit'] ?? [];
    expect(stateAfter([...audited, 'control'])).toBe('released');
    expect(stateAfter([...audited, 'control', 'close'])).toBe('closed');
    expect(stateAfter([...audited, 'close'])).toBe('closed');
    expect(stateAfter(['register', 'arrive', 'recognise', 'release-for-audit'])).toBe('released-for-audit');
  });

  it('a truck that arrives while a question is open keeps it', () => {
    expect(stateAfter(['register', 'ask', 'arrive'])).toBe('queried-at-border');
    expect(stateAfter(['register', 'ask', 'arrive', 'reply', 'pass', 'control', 'close'])).toBe('closed');
  });

  it('the sending side cannot do what the receiving side does, and the other way round', () => {
    for (const { event, by } of cycle.transitions) expect(by).toBe(sideOf(event));
  });
});

describe('turns', () => {
  const subject: Subject = {
    id: 'm',
    type: 'manifest',
    issuer: 'az.customs',
    to: ['ru.fts', 'ru.fsvps'],
    claims: { destination: 'RU' },
    time: 0,
    state: 'sent',
  };

  it.each([
    ['sent', 'ru.fts', 'registration', 1],
    ['registered', 'az.customs', 'departure', 72],
    ['queried', 'az.customs', 'reply', 4],
    ['queried-at-border', 'az.customs', 'reply', 4],
    ['arrived', 'ru.fts', 'border', 2],
    ['recognised', 'ru.fts', 'release', 1],
    ['recontrolled', 'ru.fts', 'control', 24],
    ['detained', 'ru.fts', 'detention', 72],
    ['released-for-audit', 'ru.fts', 'audit', 720],
  ])('%s waits for %s', (state, institution, limit, hours) => {
    const turn = cycle.turns?.[state];
    expect(turn?.of({ ...subject, state })).toEqual([institution]);
    expect(turn?.limit).toBe(limit);
    expect(customs.limits?.[limit]?.seconds).toBe(hours * 3600);
  });

  it('no other state waits for anyone', () => {
    expect(Object.keys(cycle.turns ?? {})).toHaveLength(9);
  });

  it('control results and corrected arrivals leave the clock running', () => {
    const silent = cycle.transitions.filter(({ clockRuns }) => clockRuns).map(({ event }) => event);
    expect([...new Set(silent)].sort()).toEqual(['arrive', 'control', 'report']);
  });
});
