/** The life of a record: the states it went through, who led to each, and what may come next. */
import type { FollowUp, LifeCycle } from '../api/shapes.ts';

export interface LifeStep {
  readonly state: string;
  /** Absent for the first state. */
  readonly event?: string;
  readonly by?: string;
  /** Stated, ms. */
  readonly time?: number;
  /** Of the record that led to it. */
  readonly record?: string;
}

export interface Next {
  readonly event: string;
  readonly to: string;
  readonly by: 'issuer' | 'recipient';
}

/**
 * By the follow-ups that took effect, as they were stated. Which state the record is in, `now`, is folded by the server
 * and by evidence, never here: where the way to it is not seen, it stands at the end by itself.
 */
export function lifeSteps(
  { initial, transitions }: LifeCycle,
  followUps: readonly FollowUp[],
  now: string,
): readonly LifeStep[] {
  const steps: LifeStep[] = [{ state: initial }];
  const effective = followUps.filter(({ outcome }) => outcome === 'effective').toSorted((a, b) => a.time - b.time);
  for (const { id, event, issuer, time } of effective) {
    const from = steps.at(-1)?.state;
    const to = transitions.find((one) => one.from === from && one.event === event)?.to;
    if (to !== undefined) steps.push({ state: to, event, by: issuer, time, record: id });
  }
  if (steps.at(-1)?.state !== now) steps.push({ state: now });
  return steps;
}

/** Each way on once. */
export function nextOf({ transitions }: LifeCycle, now: string): readonly Next[] {
  return transitions.filter(({ from }) => from === now).map(({ event, to, by }) => ({ event, to, by }));
}
