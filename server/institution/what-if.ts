/**
 * What a draft would change: it is folded on a stage that is never committed, and the records that it may touch are
 * asked with it and without it. Read in pieces, so that the server goes on serving others meanwhile; what is committed
 * in between may be seen by the later pieces.
 */
import { setImmediate } from 'node:timers/promises';
import { fullName, type LoadedType } from '../../kernel/catalogue.ts';
import type { Impact, Statement, Subject } from '../../kernel/profile.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { findingOf, rowsRead, viewOf } from '../../kernel/state/assess.ts';
import { fold, subjectOf } from '../../kernel/state/fold.ts';
import { formatDecimal } from '../../kernel/state/quantity.ts';
import { type AccountChange, accountChanges, differenceIn, Overlay, overdraws } from '../../kernel/state/what-if.ts';
import { WorkingSet } from '../../kernel/state/working-set.ts';
import { decodeSubject } from '../store/fold-rows.ts';
import { AffectedSum } from './affected.ts';
import { assess } from './assess-draft.ts';
import { type Core, foldContext, prefetch, provideNew, withRows } from './core.ts';
import { fix } from './issue.ts';
import { lineColumns, recordLine } from './record-row.ts';
import { type DraftRequest, Rejected } from './service.ts';
import type { Stage } from './stage.ts';
import type { WhatIf } from './what-if-answer.ts';

/** Bounds of one question: records looked through and asked, newest first. */
export interface Bounds {
  readonly looked: number;
  readonly asked: number;
}

export const usualBounds: Bounds = { looked: 400_000, asked: 20_000 };

/** Records read at once, and how long (ms) others wait at most while their rules are asked. */
const chunk = 64;
const stretch = 15;
const shownRows = 200;

interface Question {
  readonly core: Core;
  readonly stage: Stage;
  readonly type: LoadedType;
  readonly impact: Impact;
  readonly statement: Statement;
  readonly time: number;
  /** The draft's own changes. */
  readonly over: Overlay;
}

interface Asked {
  readonly hit: AffectedSum;
  readonly freed: AffectedSum;
  asked: number;
  waiting: number;
  truncated: boolean;
}

export async function whatIf(
  core: Core,
  stage: Stage,
  draft: DraftRequest,
  bounds: Bounds = usualBounds,
): Promise<WhatIf | Rejected> {
  const assessed = await withRows(core, stage.rows, () => assess(core, stage, draft));
  if (assessed instanceof Rejected) return assessed;
  const { type, statement, findings } = assessed;
  const fixed = fix(core, stage, draft, assessed, []);
  if (fixed instanceof Refusal) return new Rejected([...findings, findingOf(fixed)]);
  const over = new Overlay(stage.rows);
  provideNew(stage.rows, fixed.id);
  const context = foldContext(core, stage);
  const folded = await withRows(core, over, () =>
    fold(over, context, { id: fixed.id, seq: stage.seq, payload: fixed.payload }),
  );
  if ('waitsFor' in folded) throw new Error(`a draft waits for ${folded.waitsFor}`);
  const accounts = accountChanges(over.takeChanges(), stage.rows, core.catalogue);
  const impact = type.declaration.impact ?? { records: {} };
  const time = Math.max(statement.time, impact.begins?.(statement) ?? 0);
  const question = { core, stage, type, impact, statement, time, over };
  const asked = await ask(question, bounds);
  const rows = impact.rows ? await withRows(core, stage.rows, () => rowsTouched(question)) : [];
  return {
    profile: draft.profile,
    type: draft.type,
    findings,
    time,
    asks: Object.entries(impact.records).map(([name, states]) => ({ type: name, states })),
    asked: asked.asked,
    truncated: asked.truncated,
    waiting: asked.waiting,
    records: asked.hit.result(),
    freed: asked.freed.result(),
    rows: { count: rows.length, items: rows.slice(0, shownRows) },
    accounts: accounts.map(accountLine),
  };
}

function rowsTouched({ core, stage, type, impact, statement }: Question) {
  const view = viewOf(stage.rows, foldContext(core, stage), type.profile.name);
  const rows = impact.rows?.(statement, view) ?? [];
  return rows.map(({ register, key }) => ({ register: fullName(type.profile.name, register), key }));
}

