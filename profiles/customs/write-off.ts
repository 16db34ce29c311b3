/** Amounts taken from the lines of plant-health certificates for a declaration. */
import type { RecordType } from '../../kernel/profile.ts';
import { writeOffSchema } from './claims/schemas.ts';
import { certificateLedger, writeOffMovements, writeOffOf } from './positions.ts';
import { writeOffReferences } from './references.ts';
import { declaredKey, declaredRegister, writeOffKey, writeOffRegister } from './registers.ts';
import { officeOfIssuer } from './rules/offices.ts';
import { actFits, doneTold, noLineLeftOut, standingTold } from './rules/write-off/acts.ts';
import { certificatesFit, certificatesHeld, certificatesOpen } from './rules/write-off/certificates.ts';
import { institutionsTold, linesKept } from './rules/write-off/contents.ts';
import { declarationStated, manifestHeld, manifestKept } from './rules/write-off/declaration.ts';
import { summed } from './summaries.ts';

export const writeOff: RecordType = {
  title: { az: 'Sertifikat üzrə silinmə', ru: 'Списание по сертификату', en: 'Write-off against certificates' },
  version: 1,
  schemas: { 1: writeOffSchema },
  issuedBy: 'customs',
  sentTo: ['nppo', 'customs'],
  decides: true,
  rules: [
    linesKept,
    institutionsTold,
    certificatesHeld,
    certificatesFit,
    certificatesOpen,
    noLineLeftOut,
    actFits,
    standingTold,
    doneTold,
    declarationStated,
    manifestHeld,
    manifestKept,
    officeOfIssuer,
  ],
  statements({ issuer, claims }) {
    const { declaration, manifest } = writeOffOf({ claims });
    const position = { register: writeOffRegister, key: writeOffKey(issuer, declaration), value: claims };
    if (manifest === undefined) return [position];
    const key = declaredKey(issuer, manifest, declaration);
    return [position, { register: declaredRegister, key, value: { declaration } }];
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
