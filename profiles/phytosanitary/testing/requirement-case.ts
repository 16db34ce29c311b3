/** The certificate that meets every requirement, and what is found once one thing of it is changed. */
import type { Finding } from '../../../kernel/finding.ts';
import type { Line, Source } from '../claims/line.ts';
import type { Obligation } from '../claims/requirement.ts';
import { importRequirements } from '../rules/requirements/import-requirements.ts';
import { resultsHeld } from '../rules/requirements/laboratory-tests.ts';
import { productStated } from '../rules/requirements/product-unstated.ts';
import { notSuspended } from '../rules/requirements/suspensions.ts';
import { asked, type Case, caseOf, requirementOf } from './vector-case.ts';

export const requirementRules = [productStated, notSuspended, importRequirements, resultsHeld];
export const citation = { number: 'RU-2026-LYPES', text: 'Ввоз томатов / Pomidorun idxalı' };

export function changed(change: (vector: Case) => void): readonly Finding[] {
  const vector = caseOf('requirements-met');
  change(vector);
  return asked(requirementRules, vector);
}

export const refused = (code: string, path: string, figures: Finding['detail'] = {}): Finding => ({
  code,
  severity: 'refuse',
  path,
  detail: { ...figures, ...citation },
});

export const line = (vector: Case, index: number) => vector.claims.lines[index] as Line;
export const source = (vector: Case, index: number) => line(vector, index).sources?.[0] as Source;

export function oblige(vector: Case, ...obligations: readonly Obligation[]): void {
  requirementOf(vector).obligations.splice(0, Infinity, ...obligations);
}

/** Leaves one kind of obligation. */
export const only = (vector: Case, kind: Obligation['kind']): void =>
  oblige(vector, ...requirementOf(vector).obligations.filter((one) => one.kind === kind));
