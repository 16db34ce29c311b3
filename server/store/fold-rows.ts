/** The kernel's rows as this database keeps them, and the working set filled from it in bulk. */
import { fromBase64url } from '../../kernel/bytes.ts';
import type { JsonObject } from '../../kernel/canonical.ts';
import type { ExchangeData } from '../../kernel/record/payload.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type {
  AccountRow,
  Contribution,
  HeldEvent,
  Posting,
  Rows,
  SlotRow,
  SlotSums,
  SubjectRow,
  Table,
} from '../../kernel/state/rows.ts';
import type { Ranged, RowName, RowRange, WorkingSet } from '../../kernel/state/working-set.ts';
import type { SqliteStore } from './sqlite.ts';
import type { RecordTable } from './tables.ts';

/** Values a query asks for at once; below every engine's limit of parameters. */
const chunk = 512;

/**
 * A list of a power of two values, its last one repeated: an engine keeps the plans of a few query texts, not of one
 * for every length.
 */
export function evened<T>(values: readonly T[]): readonly T[] {
  const last = values.at(-1);
  if (last === undefined) return values;
  const length = 2 ** Math.ceil(Math.log2(values.length));
  return [...values, ...new Array<T>(length - values.length).fill(last)];
}

export interface StoredPayload {
  readonly claims: JsonObject;
  readonly samur: ExchangeData;
  /** Address of the status list that it names. */
  readonly statusList?: string;
}

/** The payload of a record that was verified before it was stored. */
export function storedPayload(jws: string): StoredPayload {
  const bytes = fromBase64url(jws.slice(jws.indexOf('.') + 1, jws.lastIndexOf('.')));
  if (bytes instanceof Refusal) throw new Error('a stored record is not readable');
  const { credentialSubject, credentialStatus, samur } = JSON.parse(new TextDecoder().decode(bytes)) as {
    credentialSubject: JsonObject;
    credentialStatus?: { statusListCredential: string };
    samur: ExchangeData;
  };
  return {
    claims: credentialSubject,
    samur,
    ...(credentialStatus && { statusList: credentialStatus.statusListCredential }),
  };
}

/** Provides every named row; those that the database lacks are provided as absent. */
export async function loadRows(
  store: SqliteStore,
  rows: WorkingSet,
  names: readonly (RowName | RowRange)[],
): Promise<void> {
  const wanted = new Map<Table, Set<string>>();
  for (const name of names) {
    if ('from' in name) {
      const { table, from } = name;
      if (rows.hasRange(table, from) || store.cache.provideRange(rows, table, from)) continue;
      await loadRange(store, rows, table, from);
      continue;
    }
    const { table, key } = name;
    if (rows.has(table, key) || store.cache.provide(rows, table, key)) continue;
    wanted.set(table, (wanted.get(table) ?? new Set()).add(key));
  }
  for (const [table, keys] of wanted) {
    const all = [...keys];
    for (let i = 0; i < all.length; i += chunk) await loadChunk(store, rows, table, all.slice(i, i + chunk));
  }
}

async function loadRange(store: SqliteStore, rows: WorkingSet, table: Ranged, from: string): Promise<void> {
  const { version } = store.cache;
  const found = await store.db
    .selectFrom('fold_row')
    .select(['key', 'row'])
    .where('tbl', '=', table)
    .where('key', '>=', from)
    .where('key', '<', `${from}\u{10ffff}`)
    .execute();
  for (const { key, row: text } of found) {
    const row = decodeRow(table, text);
    rows.provide(table, key, row);
    if (table === 'register') store.cache.keep(version, table, key, row);
  }
  const keys = found.map(({ key }) => key);
  if (table === 'register') store.cache.keepRange(version, from, keys);
  rows.provideRange(table, from, keys);
}

