/**
 * What someone could know: effects limited to the records that a basis covers. Exact for what the two ends of a
 * channel post; what `known` cannot tell, because it lies on a channel between others, is told apart by the caller.
 */
import type { FoldContext } from './fold.ts';
import { foldInOrder, foldLifeCycle, type LifeCycleResult, placeInOrder, type SubjectEvent } from './life-cycle.ts';
import {
  type AccountRow,
  type HeldRefusal,
  inForceState,
  type Posted,
  type SlotPosting,
  type SubjectRow,
  slotKey,
  voidState,
} from './rows.ts';
import { inEffect, moved } from './slots.ts';
import { isUndone, parties } from './undone.ts';
import type { WorkingSet } from './working-set.ts';

/**
 * Tells whether an issuer could know of an effect: by whom, to whom, and at which place of this institution's own
 * order. Undefined when that cannot be told from here. Asked with no recipients, it says false unless nothing of
 * that issuer up to that place was unknown, whomever it went to.
 */
export type Known = (by: KnownBy) => boolean | undefined;

export interface KnownBy {
  readonly issuer: string;
  readonly to: readonly string[];
  readonly seq: number;
  /** Of a refusal: who issued what it names. */
  readonly refuses?: string;
}

/** As `known`, but that what `asked` refused of `issuer` gives it no room, whether or not it has heard of that. */
export function refusedBy(asked: string, issuer: string, known: Known): Known {
  return (by) => (by.issuer === asked && by.refuses === issuer) || known(by);
}

export const everything: Known = () => true;

/** State of a subject by the follow-ups and refusals that were known. */
export function stateKnown(rows: WorkingSet, context: FoldContext, row: SubjectRow, known: Known): string {
  if (known === everything) return row.state;
  return lifeCycleKnown(rows, context, row, known)?.state ?? voidState;
}

/** Whether what a record posts was in effect by what was known. */
export function effectiveKnown(rows: WorkingSet, context: FoldContext, posted: Posted, known: Known): boolean {
  if (known(posted) === false) return false;
  // What counts now and did not count then would only have given room that is there.
  if (posted.counts || known === everything) return posted.counts;
  const parentId = rows.get('follow', posted.id)?.parent;
  const parent = parentId === undefined ? undefined : rows.get('subject', parentId);
  if (parent) return lifeCycleKnown(rows, context, parent, known)?.outcomes.get(posted.id) === 'effective';
  const row = rows.get('subject', posted.id);
  return row !== undefined && !row.invalid && !isUndoneKnown(rows, row, known);
}

/**
 * Whether whoever had a record could fold it: a follow-up takes effect only with all that it comes after, which may have
 * been on its way to them from someone else.
 */
export function pastKnown(rows: WorkingSet, id: string, known: Known): boolean {
  const parentId = rows.get('follow', id)?.parent;
  const parent = parentId === undefined ? undefined : rows.get('subject', parentId);
  if (!parent) return true;
  if (known(parent) === false) return false;
  const events = new Map(parent.events.map((event) => [event.id, event]));
  const past = new Set(events.get(id)?.after);
  // Grows while it is walked through.
  for (const one of past) {
    const event = events.get(one);
    if (!event || known(event) !== true) return false;
    for (const before of event.after) past.add(before);
  }
  return true;
}

/**
 * Whether a follow-up that is in effect would be so whatever a third party has said meanwhile: one more event, which its
 * issuer had and which is still on its way here, may have overtaken it.
 */
