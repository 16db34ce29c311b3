import type { Finding } from '../../../../kernel/finding.ts';
import type { Need, Rule, Statement, View } from '../../../../kernel/profile.ts';
import type { TransportUnit } from '../../claims/notice.ts';
import type { Requirement } from '../../claims/requirement.ts';
import { dayOf } from '../../day.ts';
import { type NoticedUnitValue, noticedUnitPrefix, noticedUnitRegister } from '../../registers.ts';
import { certificateOf, finding } from '../finding.ts';
import { citationOf, requirementsFor } from '../requirements/requirements-in-force.ts';
import { isZoned, noticeOf, receivingInstitution, standing } from './notice.ts';

/** Two arrivals of one unit at most this far apart are one journey. */
const journeyMs = 48 * 3_600_000;

/** A hold has its number within the vessel alone. */
export const isNumbered = ({ kind }: TransportUnit): boolean => kind !== 'hold';

type Contents = TransportUnit['contents'];

interface Announced {
  readonly unit: TransportUnit;
  readonly path: string;
  readonly other: NoticedUnitValue;
}

/** Something of it is still on its way: of what has been inspected, or never goes, the unit is free again. */
const travels = (view: View, contents: Contents): boolean =>
  contents.some(({ certificate }) => !standing.has(view.record(certificate)?.state ?? ''));

/** Units that another notice expects on the same journey. The one that is replaced counts no longer. */
function announcedTwice(statement: Statement, view: View): readonly Announced[] {
  const { expected, units } = noticeOf(statement);
  const replaced = statement.subject === undefined ? undefined : noticeOf(statement.subject).number;
  if (!isZoned(expected)) return [];
  return units.flatMap((unit, index) => {
    if (!isNumbered(unit)) return [];
    const others = view
      .list(noticedUnitRegister, noticedUnitPrefix(statement.issuer, unit.number))
      .map(({ value }) => value as unknown as NoticedUnitValue)
      .filter((one) => one.number !== replaced)
      .filter((one) => Math.abs(Date.parse(one.expected) - Date.parse(expected)) <= journeyMs)
      .filter((one) => travels(view, one.contents));
    return others.map((other) => ({ unit, path: `/units/${index}`, other }));
  });
}

/** The requirement that keeps products or growers apart in a unit of this mode, for what either notice has in it. */
function apart(statement: Statement, view: View, contents: Contents): Requirement | undefined {
  const importer = receivingInstitution(statement);
  if (importer === undefined) return undefined;
  const { mode } = noticeOf(statement);
  const lines = contents.flatMap(({ certificate, line: sequence }) => {
    const held = view.record(certificate);
    if (held === undefined || !/^(re-export-)?certificate$/.test(held.type)) return [];
    const { exportCountry, lines: certified } = certificateOf(held);
    return certified.flatMap((line) => (line.sequence === sequence ? [{ country: exportCountry.code, line }] : []));
  });
  const day = dayOf(statement.time);
  return lines
    .flatMap(({ country, line }) => requirementsFor(view, importer, country, [{ line, path: '' }], day))
    .map(({ requirement }) => requirement)
    .find(({ obligations }) =>
      obligations.some((one) => one.kind === 'transport' && one.mode === mode && (one.oneProduct || one.oneGrower)),
    );
}

/** What is kept apart in one unit is not evaded by announcing the unit twice. */
export const unitsAnnouncedOnce: Rule = {
  name: 'a unit is announced once for a journey',
  reads: (statement): readonly Need[] =>
    noticeOf(statement)
      .units.filter(isNumbered)
      .map(({ number }) => ({
        register: noticedUnitRegister,
        prefix: noticedUnitPrefix(statement.issuer, number),
      })),
  askedOf(statement) {
    const receiving = receivingInstitution(statement);
    return receiving === undefined ? [] : [receiving];
  },
  check(statement, view): readonly Finding[] {
    return announcedTwice(statement, view).map(({ unit, path, other }) => {
      const requirement = apart(statement, view, [...unit.contents, ...other.contents]);
      const detail = { unit: unit.number, notice: other.number, expected: other.expected };
      return requirement === undefined
        ? finding('unit-announced-again', 'warn', `${path}/number`, detail)
        : finding('unit-announced-twice', 'refuse', `${path}/number`, { ...detail, ...citationOf(requirement) });
    });
  },
};
