/** What may follow a manifest. */
import type { RecordType } from '../../kernel/profile.ts';
import type { ControlResult, Recognition } from './claims/control.ts';
import type { Arrival, Disposition, Query, Registration, Reply, Withdrawal } from './claims/follow-ups.ts';
import {
  arrivalSchema,
  controlResultSchema,
  dispositionSchema,
  querySchema,
  recognitionSchema,
  registrationSchema,
  replySchema,
  withdrawalSchema,
} from './claims/schemas.ts';
import { manifestOf } from './institutions.ts';
import {
  arrivalKey,
  arrivalRegister,
  controlKey,
  controlRegister,
  recognitionKey,
  recognitionRegister,
} from './manifest-registers.ts';
import { arrivalReferences, controlReferences } from './references.ts';
import { arrivalCompared, arrivalStated, meansFound } from './rules/arrival.ts';
import { controlCompared, controlsListed, linesControlled } from './rules/control/content.ts';
import { resultFitsControls, resultFitsFindings } from './rules/control/result.ts';
import { controlTimes } from './rules/control/times.ts';
import { auditTold, releaseAfterControl, releaseCovered } from './rules/disposition.ts';
import { officeOfIssuer } from './rules/offices.ts';
import { askedAbout } from './rules/query.ts';
import { dispositionGrounds, recognitionGrounds, rejectionGrounds, withdrawalGrounds } from './rules/reasons.ts';
import {
  cameInTime,
  documentsThere,
  goodsKnown,
  meansAgree,
  participantsKnown,
  sealsLeftOn,
} from './rules/recognition/cautions.ts';
import { certificatesCover } from './rules/recognition/certificates.ts';
import { controlsMade, decisionStated, releaseOnlyInFull } from './rules/recognition/decision.ts';
import { resultsSuffice, sealsAgree, weightAgrees } from './rules/recognition/grounds.ts';
import { arrivalKept, resultsKept } from './rules/recognition/restated.ts';
import { receivingSide, sideOfControl } from './rules/sides.ts';
import { freeMovement } from './statements.ts';
import { summed } from './summaries.ts';

const shared = { version: 1, issuedBy: 'customs', sentTo: ['customs', 'nppo'] } as const;
/** What a service saw or decided is its own to say: an objection of the other side is kept beside it. */
const own = { ...shared, stands: true } as const;
const types = ['manifest'];
const codesOf = (reasons: Registration['reasons'] = []) => reasons.map(({ code }) => code);
const textOf = (reasons: Registration['reasons'] = []) => reasons[0]?.text ?? '';

export const manifestRegistration: RecordType = {
  ...own,
  title: { az: 'Manifestin qeydiyyatı', ru: 'Регистрация манифеста', en: 'Registration of the manifest' },
  schemas: { 1: registrationSchema },
  follows: { types, required: true, event: (claims) => (claims as unknown as Registration).kind },
  rules: [receivingSide, rejectionGrounds, officeOfIssuer],
  summary(claims) {
    const { kind, reasons } = claims as unknown as Registration;
    return summed('', textOf(reasons), [kind, ...codesOf(reasons)]);
  },
};

export const manifestArrival: RecordType = {
  ...own,
  title: { az: 'Sərhədə gəliş', ru: 'Прибытие на границу', en: 'Arrival at the border' },
  schemas: { 1: arrivalSchema },
  follows: { types, required: true, event: () => 'arrive' },
  confirms: ['arrive'],
  rules: [receivingSide, arrivalStated, meansFound, arrivalCompared, officeOfIssuer],
  statements({ issuer, claims, subject, time }) {
    if (subject === undefined) return [];
    const key = arrivalKey(issuer, subject.issuer, manifestOf(subject).number, time);
    return [{ register: arrivalRegister, key, value: claims }];
  },
  references: arrivalReferences,
  summary(claims) {
    const { means, office, text } = claims as unknown as Arrival;
    return summed('', `${means.map(({ number }) => number).join(', ')} → ${office}`, [
      ...means.flatMap(({ number, seals }) => [number, ...seals.map((seal) => seal.number)]),
      office,
      text,
    ]);
  },
};

