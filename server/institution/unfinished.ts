/** What rules say of claims whose required members are partly still to come. */
import { entitlementOf } from '../../kernel/exchange/open-record.ts';
import type { Finding } from '../../kernel/finding.ts';
import type { Rule, Statement, View } from '../../kernel/profile.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { SchemaFault } from '../../kernel/schema.ts';
import { findingOf, viewOf } from '../../kernel/state/assess.ts';
import { addressees } from '../../kernel/state/contribution.ts';
import { subjectOf } from '../../kernel/state/fold.ts';
import { numbers } from '../../kernel/trust/lookup.ts';
import { type Core, foldContext, withRows } from './core.ts';
import { claimFinding } from './draft-contents.ts';
import { findingsOfDraft } from './issue.ts';
import type { DraftRequest } from './service.ts';
import type { Stage } from './stage.ts';

/** Whether it is missing, and may be, because its member is one of `left`. */
export function isLeftOut({ keyword, path }: SchemaFault, left: readonly string[], claims: Statement['claims']) {
  return keyword === 'required' && left.some((member) => path === `/${member}` && !Object.hasOwn(claims, member));
}

/** Nothing from a rule that asked for one of the `missing` members, whatever it made of it. */
export function findingsBefore(
  missing: ReadonlySet<string>,
  rule: Rule,
  statement: Statement,
  view: View,
): readonly Finding[] {
  let asked = false;
  const note = (name: string | symbol) => {
    if (typeof name === 'string' && missing.has(name)) asked = true;
  };
  const claims = new Proxy(statement.claims, {
    get(target, name) {
      note(name);
      return Reflect.get(target, name);
    },
    has(target, name) {
      note(name);
      return Reflect.has(target, name);
    },
  });
  try {
    const findings = rule.check({ ...statement, claims }, view);
    return asked ? [] : findings;
  } catch (fault) {
    if (asked) return [];
    throw fault;
  }
}

/**
 * As `findingsOfDraft`, but required members among `left` may be missing: then each is told, and with them what the rules
 * say of the rest. Turns and guards are asked once nothing is missing.
 */
export async function findingsOfUnfinished(
  core: Core,
  stage: Stage,
  draft: DraftRequest,
  left: readonly string[],
): Promise<readonly Finding[]> {
  const type = core.catalogue.type(draft.profile, draft.type);
  const faults = type?.checks.get(type.declaration.version)?.(draft.claims) ?? [];
  if (type === undefined || faults.length === 0 || !faults.every((fault) => isLeftOut(fault, left, draft.claims)))
    return findingsOfDraft(core, stage, draft);
  const missing = new Set(faults.map(({ path }) => path.slice(1)));
  return withRows(core, stage.rows, () => {
    const subject = draft.about === undefined ? undefined : stage.rows.get('subject', draft.about);
    if (draft.about !== undefined && !subject) return [findingOf(refuse('state.unknown-subject', {}, '/about'))];
    const statement: Statement = {
      type: draft.type,
      issuer: core.id,
      to: addressees(type.declaration, [...new Set(draft.to)].sort(), numbers(stage.trust), entitlementOf(stage.trust)),
      claims: draft.claims,
      annexes: draft.annexes.map(({ digest }) => digest),
      time: stage.now,
      ...(subject && { subject: subjectOf(subject, subject.state) }),
    };
    const view = viewOf(stage.rows, foldContext(core, stage), type.profile.name);
    const found = type.declaration.rules.flatMap((rule) => findingsBefore(missing, rule, statement, view));
    return [...faults.map(claimFinding), ...found];
  });
}
