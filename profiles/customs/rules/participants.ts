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

/** Suspended (03) or ended (05). */
const isStopped = ({ state }: OperatorValue): boolean => state === '03' || state === '05';

interface Registered {
  readonly registeredBy: string;
  readonly registration: OperatorValue;
}

/**
 * Where a party stands by the registers of `services`. What one of them suspended or ended is valid nowhere: another
 * one may not have heard of it. Of several rows that say the same the first one is given.
 */
export function standingOf(
  party: Party,
  services: readonly string[],
  day: string,
  view: View,
): { readonly standing: Standing } & Partial<Registered> {
  const { operator } = party;
  if (operator === undefined) return { standing: 'not-registered' };
  const rows = services.flatMap((customs): Registered[] => {
    const row = view.register(operatorRegister, operatorKey(customs, operator)) as OperatorValue | undefined;
    return row === undefined ? [] : [{ registeredBy: customs, registration: row }];
  });
  const standing = ({ registration }: Registered): Standing => {
    if (!isValid(registration, day)) return 'not-valid';
    return isSame(registration, party) ? 'valid' : 'of-another';
  };
  const stopped = rows.find(({ registration }) => isStopped(registration) && isSame(registration, party));
  const best = stopped ?? rows.find((row) => standing(row) === 'valid') ?? rows[0];
  return best === undefined ? { standing: 'not-registered' } : { standing: standing(best), ...best };
}

/** `services` in the order in which their registers are asked. */
export const participantsOf = (
  manifest: Manifest,
  services: readonly string[],
  day: string,
  view: View,
): readonly Participant[] =>
  roles.map((role) => ({ role, party: manifest[role], ...standingOf(manifest[role], services, day, view) }));
