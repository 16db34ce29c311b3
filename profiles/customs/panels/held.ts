/** Records and certificate lines that a manifest names, as far as they are held here. */
import type { Tone } from '../../../kernel/panel.ts';
import type { Document } from '../claims/manifest.ts';
import { type Covered, coverageOf, unnamedIn } from '../rules/coverage.ts';
import type { Situation } from './situation.ts';

export const certificatesOf = ({ shown, view }: Situation): readonly Covered[] => coverageOf(shown, view);

/** Not yet written off for this manifest, and nothing else against it. */
export const isUncovered = ({ troubles }: Covered): boolean =>
  troubles.length === 1 && troubles[0] === 'certificate-uncovered';

/** Nothing but that stands against a release. */
export function onlyUncovered(situation: Situation): boolean {
  const troubled = certificatesOf(situation).filter(({ troubles }) => troubles.length > 0);
  return troubled.length > 0 && troubled.every(isUncovered) && !isUnnamed(situation);
}

/** Plants stand on no line of a certificate whose record is named. */
export function isUnnamed({ manifest }: Situation): boolean {
  const { lines, as } = unnamedIn(manifest);
  return lines.length > 0 && as === 'record';
}

/** Goods may be written off until they leave the border: before they have come, nothing is missing. */
export function toneOf(one: Covered, { arrival }: Situation): Tone {
  const { troubles } = one;
  if (troubles.includes('certificate-not-held')) return 'unknown';
  if (troubles.length === 0 || (isUncovered(one) && arrival === undefined)) return 'good';
  return 'attention';
}

/** Those that name a record which is not held here. */
export function missingPapers({ manifest: { documents = [] }, view }: Situation): readonly Document[] {
  return documents.filter(({ record }) => record !== undefined && view.record(record) === undefined);
}
