/**
 * What an applicant is told of what they ask for. It rests on the contents alone: a rule that looked at registers,
 * ledgers or records would tell one trader what the institution holds of another. Those are the officers' to see,
 * who check the same contents with everything before they sign.
 */
import type { LoadedType } from '../../../kernel/catalogue.ts';
import { entitlementOf } from '../../../kernel/exchange/open-record.ts';
import type { Finding } from '../../../kernel/finding.ts';
import type { Rule, Statement, View } from '../../../kernel/profile.ts';
import { addressees } from '../../../kernel/state/contribution.ts';
import { currentInstitutions, numbers } from '../../../kernel/trust/lookup.ts';
import type { TrustList } from '../../../kernel/trust/trust-list.ts';
import { claimFinding } from '../../institution/draft-contents.ts';
import { findingsBefore, isLeftOut } from '../../institution/unfinished.ts';
import type { Contents } from './application.ts';

/** Types that are applied for and that the institution is entitled to issue. */
export function mayApplyFor(type: LoadedType, institution: string, trust: TrustList): boolean {
  const { appliedFor, issuedBy } = type.declaration;
  return appliedFor === true && entitlementOf(trust).holds(institution, issuedBy, numbers(trust));
}

/** Those abroad who hold what the type is sent to: whom it concerns when the applicant names nobody. */
export function usualRecipients(type: LoadedType, institution: string, trust: TrustList): string[] {
  const entitlement = entitlementOf(trust);
  const at = numbers(trust);
  const country = institution.slice(0, institution.indexOf('.') + 1);
  return currentInstitutions(trust)
    .map(({ id }) => id)
    .filter((id) => !id.startsWith(country))
    .filter((id) => type.declaration.sentTo.some((name) => entitlement.holds(id, name, at)));
}

export interface Office {
  readonly institution: string;
  readonly trust: TrustList;
  /** Ms since 1970. */
  readonly time: number;
}

/** Severity `refuse`: must be mended before it is sent. What is the office's to state is passed over. */
export function contentsFindings(type: LoadedType, contents: Contents, office: Office): readonly Finding[] {
  const { declaration } = type;
  const left = declaration.leftToOffice ?? [];
  const all = type.checks.get(declaration.version)?.(contents.claims) ?? [];
  const faults = all.filter((fault) => !isLeftOut(fault, left, contents.claims));
  if (faults.length > 0) return faults.map(claimFinding);
  const to = contents.to.length > 0 ? contents.to : usualRecipients(type, office.institution, office.trust);
  const statement: Statement = {
    type: type.name,
    issuer: office.institution,
    to: addressees(declaration, to, numbers(office.trust), entitlementOf(office.trust)),
    claims: contents.claims,
    annexes: contents.annexes.map(({ digest }) => digest),
    time: office.time,
  };
  const missing = new Set(all.map(({ path }) => path.slice(1)));
  return declaration.rules
    .flatMap((rule) => findingsOfContents(rule, statement, missing))
    .filter(({ path }) => !left.some((member) => isAt(path, member)));
}

/** Nothing from a rule that asked for more than the statement, or for a required member that is still to come. */
function findingsOfContents(rule: Rule, statement: Statement, missing: ReadonlySet<string>): readonly Finding[] {
  let asked = false;
  const nothing = () => {
    asked = true;
    return undefined;
  };
  const view: View = {
    register: nothing,
    account: nothing,
    record: nothing,
    offered: nothing,
    list: () => nothing() ?? [],
    comesAfter: () => nothing() ?? false,
  };
  try {
    const findings = findingsBefore(missing, rule, statement, view);
    return asked ? [] : findings;
  } catch (fault) {
    if (asked) return [];
    throw fault;
  }
}

function isAt(path: string, member: string): boolean {
  return path === `/${member}` || path.startsWith(`/${member}/`);
}
