/**
 * Folds held records into subjects, registers and ledgers. The outcome is a function of the set of held records:
 * whatever order they come in, whoever folds them, the rows are equal. Rules, findings and clocks have no say.
 */
import type { Catalogue, LoadedType } from '../catalogue.ts';
import { undoes } from '../exchange/undoing.ts';
import type { Side, Statement } from '../profile.ts';
import type { Payload } from '../record/payload.ts';
import { type Refusal, type RefusalCode, refuse } from '../refusal.ts';
import { contributionFault, contributionOf, type Entitlement, nothing } from './contribution.ts';
import { foldLifeCycle, type Outcome } from './life-cycle.ts';
import { post } from './posting.ts';
import { type HeldEvent, inForceState, type SubjectRow, voidState } from './rows.ts';
import type { WorkingSet } from './working-set.ts';

export interface FoldContext {
  readonly catalogue: Catalogue;
  readonly entitlement: Entitlement;
}

/** A verified record with its place in this institution's own order. */
export interface Folding {
  readonly id: string;
  readonly seq: number;
  readonly payload: Payload;
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
  if (samur.profile === 'exchange')
    return samur.type === 'refusal' ? foldRefusal(rows, context, record) : { changes: [] };
  const parent = samur.about && rows.get('subject', samur.about.id);
  if (samur.about && !parent) return { waitsFor: samur.about.id };
  const missing = samur.about?.after.find((id) => !parent?.events.some((event) => event.id === id));
  if (missing !== undefined) return { waitsFor: missing };
  const statement = statementOf(record.payload, parent);
  const contribution = contributionOf(type, statement);
  const fault =
    contentFault(type, record, parent) ??
    contributionFault(contribution, type, samur.issuer, samur.trust, context.catalogue, context.entitlement);
  const refused = isRefused(rows, record);
  const changes = new Map<string, StateChange>();
  const standsAlone = !parent || type.declaration.lifeCycle !== undefined;
  if (standsAlone) {
    const row: SubjectRow = {
      id: record.id,
      seq: record.seq,
      profile: samur.profile,
      type: samur.type,
      version: samur.version,
      issuer: samur.issuer,
      to: samur.to,
      claims: record.payload.claims,
      ...(parent && { parent: parent.id }),
      base: 'superseded',
      refused,
      ...(fault && { invalid: fault.code }),
      contribution: fault ? nothing : contribution,
      events: [],
      state: voidState,
      since: record.id,
    };
    rows.put('subject', record.id, row);
    if (!parent) settle(rows, context, row, ownOutcome(row), changes);
  }
  if (parent && samur.about) {
    const event: HeldEvent = {
      id: record.id,
      seq: record.seq,
      issuer: samur.issuer,
      event: type.declaration.follows?.event(record.payload.claims) ?? '',
      side: sideOf(parent, samur.issuer),
      after: samur.about.after,
      contribution: standsAlone || fault ? nothing : contribution,
      outcome: 'superseded',
      standsAlone,
      refused,
      ...(fault && { invalid: fault.code }),
    };
    rows.put('follow', record.id, { parent: parent.id });
    settle(rows, context, { ...parent, events: [...parent.events, event] }, parent.base, changes);
  }
  if (!changes.has(record.id))
    changes.set(record.id, { id: record.id, state: parent ? 'superseded' : voidState, effective: false });
  return { ...(fault && { fault }), changes: [...changes.values()] };
}

/** A statement as rules and declarations are asked about it. */
export function statementOf(payload: Payload, subject: SubjectRow | undefined): Statement {
  const { type, issuer, to } = payload.samur;
  return { type, issuer, to, claims: payload.claims, time: payload.time, ...(subject && { subject }) };
}

function sideOf(parent: SubjectRow, issuer: string): Side {
  return parent.issuer === issuer ? 'issuer' : 'recipient';
}

/** Parties of a subject: its issuer and all its recipients. A follow-up goes to all of them. */
export function parties(subject: { issuer: string; to: readonly string[] }): string[] {
  return [subject.issuer, ...subject.to].sort();
}

