/** Checks what a third party was handed, with a pinned anchor and nothing else. */
import { Refusal, refuse } from '../refusal.ts';
import type { Pin } from '../trust/pin.ts';
import type { TrustList } from '../trust/trust-list.ts';
import type { Step } from '../words/verification.ts';
import { ofOfficers, type ShownApproval, shownApprovals } from './evidence-approvals.ts';
import { type CosignedCheckpoint, Failure, openCosigned } from './evidence-checkpoint.ts';
import { type EvidenceChannel, type EvidenceFile, type EvidenceRecord, readEvidence } from './evidence-file.ts';
import { type JudgedRecord, judgeBare, judgeProved, type RecordJudge } from './evidence-record.ts';
import {
  ageOf,
  authenticityOf,
  type EvidenceReport,
  judgeAnnexes,
  judgeTrust,
  provedTime,
  type StateAnswer,
  unknownState,
  type Verifier,
} from './evidence-report.ts';
import { foldShown, newestChannels, partiesOf, relevant } from './evidence-state.ts';
import { type CheckedStep, StepNotes } from './evidence-step.ts';
import { newestTrust } from './evidence-trust.ts';
import type { VerifiedRecord } from './open-record.ts';

export type { ShownApproval } from './evidence-approvals.ts';
export { type EvidenceChannel, type EvidencePieces, type EvidenceRecord, writeEvidence } from './evidence-file.ts';
export type { Authenticity, EvidenceReport, ProvedTime, StateAnswer, Verifier } from './evidence-report.ts';
export type { CheckedStep } from './evidence-step.ts';

/**
 * Opens an evidence file. A refusal means that it is none; whatever is wrong inside is told by the steps. `known` is a
 * trust list that the verifier holds from the same pin: what it says of later revocations counts.
 */
export function openEvidence(
  input: string | Uint8Array,
  verifier: Verifier & { readonly pin: Pin; readonly known?: TrustList },
): EvidenceReport | Refusal {
  const file = readEvidence(input);
  if (file instanceof Refusal) return file;
  const { demonstration } = verifier.pin;
  if (file.demonstration !== demonstration)
    return failed(file, verifier, 'demonstration', refuse('trust.demonstration-mixed', {}, '/demonstration'));
  const trust = newestTrust(verifier.pin, file.trust, verifier.known, verifier.crypto);
  if (trust instanceof Refusal)
    return failed(file, verifier, 'trust-anchor', new Refusal(trust.code, trust.detail, `/trust${trust.path}`));
  const judge = { ...verifier, trust };
  const judged = judgeAll(file, judge);
  if (judged instanceof Refusal) return judged;
  const own = judged.find(({ id }) => id === file.subject);
  if (!own) return failed(file, verifier, 'record-form', refuse('evidence.wrong-record', {}, '/subject'));
  const { notes, record } = own;
  notes.hold('demonstration');
  judgeTrust(notes, trust, verifier.now);
  if (record) judgeAnnexes(notes, record, verifier);
  const authenticity = authenticityOf(notes, true);
  const base = { subject: file.subject, demonstration };
  if (!record || authenticity.verdict !== 'authentic') return { ...base, authenticity, state: unknownState(verifier) };
  const officers = ofOfficers(judged, record.payload.samur.issuer).filter(({ id }) => id !== file.subject);
  const { approvals, faults } = shownApprovals({ ...own, record }, officers, verifier.crypto);
  const others = judged.filter((one) => !officers.some(({ id }) => id === one.id));
  const { state, checkpoints } = stateOf(record, others, file.asOf, judge);
  return {
    ...base,
    record,
    authenticity: {
      ...authenticity,
      steps: [...authenticity.steps, ...approvalSteps(approvals, faults)],
      provedTime: provedTime(record, own.checkpoints, checkpoints),
    },
    state,
    approvals,
  };
}

/**
 * Opens a record with the proofs it travelled with. Without any, when it was made is not proved; its state is not known;
 * the steps tell so.
 */
