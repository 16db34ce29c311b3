/** What keeps controls from being recognised in full. */
import type { Finding } from '../../../../kernel/finding.ts';
import type { Rule, Subject, View } from '../../../../kernel/profile.ts';
import { manifestOf, receivingCustoms } from '../../institutions.ts';
import { kilograms, toMass } from '../../mass.ts';
import { adverse, arrivalNeeds, arrivalOf, reachedOf, resultNeeds, resultsBy, resultsTold } from '../../results.ts';
import { dayOf } from '../days.ts';
import { finding } from '../finding.ts';
import { instantOf } from '../moments.ts';
import { sealsFoundOff, sealsStated } from '../seals.ts';
import { bothCustoms } from '../sides.ts';
import { isOutside, toleranceNeeds, weightDifference } from '../tolerances.ts';
import { inFull } from './decision.ts';

const path = '/decision';

export const resultsSuffice: Rule = {
  name: 'there is a result to recognise, valid and satisfactory',
  askedOf: bothCustoms,
  reads(statement) {
    const subject = inFull(statement);
    return subject === undefined ? [] : resultNeeds(subject);
  },
  check(statement, view) {
    const subject = inFull(statement);
    if (subject === undefined) return [];
    const sending = resultsBy(subject.issuer, subject, view);
    const found: Finding[] = [...sending, ...resultsBy(statement.issuer, subject, view)].flatMap(
      ({ number, result, radiation }) => {
        if (radiation === 'exceeded') return [finding('control-radiation', 'refuse', path, { number })];
        return adverse.has(result) ? [finding('control-result-adverse', 'refuse', path, { number, result })] : [];
      },
    );
    if (sending.length === 0) return [finding('control-result-missing', 'refuse', path), ...found];
    const last = sending.at(-1);
    const ends = sending.map(({ validUntil }) => instantOf(validUntil) ?? Number.POSITIVE_INFINITY);
    if (last !== undefined && Math.max(...ends) < statement.time) {
      found.push(finding('control-result-expired', 'refuse', path, { number: last.number }));
    }
    return found;
  },
};

const sealCodes = { absent: 'seal-absent', 'not-stated': 'seal-not-stated', bad: 'seal-bad' } as const;

export const sealsAgree: Rule = {
  name: 'seals found are those stated',
  askedOf: bothCustoms,
  reads(statement) {
    const subject = inFull(statement);
    return subject === undefined ? [] : [...resultNeeds(subject), ...arrivalNeeds(subject)];
  },
  check(statement, view) {
    const subject = inFull(statement);
    const arrival = subject && arrivalOf(subject, view);
    if (subject === undefined || arrival === undefined) return [];
    const sending = resultsTold(subject.issuer, subject, view);
    const stated = sealsStated(manifestOf(subject), sending, reachedOf(subject, view));
    return sealsFoundOff(stated, arrival, resultsBy(statement.issuer, subject, view)).map(({ means, seal, what }) =>
      finding(sealCodes[what], 'refuse', path, { number: means, seal }),
    );
  },
};

/** Weighed by the receiving side: in a control of its own, else at the border. 10^-6 kg. */
export function weightFound(subject: Subject, view: View): bigint | undefined {
  const own = resultsBy(receivingCustoms(subject) ?? '', subject, view).findLast(({ gross }) => gross !== undefined);
  const gross = own?.gross ?? arrivalOf(subject, view)?.gross;
  return gross && toMass(gross);
}

export const weightAgrees: Rule = {
  name: 'the weight found lies within the tolerance',
  askedOf: bothCustoms,
  reads(statement) {
    const subject = inFull(statement);
    if (subject === undefined) return [];
    const tolerances = toleranceNeeds(receivingCustoms(subject) ?? '', manifestOf(subject).lines);
    return [...resultNeeds(subject), ...arrivalNeeds(subject), ...tolerances];
  },
  check(statement, view) {
    const subject = inFull(statement);
    const mass = subject && weightFound(subject, view);
    if (subject === undefined || mass === undefined) return [];
    const { lines } = manifestOf(subject);
    const difference = weightDifference(receivingCustoms(subject) ?? '', lines, mass, dayOf(statement.time), view);
    if (difference === undefined) return [];
    const detail = { stated: kilograms(difference.stated), found: kilograms(mass) };
    if (difference.allowed === undefined && difference.stated !== mass) {
      return [finding('tolerance-unknown', 'inform', path, detail)];
    }
    return isOutside(difference) ? [finding('weight-outside', 'refuse', path, detail)] : [];
  },
};
