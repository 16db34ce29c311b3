/**
 * Which officers approved a record, by what an evidence file proves: approvals directly behind it on a channel, and the
 * enrolments that they rest on, each before it on a channel between the same two. That no officer approved it, or that a
 * key was ended since, is only the word of whoever made the file.
 */
import type { Crypto } from '../crypto.ts';
import { type Refusal, type RefusalCode, refuse } from '../refusal.ts';
import { contentsFault } from '../state/contribution.ts';
import type { HeldRefusal } from '../state/rows.ts';
import { isUndone } from '../state/undone.ts';
import {
  type ApprovalClaims,
  approvesFault,
  type EnrolledOfficer,
  type EnrolmentClaims,
  enrolled,
  isEnrolledKey,
  type KeyMeans,
  maxOfficerRecords,
  mayApprove,
  mayWitness,
  type OfficerRole,
  type Witness,
} from './approval.ts';
import type { JudgedRecord, Place } from './evidence-record.ts';
import type { CheckedStep } from './evidence-step.ts';
import type { VerifiedRecord } from './open-record.ts';

export interface ShownApproval {
  /** Of the record that carries it. */
  readonly id: string;
  /** Pseudonym. */
  readonly officer: string;
  /** That the key was enrolled for when it approved. */
  readonly roles: readonly OfficerRole[];
  readonly of: ApprovalClaims['of'];
  /** Stated time, ms since 1970. */
  readonly time: number;
  /** The key recognised its user. */
  readonly userVerified: boolean;
  readonly means: KeyMeans;
  /** Enrolled while the institution had too few officers to confirm it. */
  readonly founding?: true;
  /** Pseudonyms of those who confirmed the key. */
  readonly witnesses: readonly string[];
}

/** A judged record that holds. */
type Proved = JudgedRecord & { readonly record: VerifiedRecord };

const isProved = (one: JudgedRecord): one is Proved => one.record !== undefined;

/** Those that are about officers of this institution, and refusals of them. */
export function ofOfficers(judged: readonly JudgedRecord[], issuer: string): Proved[] {
  const own = judged
    .filter(isProved)
    .filter(({ record }) => {
      const { profile, type, issuer: by } = record.payload.samur;
      return profile === 'exchange' && by === issuer && ['approval', 'enrolment', 'enrolment-end'].includes(type);
    })
    .slice(0, maxOfficerRecords);
  const ids = new Set(own.map(({ record }) => record.id));
  const refusals = judged
    .filter(isProved)
    .filter(({ record }) => isRefusal(record) && ids.has(String(record.payload.claims['record'])));
  return [...own, ...refusals];
}

const isRefusal = ({ payload: { samur } }: VerifiedRecord): boolean =>
  samur.profile === 'exchange' && samur.type === 'refusal';

/** In the order of the channel. What stands behind the record and does not hold gives a step that tells so. */
export function shownApprovals(
  subject: Proved,
  officers: readonly Proved[],
  crypto: Crypto,
): { readonly approvals: readonly ShownApproval[]; readonly faults: readonly CheckedStep[] } {
  const register = new Register(officers);
  const approvals: ShownApproval[] = [];
  const faults: CheckedStep[] = [];
  for (const one of behind(subject, officers)) {
    const claims = one.record.payload.claims as unknown as ApprovalClaims;
    const found = register.at(claims.officer, one);
    const known = found && mayApprove(found.value) && isEnrolledKey(found.value, claims) ? found : undefined;
    const fault =
      approvesFault(claims, subject.record, crypto) ??
      register.refusalOf(one) ??
      (known ? undefined : refuse('approval.unknown-officer', {}, '/officer'));
    if (fault || !known)
      faults.push({
        step: 'approvals',
        outcome: 'does-not-hold',
        record: one.record.id,
        ...(fault && { refusal: fault }),
      });
    else approvals.push(shownOf(one.record, claims, known));
  }
  return { approvals, faults };
}

function shownOf(record: VerifiedRecord, claims: ApprovalClaims, { value, witnesses }: Enrolled): ShownApproval {
  const { roles, means, founding } = value;
  return {
    id: record.id,
    officer: claims.officer,
    roles,
    of: claims.of,
    time: record.payload.time,
    userVerified: means === 'passkey',
    means,
    ...(founding && { founding }),
    witnesses,
  };
}

