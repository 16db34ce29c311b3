import type { LifeCycle, RecordType } from '../../kernel/profile.ts';
import type { Inspection } from './claims/inspection.ts';
import { inspectionSchema } from './claims/schemas.ts';
import { lineLedger, observeCrossed, stopLines } from './ledgers/line.ts';
import { creditReleased, reExportLedger } from './ledgers/re-export.ts';
import { inspectionReferences } from './references.ts';
import { photographsEnclosed } from './rules/attachments.ts';
import { arrivedHadDeparted } from './rules/certificate/departure.ts';
import {
  goodsCrossedBefore,
  inspectedLines,
  inspectionPlace,
  inspectionTimes,
  inspector,
} from './rules/certificate/inspection.ts';
import { everyParty } from './rules/parties.ts';
import { noticeGiven } from './rules/shipment/notice-missing.ts';
import { settleInspected, settlementReads } from './settlement.ts';

/** Nothing follows an inspection; it has a state so that cases can name it. */
const inspectionLifeCycle: LifeCycle = {
  initial: 'recorded',
  events: {},
  states: { recorded: { az: 'Qeydə alınıb', ru: 'Зарегистрирован', en: 'Recorded' } },
  transitions: [],
  precedence: [],
};

export const inspection: RecordType = {
  stands: true,
  confirms: ['release', 'release-part', 'reject'],
  title: { az: 'İdxalda yoxlama', ru: 'Досмотр при ввозе', en: 'Inspection at import' },
  version: 1,
  schemas: { 1: inspectionSchema },
  issuedBy: 'nppo',
  sentTo: ['nppo', 'customs'],
  follows: {
    types: ['certificate', 're-export-certificate'],
    required: true,
    event: (claims) => (claims as unknown as Inspection).result,
  },
  lifeCycle: inspectionLifeCycle,
  rules: [
    inspector,
    everyParty,
    inspectedLines,
    inspectionTimes,
    inspectionPlace,
    goodsCrossedBefore,
    arrivedHadDeparted,
    noticeGiven,
    photographsEnclosed,
  ],
  movements: (statement) => [...stopLines(statement), ...observeCrossed(statement), ...creditReleased(statement)],
  posts: [
    { ledger: lineLedger, movement: 'stopped' },
    { ledger: lineLedger, movement: 'crossed' },
    { ledger: reExportLedger, movement: 'released' },
  ],
  answerReads: settlementReads,
  answers: settleInspected,
  references: inspectionReferences,
  summary(claims) {
    const { result, checkpoint, inspector: name, samples } = claims as unknown as Inspection;
    return {
      number: '',
      title: [checkpoint, name ?? ''].filter((part) => part !== '').join(', '),
      search: [result, checkpoint, ...(samples ?? []).map(({ number }) => number)],
    };
  },
};
