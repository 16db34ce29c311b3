/**
 * Where the goods are of the company that a trader acts for: of records that name a number under which the office knows
 * the trader. Told is what an applicant is told of a record: whose turn it is, what was done, by which institution and
 * when; nothing that records state but number and title.
 */
import type { Text } from '../../../kernel/finding.ts';
import { evenReference, isTelling } from '../../../kernel/reference.ts';
import type { Clock } from '../../../kernel/state/clock.ts';
import { hasEffect } from '../../institution/received.ts';
import type { RecordLine } from '../../institution/service.ts';
import { names, newestNaming } from '../../store/desk/dossier.ts';
import type { DeskGround } from '../desk.ts';
import type { Named } from '../dossier/matters.ts';
import type { ReferenceIndex } from '../dossier/reference-index.ts';
import type { Person } from '../people/person.ts';
import { type ProgressStep, standingOf, stepsOfRecord } from './progress.ts';

export interface GoodsLine extends Pick<RecordLine, 'id' | 'profile' | 'type' | 'number' | 'title' | 'time' | 'state'> {
  readonly typeTitle: Text;
  readonly stateTitle?: Text;
  /** Institutions that have to act; empty when it is over. */
  readonly turn: readonly string[];
  /** What goes on while none of them has anything to do. */
  readonly meanwhile?: Text;
  readonly clock?: Clock;
}

export interface GoodsPage {
  /** Newest first. */
  readonly items: readonly GoodsLine[];
  /** Id of the last one, where there are more. */
  readonly next?: string;
  /** False while records are still being taken up. */
  readonly complete: boolean;
}

export interface GoodsView extends GoodsLine {
  readonly steps: readonly ProgressStep[];
}

type Ground = Pick<DeskGround, 'service' | 'index' | 'records' | 'catalogue'>;

export class Goods {
  readonly #ground: Ground;
  readonly #index: ReferenceIndex;

  constructor(ground: Ground, index: ReferenceIndex) {
    this.#ground = ground;
    this.#index = index;
  }

  /** `after`: id of the last one told before. Nothing follows one that is not the person's. */
  async list(person: Person, limit: number, after?: string): Promise<GoodsPage> {
    const complete = await this.#index.ready();
    const numbers = this.#numbersOf(person);
    const begin = after === undefined ? Number.MAX_SAFE_INTEGER : await this.#seqOf(numbers, after);
    const found: GoodsLine[] = [];
    for (let before = begin; before !== undefined && found.length <= limit; ) {
      const seqs = await newestNaming(this.#ground.index.db, numbers, before, limit + 1);
      const lines = await this.#ground.service.lines(seqs);
      found.push(...lines.toSorted((a, b) => b.seq - a.seq).flatMap((line) => this.#told(line) ?? []));
      before = seqs.length > limit ? seqs.at(-1) : undefined;
    }
    const items = found.slice(0, limit);
    const last = items.at(-1);
    return { items, complete, ...(found.length > limit && last && { next: last.id }) };
  }

  /** Undefined alike for what is not held here and for what names no number of the person. */
  async show(person: Person, id: string): Promise<GoodsView | undefined> {
    await this.#index.ready();
    if ((await this.#seqOf(this.#numbersOf(person), id)) === undefined) return undefined;
    const record = await this.#ground.service.show(id);
    const told = record && this.#told(record);
    return told && { ...told, steps: stepsOfRecord(record, this.#ground.catalogue).map(withoutPlace) };
  }

  #numbersOf({ active, knownAs }: Person): readonly Named[] {
    if (!active) return [];
    const kinds = [...this.#ground.catalogue.references].filter(([, { persons }]) => persons);
    const values = knownAs.map(evenReference).filter(isTelling);
    return values.flatMap((value) => kinds.map(([kind]) => ({ kind, value })));
  }

  async #seqOf(numbers: readonly Named[], id: string): Promise<number | undefined> {
    const { records, index } = this.#ground;
    const row = await records.db
      .selectFrom('record')
      .select('seq')
      .where('id', '=', Uint8Array.fromHex(id))
      .executeTakeFirst();
    return row && (await names(index.db, row.seq, numbers)) ? row.seq : undefined;
  }

  /** What has a course of its own, and counts. */
  #told(line: RecordLine): GoodsLine | undefined {
    const declaration = this.#ground.catalogue.type(line.profile, line.type)?.declaration;
    if (declaration?.lifeCycle === undefined || !hasEffect(line.state)) return undefined;
    const { id, profile, type, number, title, time, state } = line;
    const { record, turn, clock } = standingOf(line, this.#ground.catalogue);
    const meanwhile = declaration.lifeCycle.turns?.[state]?.meanwhile;
    return {
      id,
      profile,
      type,
      number,
      title,
      time,
      state,
      typeTitle: declaration.title,
      ...(record.title && { stateTitle: record.title }),
      turn,
      ...(meanwhile && { meanwhile }),
      ...(clock && { clock }),
    };
  }
}

/** Places in a log tell how much two institutions exchange. */
function withoutPlace({ index: _, ...step }: ProgressStep): ProgressStep {
  return step;
}
