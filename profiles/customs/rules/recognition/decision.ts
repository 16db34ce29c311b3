import type { Finding } from '../../../../kernel/finding.ts';
import type { Rule, Statement, Subject } from '../../../../kernel/profile.ts';
import type { Recognition } from '../../claims/control.ts';
import { resultNeeds, resultsBy } from '../../results.ts';
import { doubled, finding } from '../finding.ts';
import { bothCustoms } from '../sides.ts';

export const recognitionIn = ({ claims }: Pick<Statement, 'claims'>): Recognition => claims as unknown as Recognition;

/** The manifest, where all controls of the sending side are recognised. */
export const inFull = (statement: Pick<Statement, 'claims' | 'subject'>): Subject | undefined =>
  recognitionIn(statement).decision === 'full' ? statement.subject : undefined;

/** Goods are released in the same step only where all controls are recognised. */
export const releaseOnlyInFull: Rule = {
  name: 'release in one step needs recognition in full',
  contents: true,
  check(statement) {
    const { decision, release } = recognitionIn(statement);
    return release === true && decision !== 'full' ? [finding('release-not-full', 'refuse', '/release')] : [];
  },
};

export const decisionStated: Rule = {
  name: 'a recognition in part names its controls, another does not',
  check(statement) {
    const { decision, controls, lane } = recognitionIn(statement);
    const found: Finding[] = [];
    if (decision === 'part' && controls === undefined) found.push(finding('controls-missing', 'refuse', '/controls'));
    if (decision !== 'part' && controls !== undefined) found.push(finding('controls-needless', 'refuse', '/controls'));
    if (decision === 'full' && (lane === 'red' || lane === 'yellow')) {
      found.push(finding('lane-asks-control', 'warn', '/lane'));
    }
    const twice = doubled(controls ?? [], String, (_, index) =>
      finding('control-doubled', 'refuse', `/controls/${index}`),
    );
    return [...found, ...twice];
  },
};

export const controlsMade: Rule = {
  name: 'controls that are recognised were made',
  askedOf: bothCustoms,
  reads: ({ subject }) => (subject === undefined ? [] : resultNeeds(subject)),
  check(statement, view) {
    const { subject } = statement;
    if (subject === undefined) return [];
    const made = new Set(resultsBy(subject.issuer, subject, view).flatMap(({ controls }) => controls));
    return (recognitionIn(statement).controls ?? []).flatMap((control, index) =>
      made.has(control) ? [] : [finding('control-not-made', 'refuse', `/controls/${index}`)],
    );
  },
};
