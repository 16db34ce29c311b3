import type { Finding } from '../../../../kernel/finding.ts';
import type { Need, Rule, View } from '../../../../kernel/profile.ts';
import { type SuspensionQuery, suspensionNeeds, suspensionsOn } from '../../admitted.ts';
import type { Line } from '../../claims/line.ts';
import { dayOf } from '../../day.ts';
import { any, type SuspensionValue } from '../../registers.ts';
import { certificateOf, finding, stated } from '../finding.ts';
import { consignmentOf, growersOf, importerAlone, pathedLines } from './consignment.ts';
import { type PathedLine, productsOf } from './requirements-in-force.ts';
import { incompleteNeeds, incompleteSources, suspendedBehind } from './source-complete.ts';

/** From whom to whom, and when it is asked. */
export type Asking = Pick<SuspensionQuery, 'importer' | 'exporter' | 'day' | 'instant'>;

/** What is asked about a line: each source by its grower, member and sites, each product by the whole country. */
function questions(line: Line, asking: Asking): readonly { readonly below: string; readonly query: SuspensionQuery }[] {
  const ofSources = (line.sources ?? []).map((source, index) => ({
    below: `/sources/${index}`,
    query: { ...asking, growers: growersOf(source), product: source.product },
  }));
  const products = productsOf(line);
  const ofProducts = (products.length === 0 ? [any] : products).map((product) => ({
    below: '',
    query: { ...asking, growers: [], product },
  }));
  return [...ofSources, ...ofProducts];
}

export const lineSuspensionNeeds = (line: Line, asking: Asking): readonly Need[] => [
  ...questions(line, asking).flatMap(({ query }) => suspensionNeeds(query)),
  ...incompleteNeeds(line, asking),
];

/**
 * Suspensions that touch a line, or may because it leaves open whence it comes; `path` is that of the line in the claims
 * the findings are about. `behind`: see `suspendedBehind`.
 */
export function suspensionFindings(
  view: View,
  { line, path }: PathedLine,
  asking: Asking,
  behind: readonly SuspensionValue[],
): readonly Finding[] {
  const found = new Map<string, Finding>();
  for (const { below, query } of questions(line, asking)) {
    for (const { key, suspension } of suspensionsOn(view, query)) {
      // A measure for the whole country is met once for each source.
      const at = suspension.grower === undefined ? path : `${path}${below}`;
      const code = suspension.grower === undefined ? 'country-suspended' : 'grower-suspended';
      const detail = { line: line.sequence, ...figuresOf(suspension) };
      found.set([at, ...key].join(' '), finding(code, 'refuse', at, detail));
    }
  }
  return [...found.values(), ...incompleteSources(view, line, path, asking.exporter, behind)];
}

const figuresOf = ({ grower, product, pest, since, from, until, review, legalAct, case: of }: SuspensionValue) =>
  stated({
    grower,
    product,
    pest,
    since: from ?? since.slice(0, 10),
    until,
    review,
    act: legalAct,
    case: of?.slice(0, 12),
  });

/** A suspension binds by itself, whether or not a requirement asks for an admitted grower. */
export const notSuspended: Rule = {
  name: 'nothing in it is suspended',
  askedOf: importerAlone,
  reads(statement) {
    const { issuer: exporter, time: instant } = statement;
    const lines = pathedLines(certificateOf(statement));
    return importerAlone(statement).flatMap((importer) =>
      lines.flatMap(({ line }) => lineSuspensionNeeds(line, { importer, exporter, day: dayOf(instant), instant })),
    );
  },
  check(statement, view) {
    const consignment = consignmentOf(statement, view);
    if (consignment === undefined) return [];
    const lines = consignment.lines.map(({ line }) => line);
    const behind = suspendedBehind(view, lines, consignment);
    return consignment.lines.flatMap((one) => suspensionFindings(view, one, consignment, behind));
  },
};
