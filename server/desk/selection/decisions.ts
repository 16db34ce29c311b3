/**
 * What records that decide state of the outcome under which they do. A stricter one than what holds is a re-route, kept in
 * the same log as those that officers choose by themselves. It is made from the records: whatever a crash or an older copy
 * of this database has lost comes again, once for each record.
 */

import { setImmediate } from 'node:timers/promises';
import type { ShownDecision } from '../../../kernel/exchange/selection-file.ts';
import { isStricter } from '../../../kernel/exchange/selection-run.ts';
import type { Finding } from '../../../kernel/finding.ts';
import { refuse } from '../../../kernel/refusal.ts';
import type { Applied } from '../../../kernel/selection.ts';
import { findingOf } from '../../../kernel/state/assess.ts';
import type { DraftRequest } from '../../institution/service.ts';
import { evened, storedPayload } from '../../store/fold-rows.ts';
import { lastSeq } from '../../store/last-seq.ts';
import type { DeskGround } from '../desk.ts';
import { personOf } from '../people/people.ts';
import type { NamedSelection } from './named-selections.ts';
import { roleOf } from './reroutes.ts';

type Ground = Pick<DeskGround, 'desk' | 'records' | 'service' | 'logger'>;
type Database = Pick<Ground['desk']['db'], 'selectFrom' | 'insertInto'>;

/** A record that this institution issued, of a type that states an outcome. */
interface Deciding {
  readonly seq: number;
  readonly id: string;
  readonly about: string;
  /** Stated, ms. */
  readonly time: number;
  readonly applied: Applied | undefined;
}

/** Who decided; empty where a program did. */
interface By {
  readonly person: string;
  readonly officer: string;
  readonly name: string;
  readonly role: string;
}

const nobody: By = { person: '', officer: '', name: '', role: '' };
/** Records asked for by their ids at once, within every engine's limit of parameters. */
const piece = 256;
/** Numbers looked through in one piece, some milliseconds. */
const span = 2048;

export class Decisions {
  readonly #ground: Ground;
  readonly #named: NamedSelection;

  constructor(ground: Ground, named: NamedSelection) {
    this.#ground = ground;
    this.#named = named;
  }

  /** Whether the draft could decide about something that was chosen. */
  isOf({ profile, type, about }: DraftRequest): boolean {
    const { selection, profile: own } = this.#named;
    return about !== undefined && profile === own && selection.applied?.types.includes(type) === true;
  }

  async isChosen(record: string): Promise<boolean> {
    return (await this.#held(this.#ground.desk.db, record)) !== undefined;
  }

  /** Refuses a milder outcome than the one that holds. */
  async finding({ type, claims, about = '' }: DraftRequest): Promise<Finding | undefined> {
    const { selection } = this.#named;
    const stated = this.#applied({ type, claims });
    const held = stated && (await this.#held(this.#ground.desk.db, about));
    if (!stated || !held || !isStricter(selection, held.outcome, stated.outcome)) return undefined;
    const detail = { stated: stated.outcome, held: held.outcome };
    return findingOf(refuse('selection.milder-stated', detail, selection.applied?.path ?? ''));
  }

  /** Compares all that was issued and not compared before. */
  async takeUp(): Promise<void> {
    const { desk, records } = this.#ground;
    const { id: selection, selection: declared } = this.#named;
    if (!declared.applied) return;
    const row = await desk.db
      .selectFrom('selection_upto')
      .select('stated')
      .where('selection', '=', selection)
      .executeTakeFirst();
    const last = await lastSeq(records);
    // Where the records were restored from an older copy than the desk, what comes again bears numbers that were passed.
    let stated = Math.min(row?.stated ?? 0, last);
    if (stated === row?.stated && stated === last) return;
    while (stated < last) {
      const next = Math.min(stated + span, last);
      await this.#compare(await this.#deciding({ after: stated, last: next }));
      stated = next;
      // Others are served meanwhile, where many have to be passed over.
      if (stated < last) await setImmediate();
    }
    await desk.db
      .insertInto('selection_upto')
      .values({ selection, seq: 0, stated })
      .onConflict((conflict) => conflict.column('selection').doUpdateSet({ stated }))
      .execute();
  }

  /** Compares what was issued about these records (hex). */
  async settle(records: readonly string[]): Promise<void> {
    if (!this.#named.selection.applied) return;
    for (let from = 0; from < records.length; from += piece)
      await this.#compare(await this.#deciding({ about: records.slice(from, from + piece) }));
  }

  async #compare(deciding: readonly Deciding[]): Promise<void> {
    if (deciding.length === 0) return;
    const { id: selection } = this.#named;
    const known = await this.#ground.desk.db
      .selectFrom('selection_stated')
      .select('decided')
      .where('selection', '=', selection)
      .where('decided', 'in', evened(deciding.map(({ id }) => id)))
      .execute();
    const compared = new Set(known.map(({ decided }) => decided));
    for (const one of deciding) if (!compared.has(one.id)) await this.#compareOne(one);
  }

  async #compareOne({ id: decided, about: record, time: at, applied }: Deciding): Promise<void> {
    const { desk, logger } = this.#ground;
    const { id: selection, selection: declared } = this.#named;
    if (!applied) return;
    const by = await this.#by(decided);
    await desk.db.transaction().execute(async (db) => {
      const held = await this.#held(db, record);
      if (!held) return;
      const { numInsertedOrUpdatedRows: added } = await db
        .insertInto('selection_stated')
        .values({ selection, decided, record, after: held.n })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (added !== 1n) return;
      const { outcome, reason } = applied;
      if (isStricter(declared, held.outcome, outcome))
        logger.warn({ selection, record, decided }, 'a milder outcome was stated');
      if (!isStricter(declared, outcome, held.outcome)) return;
      const row = { selection, record, n: held.n + 1, outcome, reason, ...by, at, decided };
      await db.insertInto('selection_reroute').values(row).execute();
    });
  }

  /** What holds for a record, and the number of the re-route that made it so. */
  async #held(db: Database, record: string): Promise<{ readonly outcome: string; readonly n: number } | undefined> {
    const { id: selection } = this.#named;
    const choice = await db
      .selectFrom('selection_choice')
      .select('outcome')
      .where('record', '=', record)
      .where('selection', '=', selection)
      .executeTakeFirst();
    const last = await db
      .selectFrom('selection_reroute')
      .select(['n', 'outcome'])
      .where('record', '=', record)
      .where('selection', '=', selection)
      .orderBy('n', 'desc')
      .executeTakeFirst();
    return choice && (last ?? { ...choice, n: 0 });
  }

