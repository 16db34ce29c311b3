/** Records on which somebody has to act, as an inbox keeps them, and lines of a list by their numbers. */
import type { Severity } from '../../kernel/finding.ts';
import type { Clock, Pending } from '../../kernel/state/clock.ts';
import { evened } from '../store/fold-rows.ts';
import { clocksOf } from './clocks.ts';
import type { Core } from './core.ts';
import { lineColumns, recordLine, worseOf } from './record-row.ts';
import type { RecordLine } from './service.ts';

/** A record on which somebody has to act; `worst` counts what was found in the record that led to its state, too. */
export interface TurnLine extends RecordLine {
  readonly clock: Clock;
  /** Id of the record that led to its state: the clock starts when that one is cosigned. */
  readonly led: string;
}

export type TurnQuery = { readonly after: number; readonly limit: number } | { readonly ids: readonly string[] };

/** Ascending by sequence number; of those asked for by id, the ones on which nobody has to act are left out. */
export async function listTurns(core: Core, query: TurnQuery, now: number): Promise<readonly TurnLine[]> {
  let select = core.store.db
    .selectFrom('record')
    .select(lineColumns)
    .where('turn', 'is not', null)
    .orderBy('record.seq');
  if ('ids' in query) {
    if (query.ids.length === 0) return [];
    select = select.where('id', 'in', evened(query.ids.map((id) => Uint8Array.fromHex(id))));
  } else select = select.where('seq', '>', query.after).limit(query.limit);
  const rows = await select.execute();
  const clocks = await clocksOf(core, rows, now);
  const lines = rows.flatMap((row) => {
    const clock = clocks.get(row.seq);
    return clock ? [{ ...recordLine(row), clock, led: (JSON.parse(row.turn ?? '{}') as Pending).since }] : [];
  });
  const found = await worstOf(
    core,
    lines.filter(({ id, led }) => led !== id).map(({ led }) => led),
  );
  return lines.map((line) => {
    const worst = worseOf(line.worst, found.get(line.id));
    return worst ? { ...line, worst } : line;
  });
}

/** Of follow-ups, by the record that they are about. */
async function worstOf(core: Core, ids: readonly string[]): Promise<ReadonlyMap<string, Severity>> {
  if (ids.length === 0) return new Map();
  const rows = await core.store.db
    .selectFrom('record')
    .select(['about', 'worst'])
    .where('id', 'in', evened([...new Set(ids)].map((id) => Uint8Array.fromHex(id))))
    .where('worst', 'is not', null)
    .execute();
  return new Map(rows.flatMap(({ about, worst }) => (about ? [[about.toHex(), worst as Severity] as const] : [])));
}

/** In the order asked for; at most a few hundred at once. */
export async function linesOf(core: Core, seqs: readonly number[], now: number): Promise<readonly RecordLine[]> {
  if (seqs.length === 0) return [];
  const rows = await core.store.db
    .selectFrom('record')
    .select(lineColumns)
    .where('seq', 'in', evened([...seqs]))
    .execute();
  const clocks = await clocksOf(core, rows, now);
  const lines = new Map(rows.map((row) => [row.seq, recordLine(row, clocks.get(row.seq))]));
  return seqs.flatMap((seq) => lines.get(seq) ?? []);
}
