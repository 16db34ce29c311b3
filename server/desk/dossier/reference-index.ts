/**
 * Takes up which numbers records name, in the order in which they came, in pieces that leave the server to others. How
 * far it has come stands in the same transaction as what was taken up. What it holds follows from the records alone,
 * whenever the server ended and in whatever order they could be read.
 */
import { performance } from 'node:perf_hooks';
import { setImmediate, setTimeout as wait } from 'node:timers/promises';
import type { Reference } from '../../../kernel/reference.ts';
import type { Said } from '../../institution/said.ts';
import type { InstitutionService } from '../../institution/service.ts';
import { dossiersNaming, insertMembers, insertReferences, type ReferenceRow } from '../../store/desk/dossier.ts';
import type { DeskGround } from '../desk.ts';
import { joinRecords, joins, type Named, namedBy, referencesOf } from './matters.ts';

interface Ground extends Pick<DeskGround, 'index' | 'catalogue' | 'logger'> {
  readonly service: Pick<InstitutionService, 'listen' | 'said'>;
}

/** Records read at once: some milliseconds. */
const piece = 128;
/** Records kept in one transaction. */
const kept = 1024;
/** How often it looks for new records, and for those that waited, ms. */
const pause = 250;
const waitedPause = 2000;
/** Times as long as a piece took that others are left alone after it: while nobody else works, and while all do. */
const courtesy = { idle: 0.5, busy: 9 };
/** How long whoever asks waits for the newest records, ms. */
const patience = 500;
/** A change of what is taken from records or kept of them takes them up anew. */
const form = 1;

/** What is kept of records. `joining`: the numbers that make one matter of those that name them, by kind and value. */
interface Taken {
  readonly seqs: readonly number[];
  readonly rows: readonly ReferenceRow[];
  readonly joining: ReadonlyMap<string, Named>;
}

