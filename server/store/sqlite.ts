/**
 * SQLite through Node's own module: the engine for one machine. Everything that differs between engines stands in
 * this folder: opening, durable bulk write (`bulk-writer.ts`, on a thread of its own), text search. Reading is
 * synchronous here; what a resolved commit wrote is seen by every read after it.
 */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { adapter } from './adapter.ts';
import type { Commit } from './bulk-writer.ts';
import { connect } from './connection.ts';
import { migrations } from './migrations.ts';
import { RowCache } from './row-cache.ts';
import { searchTerm } from './search-term.ts';
import type { Tables } from './tables.ts';
import { DatabaseThread } from './thread.ts';
import type { WriterRequest } from './writer-thread.ts';

// The stage stands in the text, or the engine does not see that the index of what waits will do.
const firstWaiting = `select profile, type, min(seq) as seq from record
  where stage = 'waiting' and issuer = ? group by profile, type`;

export class SqliteStore {
  readonly db: Kysely<Tables>;
  readonly cache = new RowCache();
  readonly #sqlite: DatabaseSync;
  readonly #writer: DatabaseThread<WriterRequest, number>;
  #firstWaiting: StatementSync | undefined;

  private constructor(sqlite: DatabaseSync, file: string) {
    this.#sqlite = sqlite;
    this.#writer = new DatabaseThread(new URL('writer-thread.ts', import.meta.url), file);
    this.db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: adapter(sqlite) }) });
  }

  /** Opens or creates the database file and brings its tables up to date. */
  static async open(file: string): Promise<SqliteStore> {
    const sqlite = connect(file);
    const store = new SqliteStore(sqlite, file);
    const { error } = await new Migrator({ db: store.db, provider: migrations }).migrateToLatest();
    if (error) throw error;
    sqlite.exec(`create virtual table if not exists record_search using fts5
      (words, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2", prefix='2 3')`);
    return store;
  }

  /** Writes all or nothing; on disk when it resolves. */
  async commit(commit: Commit): Promise<void> {
    await this.#writer.ask({ kind: 'commit', commit });
  }

  /** Brings the text index up to at most `limit` more records; resolves to how many it took in. */
  indexSearch(upTo: number, limit: number): Promise<number> {
    return this.#writer.ask({ kind: 'index', upTo, limit });
  }

  /** Types of an issuer's records that wait, as `profile/type`, each with the least sequence number of one. */
  firstWaiting(issuer: string): ReadonlyMap<string, number> {
    this.#firstWaiting ??= this.#sqlite.prepare(firstWaiting);
    return new Map(this.#firstWaiting.all(issuer).map(({ profile, type, seq }) => [`${profile}/${type}`, Number(seq)]));
  }

  /** Sequence numbers of records that hold every word of a text, each as a prefix: full text as this engine knows it. */
  static searchRows(text: string) {
    const term = searchTerm(text);
    return term === undefined
      ? sql<number>`(select seq from record)`
      : sql<number>`(select rowid from record_search where record_search match ${term})`;
  }

  /** All that is read from now on is as of this moment, whatever others write. Until `close`. */
  beginSnapshot(): void {
    this.#sqlite.exec('begin');
  }

  async close(): Promise<void> {
    await this.#writer.close();
    await this.db.destroy();
  }
}
