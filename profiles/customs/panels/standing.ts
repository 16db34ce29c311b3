/** Where participants and goods stand in the registers of both services. */
import type { Party } from '../claims/manifest.ts';
import { type OperatorValue, operatorKey, operatorRegister } from '../registers.ts';
import { isValid, type Participant, participantsOf } from '../rules/participants.ts';
import { isInProject } from '../rules/project-goods.ts';
import type { Situation } from './situation.ts';
import type { Teller } from './told.ts';

export const roles = ['consignor', 'consignee', 'carrier', 'declarant'] as const;
export type Role = (typeof roles)[number];

export const services = ({ sending, receiving }: Situation): readonly string[] =>
  receiving === '' ? [sending] : [sending, receiving];

const participants = (situation: Situation): readonly Participant[] =>
  participantsOf(situation.manifest, services(situation), situation.day, situation.view);

/** Roles whose participants neither service vouches for today. */
export const unvouched = (situation: Situation): readonly Role[] =>
  participants(situation).flatMap(({ role, standing }) => (standing === 'valid' ? [] : [role]));

/** Those of them of whom a register says so: not valid, or somebody else's. */
export const discredited = (situation: Situation): readonly Role[] =>
  participants(situation).flatMap(({ role, standing }) =>
    standing === 'not-valid' || standing === 'of-another' ? [role] : [],
  );

/** What one service's register says of a party today. */
export function standingIn(
  customs: string,
  { operator }: Party,
  { view, day }: Situation,
  { say, day: date }: Teller,
): { readonly text: string; readonly isBad: boolean } {
  if (operator === undefined) return { text: say('noNumber'), isBad: false };
  const row = view.register(operatorRegister, operatorKey(customs, operator)) as OperatorValue | undefined;
  if (row === undefined) return { text: say('notListed'), isBad: false };
  const number = (text: string) => `${operator}: ${text}`;
  if (row.state === '03') return { text: number(say('suspended', { day: date(row.effective) })), isBad: true };
  if (row.state === '05') return { text: number(say('ended', { day: date(row.effective) })), isBad: true };
  if (isValid(row, day)) return { text: number(say('valid')), isBad: false };
  const isEarly = row.effective > day;
  const text = say(isEarly ? 'notYet' : 'expired', { day: date(isEarly ? row.effective : (row.until ?? '')) });
  return { text: number(text), isBad: true };
}

/** By the list of the receiving service, which is the one that recognises. */
export const inProject = (hs: string, { receiving, day, view }: Situation): boolean =>
  isInProject(receiving, hs, day, view);
