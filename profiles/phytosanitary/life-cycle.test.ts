import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Side, Subject } from '../../kernel/profile.ts';
import { foldLifeCycle, type SubjectEvent } from '../../kernel/state/life-cycle.ts';
import { certificateLifeCycle } from './life-cycle.ts';
import { phytosanitary } from './profile.ts';

const step = (id: string, event: string, side: Side, after: readonly string[] = []): SubjectEvent => ({
  id,
  event,
  side,
  after,
});

function stateOf(...events: SubjectEvent[]): string {
  const state = (list: SubjectEvent[]) => foldLifeCycle(certificateLifeCycle, 'subject', list, new Set()).state;
  expect(state(events.toReversed())).toBe(state(events));
  return state(events);
}

/** How each state is reached from the first. */
const ways: Readonly<Record<string, readonly (readonly [string, Side])[]>> = {
  issued: [],
  queried: [['query', 'recipient']],
  recognised: [['recognise', 'recipient']],
  refused: [['refuse', 'recipient']],
  held: [['hold', 'recipient']],
  released: [['release', 'recipient']],
  'part-released': [['release-part', 'recipient']],
  rejected: [['reject', 'recipient']],
  withdrawn: [['withdraw', 'issuer']],
  replaced: [['replace', 'issuer']],
};

/** The crossings of README.md: the first prevails over the others, and this is the state. */
const crossings: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'release',
    'released',
    ['release-part', 'reject', 'withdraw', 'replace', 'hold', 'answer', 'query', 'recognise', 'refuse', 'settle'],
  ],
  [
    'release-part',
    'part-released',
    ['reject', 'withdraw', 'replace', 'hold', 'answer', 'query', 'recognise', 'refuse', 'settle'],
  ],
  ['reject', 'rejected', ['withdraw', 'replace', 'hold', 'answer', 'query', 'recognise', 'refuse', 'settle']],
  ['withdraw', 'withdrawn', ['replace', 'hold', 'answer', 'query', 'recognise', 'refuse']],
  ['replace', 'replaced', ['hold', 'answer', 'query', 'recognise', 'refuse']],
  ['hold', 'held', ['answer', 'query', 'recognise']],
  ['query', 'queried', ['answer']],
  ['recognise', 'recognised', ['answer', 'query']],
  ['refuse', 'refused', ['hold', 'answer', 'query', 'recognise']],
];

const stateAfter = new Map(
  crossings.flatMap(([event, state, others]) => [
    [`${event} ${event}`, state],
    ...others.flatMap((other) => [
      [`${event} ${other}`, state],
      [`${other} ${event}`, state],
    ]),
  ]) as [string, string][],
);

const enabled = (state: string) => certificateLifeCycle.transitions.filter(({ from }) => from === state);

/** Two settlements, and a departure with anything, leave what the other one makes of the state. */
function expectedOf(from: string, first: string, second: string): string | undefined {
  if (first === 'settle' && second === 'settle') return from;
  const other = [first, second].find((event) => event !== 'depart') ?? 'depart';
  if (first === 'depart' || second === 'depart') return enabled(from).find(({ event }) => event === other)?.to;
  return stateAfter.get(`${first} ${second}`);
}

const pairs = Object.keys(ways).flatMap((state) =>
  enabled(state).flatMap((a, index) =>
    enabled(state)
      .slice(index)
      .filter((b) => a.by === 'recipient' || b.by === 'recipient' || a.event !== b.event)
      .map((b) => [state, a, b] as const),
  ),
);

