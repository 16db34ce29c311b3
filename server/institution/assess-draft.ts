/** Everything that can be said of a draft before it is fixed: asked once when it is issued, again when one is signed. */
import type { LoadedType } from '../../kernel/catalogue.ts';
import { assertionFault } from '../../kernel/exchange/approval.ts';
import { entitlementOf } from '../../kernel/exchange/open-record.ts';
import type { Finding } from '../../kernel/finding.ts';
import type { Statement } from '../../kernel/profile.ts';
import { Refusal, refuse } from '../../kernel/refusal.ts';
import { findingOf, type Known, leastTime, ruleFindings, turnFinding, viewOf } from '../../kernel/state/assess.ts';
import { addressees, contributionFault, contributionOf, receiverFault } from '../../kernel/state/contribution.ts';
import { subjectOf } from '../../kernel/state/fold.ts';
import { guardFindings } from '../../kernel/state/guard.ts';
import type { SubjectRow } from '../../kernel/state/rows.ts';
import { parties } from '../../kernel/state/undone.ts';
import { type InstitutionKey, keyValidAt } from '../../kernel/trust/institution.ts';
import { numbers, termsAt, usableKeyAt } from '../../kernel/trust/lookup.ts';
import type { ChannelHead } from './channel-head.ts';
import { type Core, channelBetween, foldContext, self } from './core.ts';
import { claimFinding } from './draft-contents.ts';
import { type Moment, momentsWaited, type Waited } from './moment.ts';
import { knownBy, usualLag } from './prepared-records.ts';
import { type DraftRequest, Rejected } from './service.ts';
import type { Stage } from './stage.ts';

export interface Assessed {
  readonly type: LoadedType;
  readonly statement: Statement;
  readonly subject?: SubjectRow;
  readonly channels: readonly ChannelHead[];
  readonly findings: readonly Finding[];
  /** The least time (ms) that its channels, and the registers and accounts it posts to, still allow. */
  readonly least: number;
  /** When it is not that of now. */
  readonly moment?: Moment & Partial<Waited>;
}

/** The moment that a draft states: one that was fixed before, or that of now, by at most `lag` ms too early. */
export type Timing = { readonly fixed: Moment } | { readonly lag: number };

/** Everything that can be said of a draft before it is fixed. */
export function assess(
  core: Core,
  stage: Stage,
  draft: DraftRequest,
  timing: Timing = { lag: usualLag },
): Assessed | Rejected {
  const rejected = (code: Refusal) => new Rejected([...(draft.foundBefore ?? []), findingOf(code)]);
  const type = core.catalogue.type(draft.profile, draft.type);
  const at = numbers(stage.trust);
  const inForce = termsAt(stage.trust, at['terms'] ?? 0)?.terms.profiles[draft.profile]?.[draft.type] ?? 0;
  if (!type || (draft.profile !== 'exchange' && inForce < type.declaration.version))
    return rejected(refuse('record.unknown-type', { name: `${draft.profile}/${draft.type}` }, '/type'));
  const faults = type.checks.get(type.declaration.version)?.(draft.claims);
  if (faults) return new Rejected([...(draft.foundBefore ?? []), ...faults.map(claimFinding)]);
  const unproven =
    draft.profile === 'exchange' &&
    assertionFault(draft.type, draft.claims, stage.trust.pin.demonstration, core.crypto);
  if (unproven) return rejected(unproven);
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
  const past = Math.max(...channels.map((channel) => channel.past.time));
  const present: Statement = {
    type: draft.type,
    issuer: core.id,
    to: addressees(type.declaration, to, at, entitlementOf(stage.trust)),
    claims: draft.claims,
    annexes: draft.annexes.map(({ digest }) => digest),
    time: Math.max(stage.now, past),
    ...(subject && { subject: subjectOf(subject, subject.state) }),
  };
  // Two statements for one key must not share a millisecond: the later one would not be told from the earlier.
  const least = Math.max(past, leastTime(stage.rows, core, type, present));
  const moment: Assessed['moment'] =
    'fixed' in timing
      ? timing.fixed
      : waited(core, stage, type, present, channels, Math.max(least, key.from), timing.lag);
  const statement = { ...present, time: moment?.time ?? Math.max(present.time, least) };
  if (!keyValidAt(key, statement.time))
    return rejected(refuse('trust.key-not-valid-then', { institution: core.id, kid: key.kid }));
  return {
    type,
    statement,
    channels,
    findings: findingsOn(core, stage, draft, type, statement, subject),
    least,
    ...(moment && { moment }),
    ...(subject && { subject }),
  };
}

/** The other side would refuse what is signed with a key that ran out or was revoked. */
function ownKey(core: Core, stage: Stage): InstitutionKey | Refusal {
  const { kid } = core.keys.record;
  const key = self(core, stage.trust).keys.get(kid);
  return key ? usableKeyAt(stage.trust, key, stage.now) : refuse('trust.unknown-key', { institution: core.id, kid });
}

/**
 * The moment of a record that waits for its officer on one of these channels, so that it can still go after this one. It
 * may rest on less than has come, where the recipients will not blame it for that.
 */
function waited(
  core: Core,
  stage: Stage,
  type: LoadedType,
  present: Statement,
  channels: readonly ChannelHead[],
  least: number,
  lag: number,
): Waited | undefined {
  // Refusals and the like speak of what has just come.
  const mayBeOld = type.profile.name !== 'exchange';
  for (const moment of momentsWaited(core, stage, channels, least, lag, mayBeOld)) {
    const statement = { ...present, time: moment.time };
    if (!moment.old || !isRefusedAsKnown(core, stage, { type, statement }, knownBy(moment.reach))) return moment;
  }
  return undefined;
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
    ...(draft.foundBefore ?? []),
    ...ruleFindings(type, statement, viewOf(stage.rows, context, type.profile.name), core.id),
    ...(subject ? turnFinding(context, type, statement, subject) : []),
    ...(fault ? [findingOf(fault)] : guardFindings(stage.rows, context, type, statement, core.id)),
    ...(fresh instanceof Refusal ? [{ ...findingOf(fresh), severity: 'warn' as const }] : []),
  ];
}

/** Whether rules or guards would refuse the statement if nothing else but what is `known` had been stated. */
export function isRefusedAsKnown(
  core: Core,
  stage: Stage,
  { type, statement }: Pick<Assessed, 'type' | 'statement'>,
  known: Known,
): boolean {
  const context = foldContext(core, stage);
  const view = viewOf(stage.rows, context, type.profile.name, known);
  return [
    ...ruleFindings(type, statement, view, core.id),
    ...guardFindings(stage.rows, context, type, statement, core.id, known),
  ].some(({ severity }) => severity === 'refuse');
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
