import type { JsonObject } from '../../kernel/canonical.ts';
import type { RecordType, Summary } from '../../kernel/profile.ts';
import { balanceLedger } from './balance.ts';
import type { Departure } from './claims/departure.ts';
import type { Decision, QueryAnswer, Settlement, Withdrawal } from './claims/follow-ups.ts';
import { answerSchema, decisionSchema, departureSchema, settlementSchema, withdrawalSchema } from './claims/schemas.ts';
import { freeze, lineLedger, observeDeparted } from './ledgers/line.ts';
import { departureReferences, settlementReferences } from './references.ts';
import { departedHadNotCrossed, departedLines, departureTime } from './rules/certificate/departure.ts';
import { decisionGrounds, withdrawalGrounds } from './rules/certificate/follow-ups.ts';
import { settlementFits } from './rules/certificate/settlement.ts';
import { datesExist } from './rules/dates.ts';
import { everyParty, importingSide } from './rules/parties.ts';
import { settle, settlementMovements, settlementReads } from './settlement.ts';

const certificates = ['certificate', 're-export-certificate'];
const shared = { version: 1, issuedBy: 'nppo', sentTo: ['nppo', 'customs'] } as const;

const summed = (title: string, search: readonly string[] = []): Summary => ({
  number: '',
  title: title.slice(0, 200),
  search,
});

export const decision: RecordType = {
  ...shared,
  title: {
    az: 'İdxal edən xidmətin qərarı',
    ru: 'Решение службы страны импорта',
    en: 'Decision of the importing service',
  },
  schemas: { 1: decisionSchema },
  follows: { types: certificates, required: true, event: (claims) => (claims as unknown as Decision).kind },
  rules: [importingSide, everyParty, decisionGrounds],
  summary(claims: JsonObject) {
    const { kind, reasons, text } = claims as unknown as Decision;
    return summed(text ?? reasons?.[0]?.text ?? '', [kind, ...(reasons ?? []).map(({ code }) => code)]);
  },
};

export const answer: RecordType = {
  ...shared,
  title: { az: 'Sorğuya cavab', ru: 'Ответ на запрос', en: 'Answer to a query' },
  schemas: { 1: answerSchema },
  follows: { types: certificates, required: true, event: () => 'answer' },
  rules: [everyParty],
  summary: (claims) => summed((claims as unknown as QueryAnswer).text),
};

export const withdrawal: RecordType = {
  ...shared,
  title: { az: 'Sertifikatın geri götürülməsi', ru: 'Отзыв сертификата', en: 'Withdrawal of the certificate' },
  schemas: { 1: withdrawalSchema },
  follows: { types: certificates, required: true, event: () => 'withdraw' },
  rules: [everyParty, withdrawalGrounds],
  movements: ({ subject }) => (subject === undefined ? [] : freeze(subject)),
  posts: [{ ledger: lineLedger, movement: 'freeze' }],
  answerReads: settlementReads,
  answers: settle,
  summary(claims: JsonObject) {
    const { reason, text } = claims as unknown as Withdrawal;
    return summed(text ?? '', [reason]);
  },
};

export const departure: RecordType = {
  stands: true,
  ...shared,
  title: { az: 'Yükün yola düşməsi barədə qeyd', ru: 'Отметка об убытии груза', en: 'Departure observed' },
  schemas: { 1: departureSchema },
  follows: { types: certificates, required: true, event: () => 'depart' },
  rules: [everyParty, datesExist, departureTime, departedLines, departedHadNotCrossed],
  movements: observeDeparted,
  posts: [{ ledger: lineLedger, movement: 'departed' }],
  summary: (claims) => summed((claims as unknown as Departure).exitPoint),
  references: departureReferences,
};

export const settlement: RecordType = {
  stands: true,
  ...shared,
  title: { az: 'Miqdar üzrə hesablaşma', ru: 'Расчёт по количеству', en: 'Settlement of the quantity' },
  schemas: { 1: settlementSchema },
  follows: { types: certificates, required: true, event: () => 'settle' },
  rules: [importingSide, everyParty, settlementFits],
  movements: settlementMovements,
  posts: [
    { ledger: lineLedger, movement: 'settled' },
    { ledger: lineLedger, movement: 'used' },
    { ledger: balanceLedger, movement: 'freed' },
  ],
  summary: (claims) => ({ ...summed(''), number: (claims as unknown as Settlement).number }),
  references: settlementReferences,
};
