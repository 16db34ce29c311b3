/** Grades of participants, as the registers of the parties have them at the stated time. */
import type { JsonObject } from '../../../kernel/canonical.ts';
import type { Need, Statement, View } from '../../../kernel/profile.ts';
import type { Party } from '../claims/manifest.ts';
import { manifestOf } from '../institutions.ts';
import { operatorKey, operatorRegister } from '../registers.ts';
import { dayOf } from '../rules/days.ts';
import { standingOf } from '../rules/participants.ts';
import type { Grade } from './settings.ts';

const order: readonly Grade[] = ['authorised', 'low-risk', 'none'];

const parties = (statement: Statement): readonly Party[] => {
  const { consignor, consignee } = manifestOf(statement);
  return [consignor, consignee];
};

/** Any party of the record may own the register that lists a participant. */
const keysOf = ({ issuer, to }: Statement, { operator }: Party) =>
  operator === undefined ? [] : [issuer, ...to].map((owner) => operatorKey(owner, operator));

export function gradeReads(statement: Statement): readonly Need[] {
  return parties(statement)
    .flatMap((party) => keysOf(statement, party))
    .map((key) => ({ register: operatorRegister, key }));
}

/** Of two grades the lesser one. */
export const lesser = (a: Grade, b: Grade): Grade => (order.indexOf(a) > order.indexOf(b) ? a : b);

function gradeOf({ issuer, to, time }: Statement, party: Party, view: View): Grade {
  const owners = [issuer, ...to];
  const day = dayOf(time);
  if (standingOf(party, owners, day, view).standing !== 'valid') return 'none';
  const grades = owners.flatMap((owner): Grade[] => {
    const { standing, registration } = standingOf(party, [owner], day, view);
    return standing === 'valid' && registration ? [registration.grade] : [];
  });
  return grades.toSorted((a, b) => order.indexOf(a) - order.indexOf(b))[0] ?? 'none';
}

export function gradeFacts(statement: Statement, view: View): JsonObject {
  const [consignor, consignee] = parties(statement).map((party) => gradeOf(statement, party, view));
  return { consignor: consignor ?? 'none', consignee: consignee ?? 'none' };
}

/** That of the movement: of consignor and consignee the lesser one. */
export function gradeIn({ consignor, consignee }: JsonObject): Grade {
  return lesser(readGrade(consignor), readGrade(consignee));
}

const readGrade = (value: JsonObject[string] | undefined): Grade => order.find((one) => one === value) ?? 'none';
