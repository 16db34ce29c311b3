import type { Rule } from '../../../../kernel/profile.ts';
import { manifestOf } from '../../institutions.ts';
import { coverageFindings, coverageNeeds, coverageOf, unnamedFindings } from '../coverage.ts';
import { inFull, recognitionIn } from './decision.ts';

/** Asked of the issuer alone: what others have said of a certificate may have reached it first. */
export const certificatesCover: Rule = {
  name: 'certificates that the manifest names are open, and cover its goods',
  askedOf: () => [],
  reads(statement) {
    const subject = inFull(statement);
    return subject === undefined ? [] : coverageNeeds(subject);
  },
  check(statement, view) {
    const subject = inFull(statement);
    if (subject === undefined) return [];
    const leaves = recognitionIn(statement).release === true;
    const found = coverageFindings(coverageOf(subject, view), '/decision', { refuses: true, leaves });
    return [...found, ...unnamedFindings(manifestOf(subject), '/decision')];
  },
};
