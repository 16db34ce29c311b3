/**
 * Folds held records into subjects, registers and ledgers. The outcome is a function of the set of held records:
 * whatever order they come in, whoever folds them, the rows are equal. Rules, findings and clocks have no say.
 */
import type { Catalogue, LoadedType } from '../catalogue.ts';
import type { Side, Statement, Subject } from '../profile.ts';
import type { ExchangeData, Payload } from '../record/payload.ts';
import { type Refusal, type RefusalCode, refuse } from '../refusal.ts';
import {
  addressees,
  contentsFault,
  contributionFault,
  contributionOf,
  type Entitlement,
  nothing,
  receiverFault,
} from './contribution.ts';
import { foldInOrder, type LifeCycleResult, type Outcome, placeInOrder } from './life-cycle.ts';
import { post } from './posting.ts';
import { type HeldEvent, type HeldRefusal, inForceState, type SubjectRow, voidState } from './rows.ts';
import { isConfirmed, isUndone, parties } from './undone.ts';
import type { WorkingSet } from './working-set.ts';

export interface FoldContext {
  readonly catalogue: Catalogue;
  readonly entitlement: Entitlement;
}

/** A verified record with its place in this institution's own order. Fold each one once. */
export interface Folding {
  readonly id: string;
  readonly seq: number;
  readonly payload: Payload;
  /**
   * Set while an earlier record of the same issuer still waits here. Its debits are then kept one by one, so that
   * the late one can be judged without those that came after it. Changes no result.
   */
  readonly apart?: true;
}

export interface StateChange {
  readonly id: string;
  readonly state: string;
  readonly effective: boolean;
}

export interface Folded {
  /** Set when the contents alone deprive the record of effect. */
  readonly fault?: Refusal;
  /** Subjects whose state, or follow-ups whose effect, is new. */
  readonly changes: readonly StateChange[];
}

/** The id of a record that must be folded first. */
export interface WaitsFor {
  readonly waitsFor: string;
}

export function fold(rows: WorkingSet, context: FoldContext, record: Folding): Folded | WaitsFor {
  const { samur } = record.payload;
  const type = context.catalogue.type(samur.profile, samur.type);
  if (!type) throw new Error('a type that was not checked');
  if (samur.profile === 'exchange' && samur.type === 'refusal') return foldRefusal(rows, context, record);
  // Of the exchange's own records those alone are subjects that state something.
  if (samur.profile === 'exchange' && !type.declaration.statements) return { changes: [] };
  const parent = samur.about && rows.get('subject', samur.about.id);
  if (samur.about && !parent) return { waitsFor: samur.about.id };
  const missing = samur.about?.after.find((id) => !parent?.events.some((event) => event.id === id));
  if (missing !== undefined) return { waitsFor: missing };
  const misplaced = contentFault(type, samur, parent);
  // A profile is asked only about subjects of the types it named.
  const statement = misplaced ? undefined : statementOf(record.payload, parent, context);
  const { catalogue, entitlement } = context;
  const stated = statement ? contributionOf(type, statement) : nothing;
  const fault =
    misplaced ??
    (statement && receiverFault(type.declaration, statement, samur.trust, entitlement, '/samur/to')) ??
    (statement && contentsFault(type.declaration, statement)) ??
    contributionFault(stated, type, samur.issuer, samur.trust, catalogue, entitlement);
  const contribution = fault ? nothing : stated;
  const { issuer, to } = samur;
  const standing = type.declaration.stands && { stands: true as const };
  const held = {
    id: record.id,
    seq: record.seq,
    time: record.payload.time,
    issuer,
    to,
    ...standing,
    refused: isUndone(rows.get('refusal', record.id)?.refusals ?? [], { issuer, to, ...standing }),
    ...(record.apart && { apart: record.apart }),
    ...(fault && { invalid: fault.code }),
  };
  const changes = new Map<string, StateChange>();
  const standsAlone = !parent || type.declaration.lifeCycle !== undefined;
  if (standsAlone) {
    const row: SubjectRow = {
      ...held,
      profile: samur.profile,
      type: samur.type,
      version: samur.version,
      addressees: addressees(type.declaration, to, samur.trust, context.entitlement),
      claims: record.payload.claims,
      ...(parent && { parent: parent.id }),
      base: 'superseded',
      contribution,
      events: [],
      state: voidState,
      since: record.id,
    };
    rows.put('subject', record.id, row);
    if (!parent) settle(rows, context, row, ownOutcome(row), changes);
  }
  if (parent && samur.about) {
    const name = type.declaration.follows?.event(record.payload.claims) ?? '';
    const event: HeldEvent = {
      ...held,
      ...(type.declaration.confirms?.includes(name) && { confirms: true as const }),
      event: name,
      side: sideOf(parent, issuer),
      after: samur.about.after,
      contribution: standsAlone ? nothing : contribution,
      outcome: 'superseded',
      standsAlone,
    };
    rows.put('follow', record.id, { parent: parent.id });
    takeEvent(rows, context, parent, event, changes);
  }
  if (!changes.get(record.id)?.effective) post(rows, context.catalogue, held, contribution, false, false);
  if (!changes.has(record.id))
    changes.set(record.id, { id: record.id, state: parent ? 'superseded' : voidState, effective: false });
  return { ...(fault && { fault }), changes: [...changes.values()] };
}

