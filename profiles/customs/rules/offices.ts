import type { Finding } from '../../../kernel/finding.ts';
import type { Rule, Statement, View } from '../../../kernel/profile.ts';
import { manifestOf } from '../institutions.ts';
import { type OfficeValue, officeKey, officeRegister } from '../registers.ts';
import { dayOf, inForceOn } from './days.ts';
import { finding } from './finding.ts';
import { instantOf } from './moments.ts';
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

/**
 * How long before the arrival it expects a manifest was stated, in whole minutes, negative after it; and how long the
 * office at the border asks for. Undefined where `expected` is no instant.
 */
export function leadOf(
  { claims, time }: Pick<Statement, 'claims' | 'time'>,
  office: OfficeValue | undefined,
): { readonly given: number; readonly asked?: number } | undefined {
  const { expected, mode } = manifestOf({ claims });
  const arrival = instantOf(expected);
  if (arrival === undefined) return undefined;
  const asked = office?.lead[mode];
  return { given: Math.floor((arrival - time) / 60_000), ...(asked !== undefined && { asked }) };
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
