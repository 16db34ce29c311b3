import { DatabaseSync } from 'node:sqlite';

/**
 * Opens a database file as every connection to it must be opened. Two kibibytes a record, in pages of eight. After a
 * commit under `FULL` it is on disk; under `NORMAL` a loss of power may take the last ones back, each whole, in order.
 */
export function connect(file: string, synchronous: 'FULL' | 'NORMAL' = 'FULL'): DatabaseSync {
  const sqlite = new DatabaseSync(file, { timeout: 10_000 });
  for (const pragma of [
    'page_size = 8192',
    'journal_mode = WAL',
    `synchronous = ${synchronous}`,
    'foreign_keys = ON',
    'cache_size = -98304',
    'mmap_size = 2147418112',
    'wal_autocheckpoint = 16000',
  ])
    sqlite.exec(`pragma ${pragma}`);
  return sqlite;
}
