/**
 * The writes of one group commit and of the text index, on a connection of their own. A commit is one synchronous
 * transaction, so nothing can interleave; it returns after the write-ahead log is on disk (synchronous=FULL).
 */
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { ChannelTable, EntryTable, RecordTable, Tables } from './tables.ts';

/** What follows from a folded subject. */
export type SubjectColumn = 'subject' | 'turn' | 'mine' | 'revoked';

/** All that one group commit writes. */
export interface Commit {
  readonly records: readonly RecordTable[];
  /** Records that were held, in the form in which they hold. */
  readonly again: readonly RecordTable[];
  readonly entries: readonly EntryTable[];
  readonly tileHashes: readonly Tables['tile_hash'][];
  readonly channels: readonly ChannelTable[];
  readonly checkpoints: readonly Tables['checkpoint'][];
  readonly foldRows: readonly Tables['fold_row'][];
  /** New states of records written before. */
  readonly states: readonly ({ readonly id: Uint8Array } & Pick<RecordTable, 'state' | SubjectColumn>)[];
  readonly stages: readonly Pick<
    RecordTable,
    'seq' | 'stage' | 'waits_for' | 'state' | 'findings' | 'worst' | 'signals' | 'number' | 'title' | 'search'
  >[];
  readonly idempotency: readonly Tables['idempotency'][];
  readonly misconduct: readonly Omit<Tables['misconduct'], 'id'>[];
  readonly settings: readonly Tables['setting'][];
}

const recordColumns = [
  'seq',
  'id',
  'jws',
  'direction',
  'profile',
  'type',
  'version',
  'issuer',
  'recipients',
  'about',
  'kid',
  'time',
  'number',
  'title',
  'search',
  'state',
  'stage',
  'waits_for',
  'worst',
  'findings',
  'cosigned_at',
  'subject',
  'turn',
  'mine',
  'signals',
  'status_list',
  'status_index',
  'revoked',
] as const satisfies readonly (keyof RecordTable)[];

const statements = {
  record: `insert into record (${recordColumns.join()}) values (${recordColumns.map(() => '?').join()})`,
  again: `update record set ${recordColumns.map((column) => `${column} = ?`).join()} where seq = ? and stage = 'held'`,
  entry: 'insert into entry (channel, idx, seq, id) values (?,?,?,?)',
  tileHash: 'insert into tile_hash (channel, level, idx, hash) values (?,?,?,?)',
  channel: `insert into channel (id, origin, issuer, recipient, generation, size, frontier, receipt_size, receipt_time, past,
    state) values (?,?,?,?,?,?,?,?,?,?,?) on conflict (id) do update set size = excluded.size, frontier = excluded.frontier,
    receipt_size = excluded.receipt_size, receipt_time = excluded.receipt_time, past = excluded.past, state = excluded.state`,
  checkpoint: `insert into checkpoint (channel, size, root, note, time) values (?,?,?,?,?)
    on conflict (channel, size) do update set note = excluded.note, time = excluded.time`,
  foldRow:
    'insert into fold_row (tbl, key, row) values (?,?,?) on conflict (tbl, key) do update set row = excluded.row',
  foldRowGone: 'delete from fold_row where tbl = ? and key = ?',
  state: 'update record set state = ? where id = ?',
  /** What follows from the subject is written with it. */
  subject: `update record set state = case when ? = '' then state else ? end, subject = ?, turn = ?, mine = ?,
    revoked = ? where id = ?`,
  stage: `update record set stage = ?, waits_for = ?, state = ?, findings = ?, worst = ?, signals = ?, number = ?, title = ?,
    search = ? where seq = ?`,
  idempotency: 'insert into idempotency (key, request_digest, id) values (?,?,?)',
  misconduct: 'insert into misconduct (kind, at, evidence) values (?,?,?)',
  setting: 'insert into setting (name, value) values (?,?) on conflict (name) do update set value = excluded.value',
  /** Only what the index has passed already; the rest it takes in by itself. */
  searchAgain: `insert or replace into record_search (rowid, words) select seq, number || ' ' || title || ' ' || search
    from record where seq = ? and seq <= (select coalesce(max(rowid), 0) from record_search)`,
  searchTop: 'select coalesce(max(rowid), 0) as top from record_search',
  searchFill: `insert into record_search (rowid, words)
    select seq, number || ' ' || title || ' ' || search from record where seq > ? and seq <= ?`,
};