async function loadChunk(store: SqliteStore, rows: WorkingSet, table: Table, keys: readonly string[]): Promise<void> {
  const { version } = store.cache;
  const absent = new Set(keys);
  const give = (key: string, row: Rows[Table] | undefined) => {
    absent.delete(key);
    rows.provide(table, key, row as never);
    store.cache.keep(version, table, key, row);
  };
  if (table === 'subject' || table === 'follow') {
    const ids = keys.filter((key) => /^[0-9a-f]{64}$/.test(key)).map((key) => Uint8Array.fromHex(key));
    const found = await store.db
      .selectFrom('record')
      .select(['id', 'seq', 'version', 'jws', 'about', 'subject', 'stage'])
      .where('id', 'in', evened(ids))
      .where('stage', '=', 'folded')
      .execute();
    for (const record of found) {
      const id = record.id.toHex();
      if (table === 'subject') give(id, record.subject === null ? undefined : decodeSubject(record));
      else give(id, record.about ? { parent: record.about.toHex() } : undefined);
    }
  } else {
    const found = await store.db
      .selectFrom('fold_row')
      .select(['key', 'row'])
      .where('tbl', '=', table)
      .where('key', 'in', evened(keys))
      .execute();
    for (const { key, row } of found) give(key, decodeRow(table, row));
  }
  for (const key of absent) give(key, undefined);
}

export function decodeSubject(record: Pick<RecordTable, 'id' | 'seq' | 'jws' | 'subject'>): SubjectRow {
  const folded = JSON.parse(record.subject ?? '{}') as SubjectRow;
  const { claims, samur } = storedPayload(record.jws);
  return {
    ...folded,
    id: record.id.toHex(),
    seq: record.seq,
    profile: samur.profile,
    type: samur.type,
    version: samur.version,
    issuer: samur.issuer,
    to: samur.to,
    claims,
    contribution: decodeContribution(folded.contribution),
    events: folded.events.map((event) => ({ ...event, contribution: decodeContribution(event.contribution) })),
  };
}

/** A subject without what its jws says already. */
export function encodeSubject(row: SubjectRow): string {
  const { id, seq, profile, type, version, issuer, to, claims, contribution, events, ...folded } = row;
  return JSON.stringify({
    ...folded,
    contribution: encodeContribution(contribution),
    events: events.map((event: HeldEvent) => ({ ...event, contribution: encodeContribution(event.contribution) })),
  });
}

function encodeContribution(contribution: Contribution) {
  const movements = contribution.movements.map((m) => ({ ...m, amount: String(m.amount) }));
  return { statements: contribution.statements, movements };
}

function decodeContribution(contribution: Contribution): Contribution {
  return {
    statements: contribution.statements,
    movements: contribution.movements.map((m) => ({ ...m, amount: BigInt(m.amount) })),
  };
}

export function encodeRow(table: Table, row: Rows[Table]): string {
  if (table === 'slot') {
    const { postings } = row as SlotRow;
    return JSON.stringify({ postings: postings.map((p) => ({ ...p, amounts: mapped(p.amounts, String) })) });
  }
  if (table !== 'account') return JSON.stringify(row);
  const { debits, postings, restated } = row as AccountRow;
  return JSON.stringify({
    debits: mapped(debits, String),
    postings: encodePostings(postings),
    ...(restated && { restated: { ...restated, sums: mapped(restated.sums, encodeSum) } }),
  });
}

export function decodeRow<T extends Table>(table: T, text: string): Rows[T] {
  const row = JSON.parse(text) as Rows[Table];
  return (
    table === 'slot' ? decodeSlot(row as SlotRow) : table === 'account' ? decodeAccount(row as AccountRow) : row
  ) as Rows[T];
}

function decodeSlot({ postings }: SlotRow): SlotRow {
  return { postings: postings.map((p) => ({ ...p, amounts: mapped(p.amounts, BigInt) })) };
}

function decodeAccount({ debits, postings, restated }: AccountRow): AccountRow {
  return {
    debits: mapped(debits, BigInt),
    postings: decodePostings(postings),
    ...(restated && { restated: { ...restated, sums: mapped(restated.sums, decodeSum) } }),
  };
}

type Sum = SlotSums[string];
const encodeSum = ({ amount, count }: Sum) => ({ amount: String(amount), count });
const decodeSum = ({ amount, count }: Sum): Sum => ({ amount: BigInt(amount), count });

const encodePostings = (postings: readonly Posting[]) => postings.map((p) => ({ ...p, amount: String(p.amount) }));
const decodePostings = (postings: readonly Posting[]): Posting[] =>
  postings.map((p) => ({ ...p, amount: BigInt(p.amount) }));

function mapped<T, U>(record: Readonly<Record<string, T>>, to: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, to(value)]));
}
