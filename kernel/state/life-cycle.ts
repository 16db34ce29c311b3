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
}

export function foldLifeCycle(
  cycle: LifeCycle,
  subjectId: string,
  events: readonly SubjectEvent[],
  refused: ReadonlySet<string>,
  invalid: ReadonlySet<string> = new Set(),
): LifeCycleResult {
  const byId = new Map(events.map((event) => [event.id, event]));
  const order = linearise(cycle, events);
  const outcomes = new Map<string, Outcome>();
  const outOfTurn = new Set<string>();
  let state = cycle.initial;
  let since = subjectId;
  for (const event of order) {
    // In turn is judged by what the issuer knew, refusals aside: it could not know of a refusal still to come.
    if (invalid.has(event.id) || next(cycle, stateKnownTo(cycle, event, order, byId, outOfTurn), event) === undefined) {
      outOfTurn.add(event.id);
      outcomes.set(event.id, refused.has(event.id) ? 'refused' : 'out-of-turn');
      continue;
    }
    const to = next(cycle, state, event);
    if (refused.has(event.id)) outcomes.set(event.id, 'refused');
    else if (to === undefined) outcomes.set(event.id, 'superseded');
    else {
      outcomes.set(event.id, 'effective');
      state = to;
      since = event.id;
    }
  }
  return { state, since, outcomes };
}

/** The state an event leads to from `state`, or undefined when it is not allowed there. */
export function next(cycle: LifeCycle, state: string, event: { event: string; side: Side }): string | undefined {
  return cycle.transitions.find((t) => t.from === state && t.event === event.event && t.by === event.side)?.to;
}

/** Events that no other known one comes after: what the next follow-up names in `after`. Ascending. */
export function heads(events: readonly SubjectEvent[]): string[] {
  const covered = new Set(events.flatMap((event) => event.after));
  return events
    .map((event) => event.id)
    .filter((id) => !covered.has(id))
    .sort();
}

/** Ids that come before `after` in causal order, those in `after` included. */
export function ancestors(after: readonly string[], byId: ReadonlyMap<string, SubjectEvent>): Set<string> {
  const seen = new Set<string>();
  const open = [...after];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...(byId.get(id)?.after ?? []));
  }
  return seen;
}

/** `order` places every past event before this one, so `outOfTurn` is already settled for all of them. */
function stateKnownTo(
  cycle: LifeCycle,
  event: SubjectEvent,
  order: readonly SubjectEvent[],
  byId: ReadonlyMap<string, SubjectEvent>,
  outOfTurn: ReadonlySet<string>,
): string {
  const past = ancestors(event.after, byId);
  let state = cycle.initial;
  for (const earlier of order) {
    if (earlier === event) break;
    if (past.has(earlier.id) && !outOfTurn.has(earlier.id)) state = next(cycle, state, earlier) ?? state;
  }
  return state;
}

function linearise(cycle: LifeCycle, events: readonly SubjectEvent[]): SubjectEvent[] {
  const rank = new Map(cycle.precedence.map((event, index) => [event, index]));
  const waiting = [...events].sort(
    (a, b) =>
      (rank.get(a.event) ?? rank.size) - (rank.get(b.event) ?? rank.size) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
  const placed = new Set<string>();
  const order: SubjectEvent[] = [];
  while (waiting.length > 0) {
    const index = waiting.findIndex((event) => event.after.every((id) => placed.has(id)));
    // Ids are hashes over `after`, so a cycle cannot be made; an event with a missing past is never given here.
    if (index < 0) throw new Error('follow-ups without their past');
    const [event] = waiting.splice(index, 1) as [SubjectEvent];
    placed.add(event.id);
    order.push(event);
  }
  return order;
}
