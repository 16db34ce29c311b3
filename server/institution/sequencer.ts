/**
 * One writer for one institution. Jobs that arrive while a commit is under way form the next group: they are worked
 * off in order on one stage, signed together, written in one transaction, and answered when that is on disk.
 */
import type { Logger } from 'pino';
import type { RowName, RowRange } from '../../kernel/state/working-set.ts';
import type { TrustList } from '../../kernel/trust/trust-list.ts';
import { answerDue } from './answers.ts';
import { type Core, prefetch } from './core.ts';
import { releaseIn } from './release.ts';
import type { ChangeEvent } from './service.ts';
import { Stage } from './stage.ts';
import { adoptEntries } from './status-entries.ts';

/** Works on the stage; what it returns is called after the commit and gives the answer. */
export type Job<T> = (stage: Stage) => Promise<() => T>;

export interface JobOptions {
  /** Rows that the job will ask for at the time (ms) of its group, as far as known; loaded for all of the group at once. */
  readonly needs?: (now: number) => readonly (RowName | RowRange)[];
  /**
   * Set when the job reads nothing that a commit under way may still change but rows, heads, trust list and
   * idempotency keys, which the stage hands on: it is then worked on while the group before is being written.
   */
  readonly ahead?: boolean;
}

interface Waiting extends JobOptions {
  readonly job: Job<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (fault: unknown) => void;
}

/** A group that was worked off and waits for its commit. */
interface Worked {
  readonly stage: Stage;
  readonly jobs: readonly Waiting[];
  readonly answers: readonly (() => unknown)[];
}

/** A commit under way; resolves to false when it failed and nothing of it is on disk. */
interface Flight {
  readonly stage: Stage;
  readonly settled: Promise<boolean>;
}

/** Jobs in one group: enough to share one flush, few enough that nobody waits long. */
const groupSize = 256;
/** Jobs in a group that can be worked on while another is written: two such groups take turns. */
const groupAhead = 32;

export class Sequencer {
  readonly #core: Core;
  readonly #logger: Logger;
  readonly #clock: () => number;
  readonly #onCommit: (events: readonly ChangeEvent[], stage: Stage) => void;
  #queue: Waiting[] = [];
  #wake: (() => void) | undefined;
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

  run<T>(job: Job<T>, options: JobOptions = {}): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ ...options, job, resolve: resolve as (value: unknown) => void, reject });
      this.#wake?.();
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
    let flight: Flight | undefined;
    while (this.#queue.length > 0 || flight) {
      const jobs = this.#nextGroup();
      if (flight && !(jobs.length > 0 && jobs.every(({ ahead }) => ahead))) {
        this.#queue.unshift(...jobs);
        if (jobs.length > 0) await flight.settled;
        if (jobs.length > 0 || (await this.#settledOrWoken(flight))) flight = undefined;
        continue;
      }
      const worked = await this.#work(jobs, flight?.stage).catch((fault) => this.#note(fault, jobs));
      if (flight && !(await flight.settled)) {
        // What this group was worked out on never came to be.
        this.#queue.unshift(...jobs);
        flight = undefined;
        continue;
      }
      flight = undefined;
      if (worked) flight = { stage: worked.stage, settled: this.#write(worked) };
      else await this.#oneByOne(jobs);
      // The commit's rows must be fixed before the next group takes them over.
      if (worked) await worked.stage.fixed;
    }
    this.#running = undefined;
  }

  /** Jobs of one kind, in their order. */
  #nextGroup(): Waiting[] {
    const ahead = this.#queue[0]?.ahead === true;
    const most = ahead ? groupAhead : groupSize;
    const end = this.#queue.findIndex((waiting, index) => index >= most || (waiting.ahead === true) !== ahead);
    return this.#queue.splice(0, end < 0 ? this.#queue.length : end);
  }

  /** True when the commit is done, false when a job came before that. */
  async #settledOrWoken(flight: Flight): Promise<boolean> {
    const woken = new Promise<boolean>((resolve) => {
      this.#wake = () => resolve(false);
    });
    const settled = await Promise.race([flight.settled.then(() => true), woken]);
    this.#wake = undefined;
    return settled;
  }

  /**
   * A fault in one job must not take the others with it: each alone, in the same order. Here alone a job is told that
   * it failed, for only here nobody tries it again.
   */
  async #oneByOne(jobs: readonly Waiting[]): Promise<void> {
    for (const job of jobs) {
      let worked: Worked;
      try {
        worked = await this.#work([job]);
        await this.#commit(worked.stage);
      } catch (fault) {
        this.#note(fault, [job]);
        job.reject(fault);
        continue;
      }
      this.#answer(worked);
    }
  }

  /** Works jobs off on a stage of their own; throws when one of them fails. */
  async #work(jobs: readonly Waiting[], before?: Stage): Promise<Worked> {
    this.#last = Math.max(this.#last, this.#clock());
    const stage = new Stage(this.#core.trust, this.#seq, this.#last, this.#core.store.cache, before);
    const answers: (() => unknown)[] = [];
    const needs = jobs.flatMap(({ needs }) => needs?.(stage.now) ?? []);
    if (needs.length > 0) await prefetch(this.#core, stage.rows, needs);
    for (const { job } of jobs) answers.push(await job(stage));
    await releaseIn(this.#core, stage);
    await answerDue(this.#core, stage);
    await Promise.all(stage.signing.map((sign) => sign()));
    return { stage, jobs, answers };
  }

  /** Writes a group; when that fails, each of its jobs is tried alone, and what was worked out upon it is void. */
  async #write(worked: Worked): Promise<boolean> {
    try {
      await this.#commit(worked.stage);
    } catch (fault) {
      this.#note(fault, worked.jobs);
      worked.stage.settleFixed();
      await this.#oneByOne(worked.jobs);
      return false;
    }
    this.#answer(worked);
    return true;
  }

  async #commit(stage: Stage): Promise<void> {
    await this.#core.store.commit(await stage.commit(this.#core));
  }

  /** What is on disk is so: a fault from here on must never lead to another try. */
  #answer({ stage, jobs, answers }: Worked): void {
    const events = this.#adopt(stage);
    for (const [index, { resolve, reject }] of jobs.entries()) {
      try {
        resolve(answers[index]?.());
      } catch (fault) {
        reject(fault);
      }
    }
    this.#tell(events, stage);
  }

  #note(fault: unknown, jobs: readonly Waiting[]): undefined {
    this.#logger.error({ err: fault, jobs: jobs.length }, 'a group commit failed');
  }

  #adopt(stage: Stage): ChangeEvent[] {
    this.#seq = stage.seq;
    this.#core.store.cache.committed(stage.rows.taken);
    this.#core.trust = stage.trust as TrustList;
    for (const [origin, head] of stage.heads) this.#core.heads.set(origin, head);
    adoptEntries(this.#core, stage);
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
