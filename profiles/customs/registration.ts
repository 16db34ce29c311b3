/** The receiving server registers a manifest by itself, unless its registers speak against it. */
import type { Answer, Need, RecordType, Statement, View } from '../../kernel/profile.ts';
import type { Manifest } from './claims/manifest.ts';
import { manifestOf, receivingCustoms } from './institutions.ts';
import { officeKey, officeRegister } from './registers.ts';
import { dayOf, inForceOn } from './rules/days.ts';
import { officeOf } from './rules/offices.ts';
import { type Participant, participantNeeds, participantsOf } from './rules/participants.ts';

export function registrationReads(statement: Statement): readonly Need[] {
  const receiving = receivingCustoms(statement);
  if (receiving === undefined) return [];
  const manifest = manifestOf(statement);
  return [
    { register: officeRegister, key: officeKey(receiving, manifest.entryOffice) },
    ...participantNeeds(manifest, [receiving, statement.issuer]),
  ];
}

/** A closed office, one that does not serve the mode, a participant that is suspended, ended or somebody else. */
function isForOfficer(manifest: Manifest, services: readonly [string, string], day: string, view: View): boolean {
  const office = officeOf(view, services[0], manifest.entryOffice);
  if (office !== undefined && !(inForceOn(office, day) && office.modes.includes(manifest.mode))) return true;
  const doubted = ({ standing }: Participant) => standing === 'not-valid' || standing === 'of-another';
  return participantsOf(manifest, services, day, view).some(doubted);
}

export const register: NonNullable<RecordType['answers']> = (statement, self, view): readonly Answer[] => {
  const manifest = manifestOf(statement);
  const day = dayOf(statement.time);
  if (self !== receivingCustoms(statement)) return [];
  if (isForOfficer(manifest, [self, statement.issuer], day, view)) return [];
  return [
    {
      type: 'manifest-registration',
      to: [statement.issuer, ...statement.to.filter((id) => id !== self)],
      claims: { kind: 'register', office: manifest.entryOffice },
      about: statement.id,
    },
  ];
};
