import type { Rule } from '../../../../kernel/profile.ts';
import { receivingCustoms } from '../../institutions.ts';
import { arrivalNeeds, arrivalsOf, resultNeeds, resultsTold, takenBack } from '../../results.ts';
import { finding } from '../finding.ts';
import { restatedIn } from '../restated.ts';
import { bothCustoms } from '../sides.ts';
import { inFull } from './decision.ts';

const path = '/decision';

/** Here and below: what was mistyped may be put right; what was seen is not to vanish with it. */
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

export const resultsKept: Rule = {
  name: 'what a control found was not taken back under its number',
  askedOf: bothCustoms,
  reads(statement) {
    const subject = inFull(statement);
    return subject === undefined ? [] : resultNeeds(subject);
  },
  check(statement, view) {
    const subject = inFull(statement);
    if (subject === undefined) return [];
    return [subject.issuer, receivingCustoms(subject) ?? '']
      .flatMap((customs) => takenBack(resultsTold(customs, subject, view)))
      .map(({ number, result }) => finding('control-taken-back', 'warn', path, { number, result }));
  },
};
