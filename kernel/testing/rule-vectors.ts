/** A statement that stands in a file, and what its rules make of it. */
import type { Finding } from '../finding.ts';
import type { Profile, Statement, View } from '../profile.ts';
import { subjectOf, type VectorRecord, type VectorView } from './vector-view.ts';

/** `view`: what stands in the registers, ledgers and records that its rules look at. */
export type RuleVector = Omit<Statement, 'time' | 'subject'> & {
  readonly time: string;
  readonly subject?: VectorRecord;
  readonly view?: VectorView;
};

export function statementOf({ view: _, time, subject, ...stated }: RuleVector): Statement {
  const statement = { ...stated, time: Date.parse(time) };
  return subject === undefined ? statement : { ...statement, subject: subjectOf(subject) };
}

/** `faults`: JSON Pointers of where its claims depart from their schema; told with the code the kernel would give. */
export function judged(
  profile: Profile,
  vector: RuleVector,
  faults: readonly string[],
  view: View,
): readonly Finding[] {
  if (faults.length > 0) return faults.map((path) => ({ code: 'record.bad-claims', severity: 'refuse', path }));
  const statement = statementOf(vector);
  return profile.types[vector.type]?.rules.flatMap((rule) => rule.check(statement, view)) ?? [];
}