function contentFault(type: LoadedType, record: Folding, parent: SubjectRow | undefined): Refusal | undefined {
  const { samur } = record.payload;
  const { follows } = type.declaration;
  if (!parent) return follows?.required ? refuse('state.unknown-subject') : undefined;
  if (!follows?.types.includes(parent.type) || parent.profile !== samur.profile) return refuse('state.unknown-subject');
  const all = parties(parent);
  if (!all.includes(samur.issuer)) return refuse('state.not-a-party');
  const others = all.filter((id) => id !== samur.issuer);
  return others.join() === samur.to.join()
    ? undefined
    : refuse('record.wrong-recipients', { expected: others.join(' ') });
}

function isRefused(rows: WorkingSet, record: Folding): boolean {
  const { refusals } = rows.get('refusal', record.id) ?? { refusals: [] };
  return refusals.some((refusal) => undoes(refusal.code) && record.payload.samur.to.includes(refusal.by));
}

function foldRefusal(rows: WorkingSet, context: FoldContext, record: Folding): Folded {
  const target = record.payload.claims['record'] as string;
  const code = record.payload.claims['code'] as RefusalCode;
  const by = record.payload.samur.issuer;
  const { refusals } = rows.get('refusal', target) ?? { refusals: [] };
  rows.put('refusal', target, {
    refusals: [...refusals, { id: record.id, by, code }].sort((a, b) => (a.id < b.id ? -1 : 1)),
  });
  const changes = new Map<string, StateChange>();
  if (!undoes(code)) return { changes: [] };
  const own = rows.get('subject', target);
  const parentId = own?.parent ?? rows.get('follow', target)?.parent;
  if (own && !parentId && own.to.includes(by)) {
    const row = { ...own, refused: true };
    settle(rows, context, row, ownOutcome(row), changes);
  }
  const parent = parentId === undefined ? undefined : rows.get('subject', parentId);
  const event = parent?.events.find((e) => e.id === target);
  if (parent && event && event.issuer !== by && parties(parent).includes(by)) {
    const events = parent.events.map((e) => (e === event ? { ...e, refused: true } : e));
    settle(rows, context, { ...parent, events }, parent.base, changes);
  }
  return { changes: [...changes.values()] };
}

function ownOutcome(row: SubjectRow): Outcome {
  return row.refused ? 'refused' : row.invalid ? 'out-of-turn' : 'effective';
}

/** Stores a subject as it is now and carries every difference to registers, ledgers and the subjects it decides. */
function settle(
  rows: WorkingSet,
  context: FoldContext,
  row: SubjectRow,
  base: Outcome,
  changes: Map<string, StateChange>,
): void {
  const before = row.base;
  const { lifeCycle } = context.catalogue.type(row.profile, row.type)?.declaration ?? {};
  const counts = base === 'effective';
  const result =
    counts && lifeCycle
      ? foldLifeCycle(
          lifeCycle,
          row.id,
          row.events,
          new Set(row.events.filter((e) => e.refused).map((e) => e.id)),
          new Set(row.events.filter((e) => e.invalid).map((e) => e.id)),
        )
      : { state: counts ? inForceState : voidState, since: row.id, outcomes: new Map<string, Outcome>() };
  const events = row.events.map((event) => ({ ...event, outcome: result.outcomes.get(event.id) ?? 'superseded' }));
  const { state, since } = result;
  rows.put('subject', row.id, { ...row, base, events, state, since });
  if (state !== row.state || base !== before) changes.set(row.id, { id: row.id, state, effective: counts });
  repost(rows, context, row, row.contribution, before, base);
  for (const [index, event] of events.entries()) {
    const was = row.events[index]?.outcome ?? 'superseded';
    if (was !== event.outcome) {
      repost(rows, context, event, event.contribution, was, event.outcome);
      changes.set(event.id, { id: event.id, state: event.outcome, effective: event.outcome === 'effective' });
    }
    const child = event.standsAlone ? rows.get('subject', event.id) : undefined;
    if (child && child.base !== event.outcome) settle(rows, context, child, event.outcome, changes);
  }
}

function repost(
  rows: WorkingSet,
  context: FoldContext,
  by: { id: string; seq: number; issuer: string },
  contribution: SubjectRow['contribution'],
  before: Outcome,
  after: Outcome,
): void {
  const had = before === 'effective';
  const has = after === 'effective';
  if (had === has) return;
  const poster = { id: by.id, seq: by.seq, issuer: by.issuer };
  post(rows, context.catalogue, poster, contribution, has ? 1 : -1);
}
