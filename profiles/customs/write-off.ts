/** Amounts taken from the lines of plant-health certificates for a declaration. */
import type { RecordType } from '../../kernel/profile.ts';
import { writeOffSchema } from './claims/schemas.ts';
import { certificateLedger, writeOffMovements, writeOffOf } from './positions.ts';
import { writeOffReferences } from './references.ts';
import { writeOffKey, writeOffRegister } from './registers.ts';
import { officeOfIssuer } from './rules/offices.ts';
import { actFits, noLineLeftOut, standingTold } from './rules/write-off/acts.ts';
import { certificatesFit, certificatesHeld, certificatesOpen } from './rules/write-off/certificates.ts';
import { institutionsTold, linesKept } from './rules/write-off/contents.ts';
import { summed } from './summaries.ts';

export const writeOff: RecordType = {
  title: { az: 'Sertifikat üzrə silinmə', ru: 'Списание по сертификату', en: 'Write-off against certificates' },
  version: 1,
  schemas: { 1: writeOffSchema },
  issuedBy: 'customs',
  sentTo: ['nppo', 'customs'],
  rules: [
    linesKept,
    institutionsTold,
    certificatesHeld,
    certificatesFit,
    certificatesOpen,
    noLineLeftOut,
    actFits,
    standingTold,
    officeOfIssuer,
  ],
  statements({ issuer, claims }) {
    const { declaration } = writeOffOf({ claims });
    return [{ register: writeOffRegister, key: writeOffKey(issuer, declaration), value: claims }];
  },
  references: writeOffReferences,
  movements: writeOffMovements,
  posts: ['reserved', 'consumed'].map((movement) => ({ ledger: certificateLedger, movement })),
  summary(claims) {
    const { declaration, act, lines, text } = writeOffOf({ claims });
    const certificates = [...new Set(lines.map(({ certificate }) => certificate.number))];
    return summed(declaration, certificates.join(', '), [declaration, act, ...certificates, text]);
  },
};
