import type { Finding } from '../../../../kernel/finding.ts';
import type { RefusalDetail } from '../../../../kernel/refusal.ts';
import type { Obligation, Requirement } from '../../claims/requirement.ts';
import type { RuleCode } from '../../findings/index.ts';
import { finding } from '../finding.ts';
import { citationOf } from '../requirements/requirements-in-force.ts';

export type OriginControl = Extract<Obligation, { kind: 'origin-control' }>;

/** What is signalled beyond, and the requirement that says so. */
export interface Control {
  readonly limits: OriginControl;
  readonly requirement: Requirement;
}

/** A signal tells what was computed and against what; a person judges, nothing is refused. */
export const signal = (code: RuleCode, path: string, { requirement }: Control, figures: RefusalDetail): Finding =>
  finding(code, 'warn', path, { ...figures, ...citationOf(requirement) });
