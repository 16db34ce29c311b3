/**
 * The one sentence of each answer, for a person in a hurry. Two answers, two sentences: authenticity never borrows from
 * the state, nor the state from authenticity. Pure.
 */

import type { LoadedType } from '../../kernel/catalogue.ts';
import type { CheckedStep, EvidenceReport } from '../../kernel/exchange/evidence.ts';
import type { LifeCycle } from '../../kernel/profile.ts';
import type { Refusal } from '../../kernel/refusal.ts';
import type { Step } from '../../kernel/words.ts';
import type { Silence, Told } from './ask.ts';
import { type Explained, moreOf, type Word } from './speech.ts';

/** `unknown`: it cannot be told, or not in full. */
export type Tone = 'good' | 'bad' | 'unknown';

export interface Headline {
  readonly tone: Tone;
  readonly word: Word;
  readonly more?: Word;
}

/** Faults of the record before those of what came with it; of the record, what says most comes first. */
const order: readonly Step[] = [
  'record-form',
  'trust-anchor',
  'demonstration',
  'issuer-known',
  'signature',
  'key-valid',
  'issuer-entitled',
  'claims-valid',
  'inclusion',
  'log-signature',
  'cosignature',
  'annexes',
];

export function authenticityHeadline({ authenticity: { steps, verdict } }: EvidenceReport): Headline {
  if (verdict === 'authentic') {
    const stale = steps.some(({ step, outcome }) => step === 'trust-fresh' && outcome === 'does-not-hold');
    return stale ? saying('unknown', 'auth-stale') : saying('good', 'auth-good');
  }
  const failed = order
    .map((step) => steps.find((one) => one.step === step && one.outcome === 'does-not-hold'))
    .find((one) => one !== undefined);
  const proved = steps.some(({ step, outcome }) => step === 'cosignature' && outcome === 'holds');
  return failed ? fault(failed, proved) : saying('bad', 'auth-malformed');
}

function fault({ step, refusal }: CheckedStep, proved: boolean): Headline {
  switch (refusal?.code) {
    case 'trust.gap':
    case 'record.unknown-type':
      return saying('unknown', 'auth-needs-update');
    case 'trust.demonstration-mixed':
      return saying('bad', 'auth-mixed');
    case 'trust.wrong-corridor':
      return saying('bad', 'auth-other-corridor');
    case 'log.bad-cosignature':
      return refusal.detail['time'] === undefined ? saying('bad', 'auth-bad-proof') : saying('unknown', 'auth-clock');
    case 'record.bad-signature':
    case 'record.non-canonical-signature':
      return saying('bad', 'auth-altered');
  }
  switch (step) {
    case 'record-form':
      return saying('bad', 'auth-malformed');
    case 'trust-anchor':
      return saying('bad', 'auth-other-anchors');
    case 'key-valid':
      return proved ? saying('bad', 'auth-key-not-valid') : saying('unknown', 'auth-key-expired');
    case 'issuer-known':
      return saying('bad', 'auth-unknown-issuer');
    case 'issuer-entitled':
      return saying('bad', 'auth-not-entitled');
    case 'inclusion':
    case 'log-signature':
    case 'cosignature':
      return saying('bad', 'auth-bad-proof');
    default:
      return saying('bad', 'auth-bad-contents');
  }
}

/** What the issuer's signed list says. Times in ms since 1970. */
export interface ListTold {
  readonly revoked: boolean;
  readonly from: number;
  readonly until: number;
}

/** Everything that is known of the state of an authentic record. */
export interface StateKnown {
  readonly report: EvidenceReport;
  readonly type: LoadedType;
  readonly server: Told | Silence | 'asking';
  /** A refusal: there is one, and it cannot be used. Absent: the record names none, or nobody gave it. */
  readonly list?: ListTold | Refusal;
}

/** States that many life cycles name alike and that each deserve a sentence. */
const ended: Readonly<Record<string, Explained>> = { withdrawn: 'state-withdrawn', replaced: 'state-replaced' };
const refused = ['rejected', 'refused'];
const dayMs = 86_400_000;

export function stateHeadline(known: StateKnown, now: number): Headline {
  const { report, server, list, type } = known;
  const told = typeof server === 'object' ? server : undefined;
  const shown = report.state.state;
  const cycle = type.declaration.lifeCycle;
  const listed = list !== undefined && 'revoked' in list ? list : undefined;
  const isRevoked = shown !== undefined && ((cycle?.revoked ?? []).includes(shown) || isWithoutEffect(shown, cycle));
  // What revokes outweighs what does not: a host that says otherwise is believed less than what is proved.
  const revoking = told?.revoked ? told.state : isRevoked ? shown : undefined;
  if (revoking !== undefined && isWithoutEffect(revoking, cycle)) return saying('bad', 'state-no-effect');
  if (revoking !== undefined || listed?.revoked) return saying('bad', ended[revoking ?? ''] ?? 'state-revoked');
  const proved = shown === undefined ? undefined : named(shown, cycle);
  if (told) return proved?.tone === 'bad' && reachesFurther(report, told) ? proved : named(told.state, cycle);
  if (proved) {
    const old = Math.min(...report.state.asOf.map(({ time }) => time * 1000)) < now - dayMs;
    return old ? saying('unknown', 'state-old') : proved;
  }
  if (typeof server === 'object' || server === 'asking') return { tone: 'unknown', word: 'state-asking' };
  // Also with a list: why the server said no more.
  return { tone: 'unknown', word: listed ? 'state-not-marked' : 'state-unknown', more: silent[server] };
}

const silent: Readonly<Record<Silence, Word>> = {
  offline: 'state-offline-more',
  'not-here': 'state-not-here-more',
  'too-many': 'state-too-many-more',
  server: 'state-server-more',
};

/** The file proves more of some channel than the server has seen. */
function reachesFurther({ state }: EvidenceReport, { asOf }: Told): boolean {
  return state.asOf.some(({ origin, size }) => !asOf.some((one) => one.origin === origin && one.size >= size));
}

/** What became of a record or follow-up that came to nothing. */
const withoutEffect = new Set(['void', 'refused', 'superseded', 'out-of-turn']);

/** A life cycle may call a state of its own like that. */
function isWithoutEffect(state: string, cycle: LifeCycle | undefined): boolean {
  return withoutEffect.has(state) && !Object.hasOwn(cycle?.states ?? {}, state);
}

/** Good is only what the page knows to be: any other state, such as that of goods let in already, is for a person. */
function named(state: string, cycle: LifeCycle | undefined): Headline {
  const end = ended[state];
  if (end) return saying('bad', end);
  if (refused.includes(state)) return saying('bad', 'state-rejected');
  if (inForce(state, cycle)) return { tone: 'good', word: 'state-in-force' };
  return { tone: 'unknown', word: 'state-named' };
}

/** Without a life cycle a record is in force until it is void. */
function inForce(state: string, cycle: LifeCycle | undefined): boolean {
  return cycle ? (cycle.inForce ?? [cycle.initial]).includes(state) : state === 'in-force';
}

function saying(tone: Tone, word: Explained): Headline {
  return { tone, word, more: moreOf(word) };
}
