/**
 * Records that are one: those of one issuer with one key until it is ended, and one that follows another. Which group it is,
 * the earliest says; what is kept of it is told of its first.
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
  /** Hex ids of all that are one, first one first. */
  readonly members: string[];
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
      .select(['record', 'issuer', 'key', 'first', 'ended', 'made'])
      .where('selection', '=', selection);
    const byKey = await select.where('key', 'in', keys).orderBy('made').execute();
    const byRecord = abouts.length === 0 ? [] : await select.where('record', 'in', abouts).execute();
    const firsts = [...new Set([...byKey, ...byRecord].map(({ first }) => first))];
    if (firsts.length === 0) return groups;
    const members = await desk.db
      .selectFrom('selection_choice')
      .select(['record', 'first', 'made', 'draw', 'before', 'outcome', 'ground', 'criterion'])
      .where('selection', '=', selection)
      .where('first', 'in', firsts)
      .orderBy('made')
      .execute();
    const found = new Map<string, Group>();
    // The last one has the strictest choice so far, draw and counts are the same in all.
    for (const { first, made, record, ...row } of members) {
      const { since = made, members: others = [] } = found.get(first) ?? {};
      others.push(record);
      found.set(first, { first, since, members: others, held: heldOf(row) });
    }
    for (const { record, first } of byRecord) {
      const group = found.get(first);
      if (group) groups.#byRecord.set(record, group);
    }
    for (const { issuer, key, record, first, ended } of byKey) {
      const group = found.get(first);
      if (!group) continue;
      groups.#byRecord.set(record, group);
      groups.#bind(nameOf(issuer, key), group, ended !== null);
    }
    return groups;
  }

  /** Those that have its key. */
  withKey({ record, key }: Keyed): Group | undefined {
    return this.#byKey.get(nameOf(record.statement.issuer, key));
  }

  /** `ended`: what has its key is over. */
  find(keyed: Keyed, ended: boolean): Group | undefined {
    const { issuer, subject } = keyed.record.statement;
    const one = ended ? undefined : this.withKey(keyed);
    const other = subject && subject.issuer === issuer ? this.#byRecord.get(subject.id) : undefined;
    return one && other ? (one.since <= other.since ? one : other) : (one ?? other);
  }

  /** What is held of it from now on. */
  join({ record, key }: Keyed, held: Held, known: Group | undefined, ended: boolean): Group {
    const group = known ?? { first: record.id, since: this.#next++, members: [], held };
    group.held = held;
    group.members.push(record.id);
    this.#byRecord.set(record.id, group);
    this.#bind(nameOf(record.statement.issuer, key), group, ended);
    return group;
  }

  /** A key leads to the group that it began with, until that is ended. */
  #bind(name: string, group: Group, ended: boolean): void {
    if (ended || !this.#byKey.has(name)) this.#byKey.set(name, group);
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