export class BulkWriter {
  readonly #sqlite: DatabaseSync;
  readonly #prepared = new Map<string, StatementSync>();

  constructor(sqlite: DatabaseSync) {
    this.#sqlite = sqlite;
  }

  /** Writes all or nothing; on disk when it returns. */
  commit(commit: Commit): void {
    this.#sqlite.exec('begin immediate');
    try {
      this.#write(commit);
      this.#sqlite.exec('commit');
    } catch (fault) {
      this.#sqlite.exec('rollback');
      throw fault;
    }
  }

  /** Brings the text index up to at most `limit` more records; returns how many it took in. */
  indexSearch(upTo: number, limit: number): number {
    const top = Number(this.#statement(statements.searchTop).get()?.['top'] ?? 0);
    const end = Math.min(upTo, top + limit);
    if (end <= top) return 0;
    this.#run(statements.searchFill, [top, end]);
    return end - top;
  }

  #write(commit: Commit): void {
    for (const record of commit.records)
      this.#run(
        statements.record,
        recordColumns.map((column) => record[column]),
      );
    for (const record of commit.again) {
      this.#run(statements.again, [...recordColumns.map((column) => record[column]), record.seq]);
      this.#run(statements.searchAgain, [record.seq]);
    }
    for (const e of commit.entries) this.#run(statements.entry, [e.channel, e.idx, e.seq, e.id]);
    for (const t of commit.tileHashes) this.#run(statements.tileHash, [t.channel, t.level, t.idx, t.hash]);
    for (const c of commit.channels)
      this.#run(statements.channel, [
        c.id,
        c.origin,
        c.issuer,
        c.recipient,
        c.generation,
        c.size,
        c.frontier,
        c.receipt_size,
        c.receipt_time,
        c.past,
        c.state,
      ]);
    for (const c of commit.checkpoints) this.#run(statements.checkpoint, [c.channel, c.size, c.root, c.note, c.time]);
    for (const row of commit.foldRows) {
      if (row.row === '') this.#run(statements.foldRowGone, [row.tbl, row.key]);
      else this.#run(statements.foldRow, [row.tbl, row.key, row.row]);
    }
    for (const s of commit.states) {
      if (s.subject === null) this.#run(statements.state, [s.state, s.id]);
      else this.#run(statements.subject, [s.state, s.state, s.subject, s.turn, s.mine, s.revoked, s.id]);
    }
    for (const s of commit.stages)
      this.#run(statements.stage, [
        s.stage,
        s.waits_for,
        s.state,
        s.findings,
        s.worst,
        s.signals,
        s.number,
        s.title,
        s.search,
        s.seq,
      ]);
    for (const { seq } of commit.stages) this.#run(statements.searchAgain, [seq]);
    for (const i of commit.idempotency) this.#run(statements.idempotency, [i.key, i.request_digest, i.id]);
    for (const m of commit.misconduct) this.#run(statements.misconduct, [m.kind, m.at, m.evidence]);
    for (const s of commit.settings) this.#run(statements.setting, [s.name, s.value]);
  }

  #run(sql: string, values: SQLInputValue[]): void {
    this.#statement(sql).run(...values);
  }

  #statement(sql: string): StatementSync {
    const known = this.#prepared.get(sql);
    if (known) return known;
    const statement = this.#sqlite.prepare(sql);
    this.#prepared.set(sql, statement);
    return statement;
  }
}
