/** Records that panels offer: of follow-ups those in turn alone, each with what the rules say of what is filled in. */

import { entitlementOf } from '../../kernel/exchange/open-record.ts';
import type { Finding } from '../../kernel/finding.ts';
import type { PanelAction } from '../../kernel/panel.ts';
import type { Profile } from '../../kernel/profile.ts';
import { next } from '../../kernel/state/life-cycle.ts';
import { numbers } from '../../kernel/trust/lookup.ts';
import type { Core } from './core.ts';
import type { Stage } from './stage.ts';
import { findingsOfUnfinished } from './unfinished.ts';

/** An action as whoever may take it sees it. */
export interface PanelActionView extends PanelAction {
  readonly panel: string;
  /** Of a follow-up. */
  readonly event?: string;
  /** Of what is filled in; what is still to be written is not told. One that refuses stands in the way of a ready one. */
  readonly findings: readonly Finding[];
}

interface About {
  readonly id: string;
  readonly type: string;
  readonly issuer: string;
  readonly to: readonly string[];
  readonly state: string;
}

/**
 * Left out: types of other institutions, follow-ups that do not follow the record or are not in turn, and types that
 * cannot stand alone where they are to.
 */
export async function offeredActions(
  core: Core,
  stage: Stage,
  profile: Profile,
  about: About,
  asked: readonly (PanelAction & { readonly panel: string })[],
): Promise<readonly PanelActionView[]> {
  const offered: PanelActionView[] = [];
  for (const action of asked) {
    const declaration = profile.types[action.type];
    if (!declaration || !entitlementOf(stage.trust).holds(core.id, declaration.issuedBy, numbers(stage.trust)))
      continue;
    const event = action.to === undefined ? eventInTurn(core, profile, about, action) : undefined;
    if (action.to === undefined ? event === undefined : declaration.follows?.required === true) continue;
    const schema = declaration.schemas[declaration.version];
    const required = Array.isArray(schema?.['required']) ? schema['required'].map(String) : [];
    const draft = {
      profile: profile.name,
      type: action.type,
      to: action.to ?? [],
      claims: action.claims,
      annexes: [],
      ...(action.to === undefined && { about: about.id }),
    };
    const findings = await findingsOfUnfinished(core, stage, draft, action.ready ? [] : required);
    offered.push({
      ...action,
      ...(event !== undefined && { event }),
      findings: action.ready ? findings : findings.filter(isWritten),
    });
  }
  return offered;
}

const isWritten = ({ code }: Finding): boolean => code !== 'input.missing-member';

function eventInTurn(core: Core, profile: Profile, about: About, { type, claims }: PanelAction): string | undefined {
  const declaration = profile.types[type];
  const cycle = profile.types[about.type]?.lifeCycle;
  if (!declaration?.follows?.types.includes(about.type) || cycle === undefined) return undefined;
  const side = about.issuer === core.id ? 'issuer' : about.to.includes(core.id) ? 'recipient' : undefined;
  const event = declaration.follows.event(claims);
  return side && next(cycle, about.state, { event, side }) !== undefined ? event : undefined;
}
