/** Whose goods are written off: the declaration, and the manifest that brought them. */
import type { Finding } from '../../../../kernel/finding.ts';
import type { Rule } from '../../../../kernel/profile.ts';
import { receivingCustoms } from '../../institutions.ts';
import { writeOffOf } from '../../positions.ts';
import { isDayOfNumber } from '../days.ts';
import { finding } from '../finding.ts';

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
