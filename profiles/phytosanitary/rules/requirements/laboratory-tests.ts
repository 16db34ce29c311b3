import type { Finding } from '../../../../kernel/finding.ts';
import type { Rule, Subject } from '../../../../kernel/profile.ts';
import type { LaboratoryResult } from '../../claims/laboratory.ts';
import type { Obligation, Requirement } from '../../claims/requirement.ts';
import { daysFrom } from '../../day.ts';
import { finding, stated } from '../finding.ts';
import { sourcesAsked } from './admitted-growers.ts';
import { broken, type Consignment, certificateRequirementNeeds, consignmentOf, requirementsOf } from './consignment.ts';
import { type Asked, type AskedLine, citationOf } from './requirements-in-force.ts';

type LaboratoryTest = Extract<Obligation, { kind: 'laboratory-test' }>;

/** Goods that must be tested: those of one grower, or of a line that names none. */
interface Lot {
  readonly growers: readonly string[];
  readonly products: readonly string[];
}

/** A result of a line: usable for some lots and pests, or not at all. */
interface Named {
  readonly path: string;
  readonly result: LaboratoryResult;
  /** Why it proves nothing, where so. */
  readonly fault?: Finding;
}

/** Every lot of the line has, for every pest, a valid and recent result that did not find it. */
export function laboratoryTests(
  obligation: LaboratoryTest,
  asked: Asked,
  consignment: Consignment,
): readonly Finding[] {
  return asked.lines.flatMap((line) => lineTests(obligation, asked.requirement, line, consignment));
}

function lineTests(
  { pests, days }: LaboratoryTest,
  requirement: Requirement,
  asked: AskedLine,
  consignment: Consignment,
): readonly Finding[] {
  const { line, path } = asked;
  const ids = line.laboratoryResults ?? [];
  if (ids.length === 0) {
    const figures = { line: line.sequence, pests: pests.join(', ') };
    return [broken('laboratory-result-missing', `${path}/laboratoryResults`, requirement, figures)];
  }
  const found: Finding[] = [];
  const named: Named[] = [];
  for (const [index, id] of ids.entries()) {
    const at = `${path}/laboratoryResults/${index}`;
    const subject = consignment.view.record(id);
    if (subject === undefined) {
      found.push(finding('laboratory-result-awaited', 'warn', at, { record: id, ...citationOf(requirement) }));
    } else if (subject.type !== 'laboratory-result') {
      found.push(broken('laboratory-result-other-type', at, requirement, { record: id }));
    } else {
      named.push(judged(subject, at, days, requirement, consignment.day));
    }
  }
  for (const { path: at, result, fault } of named) {
    if (fault?.code === 'laboratory-result-annulled') continue;
    for (const { pest } of result.tests.filter((test) => pests.includes(test.pest) && test.result === 'detected')) {
      found.push(broken('laboratory-pest-detected', at, requirement, { protocol: result.number, pest }));
    }
  }
  // What a result says that is still to come cannot be told.
  if (ids.some((id) => consignment.view.record(id) === undefined)) return found;
  for (const lot of lotsOf(asked)) found.push(...untested(lot, pests, named, asked, requirement));
  return [...new Set(found)];
}

const isTest = ({ kind }: Obligation) => kind === 'laboratory-test';

/**
 * Asked of the issuer alone: a laboratory's records reach others on a channel of its own, so that they may come
 * after the certificate. That the importing institution gets them is seen from their recipients.
 */
export const resultsHeld: Rule = {
  name: 'laboratory results asked for are before both services',
  reads: certificateRequirementNeeds,
  askedOf: () => [],
  check(statement, view) {
    const consignment = consignmentOf(statement, view);
    if (consignment === undefined) return [];
    const { importer } = consignment;
    const asked = requirementsOf(consignment).filter(({ requirement }) => requirement.obligations.some(isTest));
    return asked.flatMap(({ requirement, lines }) =>
      lines.flatMap(({ line, path }) =>
        (line.laboratoryResults ?? []).flatMap((id, index): readonly Finding[] => {
          const at = `${path}/laboratoryResults/${index}`;
          const held = view.record(id);
          if (held !== undefined && (held.issuer === importer || held.to.includes(importer))) return [];
          const institution = held === undefined ? statement.issuer : importer;
          return [broken('laboratory-result-not-held', at, requirement, { record: id, institution })];
        }),
      ),
    );
  },
};

function judged(
  subject: Subject,
  path: string,
  days: number | undefined,
  requirement: Requirement,
  day: string,
): Named {
  const result = subject.claims as unknown as LaboratoryResult;
  const protocol = result.number;
  const ended = result.ended.slice(0, 10);
  const age = daysFrom(ended, day);
  if (subject.state !== 'valid') {
    return { path, result, fault: broken('laboratory-result-annulled', path, requirement, { protocol }) };
  }
  if (days !== undefined && age > days) {
    const fault = broken('laboratory-result-too-old', path, requirement, { protocol, date: ended, age, days });
    return { path, result, fault };
  }
  return { path, result };
}

function lotsOf(asked: AskedLine): readonly Lot[] {
  const sources = sourcesAsked(asked);
  if (sources.length === 0) return [{ growers: [], products: asked.products }];
  return sources.map(({ source }) => ({
    growers: [source.grower, source.member].filter((id) => id !== undefined),
    products: [source.product],
  }));
}

/** A result that names no grower is about the whole lot of its product. */
function fits({ lot }: LaboratoryResult, { growers, products }: Lot): boolean {
  return (
    products.includes(lot.product) && (lot.grower === undefined || growers.length === 0 || growers.includes(lot.grower))
  );
}

/** Pests of which no usable result says that they were not detected in the lot, with the reason where there is one. */
function untested(
  lot: Lot,
  pests: readonly string[],
  named: readonly Named[],
  { line, path }: AskedLine,
  requirement: Requirement,
): readonly Finding[] {
  const about = named.filter(({ result }) => fits(result, lot));
  const clears = ({ result }: Named, pest: string) =>
    result.tests.some((test) => test.pest === pest && test.result === 'not-detected');
  const missing = pests.filter((pest) => !about.some((one) => one.fault === undefined && clears(one, pest)));
  if (missing.length === 0) return [];
  const faults = about.filter((one) => missing.some((pest) => clears(one, pest))).flatMap(({ fault }) => fault ?? []);
  const unexplained = missing.filter((pest) => !about.some((one) => one.fault !== undefined && clears(one, pest)));
  if (unexplained.length === 0) return faults;
  const figures = stated({ line: line.sequence, grower: lot.growers[0], pests: unexplained.join(', ') });
  return [...faults, broken('laboratory-pest-untested', `${path}/laboratoryResults`, requirement, figures)];
}
