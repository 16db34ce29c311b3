import { DatabaseSync } from 'node:sqlite';

/** Opens a database file as every connection to it must be opened. Two kibibytes a record, in pages of eight. */
export function connect(file: string): DatabaseSync {
  const sqlite = new DatabaseSync(file, { timeout: 10_000 });
  for (const pragma of [
    'page_size = 8192',
    'journal_mode = WAL',
    'synchronous = FULL',
    'foreign_keys = ON',
    'cache_size = -98304',
    'mmap_size = 2147418112',
    'wal_autocheckpoint = 16000',
  ])
    sqlite.exec(`pragma ${pragma}`);
  return sqlite;
}
