/**
 * Issuing inside a group commit: the rules, the turn and the guards are asked on the rows of this very batch, the
 * record is fixed, folded and put on every recipient's channel. Its signature is made before the commit.
 */

import { base64url } from '../../kernel/bytes.ts';
import type { LoadedType } from '../../kernel/catalogue.ts';
import { entitlementOf } from '../../kernel/exchange/open-record.ts';
import type { Finding } from '../../kernel/finding.ts';
import { rootOf } from '../../kernel/log/tree.ts';
import type { Statement } from '../../kernel/profile.ts';
import {
  type AnnexName,
  type BasisEntry,
  type ExchangeData,
  type Payload,
  payloadJson,
  readPayload,
} from '../../kernel/record/payload.ts';
import { type Draft, draftRecord } from '../../kernel/record/record.ts';
import { Refusal, refuse } from '../../kernel/refusal.ts';
import {
  findingOf,
  guardFindings,
  leastTime,
  rowsNeeded,
  ruleFindings,
  turnFinding,
  viewOf,
} from '../../kernel/state/assess.ts';
import { addressees, contributionFault, contributionOf, receiverFault } from '../../kernel/state/contribution.ts';
import { fold, subjectOf } from '../../kernel/state/fold.ts';
import { heads } from '../../kernel/state/life-cycle.ts';
import type { SubjectRow } from '../../kernel/state/rows.ts';
import { parties } from '../../kernel/state/undone.ts';
import type { RowName, RowRange } from '../../kernel/state/working-set.ts';
import type { InstitutionKey } from '../../kernel/trust/institution.ts';
import { numbers, termsAt, usableKeyAt } from '../../kernel/trust/lookup.ts';
import type { ChannelHead } from './channel-head.ts';
import { type Core, channelBetween, foldContext, provideNew, self, withRows } from './core.ts';
import { annexNames, claimFinding } from './draft-contents.ts';
import { described, noted, recordLine, recordRow, unstartedClock } from './record-row.ts';
import { type DraftRequest, type Placement, type RecordView, Rejected } from './service.ts';
import type { Stage, StagedRecord } from './stage.ts';
import { takeEntry } from './status-entries.ts';

export interface Fixed {
  readonly id: string;
  readonly type: LoadedType;
  readonly statement: Statement;
  readonly payload: Payload;
  readonly findings: readonly Finding[];
  readonly placements: readonly Placement[];
}

interface Prepared {
  readonly type: LoadedType;
  readonly statement: Statement;
  readonly subject?: SubjectRow;
  readonly channels: readonly ChannelHead[];
  readonly findings: readonly Finding[];
}

/** Rows a draft will ask for, as far as the draft alone tells. */
export function rowsOfDraft(core: Core, draft: DraftRequest, now: number): (RowName | RowRange)[] {
  const about: RowName[] = draft.about === undefined ? [] : [{ table: 'subject', key: draft.about }];
  const type = core.catalogue.type(draft.profile, draft.type);
  if (!type || draft.about !== undefined) return about;
  try {
    const { profile: _, annexes: __, ...rest } = draft;
    return rowsNeeded(type, { ...rest, issuer: core.id, time: now, to: draft.to }, core.id);
  } catch {
    // Claims that do not keep to the schema are refused later, with findings.
    return about;
  }
}

/** Findings on a draft as things stand in this batch; nothing is changed. */
export async function assessDraft(core: Core, stage: Stage, draft: DraftRequest): Promise<readonly Finding[]> {
  const prepared = await withRows(core, stage.rows, () => prepare(core, stage, draft));
  return prepared instanceof Rejected ? prepared.findings : prepared.findings;
}

export async function issueIn(core: Core, stage: Stage, draft: DraftRequest): Promise<Fixed | Rejected> {
  const annexes = await annexNames(core, draft);
  if (annexes instanceof Refusal) return new Rejected([findingOf(annexes)]);
  const prepared = await withRows(core, stage.rows, () => prepare(core, stage, draft));
  if (prepared instanceof Rejected) return prepared;
  if (prepared.findings.some((finding) => finding.severity === 'refuse')) return new Rejected(prepared.findings);
  const fixed = fix(core, stage, draft, prepared, annexes);
  if (fixed instanceof Refusal) return new Rejected([findingOf(fixed)]);
  const seq = stage.seq++;
  provideNew(stage.rows, fixed.id);
  const folded = await withRows(core, stage.rows, () =>
    fold(stage.rows, foldContext(core, stage), { id: fixed.id, seq, payload: fixed.payload }),
  );
  if ('waitsFor' in folded || folded.fault) throw new Error(`own record ${fixed.id} does not fold`);
  const placements = place(core, stage, prepared, fixed, seq);
  stage.noteChanges(folded.changes);
  const { type, statement, findings } = prepared;
  return { id: fixed.id, type, statement, payload: fixed.payload, findings, placements };
}

