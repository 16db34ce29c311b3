/**
 * Records that officers approve. First a record is fixed to the last byte and shown; with the assertions it is put on its
 * channels together with the records that carry them, in one transaction, after everything was asked again of those
 * very bytes. What is not as it was shown is never signed: it is prepared anew, for a new assertion.
 */
import { canonical, type JsonObject } from '../../kernel/canonical.ts';
import { type ApprovalClaims, approvesFault, contentsChallenge, contentsIn } from '../../kernel/exchange/approval.ts';
import type { Finding } from '../../kernel/finding.ts';
import { Refusal, refuse } from '../../kernel/refusal.ts';
import { findingOf } from '../../kernel/state/assess.ts';
import { heads } from '../../kernel/state/life-cycle.ts';
import { numbers } from '../../kernel/trust/lookup.ts';
import { answerIn, answerPostings } from './answers.ts';
import { type Assessed, assess, isRefusedAsKnown } from './assess-draft.ts';
import { type Core, channelBetween, withRows } from './core.ts';
import { annexNames } from './draft-contents.ts';
import { fix, isRefused, issueIn, type Placed, take } from './issue.ts';
import { isWithin, reachNow, shrinks } from './moment.ts';
import { knownBy, lifetime, type PreparedRecord, preparingLag } from './prepared-records.ts';
import { type Approval, type Change, Changed, type DraftRequest, type Prepared, Rejected } from './service.ts';
import type { Stage } from './stage.ts';
import { drawEntry, takeDrawn } from './status-entries.ts';

/** Fixes a draft and keeps it. Nothing is written; its place in a status list is kept with it. */
export async function prepareIn(
  core: Core,
  stage: Stage,
  draft: DraftRequest,
): Promise<PreparedRecord | Rejected | Refusal> {
  // Refusals, trust parts and approvals themselves speak for the institution's server.
  if (draft.profile === 'exchange') return refuse('access.not-allowed');
  if (core.prepared.isFull(stage.now)) return refuse('request.too-many');
  const annexes = await annexNames(core, draft);
  if (annexes instanceof Refusal) return new Rejected([findingOf(annexes)]);
  const assessed = await withRows(core, stage.rows, () => assess(core, stage, draft, { lag: preparingLag }));
  if (assessed instanceof Rejected) return assessed;
  if (isRefused(assessed)) return new Rejected(assessed.findings);
  const fixed = fix(core, stage, draft, assessed, annexes, drawEntry);
  if (fixed instanceof Refusal) return new Rejected([findingOf(fixed)]);
  const { findings, channels, moment, statement } = assessed;
  const origins = channels.map(({ origin }) => origin);
  const reach = moment?.reach ?? reachNow(stage, statement.to);
  const prepared: PreparedRecord = { draft, fixed, findings, origins, since: stage.now, reach };
  core.prepared.keep(prepared);
  return prepared;
}

export function preparedView(core: Core, { fixed, findings, since }: PreparedRecord): Prepared {
  const { claims, time, samur } = fixed.payload;
  const { profile, type, to, annexes, about } = samur;
  const contents = contentsChallenge(contentsIn(claims, samur), core.crypto).toHex();
  const subject = about && { about: about.id };
  return {
    id: fixed.id,
    profile,
    type,
    to,
    claims,
    annexes,
    ...subject,
    time,
    contents,
    findings,
    expires: since + lifetime,
  };
}

/** Signs what was prepared, with the approvals directly behind it on every channel. */
export async function signIn(
  core: Core,
  stage: Stage,
  prepared: PreparedRecord,
  approvals: readonly Approval[],
): Promise<Placed | Changed | Rejected | Refusal> {
  const { draft, fixed } = prepared;
  const timing = { fixed: { time: fixed.payload.time, basis: fixed.payload.samur.basis } };
  const assessed = await withRows(core, stage.rows, () => assess(core, stage, draft, timing));
  if (assessed instanceof Rejected || isRefused(assessed)) return new Rejected(assessed.findings);
  const carried = await approvalDrafts(core, stage, prepared, approvals, [...assessed.statement.to].sort());
  if (carried instanceof Rejected || carried instanceof Refusal) return carried;
  const changes = await changesOf(core, stage, prepared, assessed);
  if (changes.length > 0) {
    const anew = await prepareIn(core, stage, draft);
    return anew instanceof Rejected || anew instanceof Refusal ? anew : new Changed(changes, preparedView(core, anew));
  }
  const placed = await take(core, stage, assessed, fixed);
  for (const approval of carried) {
    // Of the record's own moment: another one could outrun other records that wait.
    const issued = await issueIn(core, stage, approval, timing);
    // Asked above on the same rows: never one without the other.
    if (issued instanceof Rejected) throw new Error(`no approval of ${fixed.id}: ${issued.findings[0]?.code}`);
  }
  await answerIn(core, stage, placed.type, { ...placed.statement, id: placed.id });
  await answerPostings(core, stage);
  return placed;
}

