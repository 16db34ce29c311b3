/** Amounts taken from the lines of plant-health certificates for a declaration. */
import type { RecordType } from '../../kernel/profile.ts';
import { writeOffSchema } from './claims/schemas.ts';
import type { WriteOff } from './claims/write-off.ts';
import { writeOffReferences } from './references.ts';
import { writeOffKey, writeOffRegister } from './registers.ts';
import { summed } from './summaries.ts';

export const writeOff: RecordType = {
  title: { az: 'Sertifikat üzrə silinmə', ru: 'Списание по сертификату', en: 'Write-off against certificates' },
  version: 1,
  schemas: { 1: writeOffSchema },
  issuedBy: 'customs',
  sentTo: ['nppo', 'customs'],
  rules: [],
  statements({ issuer, claims }) {
    const { declaration } = claims as unknown as WriteOff;
    return [{ register: writeOffRegister, key: writeOffKey(issuer, declaration), value: claims }];
  },
  references: writeOffReferences,
  summary(claims) {
    const { declaration, act, lines, text } = claims as unknown as WriteOff;
    const certificates = lines.map(({ certificate }) => certificate.number);
    return summed(declaration, certificates.join(', '), [declaration, act, ...certificates, text]);
  },
};
