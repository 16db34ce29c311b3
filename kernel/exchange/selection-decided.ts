/** Under what records were decided, beside what was chosen for them and what officers chose instead. */
import { readRecord } from '../record/record.ts';
import { Refusal, refuse } from '../refusal.ts';
import type { Applied, Choice } from '../selection.ts';
import { readEvidence } from './evidence-file.ts';
import { judgeBare, judgeProved, type RecordJudge } from './evidence-record.ts';
import type { VerifiedRecord } from './open-record.ts';
import type { MadeAgain, ToChoose } from './selection-again.ts';
import type { Committed } from './selection-commitment.ts';
import type { Reroute, ShownDecision, ToldChoice } from './selection-file.ts';
import { isStricter } from './selection-run.ts';

/** A decision as its record states it. */
export interface Decision {
  /** Hex id. */
  readonly record: string;
  readonly applied: Applied;
  /** The outcome that held before it. */
  readonly held: string;
}

export interface Decided {
  readonly decisions: readonly Decision[];
  readonly refusals: readonly Refusal[];
}

/** A milder outcome than the one that held is a difference, a stricter one where no change to it is told. */
export function decidedOf(
  { of: { told, record }, choice }: MadeAgain,
  committed: Committed,
  judge: RecordJudge,
): Decided {
  const decisions: Decision[] = [];
  const refusals: Refusal[] = [];
  const { rerouted, decided = [] } = told;
  const made = new Set<Reroute>();
  let least = 0;
  for (const shown of decided) {
    const found = opened(shown, record.id, committed, judge);
    const held = heldAfter(shown.after, told, choice);
    if (!found || held === undefined || shown.after < least) {
      refusals.push(refuse('selection.not-decided'));
      continue;
    }
    const { id, applied } = found;
    decisions.push({ record: id, applied, held });
    least = shown.after;
    if (isStricter(committed.selection, held, applied.outcome)) {
      refusals.push(refuse('selection.milder-stated', { record: id, stated: applied.outcome, held }));
    } else if (isStricter(committed.selection, applied.outcome, held)) {
      const change = rerouted[shown.after];
      if (change?.record !== id || change.outcome !== applied.outcome)
        refusals.push(refuse('selection.reroute-missing', { record: id, stated: applied.outcome, held }));
      else {
        made.add(change);
        least += 1;
      }
    }
  }
  if (rerouted.some((one) => one.record !== undefined && !made.has(one)))
    refusals.push(refuse('selection.not-decided'));
  return { decisions, refusals };
}

/** What holds after so many changes; undefined where there were fewer. */
function heldAfter(changes: number, { rerouted }: ToldChoice, choice: Choice): string | undefined {
  return changes === 0 ? choice.outcome : rerouted[changes - 1]?.outcome;
}

function opened(
  { jws }: ShownDecision,
  about: string,
  committed: Committed,
  judge: RecordJudge,
): { readonly id: string; readonly applied: Applied } | undefined {
  const unchecked = readRecord(jws, judge.crypto, judge.catalogue.payloadCheck);
  if (unchecked instanceof Refusal) return undefined;
  // Nothing shows a time here but the record itself.
  const { record } = judgeBare(jws, { ...judge, now: unchecked.payload.time });
  const applied = record?.payload.samur.about?.id === about ? appliedBy(record, committed) : undefined;
  return record && applied && { id: record.id, applied };
}

/** What the institution states in a record of its own; undefined where that is no outcome. */
function appliedBy(
  { payload: { samur, claims } }: VerifiedRecord,
  { institution, profile, selection: { applied, outcomes } }: Committed,
): Applied | undefined {
  const { issuer, type } = samur;
  if (issuer !== institution || samur.profile !== profile || !applied?.types.includes(type)) return undefined;
  const stated = applied.read({ type, claims });
  return stated && Object.hasOwn(outcomes, stated.outcome) ? stated : undefined;
}

/** A decision as a sender shows it. Hex ids. */
export interface WitnessedDecision {
  readonly about: string;
  readonly record: string;
}

/** What does not hold in a witness's file is passed over. */
export function decisionsIn(
  witnesses: readonly Uint8Array[],
  committed: Committed,
  judge: RecordJudge,
): readonly WitnessedDecision[] {
  return witnesses.flatMap((witness) => {
    const file = readEvidence(witness);
    if (file instanceof Refusal) return [];
    return file.records.flatMap(({ jws, proofs }) => {
      const { record } = judgeProved(jws, proofs, judge);
      const about = record?.payload.samur.about?.id;
      return record && about !== undefined && appliedBy(record, committed) ? [{ about, record: record.id }] : [];
    });
  });
}

/** `decisions`: those that the file tells of one record. */
export function missingDecisions(
  witnessed: readonly WitnessedDecision[],
  { entry }: ToChoose,
  decisions: readonly Decision[],
): readonly Refusal[] {
  const told = new Set(decisions.map(({ record }) => record));
  return witnessed
    .filter(({ about, record }) => about === entry.id && !told.has(record))
    .map(({ record }) => refuse('selection.decision-not-shown', { record }));
}
