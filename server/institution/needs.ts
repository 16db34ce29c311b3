/** Rows behind what a profile says it will look at, and questions asked of them as they stand. */
import { fullName } from '../../kernel/catalogue.ts';
import { viewOf } from '../../kernel/state/assess.ts';
import { rangeKey, rowKey } from '../../kernel/state/rows.ts';
import type { RowName, RowRange } from '../../kernel/state/working-set.ts';
import type { Need, View } from '../../kernel/statement.ts';
import { type Core, foldContext, prefetch, withRows } from './core.ts';
import type { Stage } from './stage.ts';

/** `needs`: what `ask` will look at, as far as known. */
export interface Look<T> {
  readonly needs: readonly Need[];
  ask(view: View): T;
}

/** The answers, in order. */
export async function lookAll<T>(
  core: Core,
  stage: Stage,
  profile: string,
  looks: readonly Look<T>[],
): Promise<readonly T[]> {
  const needs = looks.flatMap((look) => look.needs);
  await prefetch(
    core,
    stage.rows,
    needs.map((need) => rowNeeded(profile, need)),
  );
  const view = viewOf(stage.rows, foldContext(core, stage), profile);
  const answers: T[] = [];
  for (const look of looks) answers.push(await withRows(core, stage.rows, () => look.ask(view)));
  return answers;
}

export function rowNeeded(profile: string, need: Need): RowName | RowRange {
  if ('record' in need) return { table: 'subject', key: need.record };
  if ('ledger' in need) return { table: 'account', key: rowKey(fullName(profile, need.ledger), need.key) };
  const name = fullName(profile, need.register);
  return 'prefix' in need
    ? { table: 'register', from: rangeKey(name, need.prefix) }
    : { table: 'register', key: rowKey(name, need.key) };
}
