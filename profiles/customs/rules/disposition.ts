import type { Finding } from '../../../kernel/finding.ts';
import type { Rule, Statement, Subject, View } from '../../../kernel/profile.ts';
import type { Disposition } from '../claims/follow-ups.ts';
import { manifestOf, receivingCustoms } from '../institutions.ts';
import { corrected, recognitionNeeds, recognitionOf, resultNeeds, resultsTold, takenBack } from '../results.ts';
import { type Clearance, type Lack, lacksOf } from './clearance.ts';
import { coverageFindings, coverageNeeds, coverageOf, unnamedFindings } from './coverage.ts';
import { finding } from './finding.ts';
import { bothCustoms } from './sides.ts';

const path = '/kind';

const releasedIn = ({ claims, subject }: Statement): Subject | undefined =>
  (claims as unknown as Disposition).kind === 'release' ? subject : undefined;

function clearanceOf(subject: Subject, view: View): Clearance {
  const decided = recognitionOf(subject, view);
  const sent = resultsTold(subject.issuer, subject, view);
  const found = resultsTold(receivingCustoms(subject) ?? '', subject, view);
  return {
    decided: decided && { ...decided, at: Date.parse(decided.decided) },
    sent: corrected(sent),
    found: corrected(found),
    takenBack: [...takenBack(sent), ...takenBack(found)],
  };
}

function lackFinding(lack: Lack): Finding {
  switch (lack.what) {
    case 'uncontrolled':
      return finding('released-uncontrolled', 'warn', path);
    case 'not-replaced':
      return finding('control-not-replaced', 'warn', path);
    case 'documents':
      return finding('lane-lacks-documents', 'warn', path);
    case 'inspection':
      return finding('lane-lacks-inspection', 'warn', path);
    case 'adverse': {
      const { number, result } = lack.result;
      return finding('released-with-discrepancy', 'warn', path, { number, result });
    }
  }
}

/** Goods may be released after what was found has been put in order; nobody is to overlook it. */
export const releaseAfterControl: Rule = {
  name: 'a release looks at what was controlled and found',
  askedOf: bothCustoms,
  reads(statement) {
    const subject = releasedIn(statement);
    return subject === undefined ? [] : [...recognitionNeeds(subject), ...resultNeeds(subject)];
  },
  check(statement, view) {
    const subject = releasedIn(statement);
    return subject === undefined ? [] : lacksOf(clearanceOf(subject, view)).map(lackFinding);
  },
};

const releasedAs = ({ claims }: Statement) => claims as unknown as Disposition;

/** In the blue lane goods are released and audited later: whoever releases them says so, and nobody forgets it. */
export const auditTold: Rule = {
  name: 'a release in the blue lane says that an audit follows',
  askedOf: bothCustoms,
  reads(statement) {
    const subject = releasedIn(statement);
    return subject === undefined ? [] : recognitionNeeds(subject);
  },
  check(statement, view) {
    const { kind, audit } = releasedAs(statement);
    if (kind !== 'release') return audit ? [finding('audit-without-release', 'refuse', '/audit')] : [];
    const { subject } = statement;
    const isBlue = subject !== undefined && recognitionOf(subject, view)?.lane === 'blue';
    return isBlue && !audit ? [finding('audit-unstated', 'warn', path)] : [];
  },
};

/** Asked of the issuer alone: what others have said of a certificate may have reached it first. */
export const releaseCovered: Rule = {
  name: 'released goods are written off on their certificates',
  askedOf: () => [],
  reads(statement) {
    const subject = releasedIn(statement);
    return subject === undefined ? [] : coverageNeeds(subject);
  },
  check(statement, view) {
    const subject = releasedIn(statement);
    if (subject === undefined) return [];
    const found = coverageFindings(coverageOf(subject, view), path, { refuses: false, leaves: true });
    return [...found, ...unnamedFindings(manifestOf(subject), path)];
  },
};
