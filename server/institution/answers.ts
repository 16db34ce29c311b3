/** Records that a profile says this institution's server issues by itself, once another has taken effect here. */
import type { LoadedType } from '../../kernel/catalogue.ts';
import type { Statement } from '../../kernel/profile.ts';
import { viewOf } from '../../kernel/state/assess.ts';
import { type Core, foldContext, withRows } from './core.ts';
import { issueIn } from './issue.ts';
import { Rejected } from './service.ts';
import type { Stage } from './stage.ts';

/** `statement` was folded on this stage, issued here or arrived. */
export async function answerIn(
  core: Core,
  stage: Stage,
  type: LoadedType,
  statement: Statement & { readonly id: string },
): Promise<void> {
  const { declaration, profile } = type;
  if (!declaration.answers || !isEffective(stage, statement.id)) return;
  const answers = await withRows(core, stage.rows, () => {
    const view = viewOf(stage.rows, foldContext(core, stage), profile.name);
    return declaration.answers?.(statement, core.id, view) ?? [];
  });
  for (const { type: name, to, claims, about } of answers) {
    const draft = { profile: profile.name, type: name, to, claims, annexes: [] };
    const issued = await issueIn(core, stage, about === undefined ? draft : { ...draft, about });
    if (issued instanceof Rejected) stage.faults.push({ about: statement.id, findings: issued.findings });
  }
}

function isEffective(stage: Stage, id: string): boolean {
  const state = stage.states.get(id);
  return state !== undefined && !['void', 'superseded', 'out-of-turn', 'refused'].includes(state);
}
