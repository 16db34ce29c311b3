/**
 * Takes up what figures count, record by record in the order in which they came, in pieces that leave the server to
 * others. How far it has come stands in the same transaction as what was counted: nothing is counted twice or left out,
 * whenever the server ends.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { Figure } from '../../../kernel/figure.ts';
import type { InstitutionService } from '../../institution/service.ts';
import type { Stated, StatedQuery } from '../../institution/stated.ts';
import { type FigureMarkRow, insertMarks } from '../../store/desk/figures.ts';
import type { DeskGround } from '../desk.ts';
import { dayOf } from './week.ts';

/** `name` is `profile/figure`. */
export interface NamedFigure {
  readonly name: string;
  readonly profile: string;
  readonly figure: Figure;
}

interface Ground extends Pick<DeskGround, 'index' | 'logger'> {
  readonly service: Pick<InstitutionService, 'id' | 'listen' | 'stated'>;
}

/** Records read at once: some milliseconds. */
const piece = 64;
/** How often it looks for new records, and for those that waited, ms. */
const pause = 250;
const waitedPause = 2000;
/** Times as long as a piece took that others are left alone after it. */
const courtesy = 9;

export class FigureMarks {
  readonly #ground: Ground;
  readonly #figures: readonly NamedFigure[];
  /** Sequence number up to which each figure has counted. */
  readonly #upto = new Map<string, number>();
  #heard = true;
  #changed = true;
  #timers: NodeJS.Timeout[] = [];
  #round: Promise<void> | undefined;
  #silence: (() => void) | undefined;
  #stopped = false;

  constructor(ground: Ground, figures: readonly NamedFigure[]) {
    this.#ground = ground;
    this.#figures = figures;
  }

  async start(): Promise<void> {
    await this.#begin();
    if (this.#figures.length === 0) return;
    this.#silence = this.#ground.service.listen('now', ({ kind }) => {
      if (kind === 'issued' || kind === 'received') this.#heard = true;
      else this.#changed = true;
    });
    const later = setInterval(() => {
      // A record that waited may have come by its own without being told of here.
      this.#changed = true;
    }, 30 * waitedPause);
    this.#timers = [
      later,
      setInterval(() => this.#heard && void this.takeUp(), pause),
      setInterval(() => this.#changed && void this.takeUp(), waitedPause),
    ];
  }

