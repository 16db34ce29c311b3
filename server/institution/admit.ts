/**
 * One arriving (or released) record inside a group commit: verified by its contents, compared with what its issuer
 * could have known, folded, and answered where an answer is due, once all that came with it is in. A record that does not hold stays held, has no
 * effect, and is answered with a refusal; a refusal is never refused.
 */
import { issuerKey, openRecord, type VerifiedRecord, waitsForVersion } from '../../kernel/exchange/open-record.ts';
import type { Finding } from '../../kernel/finding.ts';
import { checkSignature } from '../../kernel/record/record.ts';
import { Refusal, refuse } from '../../kernel/refusal.ts';
import { contentFault, fold, statementOf } from '../../kernel/state/fold.ts';
import { park } from '../../kernel/state/waiting.ts';
import { approvalFault } from './approval-place.ts';
import type { Arrival } from './arrival.ts';
import { type Core, foldContext, withRows } from './core.ts';
import { type Agreed, acceptOpeningIn, openAcceptedIn } from './generation.ts';
import { judge } from './judge.ts';
import { answerRefusal } from './refusal-answer.ts';
import type { Stage } from './stage.ts';
import { acceptTrustRecord } from './trust-change.ts';

export type Admitted =
  | { readonly stage: 'held'; readonly refusal: Refusal; readonly findings: readonly Finding[] }
  | { readonly stage: 'waiting'; readonly waitsFor: string }
  | { readonly stage: 'folded'; readonly record: VerifiedRecord; readonly findings: readonly Finding[] };

export async function admit(core: Core, stage: Stage, arrival: Arrival): Promise<Admitted> {
  const { record, seq } = arrival;
  // Asked before anything may wait: a record waits in the place where its issuer's channel brought it.
  const astray = astrayFault(core, arrival);
  if (astray) return holds(core, stage, arrival, astray);
  const version = waitsForVersion(record, stage.trust, core.catalogue);
  if (version !== undefined) return waits(core, stage, arrival, version);
  const opened = open(core, stage, arrival);
  if (opened instanceof Refusal) return holds(core, stage, arrival, opened);
  const misplaced = await approvalFault(core, stage, arrival, opened);
  if (misplaced) return holds(core, stage, arrival, misplaced);
  const { payload } = record;
  const { samur } = payload;
  const own = await withRows(core, stage.rows, () => {
    const subject = samur.about && stage.rows.get('subject', samur.about.id);
    // What cannot be folded yet is judged when it is; rules are never asked about a subject they do not know.
    const unasked = (samur.about && !subject) || contentFault(opened.type, samur, subject);
    return unasked
      ? { subject, findings: [], fault: undefined }
      : { subject, ...judge(core, stage, arrival, opened, subject) };
  });
  const folded = await withRows(core, stage.rows, () =>
    fold(stage.rows, foldContext(core, stage), {
      id: record.id,
      seq,
      payload,
      ...(arrival.awaited.length > 0 && { apart: true }),
    }),
  );
  if ('waitsFor' in folded) return waitsForRecord(core, stage, arrival, folded.waitsFor);
  stage.noteChanges(folded.changes);
  const outcome = folded.changes.find((change) => change.id === record.id);
  const fault =
    folded.fault ?? own.fault ?? (outcome?.state === 'out-of-turn' ? refuse('state.out-of-turn') : undefined);
  if (fault) await answerRefusal(core, stage, arrival, fault, own.findings);
  else if (samur.profile === 'exchange') await actOnExchange(core, stage, opened);
  else {
    const statement = statementOf(payload, own.subject, foldContext(core, stage));
    stage.due.push({ type: opened.type, statement: { id: record.id, ...statement } });
  }
  return { stage: 'folded', record: opened, findings: own.findings };
}

async function holds(core: Core, stage: Stage, arrival: Arrival, refusal: Refusal): Promise<Admitted> {
  await answerRefusal(core, stage, arrival, refusal, []);
  return { stage: 'held', refusal, findings: [] };
}

function astrayFault(core: Core, { record, sender }: Arrival): Refusal | undefined {
  const { issuer, to } = record.payload.samur;
  if (issuer !== sender) return refuse('record.not-entitled', { institution: issuer });
  return to.includes(core.id) ? undefined : refuse('record.not-addressed-here');
}

/**
 * Waits for a record that may still come, or come again in a form that holds; one that is folded and can never be
 * followed is a fault.
 */
async function waitsForRecord(core: Core, stage: Stage, arrival: Arrival, id: string): Promise<Admitted> {
  const here =
    stage.records.get(id) ??
    (await core.store.db
      .selectFrom('record')
      .select('stage')
      .where('id', '=', Uint8Array.fromHex(id))
      .executeTakeFirst());
  if (here?.stage !== 'folded') return waits(core, stage, arrival, id);
  return holds(core, stage, arrival, refuse('state.unknown-subject', { name: id }, '/samur/about'));
}

async function waits(core: Core, stage: Stage, arrival: Arrival, dependency: string): Promise<Admitted> {
  const { record, seq } = arrival;
  // What only its arrival could show is refused at once, and counts when it is folded.
  if (arrival.arrivalFault) await answerRefusal(core, stage, arrival, arrival.arrivalFault, []);
  await withRows(core, stage.rows, () => park(stage.rows, { id: record.id, seq }, dependency));
  return { stage: 'waiting', waitsFor: dependency };
}

function open(core: Core, stage: Stage, { record, checked }: Arrival): VerifiedRecord | Refusal {
  const key = issuerKey(record, stage.trust, record.payload.time);
  if (key instanceof Refusal) return key;
  const signed = checked ?? checkSignature(record, key.publicKey, core.crypto);
  return signed instanceof Refusal ? signed : openRecord(signed, stage.trust, core.catalogue, core.crypto);
}

async function actOnExchange(core: Core, stage: Stage, record: VerifiedRecord): Promise<void> {
  const { samur, claims } = record.payload;
  if (samur.type === 'trust') await acceptTrustRecord(core, stage, record);
  const { origin, previous } = claims as unknown as { origin: string; previous: Agreed };
  if (samur.type === 'opening') await acceptOpeningIn(core, stage, record.id, origin, previous);
  if (samur.type === 'acceptance') openAcceptedIn(core, stage, origin, samur.issuer);
}
