/** Participants of the project: who is in the register of either service, and may be relied on. */
import type { Need, View } from '../../../kernel/profile.ts';
import { evenReference } from '../../../kernel/reference.ts';
import type { Manifest, Party } from '../claims/manifest.ts';
import { type OperatorValue, operatorKey, operatorRegister } from '../registers.ts';

/** `of-another`: registered and valid, for a person with another tax or register number. */
export type Standing = 'valid' | 'not-registered' | 'not-valid' | 'of-another';

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

/** Told apart only where both tell a number. */
const isSame = ({ id }: OperatorValue, party: Party): boolean =>
  id === undefined || party.id === undefined || evenReference(id) === evenReference(party.id);

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
    const standing = (row: OperatorValue): Standing => {
      if (!isValid(row, day)) return 'not-valid';
      return isSame(row, party) ? 'valid' : 'of-another';
    };
    const best = rows.find(({ registration }) => standing(registration) === 'valid') ?? rows[0];
    if (best === undefined) return { role, party, standing: 'not-registered' };
    return { role, party, standing: standing(best.registration), ...best };
  });
}