/** Adds a follow-up to its subject. One that confirms it takes back what a refusal had undone. */
function takeEvent(
  rows: WorkingSet,
  context: FoldContext,
  subject: SubjectRow,
  event: HeldEvent,
  changes: Map<string, StateChange>,
): void {
  const row = { ...subject, events: withEvent(context, subject, event) };
  const confirmed = isConfirmed(row);
  const standing = confirmed ? { ...row, refused: false } : row;
  const parent = row.parent === undefined ? undefined : rows.get('subject', row.parent);
  settle(rows, context, standing, parent ? row.base : ownOutcome(standing), changes);
  if (!confirmed || !parent?.events.some(({ id, refused }) => id === row.id && refused)) return;
  const events = parent.events.map((one) => (one.id === row.id ? { ...one, refused: false } : one));
  settle(rows, context, { ...parent, events }, parent.base, changes);
}

/** A statement as rules are asked about it. */
export function statementOf(payload: Payload, subject: SubjectRow | undefined, context: FoldContext): Statement {
  const { profile, type, issuer, trust } = payload.samur;
  const declaration = context.catalogue.type(profile, type)?.declaration;
  if (!declaration) throw new Error('a type that was not checked');
  const to = addressees(declaration, payload.samur.to, trust, context.entitlement);
  const annexes = payload.samur.annexes.map(({ digest }) => digest);
  const statement = { type, issuer, to, annexes, claims: payload.claims, time: payload.time };
  return subject ? { ...statement, subject: subjectOf(subject, subject.state) } : statement;
}

/** A subject as profiles see it, without what is kept here alone. */
export function subjectOf(row: SubjectRow, state: string): Subject {
  const { id, type, issuer, addressees: to, claims, time, parent } = row;
  return { id, type, issuer, to, claims, time, state, ...(parent !== undefined && { about: parent }) };
}

function sideOf(parent: SubjectRow, issuer: string): Side {
  return parent.issuer === issuer ? 'issuer' : 'recipient';
}

/** What rules a record out by its contents. Ask before its profile is: that knows only the subjects its types name. */
export function contentFault(
  type: LoadedType,
  samur: ExchangeData,
  parent: SubjectRow | undefined,
): Refusal | undefined {
  const { follows } = type.declaration;
  if (!parent) return follows?.required ? refuse('state.unknown-subject') : undefined;
  if (!follows?.types.includes(parent.type) || parent.profile !== samur.profile) return refuse('state.unknown-subject');
  const all = parties(parent);
  if (!all.includes(samur.issuer)) return refuse('state.not-a-party');
  const others = all.filter((id) => id !== samur.issuer);
  if (others.join() !== samur.to.join()) return refuse('record.wrong-recipients', { expected: others.join(' ') });
  // What comes after a record that not every party holds would have effect only where that one is held.
  const onInvalid = parent.events.some((event) => event.invalid && samur.about?.after.includes(event.id));
  return onInvalid ? refuse('state.unknown-subject', {}, '/samur/about/after') : undefined;
}

