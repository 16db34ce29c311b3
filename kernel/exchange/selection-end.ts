/** Whether what was chosen before had come to its end, as the sender of a later record had cosigned. */
import { verifyInclusion } from '../log/proof.ts';
import { readRecord } from '../record/record.ts';
import { Refusal, refuse } from '../refusal.ts';
import { knownInstitution } from '../trust/lookup.ts';
import { readEvidence } from './evidence-file.ts';
import { judgeBare, judgeProved, type RecordJudge } from './evidence-record.ts';
import { parseOrigin } from './names.ts';
import type { VerifiedRecord } from './open-record.ts';
import type { Groups, MadeAgain, ToChoose } from './selection-again.ts';
import type { Committed } from './selection-commitment.ts';
import type { ShownEnd } from './selection-file.ts';

/**
 * Hex id of the record that was ended. The basis of `later` names a tree that its sender had cosigned, and the ending record
 * has to stand there: the order of the two is their issuers' own word, whenever somebody looks.
 */
export function endedBy(
  shown: ShownEnd,
  later: VerifiedRecord,
  committed: Committed,
  judge: RecordJudge,
): string | Refusal {
  const { samur } = later.payload;
  const fault = refuse('selection.not-ended');
  const named = samur.basis.find(({ origin }) => origin === shown.origin);
  const channel = parseOrigin(shown.origin);
  const domain = knownInstitution(judge.trust, committed.institution)?.domain;
  if (!named || channel instanceof Refusal) return fault;
  if (channel.domain !== domain || channel.recipient !== samur.issuer) return fault;
  const unchecked = readRecord(shown.jws, judge.crypto, judge.catalogue.payloadCheck);
  if (unchecked instanceof Refusal) return fault;
  // It stood in a cosigned tree before the later record was signed; no closer time is shown here than the one it states.
  const { record } = judgeBare(shown.jws, { ...judge, now: unchecked.payload.time });
  const about = record && endOf(record, committed);
  if (!record || about === undefined) return fault;
  const claim = {
    index: shown.index,
    size: named.size,
    root: Uint8Array.fromHex(named.root),
    entry: Uint8Array.fromHex(record.id),
  };
  const proof = shown.proof.map((hash) => Uint8Array.fromHex(hash));
  return verifyInclusion(claim, proof, judge.crypto) instanceof Refusal ? fault : about;
}

/** Hex id of the record that this one ends. */
function endOf({ payload }: VerifiedRecord, { institution, selection, profile }: Committed): string | undefined {
  const { about, issuer, profile: of, type } = payload.samur;
  const ends = issuer === institution && of === profile && selection.ends?.({ type, claims: payload.claims }) === true;
  return ends ? about?.id : undefined;
}

/** An end as a sender shows it: of which record, and where it stands. */
export interface WitnessedEnd {
  readonly about: string;
  readonly record: string;
  readonly origin: string;
  readonly index: number;
}

/** What does not hold in a witness's file is passed over. */
export function endsIn(
  witnesses: readonly Uint8Array[],
  committed: Committed,
  judge: RecordJudge,
): readonly WitnessedEnd[] {
  return witnesses.flatMap((witness) => {
    const file = readEvidence(witness);
    if (file instanceof Refusal) return [];
    return file.records.flatMap(({ jws, proofs }) => {
      const { record, checkpoints, places } = judgeProved(jws, proofs, judge);
      const about = record && endOf(record, committed);
      if (!record || about === undefined) return [];
      return checkpoints.map(({ checkpoint: { origin } }, at) => {
        return { about, record: record.id, origin, index: places[at]?.index ?? Number.POSITIVE_INFINITY };
      });
    });
  });
}

/** Choices told as one with what their own basis says was over. */
export function missingEnds(
  ends: readonly WitnessedEnd[],
  { made, groups }: { readonly made: readonly MadeAgain[]; readonly groups: Groups },
): readonly { readonly of: ToChoose; readonly refusal: Refusal }[] {
  return made.flatMap(({ of, keyed }) => {
    if (!keyed) return [];
    const sizes = new Map(of.record.payload.samur.basis.map(({ origin, size }) => [origin, size]));
    const end = ends.find(
      ({ about, origin, index }) => index < (sizes.get(origin) ?? 0) && groups.byName.get(about) === keyed,
    );
    return end ? [{ of, refusal: refuse('selection.end-not-shown', { record: end.record }) }] : [];
  });
}
