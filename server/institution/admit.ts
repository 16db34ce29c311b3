/**
 * One arriving (or released) record inside a group commit: verified by its contents, compared with what its issuer
 * could have known, folded, and answered where an answer is due. A record that does not hold stays held, has no
 * effect, and is answered with a refusal; a refusal is never refused.
 */
import { ignored } from '../../kernel/exchange/ignorance.ts';
import { issuerKey, openRecord, type VerifiedRecord, waitsForVersion } from '../../kernel/exchange/open-record.ts';
import type { Finding, Statement } from '../../kernel/profile.ts';
import { checkSignature, type SignedRecord, type UncheckedRecord } from '../../kernel/record/record.ts';
import { Refusal, refuse } from '../../kernel/refusal.ts';
import { guardFindings, type Known, ruleFindings, viewOf } from '../../kernel/state/assess.ts';
import { fold, statementOf } from '../../kernel/state/fold.ts';
import type { SubjectRow } from '../../kernel/state/rows.ts';
import { park } from '../../kernel/state/waiting.ts';
import { usableKeyAt } from '../../kernel/trust/lookup.ts';
import { type Core, foldContext, withRows } from './core.ts';
import { type Agreed, acceptOpeningIn, openAcceptedIn } from './generation.ts';
import { issueIn } from './issue.ts';
import { answerRefusal } from './refusal-answer.ts';
import { Rejected } from './service.ts';
import type { Stage } from './stage.ts';
import { acceptTrustRecord } from './trust-change.ts';

export interface Admission {
  readonly id: string;
  readonly record: UncheckedRecord;
  readonly checked?: SignedRecord | Refusal;
  readonly seq: number;
  readonly sender: string;
  readonly origin: string;
  readonly index: number;
  /** When this institution cosigned, or cosigns, the entry (ms). */
  readonly cosignedAt: number;
  /** Faults found from the entries before it; only when it arrives, not when it is released later. */
  readonly arrivalFault?: Refusal;
  /** First own sequence number that the issuer had not mirrored at its basis. */
  readonly bound: number;
}

export type Admitted =
  | { readonly stage: 'held'; readonly refusal: Refusal; readonly findings: readonly Finding[] }
  | { readonly stage: 'waiting'; readonly waitsFor: string }
  | { readonly stage: 'folded'; readonly record: VerifiedRecord; readonly findings: readonly Finding[] };

export async function admit(core: Core, stage: Stage, admission: Admission): Promise<Admitted> {
  const { record, seq } = admission;
  const version = waitsForVersion(record, stage.trust, core.catalogue);
  if (version !== undefined) return waits(core, stage, admission, version);
  const opened = open(core, stage, admission);
  if (opened instanceof Refusal) {
    await answerRefusal(core, stage, admission, opened, []);
    return { stage: 'held', refusal: opened, findings: [] };
  }
  const { payload } = record;
  const { samur } = payload;
  const own = await withRows(core, stage.rows, () => {
    const subject = samur.about && stage.rows.get('subject', samur.about.id);
    return { subject, ...judge(core, stage, admission, opened, subject) };
  });
  const folded = await withRows(core, stage.rows, () =>
    fold(stage.rows, foldContext(core, stage), { id: record.id, seq, payload }),
  );
  if ('waitsFor' in folded) return waits(core, stage, admission, folded.waitsFor);
  stage.noteChanges(folded.changes);
  const outcome = folded.changes.find((change) => change.id === record.id);
  const fault =
    folded.fault ?? own.fault ?? (outcome?.state === 'out-of-turn' ? refuse('state.out-of-turn') : undefined);
  if (fault) await answerRefusal(core, stage, admission, fault, own.findings);
  else if (samur.profile === 'exchange') await actOnExchange(core, stage, opened);
  else if (isEffective(stage, record.id)) await answer(core, stage, opened, own.subject);
  return { stage: 'folded', record: opened, findings: own.findings };
}

async function waits(core: Core, stage: Stage, admission: Admission, dependency: string): Promise<Admitted> {
  const { record, seq } = admission;
  // What only its arrival could show is refused at once, and counts when it is folded.
  if (admission.arrivalFault) await answerRefusal(core, stage, admission, admission.arrivalFault, []);
  await withRows(core, stage.rows, () => park(stage.rows, { id: record.id, seq }, dependency));
  return { stage: 'waiting', waitsFor: dependency };
}

function open(core: Core, stage: Stage, { record, checked, sender }: Admission): VerifiedRecord | Refusal {
  const { samur, time } = record.payload;
  if (samur.issuer !== sender) return refuse('record.not-entitled', { institution: samur.issuer });
  if (!samur.to.includes(core.id)) return refuse('record.not-addressed-here');
  const key = issuerKey(record, stage.trust, time);
  if (key instanceof Refusal) return key;
  const signed = checked ?? checkSignature(record, key.publicKey, core.crypto);
  return signed instanceof Refusal ? signed : openRecord(signed, stage.trust, core.catalogue);
}

