import type { Profile } from '../../kernel/profile.ts';
import { admission } from './admissions.ts';
import { balanceLedger } from './balance.ts';
import { caseReply, caseRuling, nonCompliance } from './case.ts';
import { caseLimits } from './case-life-cycle.ts';
import { certificate, reExportCertificate } from './certificates.ts';
import { codeWords } from './code-words/index.ts';
import { dictionaries } from './dictionary.ts';
import { figures } from './figures.ts';
import { findings } from './findings/index.ts';
import { originSignals } from './findings/origin.ts';
import { answer, decision, departure, settlement, withdrawal } from './follow-ups.ts';
import { grower } from './growers.ts';
import { inspection } from './inspections.ts';
import { evident, labels } from './labels/index.ts';
import { annulment, laboratoryResult } from './laboratory.ts';
import { lineLedger, lineLedgerDeclaration } from './ledgers/line.ts';
import { lineOffer } from './ledgers/line-offer.ts';
import { exportingPart, growerPart, numberPart, productPart } from './ledgers/parts.ts';
import { reExportDeclaration, reExportLedger } from './ledgers/re-export.ts';
import { balanceDeclaration } from './ledgers/season-balance.ts';
import { weeklyDeclaration, weeklyLedger } from './ledgers/weekly.ts';
import { limits } from './limits.ts';
import { massScale } from './mass.ts';
import { noticeCancellation, noticedDeclaration, noticedUnitDeclaration, priorNotice } from './notice.ts';
import { admitted } from './questions/admitted.ts';
import { reasons } from './reasons.ts';
import { referenceKinds } from './references.ts';
import { registerDeclarations } from './register-declarations.ts';
import { conveyanceRegister, noticedRegister, noticedUnitRegister, numberRegister } from './registers.ts';
import { repeal, requirement } from './requirements.ts';
import { lifting, suspension } from './suspensions.ts';

/** Phytosanitary certificates after ISPM 12, in the IPPC mapping of UN/CEFACT SPSCertificate 17. */
export const phytosanitary: Profile = {
  name: 'phytosanitary',
  title: { az: 'Fitosanitar sertifikatlar', ru: 'Фитосанитарные сертификаты', en: 'Phytosanitary certificates' },
  types: {
    grower,
    admission,
    suspension,
    lifting,
    requirement,
    repeal,
    certificate,
    're-export-certificate': reExportCertificate,
    decision,
    answer,
    withdrawal,
    departure,
    inspection,
    settlement,
    'laboratory-result': laboratoryResult,
    annulment,
    'prior-notice': priorNotice,
    'notice-cancellation': noticeCancellation,
    'non-compliance': nonCompliance,
    'case-reply': caseReply,
    'case-ruling': caseRuling,
  },
  registers: {
    [numberRegister]: {
      title: { az: 'Sertifikat nömrələri', ru: 'Номера сертификатов', en: 'Certificate numbers' },
      owner: 'nppo',
      parts: [exportingPart, numberPart],
    },
    [conveyanceRegister]: {
      title: {
        az: 'Nəqliyyat vasitələri və konteynerlər',
        ru: 'Транспортные средства и контейнеры',
        en: 'Conveyances and containers',
      },
      owner: 'nppo',
      parts: [
        exportingPart,
        { az: 'Nömrə', ru: 'Номер', en: 'Number' },
        { az: 'İmza günü (UTC)', ru: 'День подписания (UTC)', en: 'Day of signing (UTC)' },
      ],
    },
    [noticedRegister]: noticedDeclaration,
    [noticedUnitRegister]: noticedUnitDeclaration,
    ...registerDeclarations,
  },
  ledgers: {
    [lineLedger]: { ...lineLedgerDeclaration, offers: lineOffer },
    [balanceLedger]: balanceDeclaration,
    [weeklyLedger]: weeklyDeclaration,
    [reExportLedger]: reExportDeclaration,
  },
  measure: { unit: 'KGM', scale: massScale, by: { grower: growerPart, product: productPart } },
  limits: { ...limits, ...caseLimits },
  functions: {
    nppo: {
      az: 'Bitki mühafizəsi üzrə milli təşkilat',
      ru: 'Национальная организация по карантину и защите растений',
      en: 'National plant protection organisation',
    },
    customs: { az: 'Gömrük orqanı', ru: 'Таможенный орган', en: 'Customs authority' },
    laboratory: { az: 'Laboratoriya', ru: 'Лаборатория', en: 'Laboratory' },
  },
  findings,
  signals: originSignals,
  figures,
  panels: { quantities: async () => (await import('./panels/quantities.ts')).quantities },
  references: referenceKinds,
  questions: { admitted },
  reasons,
  labels,
  evident,
  codes: codeWords,
  formats: { 'application/xml': async () => (await import('./xml/format.ts')).spsCertificate },
  dictionaries,
  demonstration: async () => (await import('./demonstration.ts')).demonstration,
};
