import type { Finding } from '../../../../kernel/finding.ts';
import type { Need, Statement, View } from '../../../../kernel/profile.ts';
import type { RefusalDetail } from '../../../../kernel/refusal.ts';
import type { Certificate } from '../../claims/certificate.ts';
import type { Source } from '../../claims/line.ts';
import type { Requirement } from '../../claims/requirement.ts';
import { dayOf } from '../../day.ts';
import type { RuleCode } from '../../findings/index.ts';
import { importerOf } from '../../ledgers/line.ts';
import { certificateOf, finding } from '../finding.ts';
import {
  type Asked,
  citationOf,
  type PathedLine,
  productsOf,
  requirementNeeds,
  requirementsFor,
} from './requirements-in-force.ts';

/** A certificate as the importing institution's requirements see it. */
export interface Consignment {
  readonly claims: Certificate;
  readonly exporter: string;
  readonly importer: string;
  readonly lines: readonly PathedLine[];
  /** Stated time, milliseconds since 1970, and its UTC day. */
  readonly instant: number;
  readonly day: string;
  readonly view: View;
}

/** Undefined without an importing institution: another rule refuses that. */
export function consignmentOf(statement: Statement, view: View): Consignment | undefined {
  const importer = importerOf(statement);
  if (importer === undefined) return undefined;
  const claims = certificateOf(statement);
  const { issuer: exporter, time: instant } = statement;
  return { claims, exporter, importer, lines: pathedLines(claims), instant, day: dayOf(instant), view };
}

export const pathedLines = ({ lines }: Certificate): readonly PathedLine[] =>
  lines.map((line, index) => ({ line, path: `/lines/${index}` }));

/** Only the importing institution holds all registers that these rules look at, besides the issuer. */
export function importerAlone(statement: Statement): readonly string[] {
  const importer = importerOf(statement);
  return importer === undefined ? [] : [importer];
}

/** A requirement is broken: the finding names it. */
export const broken = (code: RuleCode, path: string, requirement: Requirement, figures: RefusalDetail = {}): Finding =>
  finding(code, 'refuse', path, { ...figures, ...citationOf(requirement) });

/** All whose suspension touches the goods of a source. */
export const growersOf = ({ grower, member, site, packingHouse }: Source): readonly string[] =>
  [grower, member, site, packingHouse].filter((id) => id !== undefined);

export function certificateRequirementNeeds(statement: Statement): readonly Need[] {
  const claims = certificateOf(statement);
  const products = [...new Set(claims.lines.flatMap(productsOf))];
  return importerAlone(statement).flatMap((importer) =>
    requirementNeeds(importer, claims.exportCountry.code, products),
  );
}

export const requirementsOf = ({ view, importer, claims, lines, day }: Consignment): readonly Asked[] =>
  requirementsFor(view, importer, claims.exportCountry.code, lines, day);
