/** Whether what a control tells belongs to the controls it names and to the manifest. */
import type { Finding } from '../../../../kernel/finding.ts';
import type { Rule, Statement, Subject, View } from '../../../../kernel/profile.ts';
import { evenReference } from '../../../../kernel/reference.ts';
import { parseDecimal } from '../../../../kernel/state/quantity.ts';
import type { Control, ControlResult, LineResult } from '../../claims/control.ts';
import { manifestOf, receivingCustoms } from '../../institutions.ts';
import { kilograms, toMass } from '../../mass.ts';
import { arrivalNeeds, reachedOf, resultNeeds, resultsBy, resultsTold } from '../../results.ts';
import { dayOf } from '../days.ts';
import { doubled, finding } from '../finding.ts';
import { ownSealDifferences, sealsStated } from '../seals.ts';
import { bothCustoms } from '../sides.ts';
import { isOutside, toleranceNeeds, weightDifference } from '../tolerances.ts';
import { controlIn } from './times.ts';

/** Members that only a certain control gives, with it. */
function given({ lines, seals, gross, radiation, images }: ControlResult): readonly (readonly [string, Control])[] {
  return [
    ...((lines ?? []).some(({ sampled }) => sampled) ? [['/lines', 'sampling'] as const] : []),
    ...(seals === undefined ? [] : [['/seals', 'seal-check'] as const]),
    ...(gross === undefined ? [] : [['/gross', 'weighing'] as const]),
    ...(radiation === undefined ? [] : [['/radiation', 'radiation'] as const]),
    ...((images ?? []).some(({ kind }) => kind === 'scan') ? [['/images', 'scan'] as const] : []),
  ];
}

const listedCodes = {
  sampling: 'sampling-not-listed',
  'seal-check': 'seal-check-not-listed',
  weighing: 'weighing-not-listed',
  radiation: 'radiation-not-listed',
  scan: 'scan-not-listed',
} as const;

export const controlsListed: Rule = {
  name: 'controls that were made are named, each once',
  check(statement) {
    const result = controlIn(statement);
    const { controls, gross } = result;
    const found: Finding[] = [
      ...doubled(controls, String, (_, index) => finding('control-doubled', 'refuse', `/controls/${index}`)),
    ];
    for (const [path, control] of given(result)) {
      const code = listedCodes[control as keyof typeof listedCodes];
      if (!controls.includes(control)) found.push(finding(code, 'refuse', path));
    }
    if (gross !== undefined && toMass(gross) === undefined)
      found.push(finding('gross-unit-unknown', 'refuse', '/gross'));
    return found;
  },
};

function lineFindings({ declared, found: seen, violations, sequence }: LineResult, path: string): readonly Finding[] {
  if (declared === undefined || seen === undefined) return [];
  if (declared.unit !== seen.unit) return [finding('units-differ', 'warn', `${path}/found`, { line: sequence })];
  if (violations !== undefined || parseDecimal(declared.value, 6) === parseDecimal(seen.value, 6)) return [];
  return [finding('difference-without-violation', 'warn', path, { line: sequence })];
}

export const linesControlled: Rule = {
  name: 'lines and means of a control are those of the manifest',
  check(statement) {
    const { lines = [], seals = [] } = controlIn(statement);
    if (statement.subject === undefined) return [];
    const manifest = manifestOf(statement.subject);
    const sequences = new Set(manifest.lines.map(({ sequence }) => sequence));
    const stated = new Set(manifest.means.map(({ number }) => evenReference(number)));
    return [
      ...doubled(
        lines,
        ({ sequence }) => String(sequence),
        ({ sequence }, index) => finding('line-doubled', 'refuse', `/lines/${index}/sequence`, { line: sequence }),
      ),
      ...lines.flatMap((line, index) => {
        const path = `/lines/${index}`;
        const unknown = sequences.has(line.sequence)
          ? []
          : [finding('line-not-in-manifest', 'refuse', `${path}/sequence`, { line: line.sequence })];
        return [...unknown, ...lineFindings(line, path)];
      }),
      ...doubled(
        seals,
        ({ means }) => evenReference(means),
        ({ means }, index) => finding('means-doubled', 'refuse', `/seals/${index}/means`, { number: means }),
      ),
      ...seals.flatMap(({ means }, index) =>
        stated.has(evenReference(means))
          ? []
          : [finding('means-not-stated', 'warn', `/seals/${index}/means`, { number: means })],
      ),
      ...seals.flatMap(({ means, before, after }, index) =>
        before.length > 0 && after.length === 0
          ? [finding('seals-left-off', 'warn', `/seals/${index}/after`, { number: means })]
          : [],
      ),
    ];
  },
};

/** What was weighed and hung there is compared; a number that is stated again corrects what stood under it. */
export const controlCompared: Rule = {
  name: 'weight and seals found are those stated',
  askedOf: bothCustoms,
  reads(statement) {
    const { subject } = statement;
    if (subject === undefined) return [];
    return [
      ...arrivalNeeds(subject),
      ...resultNeeds(subject),
      ...toleranceNeeds(receivingCustoms(subject) ?? '', manifestOf(subject).lines),
    ];
  },
  check(statement, view) {
    const { subject, issuer, time } = statement;
    if (subject === undefined) return [];
    const manifest = manifestOf(subject);
    const { number, gross, side } = controlIn(statement);
    const found: Finding[] = [
      ...(side === 'sending' ? lateFindings(statement, subject, view) : sealFindings(statement, subject, view)),
    ];
    const before = resultsBy(issuer, subject, view).find((one) => one.number === number);
    if (before !== undefined)
      found.push(finding('control-restated', 'warn', '/number', { number, result: before.result }));
    const mass = gross && toMass(gross);
    if (mass === undefined) return found;
    const difference = weightDifference(receivingCustoms(subject) ?? '', manifest.lines, mass, dayOf(time), view);
    if (difference === undefined || !isOutside(difference)) return found;
    const detail = { stated: kilograms(difference.stated), found: kilograms(mass) };
    return [...found, finding('weight-outside', 'warn', '/gross', detail)];
  },
};

/** Told of, and held against nobody: the sender may not have heard of the arrival. */
function lateFindings(statement: Statement, subject: Subject, view: View): readonly Finding[] {
  const { ended, seals } = controlIn(statement);
  const reached = reachedOf(subject, view);
  if (reached === undefined) return [];
  if (Date.parse(ended) > Date.parse(reached.time))
    return [finding('control-after-arrival', 'warn', '/ended', { ended, arrived: reached.time })];
  return seals === undefined ? [] : [finding('control-told-late', 'warn', '/seals', { arrived: reached.time })];
}

const sealCodes = { absent: 'seal-absent', 'not-stated': 'seal-not-stated' } as const;

/** What this control found hanging, against what was stated or an earlier one of the same side left on. */
function sealFindings(statement: Statement, subject: Subject, view: View): readonly Finding[] {
  const result = controlIn(statement);
  const sending = resultsTold(subject.issuer, subject, view);
  const stated = sealsStated(manifestOf(subject), sending, reachedOf(subject, view));
  const others = resultsBy(statement.issuer, subject, view).filter(({ number }) => number !== result.number);
  return ownSealDifferences(stated, [...others, result]).flatMap(({ means, seal, what, result: of }) => {
    if (of !== result) return [];
    const place = (result.seals ?? []).findIndex((one) => one.means === means);
    return [finding(sealCodes[what], 'warn', `/seals/${place}/before`, { number: means, seal })];
  });
}
