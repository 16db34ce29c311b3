import type { Rows, Table } from './rows.ts';

export interface RowName {
  readonly table: Table;
  readonly key: string;
}

/** All register rows whose key begins with `from`: see `rangeKey`. */
export interface RowRange {
  readonly table: 'register';
  readonly from: string;
}

/** What a fold or a rule asked for and is not in memory. Thrown, caught only by `WorkingSet.attempt`. */
class Missing {
  readonly what: RowName | RowRange;
  constructor(what: RowName | RowRange) {
    this.what = what;
  }
}

export interface ChangedRow extends RowName {
  readonly row: Rows[Table];
}

/** Rows that are at hand without asking storage: each call gives what it names to the set, or says that it cannot. */
export interface RowSource {
  provide(rows: WorkingSet, table: Table, key: string): boolean;
  provideRange(rows: WorkingSet, from: string): boolean;
}

/**
 * The rows that a batch reads and changes, so that the fold stays pure and the database is asked in bulk. A fold
 * that meets an absent row is rolled back and tried again once that row was provided.
 */
export class WorkingSet {
  readonly #source: RowSource | undefined;
  readonly #loaded = new Map<string, unknown>();
  readonly #changed = new Map<string, RowName>();
  #taken: readonly ChangedRow[] = [];
  #undo: Map<string, { loaded: boolean; value: unknown; changed: boolean }> | undefined;
  /** In an attempt: absent rows that `ask` and `askRange` went on without, by address. */
  #asked: Map<string, RowName | RowRange> | undefined;
  /** Ranges of which storage has given all rows, each with the keys of those rows and of later ones. */
  readonly #ranges = new Map<string, Set<string>>();
  /** Keys of register rows that were put here, which storage need not have yet. */
  readonly #stated = new Set<string>();

  constructor(source?: RowSource) {
    this.#source = source;
  }

  get<T extends Table>(table: T, key: string): Rows[T] | undefined {
    const name = address(table, key);
    if (!this.#loaded.has(name) && !this.#source?.provide(this, table, key)) throw new Missing({ table, key });
    return this.#loaded.get(name) as Rows[T] | undefined;
  }

  /**
   * As `get`, for what has no effect of its own and can go on without an absent row: in an attempt that row is named at
   * the end, together with all others, and whatever came of its absence is dropped.
   */
  ask<T extends Table>(table: T, key: string): Rows[T] | undefined {
    if (this.has(table, key) || !this.#asked) return this.get(table, key);
    this.#asked.set(address(table, key), { table, key });
    return undefined;
  }

  /** Register rows whose key begins with `from`, ascending by key. */
  range(from: string): readonly { readonly key: string; readonly row: Rows['register'] }[] {
    const keys = this.hasRange(from) ? this.#ranges.get(from) : undefined;
    if (!keys) throw new Missing({ table: 'register', from });
    return [...keys].sort().flatMap((key) => {
      const row = this.get('register', key);
      return row ? [{ key, row }] : [];
    });
  }

  /** To `range` as `ask` is to `get`. */
  askRange(from: string): ReturnType<WorkingSet['range']> {
    if (this.hasRange(from) || !this.#asked) return this.range(from);
    this.#asked.set(`${address('register', from)} and on`, { table: 'register', from });
    return [];
  }

  hasRange(from: string): boolean {
    return this.#ranges.has(from) || (this.#source?.provideRange(this, from) ?? false);
  }

  has(table: Table, key: string): boolean {
    return this.#loaded.has(address(table, key)) || (this.#source?.provide(this, table, key) ?? false);
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
    if (table === 'register') this.#noteStated(key);
  }

  /** Gives a row read from storage; `undefined` says that storage has none. Never overwrites. */
  provide<T extends Table>(table: T, key: string, row: Rows[T] | undefined): void {
    const name = address(table, key);
    if (!this.#loaded.has(name)) this.#loaded.set(name, row);
  }

  /** Says that storage has given all register rows whose key begins with `from`, and which those are. */
  provideRange(from: string, stored: Iterable<string>): void {
    if (this.#ranges.has(from)) return;
    const keys = new Set(stored);
    for (const key of this.#stated) if (key.startsWith(from)) keys.add(key);
    this.#ranges.set(from, keys);
  }

  /** Says that storage has nothing of this beyond what is here. */
  provideAbsent(what: RowName | RowRange): void {
    if ('from' in what) this.provideRange(what.from, []);
    else this.provide(what.table, what.key, undefined);
  }

  /** Runs `work`; when it needs rows that are not here, undoes what it changed and names them instead. */
  attempt<R>(work: () => R): { readonly done: R } | { readonly missing: readonly (RowName | RowRange)[] } {
    const outer = this.#undo;
    const outerAsked = this.#asked;
    const asked = new Map<string, RowName | RowRange>();
    this.#undo = new Map();
    this.#asked = asked;
    try {
      const done = work();
      if (asked.size > 0) {
        this.#rollBack();
        return { missing: [...asked.values()] };
      }
      if (outer) for (const [name, entry] of this.#undo) if (!outer.has(name)) outer.set(name, entry);
      return { done };
    } catch (thrown) {
      this.#rollBack();
      if (thrown instanceof Missing) return { missing: [...asked.values(), thrown.what] };
      // Whoever was told that a row is absent may have stumbled over that.
      if (asked.size > 0) return { missing: [...asked.values()] };
      throw thrown;
    } finally {
      this.#undo = outer;
      this.#asked = outerAsked;
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

  /** What `takeChanges` gave last. */
  get taken(): readonly ChangedRow[] {
    return this.#taken;
  }

  /** Takes over the rows that another set gave to be written, as if they were read from storage. */
  inherit(other: WorkingSet): void {
    for (const { table, key, row } of other.#taken) {
      this.#loaded.set(address(table, key), row);
      if (table === 'register') this.#noteStated(key);
    }
  }

  #noteStated(key: string): void {
    if (this.#stated.has(key)) return;
    this.#stated.add(key);
    for (const [from, keys] of this.#ranges) if (key.startsWith(from)) keys.add(key);
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
