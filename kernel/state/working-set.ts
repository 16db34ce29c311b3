import type { Rows, Table } from './rows.ts';

export interface RowName {
  readonly table: Table;
  readonly key: string;
}

/** All rows whose key begins with `from`: of a register, see `rangeKey`, or the slots of an account, by its row key. */
export interface RowRange {
  readonly table: Ranged;
  readonly from: string;
}

/** Tables whose rows are read in ranges too. */
export type Ranged = 'register' | 'slot';

export const isRanged = (table: Table): table is Ranged => table === 'register' || table === 'slot';

export interface InRange<T extends Ranged> {
  readonly key: string;
  readonly row: Rows[T];
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
  provideRange(rows: WorkingSet, table: Ranged, from: string): boolean;
}

/**
 * The rows that a batch reads and changes, so that the fold stays pure and the database is asked in bulk. A fold
 * that meets an absent row is rolled back and tried again once that row was provided.
 */
export class WorkingSet {
  readonly #source: RowSource | undefined;
  readonly #loaded = tables(() => new Map<string, unknown>());
  readonly #changed = tables(() => new Set<string>());
  #taken: readonly ChangedRow[] = [];
  /** In an attempt: each change in its order, with what was there before it. */
  #undo: (RowName & { loaded: boolean; value: unknown; changed: boolean })[] | undefined;
  /** In an attempt: absent rows that `ask` and `askRange` went on without, by address. */
  #asked: Map<string, RowName | RowRange> | undefined;
  /** Ranges of which storage has given all rows, each with the keys of those rows and of later ones. */
  readonly #ranges = { register: new Map<string, Set<string>>(), slot: new Map<string, Set<string>>() };
  /** Keys of rows in ranges that were put here, which storage need not have yet. */
  readonly #stated = { register: new Set<string>(), slot: new Set<string>() };

  constructor(source?: RowSource) {
    this.#source = source;
  }

  get<T extends Table>(table: T, key: string): Rows[T] | undefined {
    const loaded = this.#loaded[table];
    if (!loaded.has(key) && !this.#source?.provide(this, table, key)) throw new Missing({ table, key });
    return loaded.get(key) as Rows[T] | undefined;
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

  /** Rows whose key begins with `from`, ascending by key. */
  range<T extends Ranged>(table: T, from: string): readonly InRange<T>[] {
    const keys = this.hasRange(table, from) ? this.#ranges[table].get(from) : undefined;
    if (!keys) throw new Missing({ table, from });
    return [...keys].sort().flatMap((key) => {
      const row = this.get(table, key);
      return row ? [{ key, row }] : [];
    });
  }

  /** To `range` as `ask` is to `get`. */
  askRange<T extends Ranged>(table: T, from: string): readonly InRange<T>[] {
    if (this.hasRange(table, from) || !this.#asked) return this.range(table, from);
    this.#asked.set(`${address(table, from)} and on`, { table, from });
    return [];
  }

  hasRange(table: Ranged, from: string): boolean {
    return this.#ranges[table].has(from) || (this.#source?.provideRange(this, table, from) ?? false);
  }

  has(table: Table, key: string): boolean {
    return this.#loaded[table].has(key) || (this.#source?.provide(this, table, key) ?? false);
  }

  put<T extends Table>(table: T, key: string, row: Rows[T]): void {
    const loaded = this.#loaded[table];
    const changed = this.#changed[table];
    this.#undo?.push({ table, key, loaded: loaded.has(key), value: loaded.get(key), changed: changed.has(key) });
    loaded.set(key, row);
    changed.add(key);
    if (isRanged(table)) this.#noteStated(table, key);
  }

  /** Gives a row read from storage; `undefined` says that storage has none. Never overwrites. */
  provide<T extends Table>(table: T, key: string, row: Rows[T] | undefined): void {
    const loaded = this.#loaded[table];
    if (!loaded.has(key)) loaded.set(key, row);
  }

  /** Says that storage has given all rows whose key begins with `from`, and which those are. */
  provideRange(table: Ranged, from: string, stored: Iterable<string>): void {
    if (this.#ranges[table].has(from)) return;
    const keys = new Set(stored);
    for (const key of this.#stated[table]) if (key.startsWith(from)) keys.add(key);
    this.#ranges[table].set(from, keys);
  }

  /** Says that storage has nothing of this beyond what is here. */
  provideAbsent(what: RowName | RowRange): void {
    if ('from' in what) this.provideRange(what.table, what.from, []);
    else this.provide(what.table, what.key, undefined);
  }

  /** Runs `work`; when it needs rows that are not here, undoes what it changed and names them instead. */
  attempt<R>(work: () => R): { readonly done: R } | { readonly missing: readonly (RowName | RowRange)[] } {
    const outer = this.#undo;
    const outerAsked = this.#asked;
    const asked = new Map<string, RowName | RowRange>();
    const undo: NonNullable<typeof outer> = [];
    this.#undo = undo;
    this.#asked = asked;
    try {
      const done = work();
      if (asked.size > 0) {
        this.#rollBack();
        return { missing: [...asked.values()] };
      }
      for (const entry of undo) outer?.push(entry);
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
    this.#taken = Object.entries(this.#changed).flatMap(([name, keys]) => {
      const table = name as Table;
      const changes = [...keys].map((key) => ({ table, key, row: this.#loaded[table].get(key) as Rows[Table] }));
      keys.clear();
      return changes;
    });
    return this.#taken;
  }

  /** What `takeChanges` gave last. */
  get taken(): readonly ChangedRow[] {
    return this.#taken;
  }

  /** Takes over the rows that another set gave to be written, as if they were read from storage. */
  inherit(other: WorkingSet): void {
    for (const { table, key, row } of other.#taken) {
      this.#loaded[table].set(key, row);
      if (isRanged(table)) this.#noteStated(table, key);
    }
  }

  #noteStated(table: Ranged, key: string): void {
    if (this.#stated[table].has(key)) return;
    this.#stated[table].add(key);
    for (const [from, keys] of this.#ranges[table]) if (key.startsWith(from)) keys.add(key);
  }

  #rollBack(): void {
    for (const { table, key, loaded, value, changed } of this.#undo?.toReversed() ?? []) {
      // A row that was never read must be read then: left here as absent, it would hide the stored one.
      if (loaded) this.#loaded[table].set(key, value);
      else this.#loaded[table].delete(key);
      if (!changed) this.#changed[table].delete(key);
    }
  }
}

function tables<T>(of: () => T): Record<Table, T> {
  return { subject: of(), refusal: of(), register: of(), account: of(), slot: of(), waiting: of(), follow: of() };
}

function address(table: Table, key: string): string {
  return `${table} ${key}`;
}