/** What a caller is shown of a record whose commit is done: all in hand, for nothing can have followed it yet. */
export function viewOfIssued(core: Core, stage: Stage, { id, payload, findings, placements }: Fixed): RecordView {
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
    demonstration: core.trust.pin.demonstration,
  };
}

/** Everything that can be said of a draft before it is fixed. */
export function prepare(core: Core, stage: Stage, draft: DraftRequest): Prepared | Rejected {
  const rejected = (code: Refusal) => new Rejected([...(draft.readerFindings ?? []), findingOf(code)]);
  const type = core.catalogue.type(draft.profile, draft.type);
  const at = numbers(stage.trust);
  const inForce = termsAt(stage.trust, at['terms'] ?? 0)?.terms.profiles[draft.profile]?.[draft.type] ?? 0;
  if (!type || (draft.profile !== 'exchange' && inForce < type.declaration.version))
    return rejected(refuse('record.unknown-type', { name: `${draft.profile}/${draft.type}` }, '/type'));
  const faults = type.checks.get(type.declaration.version)?.(draft.claims);
  if (faults) return new Rejected([...(draft.readerFindings ?? []), ...faults.map(claimFinding)]);
  const subject = draft.about === undefined ? undefined : stage.rows.get('subject', draft.about);
  const { follows } = type.declaration;
  if (
    draft.about !== undefined &&
    (!subject || !follows?.types.includes(subject.type) || subject.profile !== draft.profile)
  )
    return rejected(refuse('state.unknown-subject', {}, '/about'));
  if (draft.about === undefined && follows?.required) return rejected(refuse('state.unknown-subject', {}, '/about'));
  if (subject && !parties(subject).includes(core.id)) return rejected(refuse('state.not-a-party', {}, '/about'));
  const others = subject && parties(subject).filter((id) => id !== core.id);
  const to = draft.to.length === 0 && others ? others : [...new Set(draft.to)].sort();
  if (others && others.join() !== to.join())
    return rejected(refuse('record.wrong-recipients', { expected: others.join(' ') }, '/to'));
  const channels = channelsTo(core, stage, type, to);
  if (channels instanceof Refusal) return rejected(channels);
  if (!entitlementOf(stage.trust).holds(core.id, type.declaration.issuedBy, at))
    return rejected(refuse('record.not-entitled', { institution: core.id, function: type.declaration.issuedBy }));
  const key = ownKey(core, stage);
  if (key instanceof Refusal) return rejected(key);
  const stated = Math.max(stage.now, ...channels.map((channel) => channel.past.time));
  const draftStatement: Statement = {
    type: draft.type,
    issuer: core.id,
    to: addressees(type.declaration, to, at, entitlementOf(stage.trust)),
    claims: draft.claims,
    annexes: draft.annexes.map(({ digest }) => digest),
    time: stated,
    ...(subject && { subject: subjectOf(subject, subject.state) }),
  };
  // Two statements for one key must not share a millisecond: the later one would not be told from the earlier.
  const time = Math.max(stated, leastTime(stage.rows, type, draftStatement));
  const statement = { ...draftStatement, time };
  return {
    type,
    statement,
    channels,
    findings: findingsOn(core, stage, draft, type, statement, subject),
    ...(subject && { subject }),
  };
}

/** The other side would refuse what is signed with a key that ran out or was revoked. */
function ownKey(core: Core, stage: Stage): InstitutionKey | Refusal {
  const { kid } = core.keys.record;
  const key = self(core, stage.trust).keys.get(kid);
  return key ? usableKeyAt(stage.trust, key, stage.now) : refuse('trust.unknown-key', { institution: core.id, kid });
}