describe('what crossed', () => {
  it('is every pair of events that a state allows', () => {
    expect(Object.keys(ways).sort()).toEqual(Object.keys(certificateLifeCycle.states).sort());
    expect(pairs.length).toBeGreaterThan(150);
  });

  it.each(pairs.map(([from, a, b]) => [from, a.event, b.event, a.by, b.by] as const))(
    '%s: %s and %s',
    (from, first, second, by, other) => {
      const way = (ways[from] ?? []).map(([event, side], at) => step(`way${at}`, event, side));
      const after = way.map(({ id }) => id);
      const expected = expectedOf(from, first, second);
      expect(expected, 'a pair that README.md does not tell').toBeDefined();
      // Ids both ways round, so that nothing hangs on them.
      for (const [x, y] of ['ab', 'ba'] as const)
        expect(stateOf(...way, step(x as string, first, by, after), step(y as string, second, other, after))).toBe(
          expected,
        );
    },
  );

  it('a withdrawal changes nothing of what an inspection has settled', () => {
    const release = step('r', 'release-part', 'recipient');
    const settle = step('s', 'settle', 'recipient', ['r']);
    const crossed = step('a', 'withdraw', 'issuer');
    expect(stateOf(release, settle, crossed)).toBe('part-released');
    const fold = foldLifeCycle(certificateLifeCycle, 'subject', [release, settle, crossed], new Set());
    expect(Object.fromEntries(fold.outcomes)).toEqual({ r: 'effective', s: 'effective', a: 'superseded' });
  });

  it('a settlement of a withdrawal stands beside a decision that crossed both', () => {
    const events = [
      step('w', 'withdraw', 'issuer'),
      step('s', 'settle', 'recipient', ['w']),
      step('d', 'hold', 'recipient'),
    ];
    expect(stateOf(...events)).toBe('withdrawn');
    const fold = foldLifeCycle(certificateLifeCycle, 'subject', events, new Set());
    expect(Object.fromEntries(fold.outcomes)).toEqual({ w: 'effective', s: 'effective', d: 'superseded' });
  });
});

describe('one after another', () => {
  it('a later recognition reverses a refusal', () => {
    expect(stateOf(step('b', 'refuse', 'recipient'), step('a', 'recognise', 'recipient', ['b']))).toBe('recognised');
  });

  it('an inspection after a refusal can only reject', () => {
    const refused = step('r', 'refuse', 'recipient');
    expect(stateOf(refused, step('i', 'release', 'recipient', ['r']))).toBe('refused');
    expect(stateOf(refused, step('i', 'reject', 'recipient', ['r']))).toBe('rejected');
  });

  it('a certificate is inspected to an end once: its use at a second checkpoint is out of turn', () => {
    const events = [step('a', 'release', 'recipient'), step('b', 'release', 'recipient', ['a'])];
    expect(stateOf(...events)).toBe('released');
    const { outcomes } = foldLifeCycle(certificateLifeCycle, 'subject', events, new Set());
    expect(outcomes.get('b')).toBe('out-of-turn');
  });

  it('what is inspected to an end stays so', () => {
    for (const state of ['released', 'part-released', 'rejected'])
      expect(enabled(state).map(({ event, to }) => [event, to])).toEqual([
        ['depart', state],
        ['settle', state],
      ]);
  });

  it.each(['withdraw', 'replace'])('after %s only an inspection of what had crossed before changes anything', (end) => {
    const [taken, settled] = [step('w', end, 'issuer'), step('s', 'settle', 'recipient', ['w'])];
    const state = stateOf(taken);
    expect(enabled(state).map(({ event, to, by }) => [event, to, by])).toEqual([
      ['release', 'released', 'recipient'],
      ['release-part', 'part-released', 'recipient'],
      ['reject', 'rejected', 'recipient'],
      ['depart', state, 'issuer'],
      ['settle', state, 'recipient'],
    ]);
    const late = step('i', 'release', 'recipient', ['s']);
    const again = step('t', 'settle', 'recipient', ['i']);
    expect(stateOf(taken, settled, late, again)).toBe('released');
    const { outcomes } = foldLifeCycle(certificateLifeCycle, 'subject', [taken, settled, late, again], new Set());
    expect([...new Set(outcomes.values())]).toEqual(['effective']);
    expect(stateOf(taken, step('i', 'release', 'issuer', ['w']))).toBe(state);
    expect(stateOf(taken, step('i', 'hold', 'recipient', ['w']))).toBe(state);
  });
});

