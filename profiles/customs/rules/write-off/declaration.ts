/** Whose goods are written off: the declaration, and the manifest that brought them. */
import type { Finding } from '../../../../kernel/finding.ts';
import type { Rule } from '../../../../kernel/profile.ts';
import { receivingCustoms } from '../../institutions.ts';
import { formerOf, positionsIn, writeOffOf } from '../../positions.ts';
import { isDayOfNumber } from '../days.ts';
import { finding } from '../finding.ts';
import { writeOffNeeds } from './certificates.ts';

export const declarationStated: Rule = {
  name: 'the declaration names an office and a day that has come',
  check(statement) {
    const { declaration } = writeOffOf(statement);
    const found: Finding[] = [];
    if (/^0+\//.test(declaration))
      found.push(finding('declaration-office-wrong', 'refuse', '/declaration', { declaration }));
    if (!isDayOfNumber(declaration, statement.time))
      found.push(finding('number-day-wrong', 'refuse', '/declaration', { number: declaration }));
    return found;
  },
};

/** Asked of the issuer alone: others need not hold the manifest. */
export const manifestHeld: Rule = {
  name: 'the manifest that is named was sent to this service',
  askedOf: () => [],
  reads(statement) {
    const { manifest } = writeOffOf(statement);
    return manifest === undefined ? [] : [{ record: manifest }];
  },
  check(statement, view) {
    const { manifest } = writeOffOf(statement);
    if (manifest === undefined) return [];
    const named = view.record(manifest);
    if (named?.type === 'manifest' && receivingCustoms(named) === statement.issuer) return [];
    return [finding('manifest-unknown', 'refuse', '/manifest')];
  },
};

/** Manifests under which nothing comes, or comes any more. */
const dead: ReadonlySet<string> = new Set(['rejected', 'withdrawn', 'replaced']);

/**
 * Or what was consumed for one truck would be shown for the next one as well. What is only reserved, under no manifest, was
 * taken before there was one.
 */
export const manifestKept: Rule = {
  name: 'a declaration takes for one manifest',
  askedOf: () => [],
  reads: writeOffNeeds,
  check(statement, view) {
    const { declaration, manifest } = writeOffOf(statement);
    const former = formerOf(statement, view);
    if (former === undefined || former.manifest === manifest) return [];
    const before = former.manifest;
    const holds = positionsIn(former).some(
      ({ reserved, consumed }) => consumed > 0n || (before !== undefined && reserved > 0n),
    );
    if (!holds || (manifest !== undefined && dead.has(view.record(before ?? '')?.state ?? ''))) return [];
    return [finding('manifest-changes', 'refuse', '/manifest', { declaration })];
  },
};
