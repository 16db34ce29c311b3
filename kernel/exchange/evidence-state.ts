/**
 * The state that an evidence file shows, folded by the same code as everywhere. It holds as of the channel sizes
 * shown: that nothing is left out below them is the word of whoever made the file, and only an omission that a
 * record in the file names can be noticed.
 */
import type { Catalogue } from '../catalogue.ts';
import { refuse } from '../refusal.ts';
import { fold } from '../state/fold.ts';
import { parties } from '../state/undone.ts';
import { WorkingSet } from '../state/working-set.ts';
import type { TrustList } from '../trust/trust-list.ts';
import type { CosignedCheckpoint } from './evidence-checkpoint.ts';
import type { CheckedStep } from './evidence-step.ts';
import { entitlementOf, type VerifiedRecord } from './open-record.ts';

/** A channel's newest cosigned checkpoint that the file proves. */
export interface ProvedChannel {
  readonly origin: string;
  readonly size: number;
  /** Unix seconds. */
  readonly time: number;
}

export interface ShownState {
  /** A life cycle state of the profile, `in-force`, `void`, or what became of a follow-up. */
  readonly state: string;
  /** Hex id of the record that led to it. */
  readonly since: string;
}

/** Keeps those that belong to the subject; each other one gives a step that tells so. */
export function relevant(
  subject: VerifiedRecord,
  others: readonly VerifiedRecord[],
  steps: CheckedStep[],
): VerifiedRecord[] {
  const byId = new Map(others.map((record) => [record.id, record]));
  const line = new Set<string>([subject.id]);
  for (let about = subject.payload.samur.about; about && !line.has(about.id); ) {
    line.add(about.id);
    about = byId.get(about.id)?.payload.samur.about;
  }
  const isFollowUp = ({ payload }: VerifiedRecord) => payload.samur.about && line.has(payload.samur.about.id);
  const named = new Set([...line, ...others.filter(isFollowUp).map(({ id }) => id)]);
  const refuses = ({ payload: { samur, claims } }: VerifiedRecord) =>
    samur.profile === 'exchange' && samur.type === 'refusal' && named.has(String(claims['record']));
  return others.filter((record) => {
    if (named.has(record.id) || refuses(record)) return true;
    const refusal = refuse('evidence.wrong-record');
    steps.push({ step: 'follow-ups', outcome: 'does-not-hold', refusal, record: record.id });
    return false;
  });
}

/** Folds what is there, each record once those it depends on are folded. Records of the exchange have no state. */
export function foldShown(
  subject: VerifiedRecord,
  others: readonly VerifiedRecord[],
  trust: TrustList,
  catalogue: Catalogue,
  steps: CheckedStep[],
): ShownState | undefined {
  if (subject.payload.samur.profile === 'exchange') {
    steps.push({ step: 'state', outcome: 'not-checked' });
    return undefined;
  }
  const rows = new WorkingSet();
  const context = { catalogue, entitlement: entitlementOf(trust) };
  let waiting = [subject, ...others].map((record, seq) => ({ id: record.id, seq, payload: record.payload }));
  for (let before = Infinity; waiting.length < before; ) {
    before = waiting.length;
    waiting = waiting.filter((record) => 'waitsFor' in complete(rows, () => fold(rows, context, record)));
  }
  for (const { id } of waiting.filter((one) => one.id !== subject.id)) {
    const refusal = refuse('state.unknown-subject');
    steps.push({ step: 'follow-ups', outcome: 'does-not-hold', refusal, record: id });
  }
  const shown = complete(rows, () => read(rows, subject.id));
  steps.push(
    shown
      ? { step: 'state', outcome: 'holds' }
      : { step: 'state', outcome: 'does-not-hold', refusal: refuse('state.unknown-subject') },
  );
  return shown;
}

function read(rows: WorkingSet, id: string): ShownState | undefined {
  const row = rows.get('subject', id);
  if (row) return { state: row.state, since: row.since };
  const parent = rows.get('follow', id)?.parent;
  const event = parent === undefined ? undefined : rows.get('subject', parent)?.events.find((one) => one.id === id);
  return event && { state: event.outcome, since: id };
}

/** Runs work on a set that holds every row there is: one that is asked for and not here does not exist. */
function complete<R>(rows: WorkingSet, work: () => R): R {
  for (;;) {
    const attempt = rows.attempt(work);
    if ('done' in attempt) return attempt.done;
    for (const missing of attempt.missing) rows.provideAbsent(missing);
  }
}

/** The newest checkpoint of each channel between parties of the records, ascending by origin. */
export function newestChannels(checkpoints: readonly CosignedCheckpoint[]): ProvedChannel[] {
  const newest = new Map<string, ProvedChannel>();
  for (const { checkpoint, time } of checkpoints) {
    const { origin, size } = checkpoint;
    const known = newest.get(origin);
    if (!known || size > known.size || (size === known.size && time > known.time))
      newest.set(origin, { origin, size, time });
  }
  return [...newest.values()].sort((a, b) => (a.origin < b.origin ? -1 : 1));
}

/** Everyone whose channels can carry something about these records. */
export function partiesOf(records: readonly VerifiedRecord[]): string[] {
  return [...new Set(records.flatMap(({ payload }) => parties(payload.samur)))].sort();
}
