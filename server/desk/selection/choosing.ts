/** Chooses records in the order in which they came; a record that was sent before is one with the first. */
import type { JsonObject } from '../../../kernel/canonical.ts';
import { chooseAgain, chooseFirst, counted, noneChosen } from '../../../kernel/exchange/selection-run.ts';
import type { Chosen } from '../../../kernel/selection.ts';
import type { Statement } from '../../../kernel/statement.ts';
import type { Look } from '../../institution/needs.ts';
import type { Received } from '../../institution/received.ts';
import type { SelectionChoiceTable, SelectionCountRow } from '../../store/desk/selection.ts';
import { evened } from '../../store/fold-rows.ts';
import type { DeskGround } from '../desk.ts';
import type { Commitments } from './commitments.ts';
import { endingOf } from './endings.ts';
import { Groups } from './groups.ts';
import type { NamedSelection } from './named-selections.ts';
import type { Settings } from './settings.ts';

export type ChoiceRow = Omit<SelectionChoiceTable, 'made'>;

/** What a piece of records comes to, to be written at once. */
export interface Work {
  readonly choices: readonly ChoiceRow[];
  readonly counts: readonly SelectionCountRow[];
}

/** A record that can be chosen. */
export interface Ready extends Received {
  readonly statement: Statement;
  readonly place: NonNullable<Received['place']>;
}

/** With what makes it one with others. */
export interface Keyed {
  readonly record: Ready;
  readonly key: string;
}

interface Count {
  chosen: Chosen;
  places: number;
}

type Ground = Pick<DeskGround, 'desk' | 'records' | 'service' | 'now' | 'logger'>;

export class Choosing {
  readonly #ground: Ground;
  readonly #named: NamedSelection;
  readonly #settings: Settings;
  readonly #commitments: Commitments;

  constructor(ground: Ground, named: NamedSelection, settings: Settings, commitments: Commitments) {
    this.#ground = ground;
    this.#named = named;
    this.#settings = settings;
    this.#commitments = commitments;
  }

  /** Nothing is written. Records are ascending by number and of this selection's types; those chosen before stay as they are. */
  async choose(records: readonly Ready[]): Promise<Work> {
    const facts = await factsOf(this.#ground, this.#named, records);
    const { selection, id } = this.#named;
    const at = this.#ground.now();
    const known = await this.#chosenBefore(records);
    const keyed = records.filter(({ id: record }) => !known.has(record)).flatMap((record) => this.#keyed(record));
    const groups = await Groups.load(this.#ground.desk, id, keyed);
    const counts = new Map<string, Count>();
    const choices: ChoiceRow[] = [];
    for (const one of keyed) {
      const { record, key } = one;
      const found = facts.get(record.seq);
      const { issuer, claims, time } = record.statement;
      const inForce = found && (await this.#commitments.inForce(issuer, record.place.time));
      if (!inForce) continue;
      const count = await this.#count(counts, inForce.number, issuer);
      const selector = await this.#settings.selector(inForce.version);
      const asked = { issuer, claims, time, facts: found };
      const keyed = groups.withKey(one);
      const ended = keyed && (await endingOf(this.#ground, this.#named, keyed.members, record));
      const known = groups.find(one, ended !== undefined);
      const held = this.#sound(record, () =>
        known
          ? chooseAgain(selection, selector, asked, known.held)
          : chooseFirst(selector, asked, inForce.draw(record.id, record.place.root), count.chosen),
      );
      if (!held) continue;
      const { first } = groups.join(one, held, known, ended !== undefined);
      if (!known) count.chosen = counted(count.chosen, held.choice);
      const { origin, index, size } = record.place;
      choices.push({
        selection: id,
        record: record.id,
        seq: record.seq,
        commitment: inForce.number,
        issuer,
        place: count.places++,
        origin,
        idx: index,
        size,
        key,
        first,
        draw: held.draw,
        before: JSON.stringify(held.before),
        facts: JSON.stringify(found),
        ...held.choice,
        criterion: held.choice.criterion ?? null,
        proved: inForce.proved ? 1 : 0,
        at,
        ended: ended ? JSON.stringify(ended) : null,
      });
    }
    return { choices, counts: [...counts].map(([name, count]) => countRow(id, name, count)) };
  }

  async #chosenBefore(records: readonly Ready[]): Promise<ReadonlySet<string>> {
    if (records.length === 0) return new Set();
    const rows = await this.#ground.desk.db
      .selectFrom('selection_choice')
      .select('record')
      .where('record', 'in', evened(records.map(({ id }) => id)))
      .where('selection', '=', this.#named.id)
      .execute();
    return new Set(rows.map(({ record }) => record));
  }

  #keyed(record: Ready): readonly Keyed[] {
    const key = this.#sound(record, () => this.#named.selection.key(record.statement));
    return key === undefined ? [] : [{ record, key }];
  }

  /** One record that a profile cannot choose must not keep all others from being chosen. */
  #sound<T>({ seq }: Ready, ask: () => T): T | undefined {
    try {
      return ask();
    } catch (fault) {
      this.#ground.logger.error({ err: fault, selection: this.#named.id, seq }, 'a record could not be chosen');
      return undefined;
    }
  }

  async #count(counts: Map<string, Count>, commitment: number, issuer: string): Promise<Count> {
    const name = JSON.stringify([commitment, issuer]);
    const known = counts.get(name);
    if (known) return known;
    const row = await this.#ground.desk.db
      .selectFrom('selection_count')
      .select(['chosen', 'places'])
      .where('selection', '=', this.#named.id)
      .where('commitment', '=', commitment)
      .where('issuer', '=', issuer)
      .executeTakeFirst();
    const count = row
      ? { chosen: JSON.parse(row.chosen) as Chosen, places: row.places }
      : { chosen: noneChosen, places: 0 };
    counts.set(name, count);
    return count;
  }
}

function countRow(selection: string, name: string, { chosen, places }: Count): SelectionCountRow {
  const [commitment, issuer] = JSON.parse(name) as [number, string];
  return { selection, commitment, issuer, chosen: JSON.stringify(chosen), places };
}

/** By sequence number. One record that a profile cannot look at must not keep all others from being chosen. */
export async function factsOf(
  { service, logger }: Pick<Ground, 'service' | 'logger'>,
  { profile, selection, id }: NamedSelection,
  records: readonly Pick<Ready, 'seq' | 'statement'>[],
): Promise<Map<number, JsonObject>> {
  const none: JsonObject = {};
  const looks = records.map(
    ({ statement }): Look<JsonObject> => ({
      needs: selection.reads?.(statement) ?? [],
      ask: (view) => selection.facts?.(statement, view) ?? none,
    }),
  );
  const told = (facts: readonly JsonObject[], of = records) =>
    new Map(of.map(({ seq }, at): [number, JsonObject] => [seq, facts[at] ?? none]));
  try {
    return told(await service.look(profile, looks));
  } catch {
    const found = new Map<number, JsonObject>();
    for (const [at, look] of looks.entries()) {
      const record = records[at];
      if (!record) continue;
      try {
        for (const [seq, facts] of told(await service.look(profile, [look]), [record])) found.set(seq, facts);
      } catch (fault) {
        logger.error({ err: fault, selection: id, seq: record.seq }, 'a record could not be chosen');
      }
    }
    return found;
  }
}