function findingsOn(
  core: Core,
  stage: Stage,
  draft: DraftRequest,
  type: LoadedType,
  statement: Statement,
  subject: SubjectRow | undefined,
): Finding[] {
  const context = foldContext(core, stage);
  const contribution = contributionOf(type, statement);
  const at = numbers(stage.trust);
  const fault =
    receiverFault(type.declaration, statement, at, context.entitlement, '/to') ??
    contributionFault(contribution, type, core.id, at, core.catalogue, context.entitlement);
  const fresh = stage.freshness();
  return [
    ...(draft.readerFindings ?? []),
    ...ruleFindings(type, statement, viewOf(stage.rows, context, type.profile.name), core.id),
    ...(subject ? turnFinding(context, type, statement, subject) : []),
    ...(fault ? [findingOf(fault)] : guardFindings(stage.rows, context, type, statement, core.id)),
    ...(fresh instanceof Refusal ? [{ ...findingOf(fresh), severity: 'warn' as const }] : []),
  ];
}

function channelsTo(core: Core, stage: Stage, type: LoadedType, to: readonly string[]): ChannelHead[] | Refusal {
  if (to.length === 0) return refuse('record.wrong-recipients', {}, '/to');
  const entitlement = entitlementOf(stage.trust);
  const at = numbers(stage.trust);
  const channels: ChannelHead[] = [];
  for (const recipient of to) {
    const entitled = type.declaration.sentTo.some((name) => entitlement.holds(recipient, name, at));
    if (recipient === core.id || !entitled) return refuse('record.wrong-recipients', { institution: recipient }, '/to');
    const channel = channelBetween(core, stage, core.id, recipient);
    if (!channel) return refuse('exchange.unknown-channel', { name: recipient }, '/to');
    // Refusals and acceptances must get through: two institutions may open new generations at the same time.
    if (channel.state === 'opening' && type.profile.name !== 'exchange')
      return refuse('exchange.generation-not-accepted', { name: recipient }, '/to');
    channels.push(channel);
  }
  return channels;
}

/** Channels back from every recipient, as mirrored and cosigned here up to this batch. */
function basisOf(core: Core, stage: Stage, to: readonly string[]): BasisEntry[] {
  const basis: BasisEntry[] = [];
  for (const recipient of to) {
    const head = channelBetween(core, stage, recipient, core.id);
    if (head && head.frontier.size > 0)
      basis.push({ origin: head.origin, root: rootOf(head.frontier, core.crypto).toHex(), size: head.frontier.size });
  }
  return basis.sort((a, b) => (a.origin < b.origin ? -1 : 1));
}

/** The draft with all that its signature will cover. */
export function fix(
  core: Core,
  stage: Stage,
  draft: DraftRequest,
  { type, statement, subject }: Prepared,
  annexes: readonly AnnexName[],
): Draft | Refusal {
  const institution = self(core, stage.trust);
  const samur: ExchangeData = {
    ...(subject && { about: { after: heads(subject.events), id: subject.id } }),
    annexes,
    basis: basisOf(core, stage, statement.to),
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
    ...(type.declaration.lifeCycle?.revoked && { status: takeEntry(core, stage) }),
  };
  // A list too long or a name out of form: nobody could read what was signed.
  const readable = readPayload(payloadJson(payload), core.catalogue.payloadCheck);
  if (readable instanceof Refusal) return readable;
  return draftRecord(payload, core.keys.record.kid, core.keys.record.key.algorithm, core.crypto);
}

/** Stages the record, its entries, and the making of its signature; tells where it stands. */
function place(core: Core, stage: Stage, prepared: Prepared, draft: Draft, seq: number): Placement[] {
  const record: StagedRecord = {
    ...recordRow(draft.id, draft.payload, seq, core.keys.record.kid),
    ...described(prepared.type, draft.payload.claims),
    ...noted(prepared.findings, prepared.type.profile),
  };
  stage.records.set(draft.id, record);
  stage.states.set(draft.id, record.state);
  const entry = Uint8Array.fromHex(draft.id);
  const placements: Placement[] = [];
  for (const channel of prepared.channels) {
    const head = stage.append(channel, entry, seq, core.crypto);
    stage.heads.set(channel.origin, { ...head, past: { ...head.past, time: draft.payload.time } });
    placements.push({ origin: channel.origin, recipient: channel.recipient, index: channel.frontier.size });
  }
  // All at once when the batch is worked off: waking a sleeping pool thread for each costs more than signing does.
  stage.signing.push(async () => {
    record.jws = `${draft.signingInput}.${base64url(await core.keys.record.sign(draft.signedBytes))}`;
  });
  stage.events.push({ kind: 'issued', id: draft.id, state: record.state });
  return placements.sort((a, b) => (a.origin < b.origin ? -1 : 1));
}