export class ReferenceIndex {
  readonly #ground: Ground;
  #upto = 0;
  /** Share of the time that others used when they were last left alone. */
  #load = 0;
  #heard = true;
  #changed = true;
  /** All that was there at the start has been taken up. */
  #caughtUp = false;
  #timers: NodeJS.Timeout[] = [];
  #round: Promise<void> | undefined;
  #silence: (() => void) | undefined;
  readonly #end = new AbortController();

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  async start(): Promise<void> {
    await this.#begin();
    this.#silence = this.#ground.service.listen('now', ({ kind }) => {
      if (kind === 'issued' || kind === 'received') this.#heard = true;
      this.#changed = true;
    });
    this.#timers = [
      setInterval(() => this.#heard && void this.takeUp(), pause),
      setInterval(() => this.#changed && void this.takeUp(), waitedPause),
    ];
  }

  async stop(): Promise<void> {
    this.#end.abort();
    for (const timer of this.#timers) clearInterval(timer);
    this.#silence?.();
    await this.#round;
  }

  /** Waits a moment for what was there at the call; false when it has not all been taken up by then. */
  async ready(): Promise<boolean> {
    const done = new AbortController();
    const late = wait(patience, false, { signal: done.signal, ref: false }).catch(() => false);
    const whole = await Promise.race([this.#caughtUp ? this.#upToDate() : false, late]);
    done.abort();
    return whole;
  }

  async #upToDate(): Promise<boolean> {
    await this.takeUp();
    if (this.#heard) await this.takeUp();
    return true;
  }

  /** Resolves when all is taken up that was there at the call. Faults are logged, and tried again. */
  takeUp(): Promise<void> {
    this.#round ??= this.#takeUp()
      .catch((fault) => {
        this.#heard = true;
        this.#changed = true;
        this.#ground.logger.error({ err: fault }, 'the numbers that records name are not up to date');
      })
      .finally(() => {
        this.#round = undefined;
      });
    return this.#round;
  }

  /** Anew where other numbers are taken from records than before. */
  async #begin(): Promise<void> {
    const { index, catalogue, service } = this.#ground;
    const types = catalogue.profiles.flatMap(({ name, types }) =>
      Object.entries(types).flatMap(([type, { references, version }]) =>
        references ? [`${name}/${type}/${version}`] : [],
      ),
    );
    const edition = JSON.stringify([form, types.sort(), [...catalogue.references.keys()].sort()]);
    const row = await index.db.selectFrom('dossier_upto').selectAll().executeTakeFirst();
    // Records that were restored from an older copy than the index bear numbers that stand for others here.
    const isHere = row !== undefined && (row.seq === 0 || (await service.said({ seqs: [row.seq] })).length > 0);
    if (row?.edition === edition && isHere) {
      this.#upto = row.seq;
      return;
    }
    await index.write(async (db) => {
      for (const table of ['dossier_reference', 'dossier_member', 'dossier_wait', 'dossier_upto'] as const)
        await db.deleteFrom(table).execute();
      await db.insertInto('dossier_upto').values({ one: 1, seq: 0, edition }).execute();
    });
    this.#upto = 0;
  }

  async #takeUp(): Promise<void> {
    for (let more = this.#heard; more && !this.#end.signal.aborted; ) {
      this.#heard = false;
      more = await this.#next();
    }
    if (!this.#end.signal.aborted) this.#caughtUp = true;
    if (this.#changed && !this.#end.signal.aborted) {
      this.#changed = false;
      await this.#waited();
    }
  }

  /** True while there are many more. What comes in the meantime is left to the next look: one write serves for all of it. */
  async #next(): Promise<boolean> {
    const began = performance.now();
    const said: Said[] = [];
    for (let after = this.#upto; said.length < kept; after = said.at(-1)?.seq ?? after) {
      const more = await this.#ground.service.said({ after, limit: piece });
      said.push(...more);
      if (more.length < piece) break;
      await setImmediate();
    }
    const last = said.at(-1);
    if (!last) return false;
    const taken = this.#taken(said);
    const took = performance.now() - began;
    await this.#keep(said, taken, last.seq);
    this.#upto = last.seq;
    if (said.length < kept) return false;
    await this.#leave(took);
    return true;
  }

  /** Others are watched meanwhile: who has much to do is left alone for longer. */
  async #leave(took: number): Promise<void> {
    const before = performance.eventLoopUtilization();
    const time = took * (courtesy.idle + (courtesy.busy - courtesy.idle) * this.#load);
    await wait(time, undefined, { signal: this.#end.signal }).catch(() => undefined);
    this.#load = performance.eventLoopUtilization(before).utilization;
  }

  /** Looks again at what could not be read before. */
  async #waited(): Promise<void> {
    for (let after = 0; !this.#end.signal.aborted; ) {
      const rows = await this.#ground.index.db
        .selectFrom('dossier_wait')
        .select('seq')
        .where('seq', '>', after)
        .orderBy('seq')
        .limit(piece)
        .execute();
      const last = rows.at(-1);
      if (!last) return;
      after = last.seq;
      const said = await this.#ground.service.said({ seqs: rows.map(({ seq }) => seq) });
      const settled = said.filter(({ waits }) => !waits);
      if (settled.length > 0) await this.#keep(settled, this.#taken(settled), undefined);
      await wait(1);
    }
  }

  #taken(said: readonly Said[]): Taken {
    const { catalogue } = this.#ground;
    const rows: ReferenceRow[] = [];
    const joining = new Map<string, Named>();
    const told = said.filter(({ statement, profile }) => statement && profile !== 'exchange');
    for (const one of told)
      for (const name of namedBy(one, this.#references(one))) {
        rows.push({ ...name, seq: one.seq });
        if (joins(catalogue, name)) joining.set(`${name.kind} ${name.value}`, name);
      }
    // Neighbours in the table one after another: fewer of its pages are touched.
    rows.sort((a, b) => (a.value < b.value ? -1 : 1));
    return { seqs: told.map(({ seq }) => seq), rows, joining };
  }

  /** `upto`: how far it has come with these; absent for those that waited. */
  async #keep(said: readonly Said[], { seqs, rows, joining }: Taken, upto: number | undefined): Promise<void> {
    const numbers = [...joining.entries()];
    await this.#ground.index.write(async (db) => {
      const before = await dossiersNaming(
        db,
        numbers.map(([, number]) => number),
      );
      const known = new Map(
        numbers.flatMap(([name], at) => {
          const dossier = before[at];
          return typeof dossier === 'number' ? [[name, dossier] as const] : [];
        }),
      );
      const { members, merged } = joinRecords(
        seqs,
        rows.filter(({ kind, value }) => joining.has(`${kind} ${value}`)),
        known,
      );
      for (const [from, to] of merged)
        await db.updateTable('dossier_member').set({ dossier: to }).where('dossier', '=', from).execute();
      await insertReferences(db, rows);
      await insertMembers(db, members);
      if (upto === undefined) {
        await db
          .deleteFrom('dossier_wait')
          .where(
            'seq',
            'in',
            said.map(({ seq }) => seq),
          )
          .execute();
        return;
      }
      const waiting = said.filter(({ waits }) => waits).map(({ seq }) => ({ seq }));
      if (waiting.length > 0) await db.insertInto('dossier_wait').values(waiting).execute();
      await db.updateTable('dossier_upto').set({ seq: upto }).execute();
    });
  }

  #references(said: Said): readonly Reference[] {
    try {
      return referencesOf(this.#ground.catalogue, said);
    } catch (fault) {
      // What came void need not be what its schema says; it is found by what it follows.
      this.#ground.logger.warn({ err: fault, seq: said.seq }, 'the numbers of a record could not be read');
      return [];
    }
  }
}
