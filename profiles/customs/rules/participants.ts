/** Participants of the project: who is in the register of either service, and may be relied on. */
import type { Need, View } from '../../../kernel/profile.ts';
import type { Manifest, Party } from '../claims/manifest.ts';
import { type OperatorValue, operatorKey, operatorRegister } from '../registers.ts';

export type Standing = 'valid' | 'not-registered' | 'not-valid';

export interface Participant {
  readonly role: 'consignor' | 'consignee' | 'carrier';
  readonly party: Party;
  readonly standing: Standing;
  /** The service that registered it. */
  readonly registeredBy?: string;
  readonly registration?: OperatorValue;
}

const roles = ['consignor', 'consignee', 'carrier'] as const;

export const participantNeeds = (manifest: Manifest, services: readonly string[]): readonly Need[] =>
  roles.flatMap((role) => {
    const { operator } = manifest[role];
    return operator === undefined
      ? []
      : services.map((customs) => ({ register: operatorRegister, key: operatorKey(customs, operator) }));
  });

/** Valid (02) or resumed (04), from its first to its last day. */
export const isValid = ({ state, effective, until }: OperatorValue, day: string): boolean =>
  (state === '02' || state === '04') && effective <= day && (until === undefined || day <= until);

/** `services` in the order in which their registers are asked. */
export function participantsOf(
  manifest: Manifest,
  services: readonly string[],
  day: string,
  view: View,
): readonly Participant[] {
  return roles.map((role): Participant => {
    const party = manifest[role];
    const { operator } = party;
    if (operator === undefined) return { role, party, standing: 'not-registered' };
    const rows = services.flatMap((customs) => {
      const row = view.register(operatorRegister, operatorKey(customs, operator)) as OperatorValue | undefined;
      return row === undefined ? [] : [{ registeredBy: customs, registration: row }];
    });
    const best = rows.find(({ registration }) => isValid(registration, day)) ?? rows[0];
    if (best === undefined) return { role, party, standing: 'not-registered' };
    return { role, party, standing: isValid(best.registration, day) ? 'valid' : 'not-valid', ...best };
  });
}
