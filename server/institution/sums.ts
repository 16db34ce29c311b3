/** What records add up to: registers as they stand and as they stood, and accounts. */
import { Refusal, refuse } from '../../kernel/refusal.ts';
import { asOf, type DatedStatement } from '../../kernel/state/history.ts';
import { accountView } from '../../kernel/state/posting.ts';
import { formatDecimal } from '../../kernel/state/quantity.ts';
import type { RegisterRow } from '../../kernel/state/rows.ts';
import { evened } from '../store/fold-rows.ts';
import type { Core } from './core.ts';
import { firstCosignatures } from './cosignatures.ts';
import { keyedRows } from './keyed-rows.ts';
import type { AccountLine, KeyQuery, Page, RegisterHistory, RegisterLine } from './service.ts';

export async function listRegister(core: Core, name: string, query: KeyQuery): Promise<Page<RegisterLine> | Refusal> {
  if (!core.catalogue.register(name)) return refuse('request.not-found');
  const found = await keyedRows(core, 'register', name, query);
  if (found instanceof Refusal) return found;
  const items = found.rows.flatMap(({ key, row }): RegisterLine[] => {
    const last = row.statements.findLast(({ counts }) => counts);
    if (!last || last.value === null) return [];
    return [{ register: name, key, value: last.value, record: last.id, time: last.time }];
  });
  return { items, ...(found.next !== undefined && { next: found.next }) };
}

/** Each row with all its statements; with `time`, also what was in force then and who held what. */
export async function registerHistory(
  core: Core,
  name: string,
  query: KeyQuery,
  time: number | undefined,
): Promise<Page<RegisterHistory> | Refusal> {
  if (!core.catalogue.register(name)) return refuse('request.not-found');
  const found = await keyedRows(core, 'register', name, query);
  if (found instanceof Refusal) return found;
  const dated = await datedStatements(
    core,
    found.rows.map(({ row }) => row.statements),
  );
  const items = found.rows.map(({ key }, at): RegisterHistory => {
    const statements = dated[at] ?? [];
    return { register: name, key, statements, ...(time !== undefined && { on: asOf(statements, time) }) };
  });
  return { items, ...(found.next !== undefined && { next: found.next }) };
}

/** The statements of each row, with who cosigned them when. */
export async function datedStatements(
  core: Core,
  rows: readonly RegisterRow['statements'][],
): Promise<readonly (readonly DatedStatement[])[]> {
  const cosigned = await cosignedBy(core, rows.flat());
  return rows.map((statements) =>
    statements.map((one) => ({
      record: one.id,
      issuer: one.issuer,
      value: one.value,
      time: one.time,
      effective: one.counts,
      known: cosigned.get(one.id) ?? [],
    })),
  );
}

/** By record id: the first cosignature of each recipient, as far as its channel is held here. */
async function cosignedBy(
  core: Core,
  statements: RegisterRow['statements'],
): Promise<Map<string, DatedStatement['known']>> {
  const ids = [...new Set(statements.map(({ id }) => id))];
  const known = new Map<string, DatedStatement['known']>();
  for (let from = 0; from < ids.length; from += chunk) {
    const records = await core.store.db
      .selectFrom('record')
      .select(['id', 'seq'])
      .where('id', 'in', evened(ids.slice(from, from + chunk).map((id) => Uint8Array.fromHex(id))))
      .execute();
    const cosigned = await firstCosignatures(
      core,
      records.map(({ seq }) => seq),
    );
    for (const { id, seq } of records) {
      const all = (cosigned.get(seq) ?? []).map(({ recipient, time }) => ({ institution: recipient, time }));
      known.set(
        id.toHex(),
        all.sort((a, b) => (a.institution < b.institution ? -1 : 1)),
      );
    }
  }
  return known;
}

const chunk = 512;

export async function listLedger(core: Core, name: string, query: KeyQuery): Promise<Page<AccountLine> | Refusal> {
  const ledger = core.catalogue.ledger(name);
  if (!ledger) return refuse('request.not-found');
  const found = await keyedRows(core, 'account', name, query);
  if (found instanceof Refusal) return found;
  const text = (amount: bigint) => formatDecimal(amount, ledger.scale);
  const items = found.rows.flatMap(({ key, row }): AccountLine[] => {
    const view = accountView(ledger, row);
    if (!view) return [];
    const { available, credited, debited, settled, frozen, byMovement } = view;
    return [
      {
        ledger: name,
        key,
        unit: ledger.unit,
        available: text(available),
        credited: text(credited),
        debited: text(debited),
        settled: text(settled),
        frozen,
        byMovement: Object.fromEntries([...byMovement].map(([movement, amount]) => [movement, text(amount)])),
      },
    ];
  });
  return { items, ...(found.next !== undefined && { next: found.next }) };
}
