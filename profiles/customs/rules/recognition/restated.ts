import type { Rule, Statement, Subject } from '../../../../kernel/profile.ts';
import { arrivalNeeds, arrivalsOf } from '../../results.ts';
import { finding } from '../finding.ts';
import { restatedIn } from '../restated.ts';
import { bothCustoms } from '../sides.ts';
import { recognitionIn } from './decision.ts';

const path = '/decision';

const inFull = (statement: Statement): Subject | undefined =>
  recognitionIn(statement).decision === 'full' ? statement.subject : undefined;

/** What was mistyped may be put right; what was seen is not to vanish with it. */
export const arrivalKept: Rule = {
  name: 'the arrival was told alike each time',
  askedOf: bothCustoms,
  reads(statement) {
    const subject = inFull(statement);
    return subject === undefined ? [] : arrivalNeeds(subject);
  },
  check(statement, view) {
    const subject = inFull(statement);
    if (subject === undefined) return [];
    const { seals, means, weights } = restatedIn(arrivalsOf(subject, view));
    return [
      ...seals.map((one) => finding('seal-corrected', 'warn', path, { number: one.means, seal: one.seal })),
      ...means.map((number) => finding('means-corrected', 'warn', path, { number })),
      ...weights.map(({ value, unit }) => finding('weight-corrected', 'warn', path, { value, unit })),
    ];
  },
};
