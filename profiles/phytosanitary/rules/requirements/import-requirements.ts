import type { Finding } from '../../../../kernel/finding.ts';
import type { Rule } from '../../../../kernel/profile.ts';
import type { Obligation } from '../../claims/requirement.ts';
import { dayOf } from '../../day.ts';
import { certificateOf, onceEach } from '../finding.ts';
import { admittedGrowers, sourceNeeds } from './admitted-growers.ts';
import { entryPoints } from './checkpoints.ts';
import {
  type Consignment,
  certificateRequirementNeeds,
  consignmentOf,
  importerAlone,
  pathedLines,
  requirementsOf,
} from './consignment.ts';
import { declarations, growerMarks } from './declarations.ts';
import { laboratoryTests } from './laboratory-tests.ts';
import type { Asked } from './requirements-in-force.ts';
import { inspectionAge, seasonWindow } from './time-limits.ts';
import { transport } from './transport-units.ts';

/** What an obligation has to say against a certificate. */
function against(obligation: Obligation, asked: Asked, consignment: Consignment): readonly Finding[] {
  const { requirement } = asked;
  switch (obligation.kind) {
    case 'admitted-grower':
      return admittedGrowers(asked, consignment);
    case 'declaration':
      return declarations(obligation, asked, consignment);
    case 'laboratory-test':
      return laboratoryTests(obligation, asked, consignment);
    case 'checkpoints':
      return entryPoints(obligation, requirement, consignment);
    case 'transport':
      return transport(obligation, asked, consignment);
    case 'grower-mark':
      return growerMarks(asked, consignment);
    case 'season-window':
      return seasonWindow(obligation, requirement, consignment);
    case 'age':
      return obligation.of === 'inspection' ? inspectionAge(obligation, asked, consignment) : [];
    // The prior notice is asked for its hours; origin control only signals.
    case 'prior-notice':
    case 'origin-control':
      return [];
  }
}

export const importRequirements: Rule = {
  name: 'the importing institution’s requirements are met',
  askedOf: importerAlone,
  reads(statement) {
    const { issuer: exporter, time: instant } = statement;
    const lines = pathedLines(certificateOf(statement));
    const results = lines.flatMap(({ line }) => (line.laboratoryResults ?? []).map((record) => ({ record })));
    const growers = importerAlone(statement).flatMap((importer) =>
      lines.flatMap(({ line }) =>
        (line.sources ?? []).flatMap((source) =>
          sourceNeeds(source, { importer, exporter, day: dayOf(instant), instant }),
        ),
      ),
    );
    return [...certificateRequirementNeeds(statement), ...growers, ...results];
  },
  check(statement, view) {
    const consignment = consignmentOf(statement, view);
    if (consignment === undefined) return [];
    return onceEach(
      requirementsOf(consignment).flatMap((asked) =>
        asked.requirement.obligations.flatMap((obligation) => against(obligation, asked, consignment)),
      ),
    );
  },
};
