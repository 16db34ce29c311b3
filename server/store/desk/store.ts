/** The database of one institution's desk, `desk.db` beside that of its records. */
import { Kysely, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import { adapter } from '../adapter.ts';
import { connect } from '../connection.ts';
import { officeMigrations } from './office.ts';
import { peopleMigrations } from './people.ts';
import { selectionMigrations } from './selection.ts';
import { signingMigrations } from './signing.ts';
import type { DeskTables } from './tables.ts';
import { tradeMigrations } from './trade.ts';
import { workMigrations } from './work.ts';

export const deskMigrations = {
  ...peopleMigrations,
  ...signingMigrations,
  ...workMigrations,
  ...tradeMigrations,
  ...officeMigrations,
  ...selectionMigrations,
};

export class DeskStore {
  readonly db: Kysely<DeskTables>;

  private constructor(db: Kysely<DeskTables>) {
    this.db = db;
  }

  /** Opens or creates the file and brings its tables up to date. */
  static async open(file: string): Promise<DeskStore> {
    const db = new Kysely<DeskTables>({ dialect: new SqliteDialect({ database: adapter(connect(file)) }) });
    const { error } = await new Migrator({
      db,
      provider: { getMigrations: async () => deskMigrations },
    }).migrateToLatest();
    if (error) throw error;
    return new DeskStore(db);
  }

  async close(): Promise<void> {
    await this.db.destroy();
  }
}
