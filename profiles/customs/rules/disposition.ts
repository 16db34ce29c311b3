import type { Rule } from '../../../kernel/profile.ts';
import type { Disposition } from '../claims/follow-ups.ts';
import { adverse, resultNeeds, resultsBy } from '../results.ts';
import { finding } from './finding.ts';
import { bothCustoms } from './sides.ts';

/** Goods may be released after what was found has been put in order; nobody is to overlook it. */
export const releaseAfterControl: Rule = {
  name: 'a release looks at what the own controls found',
  askedOf: bothCustoms,
  reads: ({ subject }) => (subject === undefined ? [] : [{ record: subject.id }, ...resultNeeds(subject)]),
  check({ issuer, claims, subject }, view) {
    const { kind } = claims as unknown as Disposition;
    if (kind !== 'release' || subject === undefined) return [];
    const last = resultsBy(issuer, subject, view).at(-1);
    if (last === undefined) {
      const controlled = view.record(subject.id)?.state !== 'recontrolled';
      return controlled ? [] : [finding('released-uncontrolled', 'warn', '/kind')];
    }
    if (!adverse.has(last.result)) return [];
    return [finding('released-with-discrepancy', 'warn', '/kind', { number: last.number, result: last.result })];
  },
};
