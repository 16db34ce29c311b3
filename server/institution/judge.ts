/** What an arriving record is told about, and what its issuer is blamed for: only what it could have known. */
import { ignored } from '../../kernel/exchange/ignorance.ts';
import { issuerKey, type VerifiedRecord } from '../../kernel/exchange/open-record.ts';
import type { Finding } from '../../kernel/finding.ts';
import { Refusal, refuse } from '../../kernel/refusal.ts';
import { everything, type Known, ruleFindings, viewOf } from '../../kernel/state/assess.ts';
import { statementOf } from '../../kernel/state/fold.ts';
import { guardFindings } from '../../kernel/state/guard.ts';
import type { HeldEvent, SubjectRow } from '../../kernel/state/rows.ts';
import { usableKeyAt } from '../../kernel/trust/lookup.ts';
import type { Arrival } from './arrival.ts';
import { type Core, foldContext } from './core.ts';
import type { Stage } from './stage.ts';

/**
 * What the sender of a record could know of, told by place in this institution's own order: of its own what came
 * before, of ours what its basis covers, and nothing that went to others only. Of a third party's it cannot be told
 * from here.
 */
export function knownTo(core: Core, { sender, seq, bound }: Pick<Arrival, 'sender' | 'seq' | 'bound'>): Known {
  return (by) => {
    if (by.issuer === sender) return by.seq < seq;
    return by.issuer === core.id ? by.seq < bound && by.to.includes(sender) : undefined;
  };
}

/** Findings for people, and the fault that only this end of the channel can see. */
export function judge(
  core: Core,
  stage: Stage,
  arrival: Arrival,
  record: VerifiedRecord,
  subject: SubjectRow | undefined,
): { readonly findings: Finding[]; readonly fault?: Refusal } {
  const context = foldContext(core, stage);
  const statement = statementOf(record.payload, subject, context);
  const early = arrival.arrivalFault ?? keyFault(stage, arrival) ?? feignedIgnorance(core, arrival, subject);
  if (record.payload.samur.profile === 'exchange' && record.type.declaration.rules.length === 0)
    return { findings: [], ...(early && { fault: early }) };
  const view = (known: Known) =>
    ruleFindings(record.type, statement, viewOf(stage.rows, context, record.payload.samur.profile, known), core.id);
  const known = knownTo(core, arrival);
  const guards = guardFindings(stage.rows, context, record.type, statement, core.id, known, {
    id: record.id,
    seq: arrival.seq,
    awaited: arrival.awaited,
  });
  const now = [...view(everything), ...guards];
  // What a third party had stated may not have reached the issuer: blame by a rule needs both readings.
  const rules = now.some((f) => f.severity === 'refuse')
    ? common(
        view((by) => known(by) ?? true),
        view((by) => known(by) ?? false),
      )
    : [];
  const blamed = [...guards, ...rules];
  const findings = now.map((finding): Finding => {
    const known =
      finding.severity !== 'refuse' || blamed.some((b) => b.code === finding.code && b.path === finding.path);
    return known ? finding : { ...finding, severity: 'warn', notKnown: true };
  });
  const rule = guardFault(guards) ?? (blamed[0] && refuse('rule.broken', { name: blamed[0].code }));
  const fault = early ?? rule;
  return { findings, ...(fault && { fault }) };
}

/** The fault of a folded debit that went beyond what its issuer could know it had. */
export function overdraft(core: Core, stage: Stage, arrival: Arrival): Refusal | undefined {
  const { payload } = arrival.record;
  const { profile, type: name, about } = payload.samur;
  const type = core.catalogue.type(profile, name);
  if (!type) return undefined;
  const statement = statementOf(payload, about && stage.rows.get('subject', about.id), foldContext(core, stage));
  const self = { id: arrival.id, seq: arrival.seq, awaited: arrival.awaited };
  return guardFault(
    guardFindings(stage.rows, foldContext(core, stage), type, statement, core.id, knownTo(core, arrival), self),
  );
}

function guardFault(findings: readonly Finding[]): Refusal | undefined {
  const guard = findings.find((f) => f.code === 'ledger.insufficient' || f.code === 'ledger.frozen');
  return guard && refuse(guard.code as 'ledger.insufficient' | 'ledger.frozen', guard.detail);
}

function common(a: readonly Finding[], b: readonly Finding[]): Finding[] {
  return a.filter((f) => f.severity === 'refuse' && b.some((g) => g.code === f.code && g.path === f.path));
}

function keyFault(stage: Stage, { record, cosignedAt }: Arrival): Refusal | undefined {
  const key = issuerKey(record, stage.trust, record.payload.time);
  const usable = key instanceof Refusal ? key : usableKeyAt(stage.trust, key, cosignedAt);
  return usable instanceof Refusal ? usable : undefined;
}

/** A follow-up must come after every one that its issuer had: its own, and of this institution what its basis covers. */
function feignedIgnorance(
  core: Core,
  { record, sender, bound }: Arrival,
  subject: SubjectRow | undefined,
): Refusal | undefined {
  if (!subject || !record.payload.samur.about) return undefined;
  const had = (by: HeldEvent) => by.issuer === sender || (by.issuer === core.id && by.seq < bound);
  const event = ignored(subject.events, record.payload.samur.about.after, had);
  return event && refuse('basis.feigned-ignorance', { name: event.id }, '/samur/about/after');
}
