import type { Rule, Statement, View } from '../../../../kernel/profile.ts';
import { isInForce } from '../../admitted.ts';
import {
  any,
  type RequirementValue,
  requirementRegister,
  type SuspensionValue,
  suspensionRegister,
} from '../../registers.ts';
import { certificateOf, finding } from '../finding.ts';
import { type Consignment, consignmentOf, importerAlone, pathedLines } from './consignment.ts';
import { type PathedLine, productsOf } from './requirements-in-force.ts';

const unstated = (lines: readonly PathedLine[]) => lines.filter(({ line }) => productsOf(line).length === 0);

function prefixes(importer: string, exporter: string, country: string) {
  return {
    requirements: [country, any].map((from) => [importer, from]),
    suspensions: [importer, exporter, any],
  };
}

/** Something stands against some product of the country, so that a line must tell whether it is that one. */
function dependsOnProduct({ view, importer, exporter, claims, day, instant }: Consignment): boolean {
  const { requirements, suspensions } = prefixes(importer, exporter, claims.exportCountry.code);
  const required = requirements
    .flatMap((prefix) => view.list(requirementRegister, prefix))
    .some(({ key, value }) => {
      const { from, to } = value as unknown as RequirementValue;
      return key[2] !== any && from <= day && (to === undefined || to >= day);
    });
  return (
    required ||
    view.list(suspensionRegister, suspensions).some(({ value }) => {
      const suspension = value as unknown as SuspensionValue;
      return suspension.product !== undefined && isInForce(suspension, day, instant);
    })
  );
}

/** Nothing asked of a product can be evaded by leaving its code out. */
export const productStated: Rule = {
  name: 'each line names its product where something hangs on it',
  askedOf: importerAlone,
  reads(statement: Statement) {
    const claims = certificateOf(statement);
    if (unstated(pathedLines(claims)).length === 0) return [];
    return importerAlone(statement).flatMap((importer) => {
      const { requirements, suspensions } = prefixes(importer, statement.issuer, claims.exportCountry.code);
      return [
        ...requirements.map((prefix) => ({ register: requirementRegister, prefix })),
        { register: suspensionRegister, prefix: suspensions },
      ];
    });
  },
  check(statement: Statement, view: View) {
    const consignment = consignmentOf(statement, view);
    if (consignment === undefined) return [];
    const lines = unstated(consignment.lines);
    if (lines.length === 0 || !dependsOnProduct(consignment)) return [];
    return lines.map(({ line, path }) =>
      finding('product-unstated', 'refuse', `${path}/eppoCodes`, { line: line.sequence }),
    );
  },
};
