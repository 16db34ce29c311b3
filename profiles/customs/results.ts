/** Control results of a manifest as registers hold them. */
import type { Need, Subject, View } from '../../kernel/profile.ts';
import type { ControlResult } from './claims/control.ts';
import type { Arrival } from './claims/follow-ups.ts';
import { manifestOf, receivingCustoms } from './institutions.ts';
import { arrivalKey, arrivalRegister, controlPrefix, controlRegister } from './manifest-registers.ts';

type Followed = Pick<Subject, 'issuer' | 'to' | 'claims'>;

/** Results that find goods or papers not in order. */
export const adverse: ReadonlySet<ControlResult['result']> = new Set(['A5', 'B1', 'B2', 'B3']);

export const resultNeeds = (manifest: Followed): readonly Need[] =>
  [manifest.issuer, receivingCustoms(manifest) ?? ''].map((customs) => ({
    register: controlRegister,
    prefix: controlPrefix(customs, manifest.issuer, manifestOf(manifest).number),
  }));

/** Those of one service, in the order in which the controls ended. */
export function resultsBy(customs: string, manifest: Followed, view: View): readonly ControlResult[] {
  const rows = view.list(controlRegister, controlPrefix(customs, manifest.issuer, manifestOf(manifest).number));
  const results = rows.map(({ value }) => value as unknown as ControlResult);
  return results.sort((a, b) => Date.parse(a.ended) - Date.parse(b.ended));
}

const arrivalRow = (manifest: Followed) =>
  arrivalKey(receivingCustoms(manifest) ?? '', manifest.issuer, manifestOf(manifest).number);

export const arrivalNeeds = (manifest: Followed): readonly Need[] => [
  { register: arrivalRegister, key: arrivalRow(manifest) },
];

export const arrivalOf = (manifest: Followed, view: View): Arrival | undefined =>
  view.register(arrivalRegister, arrivalRow(manifest)) as unknown as Arrival | undefined;