export function surelyEffective(rows: WorkingSet, context: FoldContext, id: string, known: Known): boolean {
  const parentId = rows.get('follow', id)?.parent;
  const parent = parentId === undefined ? undefined : rows.get('subject', parentId);
  const cycle = parent && context.catalogue.type(parent.profile, parent.type)?.declaration.lifeCycle;
  if (!parent || !cycle) return true;
  const isThird = (issuer: string) => known({ issuer, to: [], seq: Number.MAX_SAFE_INTEGER }) === undefined;
  const sides = new Set(parties(parent).flatMap((one) => (isThird(one) ? [one === parent.issuer] : [])));
  const refused = new Set(parent.events.filter((event) => event.refused).map((event) => event.id));
  const invalid = new Set(parent.events.filter((event) => event.invalid).map((event) => event.id));
  return cycle.transitions.every(({ event, by }) => {
    if (!sides.has(by === 'issuer')) return true;
    const unseen: SubjectEvent = { id: '', event, side: by, after: [] };
    const order = placeInOrder<SubjectEvent>(cycle, parent.events, unseen);
    return foldInOrder(cycle, parent.id, order, refused, invalid).outcomes.get(id) === 'effective';
  });
}

/** Undefined when the subject itself was not in effect. */
function lifeCycleKnown(
  rows: WorkingSet,
  context: FoldContext,
  row: SubjectRow,
  known: Known,
): LifeCycleResult | undefined {
  if (!subjectKnown(rows, context, row, known)) return undefined;
  const cycle = context.catalogue.type(row.profile, row.type)?.declaration.lifeCycle;
  if (!cycle) return { state: inForceState, since: row.id, outcomes: new Map(), found: [] };
  const events = eventsKnown(row.events, known);
  const refused = new Set(events.filter((event) => isUndoneKnown(rows, event, known)).map((event) => event.id));
  const invalid = new Set(events.filter((event) => event.invalid).map((event) => event.id));
  return foldLifeCycle(cycle, row.id, events, refused, invalid);
}

function subjectKnown(rows: WorkingSet, context: FoldContext, row: SubjectRow, known: Known): boolean {
  const parent = row.parent === undefined ? undefined : rows.get('subject', row.parent);
  if (parent) return lifeCycleKnown(rows, context, parent, known)?.outcomes.get(row.id) === 'effective';
  return !row.invalid && !isUndoneKnown(rows, row, known);
}

/** Known events whose whole past is known too. */
function eventsKnown<T extends SubjectEvent & KnownBy>(events: readonly T[], known: Known) {
  const kept = new Map<string, T>();
  for (const event of events)
    if (known(event) !== false && event.after.every((id) => kept.has(id))) kept.set(event.id, event);
  return [...kept.values()];
}

/** A refusal that may not have been known is not held against anyone. */
function isUndoneKnown(
  rows: WorkingSet,
  record: { readonly id: string; readonly issuer: string; readonly to: readonly string[]; readonly refused: boolean },
  known: Known,
): boolean {
  // What nobody's refusals undo, fewer of them do not undo either.
  if (!record.refused) return false;
  const refusals = rows.get('refusal', record.id)?.refusals ?? [];
  const were = (refusal: HeldRefusal) => {
    const { by: issuer, to, seq } = refusal;
    return known({ issuer, to, seq, refuses: record.issuer }) === true;
  };
  return isUndone(refusals.filter(were), record);
}

/** An account's row in which its slots come to what was known; the rest is as it stands. */
export function slotsKnown(
  rows: WorkingSet,
  context: FoldContext,
  account: string,
  row: AccountRow,
  known: Known,
): AccountRow {
  const { restated } = row;
  if (!restated || known === everything) return row;
  const counted = (posting: SlotPosting) => effectiveKnown(rows, context, posting, known);
  let { sums } = restated;
  if (Object.entries(restated.last).every(([issuer, seq]) => known({ issuer, to: [], seq }) !== false)) {
    for (const slot of restated.undone) {
      const postings = rows.get('slot', slotKey(account, slot))?.postings ?? [];
      sums = moved(sums, postings.filter(inEffect), postings.filter(counted));
    }
  } else {
    sums = {};
    for (const { row: slot } of rows.range('slot', account)) sums = moved(sums, [], slot.postings.filter(counted));
  }
  return { ...row, restated: { ...restated, sums } };
}
