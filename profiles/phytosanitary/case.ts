import type { JsonObject } from '../../kernel/canonical.ts';
import type { RecordType, Summary } from '../../kernel/profile.ts';
import { caseLifeCycle } from './case-life-cycle.ts';
import type { CaseReply, CaseRuling } from './claims/case.ts';
import { caseReplySchema, caseRulingSchema, nonComplianceSchema } from './claims/schemas.ts';
import { exporterReached } from './receivers.ts';
import { caseReferences, nonComplianceReferences } from './references.ts';
import { photographsEnclosed } from './rules/attachments.ts';
import {
  caseCertificate,
  caseGrounds,
  caseInspection,
  caseOf,
  counterSample,
  exportingSide,
  pestsShown,
  replyGrounds,
} from './rules/case.ts';
import { datesExist } from './rules/dates.ts';
import { everyParty } from './rules/parties.ts';
import { resultsFit, resultsShared } from './rules/shipment/held-results.ts';

const shared = { version: 1, issuedBy: 'nppo', sentTo: ['nppo', 'customs'] } as const;

export const nonCompliance: RecordType = {
  stands: true,
  ...shared,
  title: {
    az: 'Uyğunsuzluq barədə bildiriş',
    ru: 'Нотификация о несоответствии',
    en: 'Notification of non-compliance',
  },
  schemas: { 1: nonComplianceSchema },
  receiver: exporterReached,
  lifeCycle: caseLifeCycle,
  rules: [
    datesExist,
    caseGrounds,
    caseCertificate,
    caseInspection,
    resultsShared,
    resultsFit,
    pestsShown,
    photographsEnclosed,
  ],
  references: nonComplianceReferences,
  summary(claims) {
    const { number, pests = [], growers = [], reasons, certificate, checkpoint, action, text } = caseOf({ claims });
    const words = [number, ...pests, ...growers, ...reasons, certificate, checkpoint ?? '', action];
    return {
      number,
      title: [pests.join(', '), text]
        .filter((part) => part !== '')
        .join(': ')
        .slice(0, 200),
      search: [...new Set(words.filter((word) => word !== ''))].slice(0, 200),
    };
  },
};

const said = (claims: JsonObject): Summary => {
  const { kind, text } = claims as unknown as CaseReply | CaseRuling;
  return { number: '', title: text.slice(0, 200), search: [kind] };
};

const follows = {
  types: ['non-compliance'],
  required: true,
  event: (claims: JsonObject) => (claims as unknown as CaseReply | CaseRuling).kind,
};

export const caseReply: RecordType = {
  ...shared,
  title: { az: 'İş üzrə cavab', ru: 'Ответ по делу', en: 'Reply in a case' },
  schemas: { 1: caseReplySchema },
  follows,
  rules: [everyParty, exportingSide, replyGrounds, resultsShared, resultsFit, counterSample, photographsEnclosed],
  summary: said,
  references: caseReferences,
};

export const caseRuling: RecordType = {
  ...shared,
  title: { az: 'İş üzrə qərar', ru: 'Решение по делу', en: 'Ruling in a case' },
  schemas: { 1: caseRulingSchema },
  follows,
  rules: [everyParty, resultsShared, resultsFit],
  summary: said,
  references: caseReferences,
};