/** The records that will carry the approvals; refused unless each is of this record, by an officer enrolled for it. */
async function approvalDrafts(
  core: Core,
  stage: Stage,
  { fixed, draft }: PreparedRecord,
  approvals: readonly Approval[],
  to: readonly string[],
): Promise<DraftRequest[] | Rejected | Refusal> {
  const needed = core.catalogue.type(draft.profile, draft.type)?.declaration.approvals ?? 1;
  const officers = new Set(approvals.map(({ officer }) => officer));
  const isComplete = approvals.length === needed && officers.size === needed;
  if (!isComplete || !approvals.some((approval) => approval.of === 'record')) return refuse('approval.second-person');
  const drafts: DraftRequest[] = [];
  for (const approval of approvals) {
    const claims: ApprovalClaims = { ...approval, record: fixed.id };
    const fault = approvesFault(claims, fixed, core.crypto);
    if (fault) return fault;
    const carried = {
      profile: 'exchange',
      type: 'approval',
      to,
      claims: { ...claims } as unknown as JsonObject,
      annexes: [],
    };
    const found = await withRows(core, stage.rows, () => assess(core, stage, carried));
    if (found.findings.some(({ code }) => code === 'approval.unknown-officer'))
      return refuse('approval.unknown-officer');
    if (found instanceof Rejected || isRefused(found)) return new Rejected(found.findings);
    drafts.push(carried);
  }
  return drafts;
}

/** What differs from what was shown; with nothing of it, the record's place in its status list is taken. */
async function changesOf(core: Core, stage: Stage, prepared: PreparedRecord, assessed: Assessed): Promise<Change[]> {
  const { payload } = prepared.fixed;
  const { about, trust, basis } = payload.samur;
  const changes = new Set<Change>();
  if (payload.time < assessed.least) changes.add('time');
  if (canonical(trust) !== canonical(numbers(stage.trust))) changes.add('trust');
  if (about && canonical(about.after) !== canonical(heads(assessed.subject?.events ?? []))) changes.add('heads');
  if (hasNew(assessed.findings, prepared.findings)) changes.add('findings');
  if (assessed.channels.some(({ past }) => shrinks(basis, past.basis))) changes.add('basis');
  const grown = assessed.channels.filter(({ recipient }) => {
    const back = channelBetween(core, stage, recipient, core.id);
    const named = basis.find(({ origin }) => origin === back?.origin)?.size ?? 0;
    return (back?.frontier.size ?? 0) > named;
  });
  if (grown.length > 0 && (await isOutrun(core, stage, prepared, assessed))) changes.add('basis');
  if (changes.size === 0 && payload.status && !takeDrawn(core, stage, payload.status)) changes.add('status');
  return [...changes];
}

/**
 * Whether what came from its recipients since then makes the basis too old: a recipient does not count for the issuer
 * what the basis does not cover, and blames a basis below what was cosigned before the second that is stated.
 */
async function isOutrun(core: Core, stage: Stage, prepared: PreparedRecord, assessed: Assessed): Promise<boolean> {
  if (!isWithin(prepared.fixed.payload.time, prepared.reach.time)) return true;
  return withRows(core, stage.rows, () => isRefusedAsKnown(core, stage, assessed, knownBy(prepared.reach)));
}

function hasNew(findings: readonly Finding[], shown: readonly Finding[]): boolean {
  return findings.some(({ code, path }) => !shown.some((one) => one.code === code && one.path === path));
}