/** What was signed by whom, and how many of what each side holds it had seen. */
const signing = fc.record({
  event: fc.constantFrom('depart', 'depart', ...Object.keys(certificateLifeCycle.events)),
  side: fc.constantFrom<Side>('issuer', 'recipient'),
  seen: fc.nat(3),
});

/** Each side knows its own events and those of the other up to a point that never goes back. */
function eventsOf(signed: readonly { event: string; side: Side; seen: number }[]): SubjectEvent[] {
  const events: SubjectEvent[] = [];
  const behind: Record<Side, number> = { issuer: 0, recipient: 0 };
  for (const [index, { event, side, seen }] of signed.entries()) {
    const others = events.filter((one) => one.side !== side);
    behind[side] = Math.max(behind[side], others.length - seen);
    const known = [...events.filter((one) => one.side === side), ...others.slice(0, behind[side])];
    const past = known.map(({ id }) => id);
    // Ids tell nothing of the order in which they were signed.
    events.push(step(`${(index * 7) % 31}-${index}`, event, side, past));
  }
  return events;
}

describe('a departure', () => {
  const fold = (events: readonly SubjectEvent[]) => foldLifeCycle(certificateLifeCycle, 'subject', events, new Set());

  it('takes effect in every state, whatever it crosses, and leaves all else as it would be without it', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(fc.array(signing, { maxLength: 12 }), (signed) => {
        const events = eventsOf(signed.map((one) => (one.event === 'depart' ? { ...one, side: 'issuer' } : one)));
        const departures = new Set(events.filter(({ event }) => event === 'depart').map(({ id }) => id));
        const others = events
          .filter(({ event }) => event !== 'depart')
          .map((one) => ({ ...one, after: one.after.filter((id) => !departures.has(id)) }));
        const [withThem, without] = [fold(events), fold(others)];
        expect(withThem.state).toBe(without.state);
        expect(withThem.since).toBe(without.since);
        for (const { id } of others) expect(withThem.outcomes.get(id)).toBe(without.outcomes.get(id));
        for (const id of departures) expect(withThem.outcomes.get(id)).toBe('effective');
        expect(fold(events.toReversed()).state).toBe(withThem.state);
        if (departures.size > 0) reached.add(withThem.state);
      }),
      { numRuns: 2000 },
    );
    expect([...reached].sort()).toEqual(Object.keys(certificateLifeCycle.states).sort());
  });

  it("is the issuer's alone", () => {
    const { outcomes } = fold([step('d', 'depart', 'recipient')]);
    expect(outcomes.get('d')).toBe('out-of-turn');
  });

  it('holds back nothing that its issuer states after it', () => {
    const asked = step('q', 'query', 'recipient');
    const left = step('d', 'depart', 'issuer', ['q']);
    const answered = step('a', 'answer', 'issuer', ['d']);
    expect(stateOf(asked, left, answered, step('p', 'query', 'recipient', ['q']))).toBe('queried');
  });
});

describe('turns', () => {
  const subject: Subject = {
    id: 'c',
    type: 'certificate',
    issuer: 'az.afsa',
    to: ['ru.fsvps', 'ru.gtk'],
    claims: { importCountry: { code: 'RU' }, number: '1', lines: [] },
    time: 0,
    state: 'issued',
  };

  it.each([
    ['issued', ['ru.fsvps'], 'decision', 24],
    ['queried', ['az.afsa'], 'answer', 24],
    ['recognised', ['ru.fsvps'], 'inspection', 72],
    ['held', ['ru.fsvps'], 'laboratory', 72],
  ])('%s waits for %s', (state, institutions, limit, hours) => {
    const turn = certificateLifeCycle.turns?.[state];
    expect(turn?.of({ ...subject, state })).toEqual(institutions);
    expect(turn?.limit).toBe(limit);
    expect(phytosanitary.limits?.[limit]?.seconds).toBe(hours * 3600);
  });

  it('no other state waits for anyone', () => {
    expect(Object.keys(certificateLifeCycle.turns ?? {}).sort()).toEqual(['held', 'issued', 'queried', 'recognised']);
  });
});
