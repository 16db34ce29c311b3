/** What a refusal undoes, by the records that are held: alike for every holder, in whatever order they came. */
import { undoes } from '../exchange/undoing.ts';
import type { HeldRefusal, SubjectRow } from './rows.ts';

/** Parties of a subject: its issuer and all its recipients. A follow-up goes to all of them. */
export function parties(subject: { issuer: string; to: readonly string[] }): string[] {
  return [subject.issuer, ...subject.to].sort();
}

/** A refusal counts when it comes from a recipient and goes to everyone else who holds the record. */
export function isUndone(
  refusals: readonly HeldRefusal[],
  record: { readonly issuer: string; readonly to: readonly string[]; readonly stands?: true },
): boolean {
  if (record.stands) return false;
  return refusals.some(
    ({ code, by, to }) =>
      undoes(code) && record.to.includes(by) && parties(record).every((party) => party === by || to.includes(party)),
  );
}

/** What has happened with a subject cannot be undone by refusing it. */
export function isConfirmed(row: SubjectRow): boolean {
  return row.events.some(({ confirms, invalid }) => confirms && !invalid);
}
