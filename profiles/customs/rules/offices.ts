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
 * How long before the arrival a manifest was stated, in whole minutes, negative after it; and how long the office at the
 * border asks for. `arrived` once goods have come: until then what the manifest expects counts. Undefined where that is no
 * instant.
 */
export function leadOf(
  { claims, time }: Pick<Statement, 'claims' | 'time'>,
  office: OfficeValue | undefined,
  arrived?: string,
): { readonly given: number; readonly asked?: number } | undefined {
  const { expected, mode } = manifestOf({ claims });
  const arrival = instantOf(arrived) ?? instantOf(expected);
  if (arrival === undefined) return undefined;
  const asked = office?.lead[mode];
  return { given: Math.floor((arrival - time) / 60_000), ...(asked !== undefined && { asked }) };
}

const codeOf = ({ claims }: Statement) => claims['office'] as string | undefined;

/** The other customs service of the manifest. */
function otherCustoms(statement: Statement): string | undefined {
  return bothCustoms(statement).find((customs) => customs !== '' && customs !== statement.issuer);
}

/** The office that acts is one of its service. */
export const officeOfIssuer: Rule = {
  name: 'the office is registered, and none of the other service',
  askedOf: bothCustoms,
  reads(statement) {
    const code = codeOf(statement);
    const customs = [statement.issuer, otherCustoms(statement)];
    if (code === undefined) return [];
    return customs.flatMap((one) =>
      one === undefined ? [] : [{ register: officeRegister, key: officeKey(one, code) }],
    );
  },
  check(statement, view) {
    const code = codeOf(statement);
    if (code === undefined) return [];
    const other = otherCustoms(statement);
    const isOthers = other !== undefined && officeOf(view, other, code) !== undefined;
    if (isOthers && officeOf(view, statement.issuer, code) === undefined)
      return [finding('office-of-other-service', 'refuse', '/office', { office: code, institution: other })];
    return officeFindings(view, statement.issuer, code, dayOf(statement.time), '/office');
  },
};
