/**
 * Issuing inside a group commit: the rules, the turn and the guards are asked on the rows of this very batch, the
 * record is fixed, folded and put on every recipient's channel. Its signature is made before the commit.
 */

import { base64url } from '../../kernel/bytes.ts';
import { inCanonicalOrder } from '../../kernel/canonical.ts';
import type { LoadedType } from '../../kernel/catalogue.ts';
import { pastAfter } from '../../kernel/exchange/arrival.ts';
import { entitlementOf } from '../../kernel/exchange/open-record.ts';
import type { Finding } from '../../kernel/finding.ts';
import type { Statement } from '../../kernel/profile.ts';
import {
  type AnnexName,
  type ExchangeData,
  type Payload,
  payloadJson,
  readPayload,
} from '../../kernel/record/payload.ts';
import { type Draft, draftRecord } from '../../kernel/record/record.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { findingOf, rowsNeeded } from '../../kernel/state/assess.ts';
import { addressees } from '../../kernel/state/contribution.ts';
import { fold } from '../../kernel/state/fold.ts';
import { heads } from '../../kernel/state/life-cycle.ts';
import type { RowName, RowRange } from '../../kernel/state/working-set.ts';
import { numbers } from '../../kernel/trust/lookup.ts';
import { type Assessed, assess, type Timing } from './assess-draft.ts';
import { type Core, foldContext, provideNew, self, withRows } from './core.ts';
import { annexNames } from './draft-contents.ts';
import { basisNow } from './moment.ts';
import { described, noted, recordLine, recordRow, unstartedClock } from './record-row.ts';
import { type DraftRequest, type Placement, type RecordView, Rejected } from './service.ts';
import type { Stage, StagedRecord } from './stage.ts';
import { takeEntry } from './status-entries.ts';

/** A record that stands on a stage. */
export interface Placed {
  readonly id: string;
  readonly type: LoadedType;
  readonly statement: Statement;
  readonly payload: Payload;
  readonly findings: readonly Finding[];
  readonly placements: readonly Placement[];
}

/** As its record will be read, so that what is found of the draft need not be found again of the record. */
export const inOrder = (draft: DraftRequest): DraftRequest => ({ ...draft, claims: inCanonicalOrder(draft.claims) });

/** Rows a draft will ask for at a time (ms), as far as the draft alone tells. */
export function rowsOfDraft(core: Core, draft: DraftRequest, now: number): (RowName | RowRange)[] {
  const about: RowName[] = draft.about === undefined ? [] : [{ table: 'subject', key: draft.about }];
  const type = core.catalogue.type(draft.profile, draft.type);
  if (!type || draft.about !== undefined) return about;
  try {
    const { claims } = draft;
    const recipients = [...new Set(draft.to)].sort();
    const to = addressees(type.declaration, recipients, numbers(core.trust), entitlementOf(core.trust));
    const annexes = draft.annexes.map(({ digest }) => digest);
    const statement = { type: draft.type, issuer: core.id, to, claims, annexes, time: now };
    return rowsNeeded(core.catalogue, type, statement, core.id);
  } catch {
    // Claims that do not keep to the schema are refused later, with findings.
    return about;
  }
}

/** Findings on a draft as things stand in this batch; nothing is changed. */
export async function findingsOfDraft(core: Core, stage: Stage, draft: DraftRequest): Promise<readonly Finding[]> {
  return (await withRows(core, stage.rows, () => assess(core, stage, draft))).findings;
}

/** `timing`: the moment that it states; otherwise that of now. */
export async function issueIn(
  core: Core,
  stage: Stage,
  draft: DraftRequest,
  timing?: Timing,
): Promise<Placed | Rejected> {
  const annexes = await annexNames(core, draft);
  if (annexes instanceof Refusal) return new Rejected([findingOf(annexes)]);
  const assessed = await withRows(core, stage.rows, () => assess(core, stage, draft, timing));
  if (assessed instanceof Rejected) return assessed;
  if (isRefused(assessed)) return new Rejected(assessed.findings);
  const fixed = fix(core, stage, draft, assessed, annexes);
  return fixed instanceof Refusal ? new Rejected([findingOf(fixed)]) : take(core, stage, assessed, fixed);
}

