import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Side } from '../profile.ts';
import { parcelProfile } from '../testing/parcel-profile.ts';
import { foldLifeCycle, heads, type SubjectEvent } from './life-cycle.ts';

const cycle = parcelProfile.types['parcel']?.lifeCycle;
if (!cycle) throw new Error('parcels have a life cycle');

const none = new Set<string>();
const by = (id: string, event: string, side: Side, ...after: string[]): SubjectEvent => ({ id, event, side, after });

function outcome(events: readonly SubjectEvent[], refused: ReadonlySet<string> = none, invalid = none) {
  const { state, since, outcomes } = foldLifeCycle(cycle!, 'subject', events, refused, invalid);
  return { state, since, ...Object.fromEntries(outcomes) };
}

test('a subject without follow-ups is in its initial state, since itself', () => {
  expect(outcome([])).toEqual({ state: 'announced', since: 'subject' });
});

test('what leaves the state as it is starts its clock anew, unless the profile lets it run', () => {
  const again = { from: 'questioned', event: 'question', to: 'questioned', by: 'recipient' } as const;
  const events = [by('a', 'question', 'recipient'), by('b', 'question', 'recipient', 'a')];
  const sinceOf = (clock: { readonly clockRuns?: true }) => {
    const transitions = [
      ...cycle.transitions.filter(({ from, event }) => from !== again.from || event !== again.event),
    ];
    return foldLifeCycle({ ...cycle, transitions: [...transitions, { ...again, ...clock }] }, 'subject', events, none);
  };
  expect(sinceOf({})).toMatchObject({ state: 'questioned', since: 'b' });
  expect(sinceOf({ clockRuns: true })).toMatchObject({ state: 'questioned', since: 'a' });
});

test('causal order goes before precedence', () => {
  const events = [by('a', 'accept', 'recipient'), by('b', 'recall', 'issuer', 'a')];
  expect(outcome(events)).toEqual({ state: 'recalled', since: 'b', a: 'effective', b: 'effective' });
});

describe('two that crossed', () => {
  test('the one the profile puts first takes effect, the other is superseded', () => {
    const events = [by('a', 'accept', 'recipient'), by('b', 'recall', 'issuer')];
    expect(outcome(events)).toEqual({ state: 'recalled', since: 'b', a: 'superseded', b: 'effective' });
  });

  test('of one kind: the lower id', () => {
    const events = [by('b', 'question', 'recipient'), by('a', 'question', 'recipient')];
    expect(outcome(events)).toEqual({ state: 'questioned', since: 'a', a: 'effective', b: 'superseded' });
  });

  test('two replacements: one stands', () => {
    const events = [by('y', 'replace', 'issuer'), by('x', 'replace', 'issuer')];
    expect(outcome(events)).toEqual({ state: 'replaced', since: 'x', x: 'effective', y: 'superseded' });
  });

  test('the loser takes effect when the winner is refused', () => {
    const events = [by('a', 'accept', 'recipient'), by('b', 'recall', 'issuer')];
    expect(outcome(events, new Set(['b']))).toEqual({ state: 'accepted', since: 'a', a: 'effective', b: 'refused' });
  });
});

describe('out of turn', () => {
  test('what its issuer could know did not allow it, though a crossing makes it fit', () => {
    const events = [by('a', 'question', 'recipient'), by('b', 'reply', 'issuer')];
    expect(outcome(events)).toEqual({ state: 'questioned', since: 'a', a: 'effective', b: 'out-of-turn' });
  });

  test('the wrong side', () => {
    expect(outcome([by('a', 'recall', 'recipient')])).toMatchObject({ state: 'announced', a: 'out-of-turn' });
  });

  test('what comes after it is judged without it', () => {
    const events = [by('a', 'reply', 'issuer'), by('b', 'accept', 'recipient', 'a')];
    expect(outcome(events)).toMatchObject({ state: 'accepted', a: 'out-of-turn', b: 'effective' });
  });

  test('what its contents rule out', () => {
    expect(outcome([by('a', 'accept', 'recipient')], none, new Set(['a']))).toMatchObject({ a: 'out-of-turn' });
  });
});

describe('after a refusal', () => {
  test('the same can be decided again, though the refused one is named as its past', () => {
    const events = [by('a', 'accept', 'recipient'), by('b', 'reject', 'recipient', 'a')];
    expect(outcome(events, new Set(['a']))).toEqual({ state: 'rejected', since: 'b', a: 'refused', b: 'effective' });
  });

  test('what was in turn before the refusal came is superseded, not out of turn', () => {
    const events = [by('a', 'question', 'recipient'), by('b', 'reply', 'issuer', 'a')];
    expect(outcome(events, new Set(['a']))).toMatchObject({ state: 'announced', a: 'refused', b: 'superseded' });
  });
});

test('heads are what no other known one comes after, without what contents rule out', () => {
  const events = [by('c', 'x', 'issuer'), by('a', 'x', 'issuer'), by('b', 'x', 'issuer', 'a')];
  expect(heads(events)).toEqual(['b', 'c']);
  expect(heads([...events, { ...by('d', 'x', 'issuer', 'b', 'c'), invalid: 'state.not-a-party' }])).toEqual(['b', 'c']);
});

const kinds = ['accept', 'reject', 'question', 'reply', 'recall', 'replace', 'settle'];
const histories = fc
  .array(
    fc.record({ kind: fc.nat(6), side: fc.boolean(), after: fc.array(fc.nat(), { maxLength: 3 }), tag: fc.nat() }),
    {
      maxLength: 14,
    },
  )
  .map((drawn) =>
    drawn.reduce<SubjectEvent[]>((events, { kind, side, after, tag }, index) => {
      const past = new Set(index === 0 ? [] : after.map((pick) => events[pick % index]?.id ?? ''));
      events.push(by(`${tag}-${index}`, kinds[kind] ?? '', side ? 'issuer' : 'recipient', ...past));
      return events;
    }, []),
  );

test('the order in which follow-ups are listed never matters', () => {
  const drawn = fc.tuple(histories, fc.array(fc.nat()), fc.array(fc.nat(), { maxLength: 3 }));
  fc.assert(
    fc.property(drawn, ([events, shuffle, picks]) => {
      const refused = new Set(picks.map((pick) => events[pick % events.length]?.id ?? ''));
      const shuffled = events
        .map((event, index) => ({ event, key: shuffle[index] ?? 0 }))
        .sort((a, b) => a.key - b.key)
        .map(({ event }) => event);
      expect(outcome(shuffled, refused)).toEqual(outcome(events, refused));
    }),
  );
});

test('in turn is what the issuer itself saw: the state of its past alone', () => {
  fc.assert(
    fc.property(histories, (events) => {
      const byId = new Map(events.map((event) => [event.id, event]));
      const { outcomes } = foldLifeCycle(cycle, 'subject', events, none);
      for (const event of events) {
        const past = new Set<string>();
        const open = [...event.after];
        for (let id = open.pop(); id !== undefined; id = open.pop()) {
          past.add(id);
          open.push(...(byId.get(id)?.after ?? []));
        }
        const seen = foldLifeCycle(
          cycle,
          'subject',
          events.filter(({ id }) => past.has(id)),
          none,
        ).state;
        const allowed = cycle.transitions.some(
          (t) => t.from === seen && t.event === event.event && t.by === event.side,
        );
        expect(outcomes.get(event.id) === 'out-of-turn').toBe(!allowed);
      }
    }),
  );
});
