import type { Finding } from '../../../../kernel/finding.ts';
import type { Need, Rule, Statement, Subject, View } from '../../../../kernel/profile.ts';
import type { TransportUnit } from '../../claims/notice.ts';
import type { Obligation } from '../../claims/requirement.ts';
import { dayOf, daysFrom } from '../../day.ts';
import { certificateOf, onceEach } from '../finding.ts';
import { contentsOf, noticeOf, receivingInstitution } from '../shipment/notice.ts';
import { admittedCheckpoint, sourcesAsked } from './admitted-growers.ts';
import { permittedCheckpoint } from './checkpoints.ts';
import { broken } from './consignment.ts';
import { type Asked, type PathedLine, requirementsFor } from './requirements-in-force.ts';
import { suspendedBehind } from './source-complete.ts';
import { suspensionFindings } from './suspensions.ts';
import { unitFindings } from './transport-units.ts';

/** A line that a notice announces, with the certificate it is on. */
interface NoticedLine extends PathedLine {
  readonly certificate: Subject;
}

/** Lines of certificates that are held here; another rule refuses the others. `path` is that of the content. */
function noticedLines(statement: Statement, view: View): readonly NoticedLine[] {
  return contentsOf(noticeOf(statement)).flatMap(({ certificate: id, line: sequence, path }) => {
    const certificate = view.record(id);
    if (certificate === undefined || !/^(re-export-)?certificate$/.test(certificate.type)) return [];
    const line = certificateOf(certificate).lines.find((one) => one.sequence === sequence);
    return line === undefined ? [] : [{ certificate, line, path }];
  });
}

function askedOf(statement: Statement): readonly string[] {
  const receiving = receivingInstitution(statement);
  return receiving === undefined ? [] : [receiving];
}

const reads = (statement: Statement): readonly Need[] =>
  [...new Set(contentsOf(noticeOf(statement)).map(({ certificate }) => certificate))].map((record) => ({ record }));

const hourMs = 3_600_000;

interface Announced {
  readonly statement: Statement;
  readonly view: View;
  readonly importer: string;
  readonly lines: readonly NoticedLine[];
}

function against(obligation: Obligation, asked: Asked, announced: Announced): readonly Finding[] {
  const { requirement, lines } = asked;
  const { statement, view, importer } = announced;
  const { mode, expected, checkpoint, units } = noticeOf(statement);
  switch (obligation.kind) {
    case 'prior-notice': {
      const ahead = (Date.parse(expected) - statement.time) / hourMs;
      if (obligation.mode !== mode || ahead >= obligation.hours) return [];
      const figures = { hours: obligation.hours, ahead: Math.max(0, Math.floor(ahead)), mode };
      return [broken('notice-too-late', '/expected', requirement, figures)];
    }
    case 'checkpoints':
      if (obligation.mode !== undefined && obligation.mode !== mode) return [];
      return permittedCheckpoint(obligation, requirement, checkpoint, '/checkpoint');
    case 'admitted-grower':
      return lines.flatMap(sourcesAsked).flatMap(({ source }) => {
        const direction = { importer, exporter: statement.issuer };
        return admittedCheckpoint(view, source, direction, requirement, checkpoint, '/checkpoint');
      });
    case 'transport':
      return obligation.mode === mode
        ? units.flatMap((unit, index) => unitBroken(obligation, asked, announced, unit, `/units/${index}`))
        : [];
    case 'age':
      return obligation.of === 'certificate' ? certificateAge(obligation.days, asked, announced) : [];
    case 'declaration':
    case 'laboratory-test':
    case 'grower-mark':
    case 'season-window':
    case 'origin-control':
      return [];
  }
}

function unitBroken(
  obligation: Extract<Obligation, { kind: 'transport' }>,
  asked: Asked,
  { lines }: Announced,
  { number, seals }: TransportUnit,
  path: string,
): readonly Finding[] {
  const inside = lines.filter((one) => one.path.startsWith(`${path}/`)).map(({ line }) => line);
  if (!asked.lines.some(({ line }) => inside.includes(line))) return [];
  const found = [...unitFindings(obligation, asked, { number, path, lines: inside })];
  if (obligation.sealed && seals === undefined) {
    found.push(broken('unit-unsealed', `${path}/seals`, asked.requirement, { unit: number }));
  }
  return found;
}

/** Days from the signing of each certificate, which the log proves, to that of the notice. */
function certificateAge(days: number, { requirement, lines }: Asked, announced: Announced): readonly Finding[] {
  const today = dayOf(announced.statement.time);
  return announced.lines
    .filter(({ path }) => lines.some((asked) => asked.path === path))
    .flatMap(({ certificate, path }) => {
      const signed = dayOf(certificate.time);
      const age = daysFrom(signed, today);
      const { number } = certificateOf(certificate);
      const figures = { certificate: number, signed, age, days };
      return age <= days ? [] : [broken('certificate-too-old', `${path}/certificate`, requirement, figures)];
    });
}

/** What the importing institution requires on the day of the notice, of the transport as it really goes. */
const noticeRequirements: Rule = {
  name: 'the transport meets the importing institution’s requirements',
  reads,
  askedOf,
  check(statement, view) {
    const importer = receivingInstitution(statement);
    if (importer === undefined) return [];
    const lines = noticedLines(statement, view);
    const day = dayOf(statement.time);
    const found = [...Map.groupBy(lines, ({ certificate }) => certificateOf(certificate).exportCountry.code)].flatMap(
      ([country, ofCountry]) =>
        requirementsFor(view, importer, country, ofCountry, day).flatMap((asked) =>
          asked.requirement.obligations.flatMap((one) => against(one, asked, { statement, view, importer, lines })),
        ),
    );
    return onceEach(found);
  },
};

/** Goods that were certified before a suspension are not announced after it. */
const noticeNotSuspended: Rule = {
  name: 'nothing announced is suspended',
  reads,
  askedOf,
  check(statement, view) {
    const importer = receivingInstitution(statement);
    if (importer === undefined) return [];
    const { issuer: exporter, time: instant } = statement;
    const asking = { importer, exporter, day: dayOf(instant), instant };
    const lines = noticedLines(statement, view);
    const announced = lines.map(({ line }) => line);
    const behind = suspendedBehind(view, announced, asking);
    return lines.flatMap((one) =>
      suspensionFindings(view, one, asking, behind).map((found) => ({ ...found, path: one.path })),
    );
  },
};

export const noticeRequirementRules: readonly Rule[] = [noticeRequirements, noticeNotSuspended];
