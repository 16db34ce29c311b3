import type { Rule, Statement } from '../../../../kernel/profile.ts';
import { manifestOf, receivingCustoms } from '../../institutions.ts';
import { dayOf } from '../days.ts';
import { finding } from '../finding.ts';
import { participantNeeds, participantsOf } from '../participants.ts';
import { bothCustoms } from '../sides.ts';

const services = (statement: Statement) => [receivingCustoms(statement) ?? '', statement.issuer];

const codes = {
  'not-valid': 'operator-not-valid',
  'not-registered': 'operator-not-registered',
  'of-another': 'participant-of-another',
} as const;

/** Without a number nobody claims to be a participant, and nothing is said. */
export const participants: Rule = {
  name: 'numbers of participants are registered and valid',
  askedOf: bothCustoms,
  reads: (statement) => participantNeeds(manifestOf(statement), services(statement)),
  check(statement, view) {
    const all = participantsOf(manifestOf(statement), services(statement), dayOf(statement.time), view);
    return all.flatMap(({ role, party, standing }) => {
      if (party.operator === undefined || standing === 'valid') return [];
      return [finding(codes[standing], 'warn', `/${role}/operator`, { number: party.operator })];
    });
  },
};
