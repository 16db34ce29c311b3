/** Control results of a manifest as registers hold them. */
import type { Need, Subject, View } from '../../kernel/profile.ts';
import type { ControlResult } from './claims/control.ts';
import type { Arrival } from './claims/follow-ups.ts';
import { manifestOf, receivingCustoms } from './institutions.ts';
import {
  arrivalPrefix,
  arrivalRegister,
  type ControlValue,
  controlPrefix,
  controlRegister,
  type RecognitionValue,
  recognitionKey,
  recognitionRegister,
} from './manifest-registers.ts';
import type { Reached } from './rules/seals.ts';

type Followed = Pick<Subject, 'issuer' | 'to' | 'claims'>;

/** Results that find goods or papers not in order. */
export const adverse: ReadonlySet<ControlResult['result']> = new Set(['A5', 'B1', 'B2', 'B3']);

/** Whatever its code says, goods that radiate too much are not in order. */
export const isAdverse = ({ result, radiation }: Pick<ControlResult, 'result' | 'radiation'>): boolean =>
  adverse.has(result) || radiation === 'exceeded';

export const resultNeeds = (manifest: Followed): readonly Need[] =>
  [manifest.issuer, receivingCustoms(manifest) ?? ''].map((customs) => ({
    register: controlRegister,
    prefix: controlPrefix(customs, manifest.issuer, manifestOf(manifest).number),
  }));

/** A result as it was stated, and the record that states it. */
export interface ToldResult extends ControlValue {
  readonly record: string;
}

/** All that one service stated, also what it corrected later. */
export const resultsTold = (customs: string, manifest: Followed, view: View): readonly ToldResult[] =>
  view
    .list(controlRegister, controlPrefix(customs, manifest.issuer, manifestOf(manifest).number))
    .map(({ value, record }) => ({ ...(value as unknown as ControlValue), record }));

/** As they stand after corrections: of each number what was stated last, in the order in which the controls ended. */
export function corrected<Result extends Pick<ControlValue, 'number' | 'stated' | 'ended'>>(
  results: readonly Result[],
): readonly Result[] {
  const told = results.toSorted((a, b) => Date.parse(a.stated) - Date.parse(b.stated));
  const last = [...new Map(told.map((one) => [one.number, one])).values()];
  return last.sort((a, b) => Date.parse(a.ended) - Date.parse(b.ended));
}

/** Of each number what was found under it last, where the statement that holds says that all was in order. */
export function takenBack<
  Result extends Pick<ControlValue, 'number' | 'stated' | 'ended'> & Pick<ControlResult, 'result' | 'radiation'>,
>(results: readonly Result[]): readonly Result[] {
  const inOrder = new Set(corrected(results).flatMap((one) => (isAdverse(one) ? [] : [one.number])));
  return corrected(results.filter((one) => isAdverse(one) && inOrder.has(one.number)));
}

/** Those of one service as they stand after corrections, in the order in which the controls ended. */
export const resultsBy = (customs: string, manifest: Followed, view: View): readonly ControlValue[] =>
  corrected(resultsTold(customs, manifest, view));

const place = (manifest: Followed): readonly [string, string, string] => [
  receivingCustoms(manifest) ?? '',
  manifest.issuer,
  manifestOf(manifest).number,
];

export const arrivalNeeds = (manifest: Followed): readonly Need[] => [
  { register: arrivalRegister, prefix: arrivalPrefix(...place(manifest)) },
];

/** All that were stated, the last one last. */
export const arrivalsOf = (manifest: Followed, view: View): readonly Arrival[] =>
  view.list(arrivalRegister, arrivalPrefix(...place(manifest))).map(({ value }) => value as unknown as Arrival);

/** By the arrival that holds, and what the receiving side had when it stated the first one. */
export function reachedOf(manifest: Followed, view: View): Reached | undefined {
  const all = view.list(arrivalRegister, arrivalPrefix(...place(manifest)));
  const [first, last] = [all[0], all.at(-1)?.value as unknown as Arrival | undefined];
  if (first === undefined || last === undefined) return undefined;
  return { time: last.time, had: (record) => view.comesAfter(first.record, record) };
}

/** The one that holds. */
export const arrivalOf = (manifest: Followed, view: View): Arrival | undefined => arrivalsOf(manifest, view).at(-1);

export const recognitionNeeds = (manifest: Followed): readonly Need[] => [
  { register: recognitionRegister, key: recognitionKey(...place(manifest)) },
];

/** The last decision on the controls. */
export const recognitionOf = (manifest: Followed, view: View): RecognitionValue | undefined =>
  view.register(recognitionRegister, recognitionKey(...place(manifest))) as unknown as RecognitionValue | undefined;