  /** Anew where records were restored from an older copy than the index: their numbers stand for others here. */
  async #begin(): Promise<void> {
    const { index, service } = this.#ground;
    const rows = await index.db.selectFrom('figure_upto').selectAll().execute();
    const stated = await service.stated({ seqs: rows.map(({ seq }) => seq), of: new Set() });
    const held = new Set(stated.map(({ seq }) => seq));
    const gone = rows.flatMap(({ figure, seq }) => (held.has(seq) ? [] : [figure]));
    for (const { figure, seq } of rows) if (held.has(seq)) this.#upto.set(figure, seq);
    if (gone.length === 0) return;
    await index.write(async (db) => {
      for (const table of ['figure_mark', 'figure_sum', 'figure_wait', 'figure_upto'] as const)
        await db.deleteFrom(table).where('figure', 'in', gone).execute();
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    for (const timer of this.#timers) clearInterval(timer);
    this.#silence?.();
    await this.#round;
  }

  /** Resolves when all is counted that was there at the call. Faults are logged, and tried again. */
  takeUp(): Promise<void> {
    this.#round ??= this.#takeUp()
      .catch((fault) => {
        this.#heard = true;
        this.#ground.logger.error({ err: fault }, 'figures are not up to date');
      })
      .finally(() => {
        this.#round = undefined;
      });
    return this.#round;
  }

  async #takeUp(): Promise<void> {
    if (this.#changed) {
      this.#changed = false;
      await this.#waited();
    }
    while (this.#heard && !this.#stopped) {
      this.#heard = false;
      if (await this.#next()) this.#heard = true;
    }
  }

  /** False when there was nothing new. */
  async #next(): Promise<boolean> {
    const began = performance.now();
    const after = Math.min(...this.#figures.map(({ name }) => this.#at(name)));
    const due = this.#figures.filter(({ name }) => this.#at(name) < after + piece);
    const stated = await this.#ground.service.stated({ after, limit: piece, ...typesOf(due) });
    const last = stated.at(-1);
    if (!last) return false;
    const found: FigureMarkRow[] = [];
    const waiting: { figure: string; seq: number }[] = [];
    for (const one of stated)
      for (const { name, profile, figure } of due) {
        if (one.seq <= this.#at(name) || (one.profile !== profile && one.profile !== '')) continue;
        if (one.waits) waiting.push({ figure: name, seq: one.seq });
        else found.push(...this.#marks(name, figure, one));
      }
    const took = performance.now() - began;
    const upto = due.map(({ name }) => ({ figure: name, seq: Math.max(last.seq, this.#at(name)) }));
    await this.#ground.index.write(async (db) => {
      await insertMarks(db, found);
      if (waiting.length > 0) await db.insertInto('figure_wait').values(waiting).execute();
      await db
        .insertInto('figure_upto')
        .values(upto)
        .onConflict((conflict) => conflict.column('figure').doUpdateSet((eb) => ({ seq: eb.ref('excluded.seq') })))
        .execute();
    });
    for (const { figure, seq } of upto) this.#upto.set(figure, seq);
    await wait(took * courtesy);
    return true;
  }

  /** Looks again at what could not be judged before. */
  async #waited(): Promise<void> {
    for (let after = 0; !this.#stopped; ) {
      const { db } = this.#ground.index;
      const rows = await db
        .selectFrom('figure_wait')
        .select('seq')
        .distinct()
        .where('seq', '>', after)
        .orderBy('seq')
        .limit(piece)
        .execute();
      const seqs = rows.map(({ seq }) => seq);
      const last = seqs.at(-1);
      if (last === undefined) return;
      after = last;
      const stated = await this.#ground.service.stated({ seqs, ...typesOf(this.#figures) });
      for (const one of stated) if (!one.waits) await this.#settle(one);
      await wait(1);
    }
  }

  async #settle(one: Stated): Promise<void> {
    await this.#ground.index.write(async (db) => {
      const rows = await db.selectFrom('figure_wait').select('figure').where('seq', '=', one.seq).execute();
      const names = new Set(rows.map(({ figure }) => figure));
      const fitting = this.#figures.filter(({ name, profile }) => names.has(name) && profile === one.profile);
      await insertMarks(
        db,
        fitting.flatMap(({ name, figure }) => this.#marks(name, figure, one)),
      );
      await db.deleteFrom('figure_wait').where('seq', '=', one.seq).execute();
    });
  }

  #marks(name: string, figure: Figure, one: Stated): FigureMarkRow[] {
    const { statement, seq, direction, arrived, before } = one;
    if (!statement || !figure.types.includes(statement.type)) return [];
    const looked = before.filter(({ type }) => figure.before?.includes(type));
    const counted = {
      self: this.#ground.service.id,
      direction,
      before: looked,
      ...(arrived !== undefined && { arrived }),
    };
    const day = dayOf(statement.time);
    try {
      const marks = figure.marks(statement, counted);
      return marks.map(({ row, value }, n) => ({ figure: name, seq, n, row, value, day, side: direction }));
    } catch (fault) {
      // One record that a profile cannot count must not keep all others from being counted.
      this.#ground.logger.error({ err: fault, figure: name, seq }, 'a record could not be counted');
      return [];
    }
  }

  #at(name: string): number {
    return this.#upto.get(name) ?? 0;
  }
}

function typesOf(figures: readonly NamedFigure[]): Pick<StatedQuery, 'of' | 'before'> {
  const named = (types: (figure: Figure) => readonly string[]) =>
    new Set(figures.flatMap(({ profile, figure }) => types(figure).map((type) => `${profile}/${type}`)));
  return { of: named(({ types }) => types), before: named(({ before = [] }) => before) };
}
