/**
 * One arriving (or released) record inside a group commit: verified by its contents, compared with what its issuer
 * could have known, folded, and answered where an answer is due. A record that does not hold stays held, has no
 * effect, and is answered with a refusal; a refusal is never refused.
 */
import { issuerKey, openRecord, type VerifiedRecord, waitsForVersion } from '../../kernel/exchange/open-record.ts';
import type { Finding } from '../../kernel/profile.ts';
import { checkSignature } from '../../kernel/record/record.ts';
import { Refusal, refuse } from '../../kernel/refusal.ts';
import { viewOf } from '../../kernel/state/assess.ts';
import { fold, statementOf } from '../../kernel/state/fold.ts';
import type { SubjectRow } from '../../kernel/state/rows.ts';
import { park } from '../../kernel/state/waiting.ts';
import type { Admission } from './admission.ts';
import { type Core, foldContext, withRows } from './core.ts';
import { type Agreed, acceptOpeningIn, openAcceptedIn } from './generation.ts';
import { issueIn } from './issue.ts';
import { judge } from './judge.ts';
import { answerRefusal } from './refusal-answer.ts';
import { Rejected } from './service.ts';
import type { Stage } from './stage.ts';
import { acceptTrustRecord } from './trust-change.ts';

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
    fold(stage.rows, foldContext(core, stage), {
      id: record.id,
      seq,
      payload,
      ...(admission.apart && { apart: true }),
    }),
  );
  if ('waitsFor' in folded) return waitsForRecord(core, stage, admission, folded.waitsFor);
  stage.noteChanges(folded.changes);
  const outcome = folded.changes.find((change) => change.id === record.id);
  const fault =
    folded.fault ?? own.fault ?? (outcome?.state === 'out-of-turn' ? refuse('state.out-of-turn') : undefined);
  if (fault) await answerRefusal(core, stage, admission, fault, own.findings);
  else if (samur.profile === 'exchange') await actOnExchange(core, stage, opened);
  else if (isEffective(stage, record.id)) await answer(core, stage, opened, own.subject);
  return { stage: 'folded', record: opened, findings: own.findings };
}

/** Waits for a record that may still come; one that is here and can never be followed is a fault. */
async function waitsForRecord(core: Core, stage: Stage, admission: Admission, id: string): Promise<Admitted> {
  const here =
    stage.records.get(id) ??
    (await core.store.db
      .selectFrom('record')
      .select('stage')
      .where('id', '=', Uint8Array.fromHex(id))
      .executeTakeFirst());
  if (!here || here.stage === 'waiting') return waits(core, stage, admission, id);
  const refusal = refuse('state.unknown-subject', { name: id }, '/samur/about');
  await answerRefusal(core, stage, admission, refusal, []);
  return { stage: 'held', refusal, findings: [] };
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
