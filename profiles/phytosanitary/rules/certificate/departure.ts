import type { Finding } from '../../../../kernel/finding.ts';
import type { Rule, Statement, Subject, View } from '../../../../kernel/profile.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import type { DepartedLine, Departure } from '../../claims/departure.ts';
import type { Inspection } from '../../claims/inspection.ts';
import type { Quantity } from '../../claims/text.ts';
import { accountNeeds, accountsOf, lineLedger } from '../../ledgers/line.ts';
import { toGoodsMass } from '../../mass.ts';
import { certificateOf, finding } from '../finding.ts';
import { inexact, kilograms } from '../goods.ts';
import { isAfter, isLater } from '../moments.ts';
import { toldLines } from './told-lines.ts';

const departureOf = ({ claims }: Statement) => claims as unknown as Departure;

function lineFindings({ sequence, departed }: DepartedLine, certified: bigint | undefined, path: string) {
  const mass = toGoodsMass(departed);
  if (mass instanceof Refusal) return inexact(departed, path);
  if (certified === undefined || mass <= certified) return [];
  const figures = { line: sequence, departed: kilograms(mass), certified: kilograms(certified) };
  return [finding('departed-over-certified', 'refuse', path, figures)];
}

export const departedLines: Rule = {
  name: 'a departure tells every line of the certificate, and no more than is certified',
  check(statement) {
    const { subject } = statement;
    if (subject === undefined) return [];
    const { lines } = departureOf(statement);
    const certified = new Map(accountsOf(subject).map(({ line, mass }) => [line.sequence, mass]));
    const { found, untold } = toldLines(subject, lines);
    return [
      ...found,
      ...lines.flatMap((line, index) => lineFindings(line, certified.get(line.sequence), `/lines/${index}/departed`)),
      ...untold.map((line) => finding('departure-line-missing', 'refuse', '/lines', { line })),
    ];
  },
};

/** Goods of a replacing certificate may have left under the number that it replaces. */
export const departureTime: Rule = {
  name: 'goods leave after their certificate is issued and before it is told',
  check(statement) {
    const { departure } = departureOf(statement);
    const found: Finding[] = [];
    if (isAfter(departure, statement.time)) {
      found.push(finding('departure-ahead', 'refuse', '/departure', { departure }));
    }
    if (statement.subject === undefined) return found;
    const { issued, replacement } = certificateOf(statement.subject);
    if (replacement === undefined && isLater(issued, departure)) {
      found.push(finding('departure-before-issue', 'refuse', '/departure', { departure, issued }));
    }
    return found;
  },
};

interface Told {
  readonly sequence: number;
  readonly mass: bigint;
  /** What is kept beside the account of the line under a movement. */
  readonly seen: bigint;
  readonly path: string;
}

/** What a statement tells by line, beside what is held of it; nothing where either is not there. */
function besideSeen<T extends { readonly sequence: number }>(
  subject: Subject,
  view: View,
  lines: readonly T[],
  quantityOf: (line: T) => Quantity,
  movement: string,
): readonly Told[] {
  const keys = new Map(accountsOf(subject).map(({ line, key }) => [line.sequence, key]));
  return lines.flatMap((line, index) => {
    const { sequence } = line;
    const key = keys.get(sequence);
    const seen = key && view.account(lineLedger, key)?.byMovement.get(movement);
    const mass = toGoodsMass(quantityOf(line));
    if (seen === undefined || mass instanceof Refusal) return [];
    return [{ sequence, mass, seen, path: `/lines/${index}` }];
  });
}

const accountReads: Rule['reads'] = ({ subject }) => (subject === undefined ? [] : accountNeeds(subject));

/** Asked of the inspector alone: what left may be told anew while the inspection is on its way. */
export const arrivedHadDeparted: Rule = {
  name: 'no more arrives than was observed to leave',
  askedOf: () => [],
  reads: accountReads,
  check({ subject, claims }, view) {
    if (subject === undefined) return [];
    const { lines } = claims as unknown as Inspection;
    return besideSeen(subject, view, lines, ({ arrived }) => arrived, 'departed')
      .filter(({ mass, seen }) => mass > seen)
      .map(({ sequence, mass, seen, path }) => {
        const figures = { line: sequence, arrived: kilograms(mass), departed: kilograms(seen) };
        return finding('arrived-more-than-departed', 'warn', `${path}/arrived`, figures);
      });
  },
};

/**
 * Asked of the exporting service alone, of what it holds. What customs reserve or write off is not looked at: they may
 * do so before all of the goods have left.
 */
export const departedHadNotCrossed: Rule = {
  name: 'no less leaves than an inspection let in',
  askedOf: () => [],
  reads: accountReads,
  check(statement, view) {
    const { subject } = statement;
    if (subject === undefined) return [];
    return besideSeen(subject, view, departureOf(statement).lines, ({ departed }) => departed, 'crossed')
      .filter(({ mass, seen }) => mass < seen)
      .map(({ sequence, mass, seen, path }) => {
        const figures = { line: sequence, departed: kilograms(mass), crossed: kilograms(seen) };
        return finding('departed-less-than-crossed', 'warn', `${path}/departed`, figures);
      });
  },
};
