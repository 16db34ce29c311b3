import type { Profile } from '../../kernel/profile.ts';
import { codeWords } from './code-words/index.ts';
import { commitmentDeclaration, commitmentRegister, laneCommitment } from './commitments.ts';
import { figures } from './figures.ts';
import { findings } from './findings/index.ts';
import {
  controlResult,
  manifestArrival,
  manifestDisposition,
  manifestQuery,
  manifestRegistration,
  manifestReply,
  manifestWithdrawal,
  recognition,
} from './follow-ups.ts';
import { evident, labels } from './labels/index.ts';
import { limits } from './limits.ts';
import { manifest } from './manifest.ts';
import { manifestRegisterDeclarations } from './manifest-registers.ts';
import { operator } from './operators.ts';
import { customsOffice, projectGoods, weightTolerance } from './project.ts';
import { reasons } from './reasons.ts';
import { referenceKinds } from './references.ts';
import { registerDeclarations } from './registers.ts';
import { writeOff } from './write-off.ts';

/** Recognition of control results between two customs services. */
export const customs: Profile = {
  name: 'customs',
  title: { az: 'Gömrük nəzarəti', ru: 'Таможенный контроль', en: 'Customs control' },
  types: {
    manifest,
    'manifest-registration': manifestRegistration,
    'manifest-arrival': manifestArrival,
    'control-result': controlResult,
    recognition,
    'manifest-disposition': manifestDisposition,
    'manifest-query': manifestQuery,
    'manifest-reply': manifestReply,
    'manifest-withdrawal': manifestWithdrawal,
    operator,
    'project-goods': projectGoods,
    'customs-office': customsOffice,
    'weight-tolerance': weightTolerance,
    'lane-commitment': laneCommitment,
    'write-off': writeOff,
  },
  registers: {
    ...manifestRegisterDeclarations,
    ...registerDeclarations,
    [commitmentRegister]: commitmentDeclaration,
  },
  ledgers: {},
  limits,
  functions: {
    customs: { az: 'Gömrük orqanı', ru: 'Таможенный орган', en: 'Customs authority' },
    nppo: {
      az: 'Bitki mühafizəsi üzrə milli təşkilat',
      ru: 'Национальная организация по карантину и защите растений',
      en: 'National plant protection organisation',
    },
  },
  findings,
  reasons,
  figures,
  panels: {
    manifest: async () => (await import('./panels/manifest.ts')).manifestPanel,
    'write-off': async () => (await import('./panels/write-off.ts')).writeOffPanel,
  },
  selections: { lanes: async () => (await import('./selection/lanes.ts')).lanes },
  references: referenceKinds,
  labels,
  evident,
  codes: codeWords,
  formats: {},
  demonstration: async () => (await import('./demonstration.ts')).demonstration,
  demonstrationTraders: async () => (await import('./demonstration.ts')).traders,
};
