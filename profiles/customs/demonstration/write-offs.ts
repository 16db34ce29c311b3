/** What the importing side's declarations take from the lines of certificates. Everything is invented. */
import type { Told } from '../../../kernel/demonstration.ts';
import type { WriteOff } from '../claims/write-off.ts';
import { documentNumber, kilograms } from './manifests.ts';
import { yaragKazmalyar } from './registers.ts';

interface Position {
  readonly act: WriteOff['act'];
  readonly office?: string;
  /** Day of the declaration, and its number on that day. */
  readonly declared: readonly [at: number, serial: number];
  readonly manifest?: string;
  readonly certificate: string;
  readonly step: string;
  readonly hs: string;
  readonly reserved: string;
  readonly consumed: string;
}

export const writtenOff =
  ({ act, office = yaragKazmalyar, declared, manifest, certificate, step, hs, reserved, consumed }: Position) =>
  (told: Told): WriteOff => ({
    declaration: documentNumber(told, office, ...declared),
    act,
    office,
    ...(manifest !== undefined && { manifest: told.id(manifest) }),
    lines: [
      {
        certificate: {
          record: told.id(`phytosanitary/${step}`),
          number: certificate,
          exporting: 'az.afsa',
          importing: 'ru.fsvps',
        },
        line: '1',
        hs,
        reserved: kilograms(reserved),
        consumed: kilograms(consumed),
      },
    ],
  });
