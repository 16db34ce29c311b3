/**
 * What a desk makes from its institution's records, to find and to count them: `index.db` beside `desk.db`. It may be
 * deleted, and is made again; so nobody waits for its flush. Whatever follows the records keeps in the same
 * transaction how far it has come.
 */
import { Kysely, SqliteDialect, type Transaction } from 'kysely';
import { Migrator } from 'kysely/migration';
import { adapter } from '../adapter.ts';
import { connect } from '../connection.ts';
import { threadDialect } from '../thread-dialect.ts';
import { dossierMigrations } from './dossier.ts';
import { figureMigrations } from './figures.ts';
import type { IndexTables } from './index-tables.ts';

export class IndexStore {
  /** For reading alone: everything that was written before. */
  readonly db: Kysely<IndexTables>;
  readonly #written: Kysely<IndexTables>;

  private constructor(db: Kysely<IndexTables>, written: Kysely<IndexTables>) {
    this.db = db;
    this.#written = written;
  }

  /** Opens or creates the file and brings its tables up to date. */
  static async open(file: string): Promise<IndexStore> {
    const written = new Kysely<IndexTables>({ dialect: threadDialect(file) });
    const provider = { getMigrations: async () => ({ ...figureMigrations, ...dossierMigrations }) };
    const { error } = await new Migrator({ db: written, provider }).migrateToLatest();
    if (error) throw error;
    const db = new Kysely<IndexTables>({ dialect: new SqliteDialect({ database: adapter(connect(file)) }) });
    return new IndexStore(db, written);
  }

  /** One transaction, on the thread; all or nothing, and read by all that look after it resolved. */
  write<T>(work: (db: Transaction<IndexTables>) => Promise<T>): Promise<T> {
    return this.#written.transaction().execute(work);
  }

  async close(): Promise<void> {
    await this.#written.destroy();
    await this.db.destroy();
  }
}
