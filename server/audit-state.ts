/** Audit of effect: everything that was folded is folded anew, in memory, and compared row by row. */
import { statingTypes } from '../kernel/exchange/approval.ts';
import { entitlementOf } from '../kernel/exchange/open-record.ts';
import { readRecord } from '../kernel/record/record.ts';
import { Refusal, refuse } from '../kernel/refusal.ts';
import { type FoldContext, fold } from '../kernel/state/fold.ts';
import type { SubjectRow } from '../kernel/state/rows.ts';
import { WorkingSet } from '../kernel/state/working-set.ts';
import type { AuditContext } from './audit-context.ts';
import { nodeCrypto } from './crypto-node.ts';
import { subjectColumns } from './institution/subject-columns.ts';
import { encodeRow } from './store/fold-rows.ts';
import type { RecordTable } from './store/tables.ts';

const step = 500;

export async function auditState(context: AuditContext): Promise<number> {
  const states = new Map<string, string>();
  const stored = await storedRows(context);
  const refolded = await refold(context, states, keptApart(stored));
  await compareStates(context, states);
  for (const [name, text] of refolded) {
    if (stored.get(name) !== text)
      context.faults.push({ what: 'state', where: name, refusal: refuse('server.data-altered', { name }) });
    stored.delete(name);
  }
  for (const name of stored.keys())
    context.faults.push({ what: 'state', where: name, refusal: refuse('server.data-altered', { name }) });
  return [...refolded.keys()].filter((name) => !name.startsWith('turn ')).length;
}

/** Records whose debits were kept one by one: a matter of when they came, which the rows tell and folding repeats. */
function keptApart(stored: ReadonlyMap<string, string>): Set<string> {
  const apart = new Set<string>();
  for (const [name, text] of stored) {
    if (!name.startsWith('subject ') || !text.includes('"apart":true')) continue;
    const row = JSON.parse(text) as Pick<SubjectRow, 'apart' | 'events'>;
    if (row.apart) apart.add(name.slice('subject '.length));
    for (const event of row.events) if (event.apart) apart.add(event.id);
  }
  return apart;
}

async function refold(
  context: AuditContext,
  states: Map<string, string>,
  apart: ReadonlySet<string>,
): Promise<Map<string, string>> {
  const { db } = context.store;
  const rows = new WorkingSet();
  const folding: FoldContext = { catalogue: context.catalogue, entitlement: entitlementOf(context.trust) };
  const changed = new Map<string, string>();
  let later: { id: string; seq: number; jws: string }[] = [];
  for (let from = 0; ; ) {
    const found = await db
      .selectFrom('record')
      .select(['seq', 'id', 'jws'])
      .where('seq', '>', from)
      .where('stage', '=', 'folded')
      .orderBy('seq')
      .limit(step)
      .execute();
    const last = found.at(-1);
    if (!last) break;
    from = last.seq;
    // What was folded after its release stands before what it waited for: those come round again.
    later = foldAll(context, folding, rows, states, apart, [
      ...found.map(({ seq, id, jws }) => ({ seq, id: id.toHex(), jws })),
      ...later,
    ]);
    take(context, rows, changed);
  }
  for (let before = -1; later.length > 0 && later.length !== before; ) {
    before = later.length;
    later = foldAll(context, folding, rows, states, apart, later);
    take(context, rows, changed);
  }
  for (const { id } of later)
    context.faults.push({ what: 'state', where: id, refusal: refuse('state.unknown-subject') });
  return changed;
}

function foldAll(
  context: AuditContext,
  folding: FoldContext,
  rows: WorkingSet,
  states: Map<string, string>,
  apart: ReadonlySet<string>,
  records: readonly { id: string; seq: number; jws: string }[],
): { id: string; seq: number; jws: string }[] {
  const later: { id: string; seq: number; jws: string }[] = [];
  for (const record of records) {
    const read = readRecord(record.jws, nodeCrypto, context.catalogue.payloadCheck);
    if (read instanceof Refusal) continue;
    const { id, seq } = record;
    const held = { id, seq, payload: read.payload, ...(apart.has(id) && { apart: true as const }) };
    // Everything folded so far is in memory: a row that is asked for and not there does not exist.
    for (;;) {
      const attempt = rows.attempt(() => fold(rows, folding, held));
      if ('missing' in attempt) for (const missing of attempt.missing) rows.provideAbsent(missing);
      else {
        if ('waitsFor' in attempt.done) later.push(record);
        else for (const { id, state } of attempt.done.changes) states.set(id, state);
        break;
      }
    }
  }
  return later;
}

/** The state that lists and pages show stands in a column of its own: it too must be what folding gives. */
async function compareStates(context: AuditContext, states: ReadonlyMap<string, string>): Promise<void> {
  const rows = await context.store.db
    .selectFrom('record')
    .select(['id', 'state', 'stage'])
    .where('stage', '=', 'folded')
    .where((row) => row.or([row('profile', '<>', 'exchange'), row('type', 'in', statingTypes)]))
    .execute();
  for (const { id, state } of rows) {
    const expected = states.get(id.toHex());
    if (expected !== state)
      context.faults.push({
        what: 'state',
        where: id.toHex(),
        refusal: refuse('server.data-altered', { expected: expected ?? '', found: state }),
      });
  }
}

function take({ catalogue, institution }: AuditContext, rows: WorkingSet, changed: Map<string, string>): void {
  for (const { table, key, row } of rows.takeChanges()) {
    if (table === 'follow' || table === 'waiting') continue;
    if (table !== 'subject') {
      changed.set(`${table} ${key}`, encodeRow(table, row));
      continue;
    }
    const { subject, ...turn } = subjectColumns(catalogue, institution, row as SubjectRow);
    changed.set(`subject ${key}`, subject);
    changed.set(`turn ${key}`, turnText(turn));
  }
}

/** What is overdue or waits for the asker, and what a status list says, go by columns of their own. */
function turnText({ turn, mine, revoked }: Pick<RecordTable, 'turn' | 'mine' | 'revoked'>): string {
  return `${mine} ${revoked} ${turn}`;
}

async function storedRows(context: AuditContext): Promise<Map<string, string>> {
  const { db } = context.store;
  const stored = new Map<string, string>();
  const subjects = await db
    .selectFrom('record')
    .select(['id', 'subject', 'turn', 'mine', 'revoked'])
    .where('stage', '=', 'folded')
    .where('subject', 'is not', null)
    .execute();
  for (const { id, subject, ...turn } of subjects) {
    stored.set(`subject ${id.toHex()}`, subject ?? '');
    stored.set(`turn ${id.toHex()}`, turnText(turn));
  }
  const rows = await db.selectFrom('fold_row').selectAll().where('tbl', '<>', 'waiting').execute();
  for (const { tbl, key, row } of rows) stored.set(`${tbl} ${key}`, row);
  return stored;
}
