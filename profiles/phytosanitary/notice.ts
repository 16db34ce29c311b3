import type { LifeCycle, RecordType, RegisterDeclaration, RegisterStatement, Statement } from '../../kernel/profile.ts';
import type { Notice, NoticeCancellation } from './claims/notice.ts';
import { noticeCancellationSchema, noticeSchema } from './claims/schemas.ts';
import { exportingPart, linePart, noticePart, unitPart } from './ledgers/parts.ts';
import { checkpointReached } from './receivers.ts';
import { noticeReferences } from './references.ts';
import {
  type NoticedUnitValue,
  type NoticedValue,
  noticedKey,
  noticedRegister,
  noticedUnitKey,
  noticedUnitRegister,
} from './registers.ts';
import { datesExist } from './rules/dates.ts';
import { everyParty } from './rules/parties.ts';
import { noticeRequirementRules } from './rules/requirements/notice-requirements.ts';
import { arrival, contents, contentsOf, notArrived, noticeOf, units } from './rules/shipment/notice.ts';
import { isNumbered, unitsAnnouncedOnce } from './rules/shipment/notice-units.ts';

const shared = { version: 1, issuedBy: 'nppo', sentTo: ['nppo', 'customs'] } as const;

/** Only the exporting service acts, so nothing can cross. */
const noticeLifeCycle: LifeCycle = {
  initial: 'announced',
  events: {
    replace: { az: 'əvəzetmə', ru: 'замена', en: 'replacement' },
    cancel: { az: 'ləğv', ru: 'отмена', en: 'cancellation' },
  },
  states: {
    announced: { az: 'Bildirilib', ru: 'Заявлено', en: 'Announced' },
    replaced: { az: 'Əvəz edilib', ru: 'Заменено', en: 'Replaced' },
    cancelled: { az: 'Ləğv edilib', ru: 'Отменено', en: 'Cancelled' },
  },
  transitions: [
    { from: 'announced', event: 'replace', to: 'replaced', by: 'issuer' },
    { from: 'announced', event: 'cancel', to: 'cancelled', by: 'issuer' },
  ],
  precedence: [],
};

export const noticedDeclaration: RegisterDeclaration = {
  title: { az: 'Gəlişi bildirilmiş sətirlər', ru: 'Строки, заявленные к прибытию', en: 'Lines announced for arrival' },
  owner: 'nppo',
  parts: [
    exportingPart,
    { az: 'Sertifikatın yazısı', ru: 'Запись сертификата', en: 'Record of the certificate' },
    linePart,
  ],
};

export const noticedUnitDeclaration: RegisterDeclaration = {
  title: {
    az: 'Gəlişi bildirilmiş vaqonlar, konteynerlər və nəqliyyat vasitələri',
    ru: 'Вагоны, контейнеры и транспортные средства, заявленные к прибытию',
    en: 'Wagons, containers and vehicles announced for arrival',
  },
  owner: 'nppo',
  parts: [exportingPart, unitPart, noticePart],
};

const noticed = (issuer: string, notice: Notice, value: NoticedValue | null): readonly RegisterStatement[] =>
  contentsOf(notice).map(({ certificate, line }) => ({
    register: noticedRegister,
    key: noticedKey(issuer, certificate, line),
    value: value === null ? null : { ...value },
  }));

function noticedUnits(issuer: string, notice: Notice, stands: boolean): readonly RegisterStatement[] {
  const { number, expected } = notice;
  return notice.units.filter(isNumbered).map(({ number: unit, contents }) => {
    const value: NoticedUnitValue = { number, expected, contents };
    const key = noticedUnitKey(issuer, unit, number);
    return { register: noticedUnitRegister, key, value: stands ? { ...value } : null };
  });
}

/** No line and no unit travels any longer under the notice that is followed. */
function free({ issuer, subject }: Statement): readonly RegisterStatement[] {
  if (subject === undefined) return [];
  const notice = noticeOf(subject);
  return [...noticed(issuer, notice, null), ...noticedUnits(issuer, notice, false)];
}

/** One statement for each key: what a replacing notice announces again is not freed. */
function announce(statement: Statement): readonly RegisterStatement[] {
  const notice = noticeOf(statement);
  const { number, checkpoint } = notice;
  const all = [
    ...free(statement),
    ...noticed(statement.issuer, notice, { number, checkpoint }),
    ...noticedUnits(statement.issuer, notice, true),
  ];
  return [...new Map(all.map((one) => [JSON.stringify([one.register, ...one.key]), one])).values()];
}

export const priorNotice: RecordType = {
  ...shared,
  title: {
    az: 'Yükün gəlişi barədə ilkin bildiriş',
    ru: 'Предварительное уведомление о прибытии',
    en: 'Prior notice of arrival',
  },
  schemas: { 1: noticeSchema },
  appliedFor: true,
  leftToOffice: ['number'],
  receiver: checkpointReached,
  follows: { types: ['prior-notice'], required: false, event: () => 'replace' },
  lifeCycle: noticeLifeCycle,
  rules: [datesExist, everyParty, units, arrival, contents, notArrived, ...noticeRequirementRules, unitsAnnouncedOnce],
  statements: announce,
  references: noticeReferences,
  summary(claims) {
    const notice = noticeOf({ claims });
    const { number, conveyance, checkpoint } = notice;
    const words = [
      number,
      conveyance.id,
      conveyance.name ?? '',
      checkpoint,
      notice.carrier ?? '',
      ...notice.units.flatMap((unit) => [unit.number, ...(unit.seals ?? []).map((seal) => seal.number)]),
      ...notice.units.flatMap((unit) => unit.contents.map(({ certificate }) => certificate)),
    ];
    return {
      number,
      title: `${conveyance.id} → ${checkpoint}`,
      search: [...new Set(words.filter((word) => word !== ''))].slice(0, 200),
    };
  },
};

export const noticeCancellation: RecordType = {
  ...shared,
  title: {
    az: 'İlkin bildirişin ləğvi',
    ru: 'Отмена предварительного уведомления',
    en: 'Cancellation of a prior notice',
  },
  schemas: { 1: noticeCancellationSchema },
  follows: { types: ['prior-notice'], required: true, event: () => 'cancel' },
  rules: [everyParty, notArrived],
  statements: free,
  summary: (claims) => ({
    number: '',
    title: (claims as unknown as NoticeCancellation).text.slice(0, 200),
    search: [],
  }),
};
