/**
 * Records that are one: those of one issuer with one key, and one that follows another. Which group it is, the earliest
 * says; what is kept of it is told of its first.
 */
import type { Held } from '../../../kernel/exchange/selection-run.ts';
import type { Choice, Chosen } from '../../../kernel/selection.ts';
import type { DeskGround } from '../desk.ts';
import type { ChoiceRow, Keyed } from './choosing.ts';

interface Group {
  /** Hex id of its first record. */
  readonly first: string;
  /** Order in which groups began. */
  readonly since: number;
  held: Held;
}

export class Groups {
  readonly #byKey = new Map<string, Group>();
  readonly #byRecord = new Map<string, Group>();
  /** Behind all that is on disk. */
  #next = Number.MAX_SAFE_INTEGER / 2;

  /** With all that is held of what these records may be one with. */
  static async load(desk: DeskGround['desk'], selection: string, records: readonly Keyed[]): Promise<Groups> {
    const groups = new Groups();
    if (records.length === 0) return groups;
    const keys = [...new Set(records.map(({ key }) => key))];
    const abouts = [...new Set(records.flatMap(({ record }) => record.statement.subject?.id ?? []))];
    const select = desk.db
      .selectFrom('selection_choice')
      .select(['record', 'issuer', 'key', 'first', 'made'])
      .where('selection', '=', selection);
    const byKey = await select.where('key', 'in', keys).orderBy('made').execute();
    const byRecord = abouts.length === 0 ? [] : await select.where('record', 'in', abouts).execute();
    const firsts = [...new Set([...byKey, ...byRecord].map(({ first }) => first))];
    if (firsts.length === 0) return groups;
    const members = await desk.db
      .selectFrom('selection_choice')
      .select(['first', 'made', 'draw', 'before', 'outcome', 'ground', 'criterion'])
      .where('selection', '=', selection)
      .where('first', 'in', firsts)
      .orderBy('made')
      .execute();
    const found = new Map<string, Group>();
    // The last one has the strictest choice so far, draw and counts are the same in all.
    for (const { first, made, ...row } of members)
      found.set(first, { first, since: found.get(first)?.since ?? made, held: heldOf(row) });
    for (const { issuer, key, record, first } of [...byKey, ...byRecord]) {
      const group = found.get(first);
      if (group) groups.#put(issuer, key, record, group);
    }
    return groups;
  }

  find({ record, key }: Keyed): Group | undefined {
    const { issuer, subject } = record.statement;
    const one = this.#byKey.get(nameOf(issuer, key));
    const other = subject && subject.issuer === issuer ? this.#byRecord.get(subject.id) : undefined;
    return one && other ? (one.since <= other.since ? one : other) : (one ?? other);
  }

  /** What is held of it from now on. */
  join({ record, key }: Keyed, held: Held, known: Group | undefined): Group {
    const group = known ?? { first: record.id, since: this.#next++, held };
    group.held = held;
    this.#put(record.statement.issuer, key, record.id, group);
    return group;
  }

  #put(issuer: string, key: string, record: string, group: Group): void {
    const name = nameOf(issuer, key);
    if (!this.#byKey.has(name)) this.#byKey.set(name, group);
    this.#byRecord.set(record, group);
  }
}

function nameOf(issuer: string, key: string): string {
  return JSON.stringify([issuer, key]);
}

function heldOf(row: Pick<ChoiceRow, 'draw' | 'before' | 'outcome' | 'ground' | 'criterion'>): Held {
  return { draw: row.draw, before: JSON.parse(row.before) as Chosen, choice: choiceOf(row) };
}

export function choiceOf({ outcome, ground, criterion }: Pick<ChoiceRow, 'outcome' | 'ground' | 'criterion'>): Choice {
  return { outcome, ground, ...(criterion !== null && { criterion }) };
}
