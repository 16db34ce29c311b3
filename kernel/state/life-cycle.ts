/**
 * The state of a subject as a pure function of the set of its follow-ups: causal order first, then the declared
 * precedence for those that crossed, then the record id. The order in which they arrived never matters.
 */
import type { LifeCycle, Side } from '../profile.ts';

export interface SubjectEvent {
  readonly id: string;
  readonly event: string;
  readonly side: Side;
  readonly after: readonly string[];
  /** State by what its issuer knew, refusals aside. Depends on its past alone, so it is found once and kept. */
  readonly found?: string;
}

/**
 * What became of a follow-up. effective: the transition was made. superseded: in turn when signed, overtaken by one it crossed.
 * out-of-turn: not allowed even by what its issuer knew. refused: undone by a recipient's refusal.
 */
export type Outcome = 'effective' | 'superseded' | 'out-of-turn' | 'refused';

export interface LifeCycleResult {
  readonly state: string;
  /** Id of the event that led to the state, or of the subject itself. */
  readonly since: string;
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** `SubjectEvent.found` of each event. */
  readonly found: ReadonlyMap<string, string>;
}

export function foldLifeCycle(
  cycle: LifeCycle,
  subjectId: string,
  events: readonly SubjectEvent[],
  refused: ReadonlySet<string>,
  invalid: ReadonlySet<string> = new Set(),
): LifeCycleResult {
  const order = linearise(cycle, events);
  const withRefused = knownStates(cycle, order, invalid, new Set());
  const withoutRefused = refused.size === 0 ? withRefused : knownStates(cycle, order, invalid, refused);
  const outcomes = new Map<string, Outcome>();
  let state = cycle.initial;
  let since = subjectId;
  for (const event of order) {
    const to = next(cycle, state, event);
    // Its issuer may or may not have known of the refusals of what came before: one of both must allow it.
    const inTurn = [withRefused, withoutRefused].some(
      (known) => next(cycle, known.get(event.id) ?? '', event) !== undefined,
    );
    if (refused.has(event.id)) outcomes.set(event.id, 'refused');
    else if (invalid.has(event.id) || !inTurn) outcomes.set(event.id, 'out-of-turn');
    else if (to === undefined) outcomes.set(event.id, 'superseded');
    else {
      outcomes.set(event.id, 'effective');
      state = to;
      since = event.id;
    }
  }
  return { state, since, outcomes, found: withRefused };
}

/** The state an event leads to from `state`, or undefined when it is not allowed there. */
export function next(cycle: LifeCycle, state: string, event: { event: string; side: Side }): string | undefined {
  return cycle.transitions.find((t) => t.from === state && t.event === event.event && t.by === event.side)?.to;
}

/**
 * Events that no other known one comes after: what the next follow-up names in `after`. Ascending. Those ruled out
 * by their contents are left out: not every party needs to hold them, and whoever does not would wait for ever.
 */
export function heads(events: readonly (SubjectEvent & { readonly invalid?: string })[]): string[] {
  const valid = events.filter((event) => event.invalid === undefined);
  const covered = new Set(valid.flatMap((event) => event.after));
  return valid
    .map((event) => event.id)
    .filter((id) => !covered.has(id))
    .sort();
}

/**
 * For each event the state it found: what its past leads to, without what is ruled out, refused or was itself not
 * allowed by its own past.
 */
function knownStates(
  cycle: LifeCycle,
  order: readonly SubjectEvent[],
  invalid: ReadonlySet<string>,
  refused: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const place = new Map(order.map((event, index) => [event.id, index]));
  const found: string[] = [];
  const left: (string | undefined)[] = [];
  for (const event of order) {
    const before = event.after.map((id) => place.get(id) as number);
    const [last] = before;
    let state = cycle.initial;
    if (event.found !== undefined && refused.size === 0) state = event.found;
    // Directly after a single one, the state is what that one left.
    else if (before.length === 1 && last !== undefined) state = left[last] ?? (found[last] as string);
    else if (before.length > 1)
      for (const at of pastOf(before, order, place))
        if (left[at] !== undefined) state = next(cycle, state, order[at] as SubjectEvent) ?? state;
    found.push(state);
    left.push(invalid.has(event.id) || refused.has(event.id) ? undefined : next(cycle, state, event));
  }
  return new Map(order.map((event, index) => [event.id, found[index] as string]));
}

/** Places in `order` of all that lies before, ascending. */
function pastOf(before: readonly number[], order: readonly SubjectEvent[], place: ReadonlyMap<string, number>) {
  const past = new Uint8Array(order.length);
  const open = [...before];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (past[at]) continue;
    past[at] = 1;
    for (const id of (order[at] as SubjectEvent).after) open.push(place.get(id) as number);
  }
  return [...past.keys()].filter((at) => past[at]);
}

/** Causal order; among those free to come next, first the one that the cycle puts first, then the lower id. */
function linearise(cycle: LifeCycle, events: readonly SubjectEvent[]): SubjectEvent[] {
  const rank = new Map(cycle.precedence.map((event, index) => [event, index]));
  const before = (a: SubjectEvent, b: SubjectEvent) =>
    (rank.get(a.event) ?? rank.size) - (rank.get(b.event) ?? rank.size) || (a.id < b.id ? -1 : 1);
  const open = new Map<string, number>();
  const followers = new Map<string, SubjectEvent[]>();
  for (const event of events) {
    open.set(event.id, event.after.length);
    for (const id of event.after) {
      const known = followers.get(id);
      if (known) known.push(event);
      else followers.set(id, [event]);
    }
  }
  const ready = events.filter((event) => event.after.length === 0).sort(before);
  const order: SubjectEvent[] = [];
  for (let event = ready.shift(); event; event = ready.shift()) {
    order.push(event);
    for (const follower of followers.get(event.id) ?? []) {
      const rest = (open.get(follower.id) ?? 0) - 1;
      open.set(follower.id, rest);
      if (rest === 0) ready.splice(ready.findLastIndex((other) => before(other, follower) < 0) + 1, 0, follower);
    }
  }
  // Ids are hashes over `after`, so a cycle cannot be made; an event with a missing past is never given here.
  if (order.length !== events.length) throw new Error('follow-ups without their past');
  return order;
}