/** Approvals at the one or two places behind the subject, on the first channel that has any. */
function behind(subject: Proved, officers: readonly Proved[]): Proved[] {
  const { samur } = subject.record.payload;
  const approvals = officers.filter(({ record }) => {
    const { type, to } = record.payload.samur;
    return type === 'approval' && record.payload.claims['record'] === subject.id && to.join(' ') === samur.to.join(' ');
  });
  for (const place of subject.places) {
    const at = (index: number) =>
      approvals.find(({ places }) => places.some((one) => isSame(one, { ...place, index })));
    const first = at(place.index + 1);
    const second = first && at(place.index + 2);
    if (first) return second ? [first, second] : [first];
  }
  return [];
}

const isSame = (a: Place, b: Place): boolean =>
  a.recipient === b.recipient && a.generation === b.generation && a.index === b.index;

const isEarlier = (a: Place, b: Place): boolean =>
  a.generation < b.generation || (a.generation === b.generation && a.index < b.index);

/** Before it, as the two ends of a channel between the same institutions saw it. */
function isBefore(one: Proved, other: Proved): boolean {
  const places = firstPlaces(other);
  for (const [recipient, place] of firstPlaces(one)) {
    const beside = places.get(recipient);
    if (beside && isEarlier(place, beside)) return true;
  }
  return false;
}

const places = new WeakMap<Proved, ReadonlyMap<string, Place>>();

/** By recipient. */
function firstPlaces(record: Proved): ReadonlyMap<string, Place> {
  const known = places.get(record);
  if (known) return known;
  const first = new Map<string, Place>();
  for (const place of record.places) {
    const held = first.get(place.recipient);
    if (!held || isEarlier(place, held)) first.set(place.recipient, place);
  }
  places.set(record, first);
  return first;
}

interface Enrolled {
  readonly value: EnrolledOfficer;
  readonly witnesses: readonly string[];
}

/** The register of officers, as far as a file shows it. */
class Register {
  readonly #enrolments: readonly Proved[];
  readonly #refusals: readonly (HeldRefusal & { readonly of: string })[];
  readonly #judged = new Map<string, Enrolled | undefined>();

  constructor(officers: readonly Proved[]) {
    this.#enrolments = officers.filter(({ record }) => record.payload.samur.type.startsWith('enrolment'));
    this.#refusals = officers.flatMap(({ record }) => {
      const { samur, claims } = record.payload;
      const code = claims['code'] as RefusalCode;
      const refusal = { id: record.id, seq: 0, by: samur.issuer, to: samur.to, code, of: String(claims['record']) };
      return isRefusal(record) ? [refusal] : [];
    });
  }

  /** The refusal, by one to whom it was sent, that takes a record's effect. */
  refusalOf({ record }: Proved): Refusal | undefined {
    const held = this.#refusals.filter(({ of }) => of === record.id);
    const undoing = held.find((one) => isUndone([one], record.payload.samur));
    return undoing && refuse(undoing.code);
  }

  /** As enrolled by what comes last before a record; undefined when that is no enrolment that holds. */
  at(officer: string, before: Proved): Enrolled | undefined {
    const earlier = this.#enrolments.filter(
      (one) => one.record.payload.claims['officer'] === officer && isBefore(one, before) && !this.refusalOf(one),
    );
    const last = earlier.find((one) => !earlier.some((other) => isBefore(one, other)));
    if (last?.record.payload.samur.type !== 'enrolment') return undefined;
    const { id } = last.record;
    if (this.#judged.has(id)) return this.#judged.get(id);
    // One that rests on itself, by channels in different order, rests on nothing.
    this.#judged.set(id, undefined);
    const found = this.#judge(last);
    this.#judged.set(id, found);
    return found;
  }

  /** Its witnesses stood enrolled before it; that goes on to the founding, always to earlier places. */
  #judge(enrolment: Proved): Enrolled | undefined {
    const { type, payload } = enrolment.record;
    const { samur, claims, time } = payload;
    const statement = { type: samur.type, issuer: samur.issuer, to: samur.to, claims, time };
    if (contentsFault(type.declaration, statement)) return undefined;
    const stated = claims as unknown as EnrolmentClaims;
    const knows = (witness: Witness) => {
      const found = this.at(witness.officer, enrolment);
      return found !== undefined && mayWitness(found.value) && isEnrolledKey(found.value, witness);
    };
    if (!stated.witnesses.every(knows)) return undefined;
    return { value: enrolled(stated), witnesses: stated.witnesses.map(({ officer }) => officer) };
  }
}
