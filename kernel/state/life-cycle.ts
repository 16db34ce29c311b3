/**
 * The state of a subject as a pure function of the set of its follow-ups: causal order first, then the declared
 * precedence for those that crossed, then the record id. The order in which they arrived never matters.
 */
import type { LifeCycle, Side, Transition } from '../profile.ts';

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
  /** Id of the event from which the clock of the state runs, or of the subject itself. */
  readonly since: string;
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** `SubjectEvent.found` of each event, in the order in which they were folded. */
  readonly found: readonly string[];
}

/** `events` in any order. */
export function foldLifeCycle(
  cycle: LifeCycle,
  subjectId: string,
  events: readonly SubjectEvent[],
  refused: ReadonlySet<string>,
  invalid: ReadonlySet<string> = new Set(),
): LifeCycleResult {
  return foldInOrder(cycle, subjectId, linearise(cycle, events), refused, invalid);
}

/** As `foldLifeCycle`, for events that `placeInOrder` has put in order one by one. */
export function foldInOrder(
  cycle: LifeCycle,
  subjectId: string,
  order: readonly SubjectEvent[],
  refused: ReadonlySet<string>,
  invalid: ReadonlySet<string>,
): LifeCycleResult {
  const found = knownStates(cycle, order, invalid, none);
  const withoutRefused = refused.size === 0 ? undefined : knownStates(cycle, order, invalid, refused);
  const outcomes = new Map<string, Outcome>();
  let state = cycle.initial;
  let since = subjectId;
  for (const [index, event] of order.entries()) {
    // Its issuer may or may not have known of the refusals of what came before: one of both must allow it.
    const inTurn =
      next(cycle, found[index] ?? '', event) !== undefined ||
      (withoutRefused && next(cycle, withoutRefused[index] ?? '', event) !== undefined);
    const transition = transitionOf(cycle, state, event);
    if (refused.has(event.id)) outcomes.set(event.id, 'refused');
    else if (invalid.has(event.id) || !inTurn) outcomes.set(event.id, 'out-of-turn');
    else if (transition === undefined) outcomes.set(event.id, 'superseded');
    else {
      outcomes.set(event.id, 'effective');
      state = transition.to;
      if (!transition.clockRuns) since = event.id;
    }
  }
  return { state, since, outcomes, found };
}

const none: ReadonlySet<string> = new Set();

/** The state an event leads to from `state`, or undefined when it is not allowed there. */
export function next(cycle: LifeCycle, state: string, event: { event: string; side: Side }): string | undefined {
  return transitionOf(cycle, state, event)?.to;
}

function transitionOf(cycle: LifeCycle, state: string, event: { event: string; side: Side }): Transition | undefined {
  return cycle.transitions.find(
    ({ from, event: name, by }) => from === state && name === event.event && by === event.side,
  );
}

/** Whether an event has another in its past. */
export function hasInPast(events: readonly SubjectEvent[], later: string, earlier: string): boolean {
  const after = new Map(events.map((event) => [event.id, event.after]));
  const past = new Set(after.get(later));
  // Grows while it is walked through.
  for (const one of past) for (const before of after.get(one) ?? []) past.add(before);
  return past.has(earlier);
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
): string[] {
  const place = new Map(order.map((event, index) => [event.id, index]));
  const found: string[] = [];
  const leftBy = (at: number) => {
    const event = order[at] as SubjectEvent;
    const skipped = invalid.has(event.id) || refused.has(event.id);
    return skipped ? undefined : next(cycle, found[at] as string, event);
  };
  for (const event of order) {
    const before = event.after.map((id) => place.get(id) as number);
    const [last] = before;
    let state = cycle.initial;
    if (event.found !== undefined && refused.size === 0) state = event.found;
    // Directly after a single one, the state is what that one left.
    else if (before.length === 1 && last !== undefined) state = leftBy(last) ?? (found[last] as string);
    else if (before.length > 1)
      for (const at of pastOf(before, order, place))
        if (leftBy(at) !== undefined) state = next(cycle, state, order[at] as SubjectEvent) ?? state;
    found.push(state);
  }
  return found;
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

function precedes(rank: ReadonlyMap<string, number>, a: SubjectEvent, b: SubjectEvent): boolean {
  const [rankOfA, rankOfB] = [rank.get(a.event) ?? rank.size, rank.get(b.event) ?? rank.size];
  return rankOfA === rankOfB ? a.id < b.id : rankOfA < rankOfB;
}

const rankOf = (cycle: LifeCycle) => new Map(cycle.precedence.map((event, index) => [event, index]));

/** Adds an event that none of the others comes after: at the first place, behind its past, where it precedes. */
export function placeInOrder<T extends SubjectEvent>(cycle: LifeCycle, order: readonly T[], event: T): T[] {
  const rank = rankOf(cycle);
  let at = order.findLastIndex((other) => event.after.includes(other.id)) + 1;
  while (at < order.length && precedes(rank, order[at] as T, event)) at += 1;
  return order.toSpliced(at, 0, event);
}

/** Causal order; among those free to come next, first the one that the cycle puts first, then the lower id. */
function linearise(cycle: LifeCycle, events: readonly SubjectEvent[]): SubjectEvent[] {
  const open = new Set(events);
  const placed = new Set<string>();
  let order: SubjectEvent[] = [];
  while (open.size > 0) {
    const before = open.size;
    for (const event of open) {
      if (!event.after.every((id) => placed.has(id))) continue;
      open.delete(event);
      placed.add(event.id);
      order = placeInOrder(cycle, order, event);
    }
    // Ids are hashes over `after`, so a cycle cannot be made; an event with a missing past is never given here.
    if (open.size === before) throw new Error('follow-ups without their past');
  }
  return order;
}
