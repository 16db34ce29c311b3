/**
 * Takes up records as they come, in pieces that leave the server to others. How far it has come stands in the same
 * transaction as what was chosen: nothing is chosen twice or left out, whenever the server ends.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { Received } from '../../institution/received.ts';
import { lastSeq } from '../../store/last-seq.ts';
import type { DeskGround } from '../desk.ts';
import type { Choosing, Ready, Work } from './choosing.ts';
import type { Commitments } from './commitments.ts';
import type { Decisions } from './decisions.ts';
import type { NamedSelection } from './named-selections.ts';

type Ground = Pick<DeskGround, 'desk' | 'records' | 'service' | 'logger'>;

/** Records looked at in one piece: some ten milliseconds. */
const piece = 256;
/** Rows written by one statement, below every engine's limit of parameters. */
const rowsAtOnce = 128;
/** How long it lets records gather that come one by one, so that one write serves for many, ms. */
const gathering = 50;
/** How often it tries again what failed, looks for those that waited, and for a period that ends, ms. */
const pause = 2000;

export class Follower {
  readonly #ground: Ground;
  readonly #named: NamedSelection;
  readonly #commitments: Commitments;
  readonly #choosing: Choosing;
  readonly #decisions: Decisions;
  #upto = 0;
  #heard = true;
  #issued = true;
  #changed = true;
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<void> | undefined;
  #silence: (() => void) | undefined;
  #stopped = false;

  constructor(
    ground: Ground,
    named: NamedSelection,
    commitments: Commitments,
    choosing: Choosing,
    decisions: Decisions,
  ) {
    this.#ground = ground;
    this.#named = named;
    this.#commitments = commitments;
    this.#choosing = choosing;
    this.#decisions = decisions;
  }

  async start(): Promise<void> {
    const row = await this.#ground.desk.db
      .selectFrom('selection_upto')
      .select('seq')
      .where('selection', '=', this.#named.id)
      .executeTakeFirst();
    // Where the records were restored from an older copy than the desk, what comes again bears numbers that were passed.
    this.#upto = Math.min(row?.seq ?? 0, await lastSeq(this.#ground.records));
    this.#silence = this.#ground.service.listen('now', ({ kind }) => {
      if (kind === 'received') {
        this.#heard = true;
        void this.takeUp();
      } else if (kind === 'issued') this.#issued = true;
      else if (kind === 'state') this.#changed = true;
    });
    this.#timer = setInterval(() => void this.takeUp(), pause);
    // Before anything can come: nothing is to fall between two commitments.
    await this.#commitments.ensure().catch((fault) => this.#note(fault));
    await this.#settleNewest().catch((fault) => this.#note(fault));
    void this.takeUp();
  }

  /** The server may have ended between a choice and the look at what was decided before it. */
  async #settleNewest(): Promise<void> {
    const newest = await this.#ground.desk.db
      .selectFrom('selection_choice')
      .select('record')
      .where('selection', '=', this.#named.id)
      .orderBy('made', 'desc')
      .limit(piece)
      .execute();
    await this.#decisions.settle(newest.map(({ record }) => record));
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    this.#silence?.();
    await this.#round;
  }

  /** Resolves when all is chosen that was there at the call, or has failed: that is logged, and tried again. */
  takeUp(): Promise<void> {
    this.#round ??= this.#takeUp()
      .catch((fault) => {
        this.#heard = true;
        this.#issued = true;
        this.#note(fault);
      })
      .finally(() => {
        this.#round = undefined;
      });
    return this.#round;
  }

  #note(fault: unknown): void {
    this.#ground.logger.error({ err: fault, selection: this.#named.id }, 'records are not chosen up to date');
  }

  async #takeUp(): Promise<void> {
    if (this.#stopped) return;
    await this.#commitments.ensure();
    while (this.#heard && !this.#stopped) {
      this.#heard = false;
      if (await this.#next()) this.#heard = true;
      else if (this.#heard) await wait(gathering);
    }
    if (this.#issued && !this.#stopped) {
      this.#issued = false;
      await this.#decisions.takeUp();
    }
    if (!this.#changed) return;
    this.#changed = false;
    await this.#waited();
  }

  /** True while there are many more. */
  async #next(): Promise<boolean> {
    const began = performance.now();
    const { service, desk } = this.#ground;
    const { id: selection, of } = this.#named;
    const { items, last } = await service.received({ of, after: this.#upto, limit: piece });
    if (last === undefined) return false;
    const work = await this.#choosing.choose(items.filter((one) => this.#isReady(one)) as Ready[]);
    const waiting = items.filter((one) => this.#mayCome(one)).map(({ seq }) => ({ selection, seq }));
    await desk.db.transaction().execute(async (db) => {
      await write(db, work);
      if (waiting.length > 0)
        await db
          .insertInto('selection_wait')
          .values(waiting)
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      await db
        .insertInto('selection_upto')
        .values({ selection, seq: last })
        .onConflict((conflict) => conflict.column('selection').doUpdateSet({ seq: last }))
        .execute();
    });
    // What was chosen only now may have been decided before.
    await this.#decisions.settle(items.map(({ id }) => id));
    const isFull = last - this.#upto >= piece;
    this.#upto = last;
    if (isFull) await wait(performance.now() - began);
    return isFull;
  }

  /** Looks again at what could not be judged before. */
  async #waited(): Promise<void> {
    const { desk, service } = this.#ground;
    const { id: selection, of } = this.#named;
    for (let after = 0; !this.#stopped; ) {
      const rows = await desk.db
        .selectFrom('selection_wait')
        .select('seq')
        .where('selection', '=', selection)
        .where('seq', '>', after)
        .orderBy('seq')
        .limit(piece)
        .execute();
      const seqs = rows.map(({ seq }) => seq);
      const last = seqs.at(-1);
      if (last === undefined) return;
      after = last;
      const { items } = await service.received({ of, seqs });
      const still = new Set(items.filter((one) => this.#mayCome(one)).map(({ seq }) => seq));
      const done = seqs.filter((seq) => !still.has(seq));
      const work = await this.#choosing.choose(items.filter((one) => this.#isReady(one)) as Ready[]);
      await desk.db.transaction().execute(async (db) => {
        await write(db, work);
        if (done.length > 0)
          await db.deleteFrom('selection_wait').where('selection', '=', selection).where('seq', 'in', done).execute();
      });
      await this.#decisions.settle(items.map(({ id }) => id));
      await wait(1);
    }
  }

  #isReady({ waits, effective, statement, place, profile }: Received): boolean {
    return !waits && effective && statement !== undefined && place !== undefined && profile === this.#named.profile;
  }

  #mayCome({ waits, effective, place }: Received): boolean {
    return waits || (effective && place === undefined);
  }
}

async function write(db: Pick<DeskGround['desk']['db'], 'insertInto'>, { choices, counts }: Work): Promise<void> {
  for (let from = 0; from < choices.length; from += rowsAtOnce)
    await db
      .insertInto('selection_choice')
      .values(choices.slice(from, from + rowsAtOnce))
      .execute();
  if (counts.length === 0) return;
  await db
    .insertInto('selection_count')
    .values(counts)
    .onConflict((conflict) =>
      conflict.columns(['selection', 'commitment', 'issuer']).doUpdateSet((eb) => ({
        chosen: eb.ref('excluded.chosen'),
        places: eb.ref('excluded.places'),
      })),
    )
    .execute();
}
