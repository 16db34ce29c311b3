/** What stands at the border against what was announced. Differences are told, never refused: they are what was seen. */
import type { Finding } from '../../../kernel/finding.ts';
import type { Rule, Statement } from '../../../kernel/profile.ts';
import { evenReference } from '../../../kernel/reference.ts';
import type { Arrival } from '../claims/follow-ups.ts';
import { manifestOf, receivingCustoms } from '../institutions.ts';
import { kilograms, toMass } from '../mass.ts';
import { arrivalNeeds, arrivalOf, reachedOf, resultNeeds, resultsTold } from '../results.ts';
import { dayOf } from './days.ts';
import { doubled, finding } from './finding.ts';
import { meansDifferences } from './means.ts';
import { instants, isAhead } from './moments.ts';
import { sealDifferences, sealsStated } from './seals.ts';
import { bothCustoms } from './sides.ts';
import { isOutside, toleranceNeeds, weightDifference } from './tolerances.ts';

const arrivalIn = ({ claims }: Statement) => claims as unknown as Arrival;

export const arrivalStated: Rule = {
  name: 'an arrival has happened, and tells each means once',
  check(statement) {
    const { time, means, gross } = arrivalIn(statement);
    const found: Finding[] = [...instants({ '/time': time })];
    if (isAhead(time, statement.time)) found.push(finding('moment-ahead', 'refuse', '/time', { moment: time }));
    if (gross !== undefined && toMass(gross) === undefined)
      found.push(finding('gross-unit-unknown', 'refuse', '/gross'));
    const twice = doubled(
      means,
      ({ number }) => evenReference(number),
      ({ number }, index) => finding('means-doubled', 'refuse', `/means/${index}/number`, { number }),
    );
    return [...found, ...twice];
  },
};

export const meansFound: Rule = {
  name: 'the means at the border are those of the manifest',
  check(statement) {
    if (statement.subject === undefined) return [];
    const { means, office } = arrivalIn(statement);
    const manifest = manifestOf(statement.subject);
    const { notStated, absent } = meansDifferences(manifest, { means });
    const others = notStated.map(({ number, index }) =>
      finding('means-not-stated', 'warn', `/means/${index}/number`, { number }),
    );
    const missing = absent.map((number) => finding('means-absent', 'warn', '/means', { number }));
    const elsewhere = office === manifest.entryOffice ? [] : [finding('office-differs', 'warn', '/office', { office })];
    return [...others, ...missing, ...elsewhere];
  },
};

const sealCodes = { absent: 'seal-absent', 'not-stated': 'seal-not-stated', bad: 'seal-bad' } as const;

/** Seals are compared with those that the last control of the sending side left on. */
export const arrivalCompared: Rule = {
  name: 'seals and weight are those stated',
  askedOf: bothCustoms,
  reads({ subject }) {
    if (subject === undefined) return [];
    const tolerances = toleranceNeeds(receivingCustoms(subject) ?? '', manifestOf(subject).lines);
    return [...arrivalNeeds(subject), ...resultNeeds(subject), ...tolerances];
  },
  check(statement, view) {
    const { subject } = statement;
    if (subject === undefined) return [];
    const arrival = arrivalIn(statement);
    const manifest = manifestOf(subject);
    const had = reachedOf(subject, view)?.had ?? (() => true);
    const stated = sealsStated(manifest, resultsTold(subject.issuer, subject, view), { time: arrival.time, had });
    const before = arrivalOf(subject, view);
    const found: Finding[] = sealDifferences(stated, arrival).map(({ means, seal, what }) =>
      finding(sealCodes[what], 'warn', '/means', { number: means, seal }),
    );
    if (before !== undefined) found.push(finding('arrival-restated', 'warn', '/time', { moment: before.time }));
    const mass = arrival.gross && toMass(arrival.gross);
    if (mass === undefined) return found;
    const customs = receivingCustoms(subject) ?? '';
    const difference = weightDifference(customs, manifest.lines, mass, dayOf(statement.time), view);
    if (difference === undefined || !isOutside(difference)) return found;
    const detail = { stated: kilograms(difference.stated), found: kilograms(mass) };
    return [...found, finding('weight-outside', 'warn', '/gross', detail)];
  },
};