export function openRecordAlone(
  { jws, proofs }: EvidenceRecord,
  verifier: Verifier & { readonly trust: TrustList },
): EvidenceReport {
  const { trust } = verifier;
  const isProved = proofs.length > 0;
  const { notes, record, id, checkpoints } = isProved ? judgeProved(jws, proofs, verifier) : judgeBare(jws, verifier);
  notes.hold('demonstration');
  judgeTrust(notes, trust, verifier.now);
  if (record) judgeAnnexes(notes, record, verifier);
  const authenticity = authenticityOf(notes, isProved);
  const good = record && authenticity.verdict === 'authentic';
  return {
    ...(id !== undefined && { subject: id }),
    ...(good && { record }),
    demonstration: trust.pin.demonstration,
    authenticity: {
      ...authenticity,
      ...(good && isProved && { provedTime: provedTime(record, checkpoints, checkpoints) }),
    },
    state: unknownState(verifier),
  };
}

function failed(file: EvidenceFile, verifier: Verifier & { pin: Pin }, step: Step, refusal: Refusal): EvidenceReport {
  const notes = new StepNotes();
  notes.fail(step, refusal);
  const { demonstration } = verifier.pin;
  const authenticity = authenticityOf(notes, true);
  return { subject: file.subject, demonstration, authenticity, state: unknownState(verifier) };
}

/** Two entries for one record would be folded twice, so they are refused. */
function judgeAll(file: EvidenceFile, judge: RecordJudge): JudgedRecord[] | Refusal {
  const seen = new Set<string>();
  const all: JudgedRecord[] = [];
  for (const [index, { jws, proofs }] of file.records.entries()) {
    const judged = judgeProved(jws, proofs, judge);
    if (judged.id !== undefined && seen.has(judged.id))
      return refuse('evidence.malformed', { id: judged.id }, `/records/${index}`);
    if (judged.id !== undefined) seen.add(judged.id);
    all.push(judged);
  }
  return all;
}

function stateOf(
  subject: VerifiedRecord,
  judged: readonly JudgedRecord[],
  asOf: readonly EvidenceChannel[],
  judge: RecordJudge & Verifier,
): { state: StateAnswer; checkpoints: CosignedCheckpoint[] } {
  const steps: CheckedStep[] = [];
  const verified: VerifiedRecord[] = [];
  for (const { id, record, notes } of judged) {
    if (id === subject.id) continue;
    if (record) verified.push(record);
    else steps.push(ignored(notes, id));
  }
  const others = relevant(subject, verified, steps);
  const shown = foldShown(subject, others, judge.trust, judge.catalogue, steps);
  const parties = partiesOf([subject, ...others]);
  const checkpoints = judged
    .flatMap((one) => one.checkpoints)
    .filter(({ sender, recipient }) => parties.includes(sender) && parties.includes(recipient));
  for (const channel of asOf) {
    const opened = openChannel(channel, parties, judge);
    if (opened instanceof Failure) steps.push({ step: opened.step, outcome: 'does-not-hold', refusal: opened.refusal });
    else checkpoints.push(opened);
  }
  const channels = newestChannels(checkpoints);
  return { state: { ...shown, steps: told(steps), asOf: channels, ...ageOf(channels, judge) }, checkpoints };
}

/** Nothing is said of approvals where none is shown: a record may be issued without. */
function approvalSteps(approvals: readonly ShownApproval[], faults: readonly CheckedStep[]): readonly CheckedStep[] {
  return faults.length > 0 || approvals.length === 0 ? faults : [{ step: 'approvals', outcome: 'holds' }];
}

function ignored(notes: StepNotes, id: string | undefined): CheckedStep {
  const refusal = notes.failed?.refusal ?? refuse('evidence.malformed');
  const step = refusal.code.startsWith('approval.') ? 'approvals' : 'follow-ups';
  return { step, outcome: 'does-not-hold', refusal, ...(id !== undefined && { record: id }) };
}

/** The follow-ups as a whole hold when none was left out. */
function told(steps: readonly CheckedStep[]): CheckedStep[] {
  const complete = !steps.some(({ step }) => step === 'follow-ups');
  return complete ? [{ step: 'follow-ups', outcome: 'holds' }, ...steps] : [...steps];
}

function openChannel(
  { origin, size, time, checkpoint: note }: EvidenceChannel,
  parties: readonly string[],
  judge: RecordJudge,
): CosignedCheckpoint | Failure {
  const opened = openCosigned(note, parties, parties, judge);
  if (opened instanceof Failure) return opened;
  const { checkpoint } = opened;
  const same = checkpoint.origin === origin && checkpoint.size === size && opened.time === time;
  return same ? opened : new Failure('cosignature', refuse('evidence.malformed', { name: origin.slice(0, 300) }));
}
