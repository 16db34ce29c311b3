/** Records that a profile says this institution's server issues by itself, once another has taken effect here. */
import type { LoadedType } from '../../kernel/catalogue.ts';
import type { Answer, LedgerOffer, Statement } from '../../kernel/profile.ts';
import { viewOf } from '../../kernel/state/assess.ts';
import { type PostedTo, postedTo } from '../../kernel/state/offers.ts';
import { type Core, foldContext, withRows } from './core.ts';
import { issueIn } from './issue.ts';
import { Rejected } from './service.ts';
import type { Stage } from './stage.ts';

/**
 * Answers what arrived with this group. Not before all of it is folded: an answer rests on all entries that the group
 * mirrors, and whoever follows a record must have come after every follow-up among them.
 */
export async function answerDue(core: Core, stage: Stage): Promise<void> {
  for (const { type, statement } of stage.due) await answerIn(core, stage, type, statement);
  await answerPostings(core, stage);
}

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
  await issueAnswers(core, stage, profile.name, answers, statement.id);
}

/**
 * Asks the owners of ledgers about what other profiles' records have posted there, or post no longer, since this was asked
 * last on this stage. What they give is not asked about in turn.
 */
export async function answerPostings(core: Core, stage: Stage): Promise<void> {
  const answered = new Map<LedgerOffer, Set<string>>();
  const context = foldContext(core, stage);
  const changed = [...new Set(stage.changed.splice(0))];
  const posting = await withRows(core, stage.rows, () =>
    changed.flatMap((id) => {
      const asked = postedTo(stage.rows, context, id);
      return asked.length > 0 ? [{ id, asked }] : [];
    }),
  );
  let issued = false;
  for (const { id, asked: before } of posting) {
    // What was issued here meanwhile may have changed a record that is asked about.
    const asked: readonly PostedTo[] = issued
      ? await withRows(core, stage.rows, () => postedTo(stage.rows, context, id))
      : before;
    for (const { profile, offer, opened } of asked) {
      const records = answered.get(offer) ?? new Set();
      if (records.has(opened.id)) continue;
      answered.set(offer, records.add(opened.id));
      const answers = await withRows(core, stage.rows, () => {
        const view = viewOf(stage.rows, foldContext(core, stage), profile);
        return offer.posted?.(opened, core.id, view) ?? [];
      });
      issued ||= answers.length > 0;
      await issueAnswers(core, stage, profile, answers, id);
    }
  }
  stage.changed.length = 0;
}

/** `about`: the record that is answered, for the log. */
async function issueAnswers(core: Core, stage: Stage, profile: string, answers: readonly Answer[], about: string) {
  for (const { type, to, claims, about: subject } of answers) {
    const draft = { profile, type, to, claims, annexes: [], ...(subject !== undefined && { about: subject }) };
    const issued = await issueIn(core, stage, draft);
    if (issued instanceof Rejected && !isOvertaken(issued)) stage.faults.push({ about, findings: issued.findings });
  }
}

/** What is answered was taken back or replaced by what came with it: there is nothing left to say. */
const isOvertaken = ({ findings }: Rejected): boolean =>
  findings.every(({ severity, code }) => severity !== 'refuse' || code === 'state.out-of-turn');

function isEffective(stage: Stage, id: string): boolean {
  const state = stage.states.get(id);
  return state !== undefined && !['void', 'superseded', 'out-of-turn', 'refused'].includes(state);
}
