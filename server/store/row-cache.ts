/**
 * Rows as the last commit left them, so that what is asked for again and again is neither read nor decoded anew. Only
 * the writer's commits change rows, so it needs no more than to be told of them.
 */
import type { Rows, Table } from '../../kernel/state/rows.ts';
import type { ChangedRow, Ranged, WorkingSet } from '../../kernel/state/working-set.ts';

/** Subjects carry their claims: some kilobytes each, a quarter of a megabyte at most. Twice as many are held at most. */
const mostSubjects = 500;
const mostRows = 20_000;
const mostRanges = 4000;

export class RowCache {
  readonly #subjects = new Generations(mostSubjects);
  readonly #rows = new Generations(mostRows);
  /** Keys of whole ranges of a register, by its name and then by their beginning. */
  readonly #ranges = new Map<string, Map<string, Set<string>>>();
  #rangeCount = 0;
  #version = 0;

  /** Of what is read meanwhile only what bears the same version may be kept: a commit may have changed it since. */
  get version(): number {
    return this.#version;
  }

  /** Gives a row to a working set; false when it is not here. Slots are too many, and each too seldom read, to be kept. */
  provide(rows: WorkingSet, table: Table, key: string): boolean {
    const held = table === 'slot' ? undefined : this.#of(table).get(`${table} ${key}`);
    if (!held) return false;
    rows.provide(table, key, held.row as never);
    return true;
  }

  /** Gives all rows of a range; false when one of them is not here. */
  provideRange(rows: WorkingSet, table: Ranged, from: string): boolean {
    const keys = table === 'register' ? this.#ranges.get(registerOf(from))?.get(from) : undefined;
    if (!keys) return false;
    for (const key of keys) if (!this.provide(rows, table, key)) return false;
    rows.provideRange(table, from, keys);
    return true;
  }

  keep(version: number, table: Table, key: string, row: Rows[Table] | undefined): void {
    if (version === this.#version) this.#put(table, key, row);
  }

  keepRange(version: number, from: string, keys: readonly string[]): void {
    if (version !== this.#version) return;
    if (this.#rangeCount >= mostRanges) {
      this.#ranges.clear();
      this.#rangeCount = 0;
    }
    const name = registerOf(from);
    const ranges = this.#ranges.get(name) ?? new Map<string, Set<string>>();
    this.#ranges.set(name, ranges);
    if (!ranges.has(from)) this.#rangeCount++;
    ranges.set(from, new Set(keys));
  }

  /** What a commit wrote, once it is on disk. */
  committed(changes: readonly ChangedRow[]): void {
    this.#version++;
    for (const { table, key, row } of changes) {
      this.#put(table, key, row);
      if (table !== 'register') continue;
      for (const [from, keys] of this.#ranges.get(registerOf(key)) ?? []) if (key.startsWith(from)) keys.add(key);
    }
  }

  #of(table: Table): Generations {
    return table === 'subject' ? this.#subjects : this.#rows;
  }

  #put(table: Table, key: string, row: Rows[Table] | undefined): void {
    if (table !== 'slot') this.#of(table).put(`${table} ${key}`, row);
  }
}

/** What a row is, or that storage has none. */
interface Held {
  readonly row: Rows[Table] | undefined;
}

/** The last rows used, at least `most` of them: dropped a generation at a time, for dropping one by one is slow. */
class Generations {
  readonly #most: number;
  #young = new Map<string, Held>();
  #old = new Map<string, Held>();

  constructor(most: number) {
    this.#most = most;
  }

  get(name: string): Held | undefined {
    const young = this.#young.get(name);
    if (young) return young;
    const old = this.#old.get(name);
    if (old) this.put(name, old.row);
    return old;
  }

  put(name: string, row: Rows[Table] | undefined): void {
    this.#young.set(name, { row });
    if (this.#young.size < this.#most) return;
    this.#old = this.#young;
    this.#young = new Map();
  }
}

/** The register's name, with which both row keys and beginnings of ranges begin. */
function registerOf(key: string): string {
  const end = key.indexOf('"', 2);
  return key.slice(0, end);
}
