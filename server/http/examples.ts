/** Examples for the documentation, in the terms of whatever profiles are loaded. */
import type { Catalogue } from '../../kernel/catalogue.ts';

export interface Examples {
  readonly draft: object;
  readonly followUp: object;
}

export function examplesOf(catalogue: Catalogue): Examples {
  const [profile] = catalogue.profiles.filter(({ name }) => name !== 'exchange');
  const types = Object.entries(profile?.types ?? {});
  // What may stand alone or replace another is known by a number.
  const [standing] = types.find(([, { follows }]) => follows?.required === false) ?? [];
  const [following] = types.find(([, { follows }]) => follows?.required === true) ?? [];
  return {
    draft: {
      profile: profile?.name ?? 'profile',
      type: standing ?? 'certificate',
      to: ['ru.fsvps'],
      claims: { number: 'AZ-2026-000123' },
      annexes: [{ digest: 'ab'.repeat(32), name: 'laboratory-report.pdf', mediaType: 'application/pdf' }],
    },
    followUp: { type: following ?? 'decision', claims: { kind: 'recognise' } },
  };
}
