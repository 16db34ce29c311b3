import type { Finding } from '../../../kernel/finding.ts';
import type { Rule, Statement, View } from '../../../kernel/profile.ts';
import { type OfficeValue, officeKey, officeRegister } from '../registers.ts';
import { dayOf, inForceOn } from './days.ts';
import { finding } from './finding.ts';
import { bothCustoms } from './sides.ts';

/** An office of a service as it registered it; undefined when it did not. */
export const officeOf = (view: View, customs: string, code: string): OfficeValue | undefined =>
  view.register(officeRegister, officeKey(customs, code)) as OfficeValue | undefined;

/** Never guessed: what is not registered is told, and nothing is held against it. */
export function officeFindings(view: View, customs: string, code: string, day: string, path: string) {
  const office = officeOf(view, customs, code);
  const found: Finding[] = [];
  if (office === undefined) found.push(finding('office-unknown', 'inform', path, { office: code }));
  else if (!inForceOn(office, day)) found.push(finding('office-closed', 'warn', path, { office: code }));
  return found;
}

const codeOf = ({ claims }: Statement) => claims['office'] as string | undefined;

/** The office that acts is one of its service. */
export const officeOfIssuer: Rule = {
  name: 'the office is registered',
  askedOf: bothCustoms,
  reads(statement) {
    const code = codeOf(statement);
    return code === undefined ? [] : [{ register: officeRegister, key: officeKey(statement.issuer, code) }];
  },
  check(statement, view) {
    const code = codeOf(statement);
    if (code === undefined) return [];
    return officeFindings(view, statement.issuer, code, dayOf(statement.time), '/office');
  },
};
