import type { Finding } from '../../../../kernel/finding.ts';
import type { Rule, Statement, View } from '../../../../kernel/profile.ts';
import { dayBefore, dayOf } from '../../day.ts';
import { weeklyKey, weeklyLedger } from '../../ledgers/weekly.ts';
import { conveyanceKey, conveyanceRegister, growerKey, growerRegister, suspensionRegister } from '../../registers.ts';
import { weekOf, weeksBefore } from '../../week.ts';
import { certificateOf } from '../finding.ts';
import { consignmentOf, importerAlone, requirementsOf } from '../requirements/consignment.ts';
import type { Asked } from '../requirements/requirements-in-force.ts';
import { resumedElsewhere } from './after-suspension.ts';
import { ownCarriersOf, vehicleTwice, wagonOfTwo } from './carriers.ts';
import { goodsOf } from './figures.ts';
import type { Control, OriginControl } from './signal.ts';
import { seasonSignals, weekSignals } from './volumes.ts';

/** Weeks whose figures are read at once: the longest look back that is usual. */
const weeksRead = 10;
/** Likewise of days before a vehicle is expected again. */
const daysRead = 7;

const controlsOf = ({ requirement }: Asked): readonly Control[] =>
  requirement.obligations
    .filter((one): one is OriginControl => one.kind === 'origin-control')
    .map((limits) => ({ limits, requirement }));

/**
 * Signals of goods that may not be of the origin stated. They are asked for by requirements, are computed from
 * registers and ledgers alone, and refuse nothing.
 */
export const originControl: Rule = {
  name: 'figures fit the origin',
  askedOf: importerAlone,
  /** Beyond what the rules on requirements and sources name. */
  reads(statement) {
    const goods = goodsOf(statement);
    if (goods.length === 0) return [];
    const weeks = [weekOf(statement.time), ...weeksBefore(statement.time, weeksRead)];
    return [
      ...importerAlone(statement).map((importer) => ({
        register: suspensionRegister,
        prefix: [importer, statement.issuer],
      })),
      ...goods.flatMap(({ exporter, importer, grower, product }) => [
        { register: growerRegister, key: growerKey(exporter, grower) },
        ...weeks.map((week) => ({ ledger: weeklyLedger, key: weeklyKey(exporter, importer, grower, product, week) })),
      ]),
      ...ownCarriersOf(certificateOf(statement)).flatMap(({ number }) =>
        Array.from({ length: daysRead }, (_, before) => ({
          register: conveyanceRegister,
          key: conveyanceKey(statement.issuer, number, dayBefore(dayOf(statement.time), before)),
        })),
      ),
    ];
  },
  check(statement: Statement, view: View) {
    const consignment = consignmentOf(statement, view);
    if (consignment === undefined) return [];
    const { subject, time } = statement;
    const replaced = subject && certificateOf(subject).number;
    const goods = goodsOf(statement);
    const found: Finding[] = [];
    for (const asked of requirementsOf(consignment)) {
      for (const control of controlsOf(asked)) {
        found.push(...vehicleTwice(view, consignment, replaced, control), ...wagonOfTwo(consignment, control));
        const products = new Set(asked.lines.flatMap((line) => line.products));
        for (const one of goods.filter(({ product }) => products.has(product))) {
          found.push(
            ...seasonSignals(view, one, control),
            ...weekSignals(view, one, time, control),
            ...resumedElsewhere(view, one, time, control),
          );
        }
      }
    }
    return found;
  },
};