  /** Ascending by number. */
  async #deciding(
    of: { readonly after: number; readonly last: number } | { readonly about: readonly string[] },
  ): Promise<readonly Deciding[]> {
    const { profile, selection } = this.#named;
    const select = this.#ground.records.db
      .selectFrom('record')
      .select(['seq', 'id', 'type', 'about', 'time', 'jws'])
      .where('direction', '=', 'issued')
      .where('profile', '=', profile)
      .where('type', 'in', selection.applied?.types ?? [])
      .where('about', 'is not', null)
      .orderBy('seq');
    const rows = await ('after' in of
      ? select.where('seq', '>', of.after).where('seq', '<=', of.last)
      : select.where(
          'about',
          'in',
          evened(of.about).map((id) => Uint8Array.fromHex(id)),
        )
    ).execute();
    return rows.flatMap(({ seq, id, type, about, time, jws }): Deciding[] => {
      if (!about) return [];
      const applied = this.#applied({ type, claims: storedPayload(jws).claims });
      return [{ seq, id: id.toHex(), about: about.toHex(), time, applied }];
    });
  }

  /** Drafts need not keep to the schema, and name what is not declared. */
  #applied(followUp: Pick<DraftRequest, 'type' | 'claims'>): Applied | undefined {
    const { applied, outcomes } = this.#named.selection;
    try {
      const stated = applied?.read(followUp);
      return stated && Object.hasOwn(outcomes, stated.outcome) ? stated : undefined;
    } catch {
      return undefined;
    }
  }

  /** The officer who approved the record itself. */
  async #by(decided: string): Promise<By> {
    const { service, desk } = this.#ground;
    const approvals = (await service.show(decided))?.approvals ?? [];
    const approval = approvals.find(({ of }) => of === 'record') ?? approvals[0];
    if (!approval) return nobody;
    const { officer } = approval;
    const row = await desk.db.selectFrom('person').selectAll().where('officer', '=', officer).executeTakeFirst();
    const person = row && personOf(row);
    return person ? { person: person.id, officer, name: person.name, role: roleOf(person) } : { ...nobody, officer };
  }
}

/** As the auditor gets them, by the record (hex) that they decide about. */
export async function shownDecisions(
  { desk, records }: Pick<Ground, 'desk' | 'records'>,
  selection: string,
  chosen: readonly string[],
): Promise<ReadonlyMap<string, readonly ShownDecision[]>> {
  if (chosen.length === 0) return new Map();
  const stated = await desk.db
    .selectFrom('selection_stated')
    .select(['decided', 'record', 'after'])
    .where('selection', '=', selection)
    .where('record', 'in', evened(chosen))
    .execute();
  if (stated.length === 0) return new Map();
  const rows = await records.db
    .selectFrom('record')
    .select(['id', 'jws'])
    .where('id', 'in', evened(stated.map(({ decided }) => Uint8Array.fromHex(decided))))
    .orderBy('seq')
    .execute();
  const byId = new Map(stated.map((one) => [one.decided, one]));
  const shown = rows.flatMap(({ id, jws }) => {
    const one = byId.get(id.toHex());
    return one ? [{ record: one.record, jws, after: one.after }] : [];
  });
  const grouped = Map.groupBy(shown, ({ record }) => record);
  return new Map([...grouped].map(([record, of]) => [record, of.map(({ jws, after }) => ({ jws, after }))]));
}
