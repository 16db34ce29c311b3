import type { Rows, Table } from './rows.ts';

/** Rows that a fold asked for and that are not in memory. Thrown, caught only by `WorkingSet.attempt`. */
class MissingRow {
  readonly table: Table;
  readonly key: string;
  constructor(table: Table, key: string) {
    this.table = table;
    this.key = key;
  }
}

export interface RowName {
  readonly table: Table;
  readonly key: string;
}

export interface ChangedRow extends RowName {
  readonly row: Rows[Table];
}

/**
 * The rows that a batch reads and changes, so that the fold stays pure and the database is asked in bulk. A fold
 * that meets an absent row is rolled back and tried again once that row was provided.
 */
export class WorkingSet {
  readonly #loaded = new Map<string, unknown>();
  readonly #changed = new Map<string, RowName>();
  /** What `takeChanges` gave last. */
  #taken: readonly ChangedRow[] = [];
  #undo: Map<string, { loaded: boolean; value: unknown; changed: boolean }> | undefined;

  get<T extends Table>(table: T, key: string): Rows[T] | undefined {
    const name = address(table, key);
    if (!this.#loaded.has(name)) throw new MissingRow(table, key);
    return this.#loaded.get(name) as Rows[T] | undefined;
  }

  has(table: Table, key: string): boolean {
    return this.#loaded.has(address(table, key));
  }

  put<T extends Table>(table: T, key: string, row: Rows[T]): void {
    const name = address(table, key);
    if (this.#undo && !this.#undo.has(name))
      this.#undo.set(name, {
        loaded: this.#loaded.has(name),
        value: this.#loaded.get(name),
        changed: this.#changed.has(name),
      });
    this.#loaded.set(name, row);
    this.#changed.set(name, { table, key });
  }

  /** Gives a row read from storage; `undefined` says that storage has none. Never overwrites. */
  provide<T extends Table>(table: T, key: string, row: Rows[T] | undefined): void {
    const name = address(table, key);
    if (!this.#loaded.has(name)) this.#loaded.set(name, row);
  }

  /** Runs `work`; when it needs a row that is not here, undoes what it changed and names that row instead. */
  attempt<R>(work: () => R): { readonly done: R } | { readonly missing: RowName } {
    const outer = this.#undo;
    this.#undo = new Map();
    try {
      const done = work();
      if (outer) for (const [name, entry] of this.#undo) if (!outer.has(name)) outer.set(name, entry);
      return { done };
    } catch (thrown) {
      this.#rollBack();
      if (thrown instanceof MissingRow) return { missing: { table: thrown.table, key: thrown.key } };
      throw thrown;
    } finally {
      this.#undo = outer;
    }
  }

  /** Changed rows since the last call. */
  takeChanges(): readonly ChangedRow[] {
    this.#taken = [...this.#changed.values()].map(({ table, key }) => ({
      table,
      key,
      row: this.#loaded.get(address(table, key)) as Rows[Table],
    }));
    this.#changed.clear();
    return this.#taken;
  }

  /** Takes over the rows that another set gave to be written, as if they were read from storage. */
  inherit(other: WorkingSet): void {
    for (const { table, key, row } of other.#taken) this.#loaded.set(address(table, key), row);
  }

  #rollBack(): void {
    for (const [name, { loaded, value, changed }] of this.#undo ?? []) {
      // A row that was never read must be read then: left here as absent, it would hide the stored one.
      if (loaded) this.#loaded.set(name, value);
      else this.#loaded.delete(name);
      if (!changed) this.#changed.delete(name);
    }
  }
}

function address(table: Table, key: string): string {
  return `${table} ${key}`;
}