function accountLine(change: AccountChange): WhatIf['accounts'][number] {
  const { name, ledger, key, before, after } = change;
  return {
    ledger: name,
    key,
    unit: ledger.unit,
    available: formatDecimal(before.available, ledger.scale),
    availableAfter: formatDecimal(after.available, ledger.scale),
    frozenAfter: after.frozen,
    overdrawn: overdraws(change),
  };
}

/** Walks down the records in pieces, newest first. */
async function ask(question: Question, bounds: Bounds): Promise<Asked> {
  const { stage, type, impact } = question;
  const { profile } = type;
  const asked = {
    hit: new AffectedSum(profile),
    freed: new AffectedSum(profile),
    asked: 0,
    waiting: 0,
    truncated: false,
  };
  if (Object.keys(impact.records).length === 0) return asked;
  const lowest = Math.max(0, stage.seq - bounds.looked);
  for (let before = stage.seq; before > lowest; before -= chunk) {
    if (asked.asked >= bounds.asked) return { ...asked, truncated: true };
    await askPiece(question, asked, Math.max(lowest, before - chunk), before, bounds.asked);
    await setImmediate();
  }
  return { ...asked, truncated: asked.truncated || lowest > 1 };
}

/** Asks the records numbered from `from` up to, not including, `to`, as far as `most` allows. */
async function askPiece(question: Question, asked: Asked, from: number, to: number, most: number): Promise<void> {
  const { core, stage, impact, statement, time, over } = question;
  const found = await candidates(question, from, to);
  const below = new WorkingSet();
  const above = new Overlay(below);
  above.inherit(over);
  const context = foldContext(core, stage);
  const { name: profile } = question.type.profile;
  const without = viewOf(below, context, profile);
  const within = viewOf(above, context, profile);
  asked.waiting += found.filter(({ stage }) => stage === 'waiting').length;
  const chosen: { readonly row: (typeof found)[number]; readonly seen: Subject; readonly parent?: string }[] = [];
  for (const row of found) {
    if (row.stage === 'waiting' || row.subject === null) continue;
    const subject = decodeSubject(row);
    const seen = subjectOf(subject, subject.state);
    if (!(await withRows(core, below, () => impact.concerns?.(statement, seen, without) ?? true))) continue;
    chosen.push({ row, seen, ...(subject.parent !== undefined && { parent: subject.parent }) });
  }
  const parents = chosen.flatMap(({ parent }) => parent ?? []);
  await prefetch(
    core,
    below,
    parents.map((key) => ({ table: 'subject', key })),
  );
  const asking = chosen.map(({ row, seen, parent: id }) => {
    const type = core.catalogue.type(profile, seen.type);
    if (!type) throw new Error(`no type ${seen.type} in ${profile}`);
    const parent = id === undefined ? undefined : below.get('subject', id);
    const { issuer, to: recipients, claims } = seen;
    const own = { type: seen.type, issuer, to: recipients, claims, time };
    return { row, seen, type, own: parent ? { ...own, subject: subjectOf(parent, parent.state) } : own };
  });
  const needs = asking.flatMap(({ type, own }) => rowsRead(type, own, core.id));
  await prefetch(core, below, needs);
  let since = performance.now();
  for (const { row, seen, type, own } of asking) {
    if (asked.asked >= most) {
      asked.truncated = true;
      return;
    }
    asked.asked += 1;
    const { hit, freed } = await withRows(core, above, () => differenceIn(type, own, core.id, without, within));
    if (hit.length > 0) asked.hit.add(seen, hit, () => recordLine(row));
    else if (freed.length > 0) asked.freed.add(seen, freed, () => recordLine(row));
    if (performance.now() - since < stretch) continue;
    await setImmediate();
    since = performance.now();
  }
}

function candidates({ core, type, impact }: Question, from: number, to: number) {
  return core.store.db
    .selectFrom('record')
    .select([...lineColumns, 'jws', 'subject', 'stage'])
    .where('seq', '>=', from)
    .where('seq', '<', to)
    .where('stage', 'in', ['folded', 'waiting'])
    .where('profile', '=', type.profile.name)
    .where((eb) =>
      eb.or(
        Object.entries(impact.records).map(([name, states]) =>
          eb('type', '=', name).and('state', 'in', [...states, 'waiting']),
        ),
      ),
    )
    .orderBy('seq', 'desc')
    .execute();
}