function foldRefusal(rows: WorkingSet, context: FoldContext, record: Folding): Folded {
  const { claims, samur } = record.payload;
  const target = claims['record'] as string;
  const refusal: HeldRefusal = {
    id: record.id,
    seq: record.seq,
    by: samur.issuer,
    to: samur.to,
    code: claims['code'] as RefusalCode,
  };
  const before = rows.get('refusal', target)?.refusals ?? [];
  const refusals = [...before, refusal].sort((a, b) => (a.id < b.id ? -1 : 1));
  rows.put('refusal', target, { refusals });
  const changes = new Map<string, StateChange>();
  const parentId = rows.get('follow', target)?.parent;
  const subject = rows.get('subject', target);
  if (subject && isConfirmed(subject)) return { changes: [] };
  const own = parentId === undefined ? subject : undefined;
  if (own && !own.refused && isUndone(refusals, own)) {
    const row = { ...own, refused: true };
    settle(rows, context, row, ownOutcome(row), changes);
  }
  const parent = parentId === undefined ? undefined : rows.get('subject', parentId);
  const event = parent?.events.find((e) => e.id === target);
  if (parent && event && !event.refused && isUndone(refusals, event)) {
    const events = parent.events.map((e) => (e === event ? { ...e, refused: true } : e));
    settle(rows, context, { ...parent, events }, parent.base, changes);
  }
  return { changes: [...changes.values()] };
}

function ownOutcome(row: SubjectRow): Outcome {
  return row.refused ? 'refused' : row.invalid ? 'out-of-turn' : 'effective';
}

/**
 * Stores a subject as it is now and carries every difference to registers, ledgers and the subjects it decides.
 * A loop, not a recursion: chains of replacements grow as long as anyone likes.
 */
function settle(
  rows: WorkingSet,
  context: FoldContext,
  first: SubjectRow,
  firstBase: Outcome,
  changes: Map<string, StateChange>,
): void {
  const open = [{ row: first, base: firstBase }];
  for (let item = open.pop(); item; item = open.pop()) {
    const { row, base } = item;
    const result = lifeCycleOf(context, row, base);
    const events = row.events.map((event, index) => {
      const outcome = result.outcomes.get(event.id) ?? 'superseded';
      const found = event.found ?? result.found[index];
      if (outcome === event.outcome && found === event.found) return event;
      return { ...event, outcome, ...(found !== undefined && { found }) };
    });
    const { state, since } = result;
    const effective = base === 'effective';
    rows.put('subject', row.id, { ...row, base, events, state, since });
    if (state !== row.state || base !== row.base) changes.set(row.id, { id: row.id, state, effective });
    repost(rows, context, row, row.base, base);
    for (const [index, event] of events.entries()) {
      const before = row.events[index] as HeldEvent;
      if (before.outcome === event.outcome) continue;
      repost(rows, context, event, before.outcome, event.outcome);
      changes.set(event.id, { id: event.id, state: event.outcome, effective: event.outcome === 'effective' });
      const child = event.standsAlone ? rows.get('subject', event.id) : undefined;
      if (child) open.push({ row: child, base: event.outcome });
    }
  }
}

function withEvent({ catalogue }: FoldContext, row: SubjectRow, event: HeldEvent): readonly HeldEvent[] {
  const cycle = catalogue.type(row.profile, row.type)?.declaration.lifeCycle;
  return cycle ? placeInOrder(cycle, row.events, event) : [...row.events, event];
}

function lifeCycleOf(context: FoldContext, row: SubjectRow, base: Outcome): LifeCycleResult {
  if (base !== 'effective') return { state: voidState, since: row.id, outcomes: new Map(), found: [] };
  const cycle = context.catalogue.type(row.profile, row.type)?.declaration.lifeCycle;
  if (!cycle) return { state: inForceState, since: row.id, outcomes: new Map(), found: [] };
  const refused = new Set(row.events.filter((event) => event.refused).map((event) => event.id));
  const invalid = new Set(row.events.filter((event) => event.invalid).map((event) => event.id));
  return foldInOrder(cycle, row.id, row.events, refused, invalid);
}

function repost(rows: WorkingSet, context: FoldContext, by: SubjectRow | HeldEvent, was: Outcome, is: Outcome): void {
  const before = was === 'effective';
  const after = is === 'effective';
  if (before !== after) post(rows, context.catalogue, by, by.contribution, before, after);
}
