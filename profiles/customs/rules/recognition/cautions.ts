/** What an officer who recognises in full is to look at once more. */
import type { Rule, Subject } from '../../../../kernel/profile.ts';
import type { Manifest } from '../../claims/manifest.ts';
import { manifestOf, receivingCustoms } from '../../institutions.ts';
import { officeKey, officeRegister } from '../../registers.ts';
import { arrivalNeeds, arrivalOf, reachedOf, resultNeeds, resultsTold } from '../../results.ts';
import { dayOf } from '../days.ts';
import { finding } from '../finding.ts';
import { meansDifferences } from '../means.ts';
import { leadOf, officeOf } from '../offices.ts';
import { participantNeeds, participantsOf } from '../participants.ts';
import { goodsNeeds, isInProject } from '../project-goods.ts';
import { sealsStated } from '../seals.ts';
import { bothCustoms } from '../sides.ts';
import { inFull } from './decision.ts';

const path = '/decision';
const servicesOf = (subject: Subject) => [receivingCustoms(subject) ?? '', subject.issuer];

const standingCodes = {
  consignor: { 'not-registered': 'consignor-not-participant', 'not-valid': 'consignor-not-valid' },
  consignee: { 'not-registered': 'consignee-not-participant', 'not-valid': 'consignee-not-valid' },
  carrier: { 'not-registered': 'carrier-not-participant', 'not-valid': 'carrier-not-valid' },
} as const;

export const participantsKnown: Rule = {
  name: 'participants are in a register',
  askedOf: bothCustoms,
  reads(statement) {
    const subject = inFull(statement);
    return subject === undefined ? [] : participantNeeds(manifestOf(subject), servicesOf(subject));
  },
  check(statement, view) {
    const subject = inFull(statement);
    if (subject === undefined) return [];
    const day = dayOf(statement.time);
    return participantsOf(manifestOf(subject), servicesOf(subject), day, view).flatMap(({ role, party, standing }) => {
      if (standing === 'valid') return [];
      if (standing === 'of-another') {
        return [finding('participant-of-another', 'warn', path, { number: party.operator ?? '' })];
      }
      return [finding(standingCodes[role][standing], 'warn', path, { name: party.name })];
    });
  },
};

export const goodsKnown: Rule = {
  name: 'the goods belong to the project',
  askedOf: bothCustoms,
  reads(statement) {
    const subject = inFull(statement);
    if (subject === undefined) return [];
    return manifestOf(subject).lines.flatMap(({ hs }) => goodsNeeds(receivingCustoms(subject) ?? '', hs));
  },
  check(statement, view) {
    const subject = inFull(statement);
    if (subject === undefined) return [];
    const customs = receivingCustoms(subject) ?? '';
    return manifestOf(subject).lines.flatMap(({ hs, sequence }) =>
      isInProject(customs, hs, dayOf(statement.time), view)
        ? []
        : [finding('goods-not-in-project', 'warn', path, { line: sequence, hs })],
    );
  },
};

export const meansAgree: Rule = {
  name: 'what came is what was announced',
  askedOf: bothCustoms,
  reads(statement) {
    const subject = inFull(statement);
    return subject === undefined ? [] : arrivalNeeds(subject);
  },
  check(statement, view) {
    const subject = inFull(statement);
    const arrival = subject && arrivalOf(subject, view);
    if (subject === undefined || arrival === undefined) return [];
    const { notStated, absent } = meansDifferences(manifestOf(subject), arrival);
    return [
      ...notStated.map(({ number }) => finding('means-not-stated', 'warn', path, { number })),
      ...absent.map((number) => finding('means-absent', 'warn', path, { number })),
    ];
  },
};

export const sealsLeftOn: Rule = {
  name: 'goods came under seals',
  askedOf: bothCustoms,
  reads(statement) {
    const subject = inFull(statement);
    return subject === undefined ? [] : [...resultNeeds(subject), ...arrivalNeeds(subject)];
  },
  check(statement, view) {
    const subject = inFull(statement);
    if (subject === undefined) return [];
    const sending = resultsTold(subject.issuer, subject, view);
    return sealsStated(manifestOf(subject), sending, reachedOf(subject, view)).flatMap(({ means, leftOff }) =>
      leftOff ? [finding('sealed-no-more', 'warn', path, { number: means })] : [],
    );
  },
};

export const cameInTime: Rule = {
  name: 'the manifest was early enough before the arrival',
  askedOf: bothCustoms,
  reads(statement) {
    const subject = inFull(statement);
    if (subject === undefined) return [];
    const key = officeKey(receivingCustoms(subject) ?? '', manifestOf(subject).entryOffice);
    return [{ register: officeRegister, key }, ...arrivalNeeds(subject)];
  },
  check(statement, view) {
    const subject = inFull(statement);
    if (subject === undefined) return [];
    const entry = officeOf(view, receivingCustoms(subject) ?? '', manifestOf(subject).entryOffice);
    const { given, asked } = leadOf(subject, entry, arrivalOf(subject, view)?.time) ?? {};
    if (given === undefined || asked === undefined || given >= asked) return [];
    return [finding('manifest-was-late', 'warn', path, { minutes: Math.max(0, given), lead: asked })];
  },
};

/** Chapters of goods that travel with a plant-health certificate. */
export const plants = /^(0[6-9]|1[0-4])/;
const animals = /^0[1-5]/;

interface MissingPaper {
  readonly kind: 'invoice' | 'phytosanitary' | 'veterinary';
  /** Line of the goods that need it. */
  readonly line?: number;
}

/** Papers that goods of these chapters travel with, as far as the manifest does not name them. */
export function papersMissing({ lines, documents = [] }: Manifest): readonly MissingPaper[] {
  const has = (kind: string) => documents.some((one) => one.kind === kind);
  const plant = lines.find(({ hs, certificate }) => plants.test(hs) && certificate === undefined);
  const animal = lines.find(({ hs }) => animals.test(hs));
  return [
    ...(has('invoice') ? [] : [{ kind: 'invoice' as const }]),
    ...(plant && !has('phytosanitary') ? [{ kind: 'phytosanitary' as const, line: plant.sequence }] : []),
    ...(animal && !has('veterinary') ? [{ kind: 'veterinary' as const, line: animal.sequence }] : []),
  ];
}

export const documentsThere: Rule = {
  name: 'the documents that such goods need are named',
  check(statement) {
    const subject = inFull(statement);
    const missing = subject === undefined ? [] : papersMissing(manifestOf(subject));
    return missing.map(({ kind, line }) =>
      finding(`${kind}-missing`, 'warn', path, line === undefined ? undefined : { line }),
    );
  },
};