/** Findings for people, and the fault that only this end of the channel can see. */
function judge(
  core: Core,
  stage: Stage,
  admission: Admission,
  record: VerifiedRecord,
  subject: SubjectRow | undefined,
): { readonly findings: Finding[]; readonly fault?: Refusal } {
  const statement = statementOf(record.payload, subject);
  const early = admission.arrivalFault ?? keyFault(stage, admission) ?? feignedIgnorance(core, admission, subject);
  if (record.payload.samur.profile === 'exchange') return { findings: [], ...(early && { fault: early }) };
  const now = assess(core, stage, record, statement, () => true);
  const could: Known = (by) => by.issuer !== core.id || by.seq < admission.bound;
  // What a third party had stated may not have reached the issuer: blame needs both readings.
  const certain: Known = (by) => could(by) && (by.issuer === core.id || by.issuer === admission.sender);
  const blamed = now.some((f) => f.severity === 'refuse')
    ? common(assess(core, stage, record, statement, could), assess(core, stage, record, statement, certain))
    : [];
  const findings = now.map((finding): Finding => {
    const known =
      finding.severity !== 'refuse' || blamed.some((b) => b.code === finding.code && b.path === finding.path);
    return known ? finding : { ...finding, severity: 'warn', detail: { ...finding.detail, basis: 'not-known' } };
  });
  const guard = blamed.find((f) => f.code === 'ledger.insufficient' || f.code === 'ledger.frozen');
  const rule = guard
    ? refuse(guard.code as 'ledger.insufficient' | 'ledger.frozen', guard.detail)
    : blamed[0] && refuse('rule.broken', { name: blamed[0].code });
  const fault = early ?? rule;
  return { findings, ...(fault && { fault }) };
}

function assess(core: Core, stage: Stage, record: VerifiedRecord, statement: Statement, known: Known): Finding[] {
  const context = foldContext(core, stage);
  const { type, payload } = record;
  return [
    ...ruleFindings(type, statement, viewOf(stage.rows, context, payload.samur.profile, known)),
    ...guardFindings(stage.rows, context, type, statement, known),
  ];
}

function common(a: readonly Finding[], b: readonly Finding[]): Finding[] {
  return a.filter((f) => f.severity === 'refuse' && b.some((g) => g.code === f.code && g.path === f.path));
}

function keyFault(stage: Stage, { record, cosignedAt }: Admission): Refusal | undefined {
  const key = issuerKey(record, stage.trust, record.payload.time);
  const usable = key instanceof Refusal ? key : usableKeyAt(stage.trust, key, cosignedAt);
  return usable instanceof Refusal ? usable : undefined;
}

/** A follow-up must come after every follow-up of this institution that its basis covers. */
function feignedIgnorance(
  core: Core,
  { record, bound }: Admission,
  subject: SubjectRow | undefined,
): Refusal | undefined {
  if (!subject || !record.payload.samur.about) return undefined;
  const event = ignored(subject.events, record.payload.samur.about.after, core.id, bound);
  return event && refuse('basis.feigned-ignorance', { name: event.id }, '/samur/about/after');
}

function isEffective(stage: Stage, id: string): boolean {
  const state = stage.states.get(id);
  return state !== undefined && !['void', 'superseded', 'out-of-turn', 'refused'].includes(state);
}

async function actOnExchange(core: Core, stage: Stage, record: VerifiedRecord): Promise<void> {
  const { samur, claims } = record.payload;
  if (samur.type === 'trust') await acceptTrustRecord(core, stage, record);
  const { origin, previous } = claims as unknown as { origin: string; previous: Agreed };
  if (samur.type === 'opening') await acceptOpeningIn(core, stage, record.id, origin, previous);
  if (samur.type === 'acceptance') await openAcceptedIn(core, stage, origin, previous);
}

/** Records that the profile says this institution's server issues by itself. */
async function answer(
  core: Core,
  stage: Stage,
  record: VerifiedRecord,
  subject: SubjectRow | undefined,
): Promise<void> {
  const { declaration, profile } = record.type;
  if (!declaration.answers) return;
  const statement = statementOf(record.payload, subject);
  const answers = await withRows(core, stage.rows, () => {
    const view = viewOf(stage.rows, foldContext(core, stage), profile.name);
    return declaration.answers?.({ ...statement, id: record.id }, core.id, view) ?? [];
  });
  for (const { type, to, claims, about } of answers) {
    const issued = await issueIn(core, stage, {
      profile: profile.name,
      type,
      to,
      claims,
      annexes: [],
      ...(about !== undefined && { about }),
    });
    if (issued instanceof Rejected) stage.faults.push({ about: record.id, findings: issued.findings });
  }
}
