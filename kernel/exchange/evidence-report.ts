/** What a verification answers: two things that are never merged, authenticity and state. */
import type { Catalogue } from '../catalogue.ts';
import type { Crypto } from '../crypto.ts';
import { Refusal, refuse } from '../refusal.ts';
import { freshness } from '../trust/lookup.ts';
import type { TrustList } from '../trust/trust-list.ts';
import type { Step } from '../words/verification.ts';
import type { ShownApproval } from './evidence-approvals.ts';
import type { CosignedCheckpoint } from './evidence-checkpoint.ts';
import type { ProvedChannel, ShownState } from './evidence-state.ts';
import type { CheckedStep, StepNotes } from './evidence-step.ts';
import type { VerifiedRecord } from './open-record.ts';

/** What a verifier brings. Times in milliseconds. */
export interface Verifier {
  readonly crypto: Crypto;
  readonly catalogue: Catalogue;
  /** The verifier's clock, since 1970. */
  readonly now: number;
  /** Oldest state that is still good enough; without it none is too old. */
  readonly maxAge?: number;
  /** Annexes at hand; each must be one that the record names. */
  readonly annexes?: readonly Uint8Array[];
}

/** Milliseconds since 1970, by cosignatures. */
export interface ProvedTime {
  /** The record existed by then. */
  readonly notAfter: number;
  /** Set when the file also proves a checkpoint that the record's basis names: it was made after that. */
  readonly notBefore?: number;
}

export interface Authenticity {
  readonly steps: readonly CheckedStep[];
  readonly verdict: 'authentic' | 'not-authentic';
  /** Absent: the time is not proved. */
  readonly provedTime?: ProvedTime;
}

export interface StateAnswer extends Partial<ShownState> {
  readonly steps: readonly CheckedStep[];
  /** Empty when no state is shown. */
  readonly asOf: readonly ProvedChannel[];
  /** Age of the oldest channel in `asOf`: what was said on it since is not seen. */
  readonly ageSeconds?: number;
  /** Older than the verifier's `maxAge`, or of unknown age while one is asked for. */
  readonly tooOld: boolean;
}

export interface EvidenceReport {
  /** Hex id that the file states, or that a bare record has; absent when its form is wrong. */
  readonly subject?: string;
  /** Set when, and only when, it is authentic. */
  readonly record?: VerifiedRecord;
  readonly demonstration: boolean;
  readonly authenticity: Authenticity;
  readonly state: StateAnswer;
  /**
   * Officers who approved an authentic record, as far as the file shows it. None: its issuer's server issued it by itself,
   * or the approvals were left out. Absent: what was opened could not carry any.
   */
  readonly approvals?: readonly ShownApproval[];
}

const logSteps: readonly Step[] = ['inclusion', 'log-signature', 'cosignature'];
/** A stale list is told, and so are annexes that are not at hand: neither makes a record false. */
const tellingSteps: readonly Step[] = ['trust-fresh', 'annexes'];
const decidingSteps: readonly Step[] = [
  'trust-anchor',
  'record-form',
  'issuer-known',
  'issuer-entitled',
  'key-valid',
  'signature',
  'claims-valid',
  'demonstration',
];
const allSteps = [...decidingSteps, ...tellingSteps, ...logSteps];

/** The verdict over the steps noted; `proved` says that the log steps decide too. */
export function authenticityOf(notes: StepNotes, proved: boolean): Authenticity {
  const steps = notes.list(allSteps);
  const deciding = proved ? [...decidingSteps, ...logSteps] : decidingSteps;
  const good = steps.every(({ step, outcome }) =>
    deciding.includes(step) ? outcome === 'holds' : step !== 'annexes' || outcome !== 'does-not-hold',
  );
  return { steps, verdict: good ? 'authentic' : 'not-authentic' };
}

export function judgeTrust(notes: StepNotes, trust: TrustList, now: number): void {
  notes.hold('trust-anchor');
  const fresh = freshness(trust, now);
  if (fresh instanceof Refusal) notes.fail('trust-fresh', fresh);
  else notes.hold('trust-fresh');
}

/** Holds when every annex named is at hand; fails when one is at hand that the record does not name. */
export function judgeAnnexes(notes: StepNotes, record: VerifiedRecord, { annexes = [], crypto }: Verifier): void {
  const named = new Set(record.payload.samur.annexes.map(({ digest }) => digest));
  const given = new Set(annexes.map((bytes) => crypto.sha256(bytes).toHex()));
  if (!given.isSubsetOf(named)) notes.fail('annexes', refuse('record.annex-mismatch'));
  else if (named.isSubsetOf(given)) notes.hold('annexes');
}

export function provedTime(
  record: VerifiedRecord,
  own: readonly CosignedCheckpoint[],
  all: readonly CosignedCheckpoint[],
): ProvedTime {
  const notAfter = Math.min(...own.map(({ time }) => time * 1000));
  const { issuer, basis } = record.payload.samur;
  const known = new Set(basis.map(({ origin, size, root }) => `${origin} ${size} ${root}`));
  const before = all.filter(
    ({ recipient, checkpoint: { origin, size, root } }) =>
      recipient === issuer && known.has(`${origin} ${size} ${root.toHex()}`),
  );
  if (before.length === 0) return { notAfter };
  return { notAfter, notBefore: Math.max(...before.map(({ time }) => time * 1000)) };
}

/** The answer when there is nothing to fold, or nothing that may be. */
export function unknownState({ maxAge }: Verifier): StateAnswer {
  const tooOld = maxAge !== undefined;
  return { steps: [{ step: 'follow-ups', outcome: 'not-checked' }, stateStep(tooOld)], asOf: [], tooOld };
}

function stateStep(tooOld: boolean): CheckedStep {
  return { step: 'state', outcome: 'not-checked', ...(tooOld && { refusal: refuse('evidence.too-old') }) };
}

/** How old the state is, by the oldest of the channels that it was read from. */
export function ageOf(
  asOf: readonly ProvedChannel[],
  { now, maxAge }: Verifier,
): { readonly ageSeconds: number; readonly tooOld: boolean } {
  const oldest = Math.min(...asOf.map(({ time }) => time));
  const ageSeconds = Math.max(0, Math.floor(now / 1000) - oldest);
  return { ageSeconds, tooOld: maxAge !== undefined && ageSeconds * 1000 > maxAge };
}