export function isRefused({ findings }: Pick<Assessed, 'findings'>): boolean {
  return findings.some(({ severity }) => severity === 'refuse');
}

/** Folds a record that was fixed on what this stage holds, and puts it on its channels. */
export async function take(core: Core, stage: Stage, assessed: Assessed, fixed: Draft): Promise<Placed> {
  const seq = stage.seq++;
  provideNew(stage.rows, fixed.id);
  const folded = await withRows(core, stage.rows, () =>
    fold(stage.rows, foldContext(core, stage), { id: fixed.id, seq, payload: fixed.payload }),
  );
  if ('waitsFor' in folded || folded.fault) throw new Error(`own record ${fixed.id} does not fold`);
  const placements = place(core, stage, assessed, fixed, seq);
  stage.noteChanges(folded.changes);
  const { type, statement, findings } = assessed;
  return { id: fixed.id, type, statement, payload: fixed.payload, findings, placements };
}

/** What a caller is shown of a record whose commit is done: all in hand, for nothing can have followed it yet. */
export function viewOfPlaced(core: Core, stage: Stage, { id, payload, findings, placements }: Placed): RecordView {
  const row = stage.records.get(id);
  if (!row) throw new Error(`record ${id} was not issued on this stage`);
  return {
    ...recordLine(row, unstartedClock(row)),
    claims: payload.claims,
    annexes: payload.samur.annexes,
    findings,
    refusals: [],
    placements,
    followUps: [],
    approvals: [],
    demonstration: core.trust.pin.demonstration,
  };
}

/** The draft with all that its signature will cover; `entry` gives its place in a status list. */
export function fix(
  core: Core,
  stage: Stage,
  draft: DraftRequest,
  { type, statement, subject, moment }: Assessed,
  annexes: readonly AnnexName[],
  entry: typeof takeEntry = takeEntry,
): Draft | Refusal {
  const institution = self(core, stage.trust);
  const samur: ExchangeData = {
    ...(subject && { about: { after: heads(subject.events), id: subject.id } }),
    annexes,
    basis: moment?.basis ?? basisNow(core, stage, statement.to),
    ...(stage.trust.pin.demonstration && { demonstration: true as const }),
    issuer: core.id,
    nonce: base64url(core.random(16)),
    profile: draft.profile,
    to: [...statement.to].sort(),
    trust: numbers(stage.trust),
    type: draft.type,
    version: type.declaration.version,
  };
  const payload: Payload = {
    issuerDid: institution.did,
    time: statement.time,
    claims: draft.claims,
    samur,
    ...(type.declaration.lifeCycle?.revoked && { status: entry(core, stage) }),
  };
  // A list too long or a name out of form: nobody could read what was signed.
  const readable = readPayload(payloadJson(payload), core.catalogue.payloadCheck);
  if (readable instanceof Refusal) return readable;
  return draftRecord(payload, core.keys.record.kid, core.keys.record.key.algorithm, core.crypto);
}

/** Stages the record, its entries, and the making of its signature; tells where it stands. */
function place(core: Core, stage: Stage, assessed: Assessed, draft: Draft, seq: number): Placement[] {
  const record: StagedRecord = {
    ...recordRow(draft.id, draft.payload, seq, core.keys.record.kid),
    ...described(assessed.type, draft.payload.claims),
    ...noted(assessed.findings, assessed.type.profile),
  };
  stage.records.set(draft.id, record);
  stage.states.set(draft.id, record.state);
  const entry = Uint8Array.fromHex(draft.id);
  const placements: Placement[] = [];
  for (const channel of assessed.channels) {
    const head = stage.append(channel, entry, seq, core.crypto);
    stage.heads.set(channel.origin, { ...head, past: pastAfter(head.past, draft.payload) });
    placements.push({ origin: channel.origin, recipient: channel.recipient, index: channel.frontier.size });
  }
  // All at once when the batch is worked off: waking a sleeping pool thread for each costs more than signing does.
  stage.signing.push(async () => {
    record.jws = `${draft.signingInput}.${base64url(await core.keys.record.sign(draft.signedBytes))}`;
  });
  stage.events.push({ kind: 'issued', id: draft.id, state: record.state });
  return placements.sort((a, b) => (a.origin < b.origin ? -1 : 1));
}
