/**
 * One writer for one institution. Jobs that arrive while a commit is under way form the next group: they are worked
 * off in order on one stage, signed together, written in one transaction, and answered when that is on disk.
 */
import type { Logger } from 'pino';
import type { RowName } from '../../kernel/state/working-set.ts';
import type { TrustList } from '../../kernel/trust/trust-list.ts';
import { type Core, prefetch } from './core.ts';
import { releaseIn } from './release.ts';
import type { ChangeEvent } from './service.ts';
import { Stage } from './stage.ts';

/** Works on the stage; what it returns is called after the commit and gives the answer. */
export type Job<T> = (stage: Stage) => Promise<() => T>;

interface Waiting {
  readonly job: Job<unknown>;
  readonly needs: readonly RowName[];
  readonly resolve: (value: unknown) => void;
  readonly reject: (fault: unknown) => void;
}

/** Jobs in one group: enough to share one flush, few enough that nobody waits long. */
const groupSize = 256;

export class Sequencer {
  readonly #core: Core;
  readonly #logger: Logger;
  readonly #clock: () => number;
  readonly #onCommit: (events: readonly ChangeEvent[], stage: Stage) => void;
  #queue: Waiting[] = [];
  #running: Promise<void> | undefined;
  #seq: number;
  #last = 0;

  constructor(
    core: Core,
    seq: number,
    clock: () => number,
    logger: Logger,
    onCommit: (events: readonly ChangeEvent[], stage: Stage) => void,
  ) {
    this.#core = core;
    this.#seq = seq;
    this.#clock = clock;
    this.#logger = logger;
    this.#onCommit = onCommit;
    // A clock put back while the server was down: what is stated now may not come before what was cosigned then.
    for (const { issuer, past, receipt } of core.heads.values())
      this.#last = Math.max(this.#last, issuer === core.id ? past.time : receipt.time);
  }

  /** Next sequence number: all below are on disk. */
  get seq(): number {
    return this.#seq;
  }

  /** `needs`: rows that the job will ask for, as far as known; loaded for the whole group at once. */
  run<T>(job: Job<T>, needs: readonly RowName[] = []): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ job, needs, resolve: resolve as (value: unknown) => void, reject });
      this.#running ??= this.#drain();
    });
  }

  /** Resolves when nothing is queued or being written. */
  async idle(): Promise<void> {
    while (this.#running !== undefined) await this.#running;
  }

  async #drain(): Promise<void> {
    // One turn of the event loop lets requests that are already in the socket join the first group.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#queue.length > 0) await this.#group(this.#queue.splice(0, groupSize));
    this.#running = undefined;
  }

  async #group(jobs: readonly Waiting[]): Promise<void> {
    const settled = await this.#attempt(jobs);
    if (settled || jobs.length === 1) return;
    // A fault in one job must not take the others with it: each alone, in the same order.
    for (const job of jobs) await this.#attempt([job]);
  }

  /** True when every job of the group was answered. */
  async #attempt(jobs: readonly Waiting[]): Promise<boolean> {
    this.#last = Math.max(this.#last, this.#clock());
    const stage = new Stage(this.#core.trust, this.#seq, this.#last);
    const answers: (() => unknown)[] = [];
    try {
      const needs = jobs.flatMap((waiting) => waiting.needs);
      if (needs.length > 0) await prefetch(this.#core, stage.rows, needs);
      for (const { job } of jobs) answers.push(await job(stage));
      await releaseIn(this.#core, stage);
      await Promise.all(stage.signing.map((sign) => sign()));
      this.#core.store.commit(await stage.commit(this.#core.store, this.#core.crypto));
    } catch (fault) {
      this.#logger.error({ err: fault, jobs: jobs.length }, 'a group commit failed');
      if (jobs.length === 1) jobs[0]?.reject(fault);
      return false;
    }
    const events = this.#adopt(stage);
    for (const [index, { resolve, reject }] of jobs.entries()) {
      try {
        resolve(answers[index]?.());
      } catch (fault) {
        reject(fault);
      }
    }
    this.#tell(events, stage);
    return true;
  }

  #adopt(stage: Stage): ChangeEvent[] {
    this.#seq = stage.seq;
    this.#core.trust = stage.trust as TrustList;
    for (const [origin, head] of stage.heads) this.#core.heads.set(origin, head);
    for (const { about, findings } of stage.faults)
      this.#logger.warn({ about, findings }, 'an automatic record was not issued');
    // Records first, in their order; what they changed bears the last number, so that numbers never fall.
    const told = stage.events.map((event) => {
      const isRecord = event.kind === 'issued' || event.kind === 'received';
      const seq = (isRecord && stage.records.get(event.id)?.seq) || stage.seq - 1;
      return { ...event, state: stage.states.get(event.id) ?? event.state, seq };
    });
    return told.sort((a, b) => a.seq - b.seq);
  }

  /** What is on disk is done, whatever a listener makes of it: the writer must go on. */
  #tell(events: readonly ChangeEvent[], stage: Stage): void {
    try {
      this.#onCommit(events, stage);
    } catch (fault) {
      this.#logger.error({ err: fault }, 'what was committed could not be told');
    }
  }
}
