import type { Profile } from '../../kernel/profile.ts';
import { certificate, reExportCertificate } from './certificates.ts';
import { demonstration } from './demonstration.ts';
import { findings } from './findings/index.ts';
import { answer, decision, settlement, withdrawal } from './follow-ups.ts';
import { lineLedger, lineLedgerDeclaration, numberRegister } from './ledger.ts';
import { reasons } from './reasons.ts';

/** Phytosanitary certificates after ISPM 12, in the IPPC mapping of UN/CEFACT SPSCertificate 17. */
export const phytosanitary: Profile = {
  name: 'phytosanitary',
  title: { az: 'Fitosanitar sertifikatlar', ru: 'Фитосанитарные сертификаты', en: 'Phytosanitary certificates' },
  types: {
    certificate,
    're-export-certificate': reExportCertificate,
    decision,
    answer,
    withdrawal,
    settlement,
  },
  registers: {
    [numberRegister]: {
      title: { az: 'Sertifikat nömrələri', ru: 'Номера сертификатов', en: 'Certificate numbers' },
      owner: 'nppo',
    },
  },
  ledgers: { [lineLedger]: lineLedgerDeclaration },
  functions: {
    nppo: {
      az: 'Bitki mühafizəsi üzrə milli təşkilat',
      ru: 'Национальная организация по карантину и защите растений',
      en: 'National plant protection organisation',
    },
    customs: { az: 'Gömrük orqanı', ru: 'Таможенный орган', en: 'Customs authority' },
  },
  findings,
  reasons,
  formats: { 'application/xml': async () => (await import('./xml/format.ts')).spsCertificate },
  demonstration,
};