export const controlResult: RecordType = {
  ...own,
  title: { az: 'Gömrük nəzarətinin nəticəsi', ru: 'Результат таможенного контроля', en: 'Customs control result' },
  schemas: { 1: controlResultSchema },
  follows: {
    types,
    required: true,
    event: (claims) => ((claims as unknown as ControlResult).side === 'sending' ? 'report' : 'control'),
  },
  rules: [
    sideOfControl,
    controlTimes,
    controlsListed,
    resultFitsControls,
    resultFitsFindings,
    linesControlled,
    controlCompared,
    officeOfIssuer,
  ],
  statements({ issuer, claims, subject, time }) {
    if (subject === undefined) return [];
    const { number } = claims as unknown as ControlResult;
    const key = controlKey(issuer, subject.issuer, manifestOf(subject).number, number, time);
    return [{ register: controlRegister, key, value: { ...claims, stated: new Date(time).toISOString() } }];
  },
  references: controlReferences,
  summary(claims) {
    const { number, result, office, seals, text } = claims as unknown as ControlResult;
    return summed(number, `${result}, ${office}`, [
      number,
      result,
      office,
      ...(seals ?? []).flatMap(({ means, before, after }) => [means, ...before, ...after]),
      text,
    ]);
  },
};

export const recognition: RecordType = {
  ...own,
  title: {
    az: 'Nəzarət nəticəsinin tanınması',
    ru: 'Признание результата контроля',
    en: 'Recognition of the control',
  },
  schemas: { 1: recognitionSchema },
  follows: {
    types,
    required: true,
    event(claims) {
      const { decision, release, lane } = claims as unknown as Recognition;
      if (decision === 'none') return 'decline';
      if (decision !== 'full' || release !== true) return 'recognise';
      return lane === 'blue' ? 'pass-for-audit' : 'pass';
    },
  },
  confirms: ['pass', 'pass-for-audit'],
  rules: [
    receivingSide,
    releaseOnlyInFull,
    decisionStated,
    recognitionGrounds,
    controlsMade,
    resultsSuffice,
    sealsAgree,
    weightAgrees,
    participantsKnown,
    goodsKnown,
    meansAgree,
    sealsLeftOn,
    cameInTime,
    documentsThere,
    arrivalKept,
    resultsKept,
    certificatesCover,
    officeOfIssuer,
  ],
  statements({ issuer, claims, subject, time }) {
    if (subject === undefined) return [];
    const key = recognitionKey(issuer, subject.issuer, manifestOf(subject).number);
    return [{ register: recognitionRegister, key, value: { ...claims, decided: new Date(time).toISOString() } }];
  },
  summary(claims) {
    const { decision, lane, reasons, office, text } = claims as unknown as Recognition;
    return summed('', text ?? textOf(reasons), [decision, lane, office, ...codesOf(reasons)]);
  },
};

export const manifestDisposition: RecordType = {
  ...own,
  title: { az: 'Yük üzrə qərar', ru: 'Решение по грузу', en: 'Decision on the goods' },
  schemas: { 1: dispositionSchema },
  follows: {
    types,
    required: true,
    event(claims) {
      const { kind, audit } = claims as unknown as Disposition;
      return kind === 'release' && audit ? 'release-for-audit' : kind;
    },
  },
  confirms: ['release', 'release-for-audit', 'detain', 'return'],
  rules: [receivingSide, dispositionGrounds, auditTold, releaseAfterControl, releaseCovered, officeOfIssuer],
  summary(claims) {
    const { kind, office, reasons, text } = claims as unknown as Disposition;
    return summed('', text ?? textOf(reasons), [kind, office, ...codesOf(reasons)]);
  },
};

export const manifestQuery: RecordType = {
  ...shared,
  title: { az: 'Manifest üzrə sorğu', ru: 'Запрос по манифесту', en: 'Query on the manifest' },
  schemas: { 1: querySchema },
  follows: { types, required: true, event: () => 'ask' },
  rules: [receivingSide, askedAbout],
  summary: (claims) => summed('', (claims as unknown as Query).text),
};

export const manifestReply: RecordType = {
  ...shared,
  title: { az: 'Manifest üzrə cavab', ru: 'Ответ по манифесту', en: 'Reply on the manifest' },
  schemas: { 1: replySchema },
  follows: { types, required: true, event: () => 'reply' },
  rules: [],
  summary: (claims) => summed('', (claims as unknown as Reply).text),
};

export const manifestWithdrawal: RecordType = {
  ...shared,
  title: { az: 'Manifestin geri götürülməsi', ru: 'Отзыв манифеста', en: 'Withdrawal of the manifest' },
  schemas: { 1: withdrawalSchema },
  follows: { types, required: true, event: () => 'withdraw' },
  rules: [withdrawalGrounds],
  statements: ({ subject }) => (subject === undefined ? [] : [freeMovement(subject)]),
  summary(claims) {
    const { reason, text } = claims as unknown as Withdrawal;
    return summed('', text ?? '', [reason]);
  },
};
