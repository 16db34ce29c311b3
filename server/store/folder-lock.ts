/**
 * One process for each data folder: a second one would sign other entries for the same places of the same logs. The engine's
 * own lock on a file with nothing in it, which ends with its process, however that ends.
 */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** SQLITE_BUSY. */
const busy = 5;

/** Gives it back when called; undefined where another one holds it. */
export function holdFolder(folder: string): (() => void) | undefined {
  const lock = new DatabaseSync(join(folder, 'running.db'), { timeout: 0 });
  try {
    lock.exec('begin exclusive');
  } catch (fault) {
    lock.close();
    if ((fault as { readonly errcode?: number }).errcode === busy) return undefined;
    throw fault;
  }
  return () => {
    if (lock.isOpen) lock.close();
  };
}
