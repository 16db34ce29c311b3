/**
 * Records that were fixed to the last byte and wait for an officer's assertion. In memory alone: what is forgotten is
 * prepared anew. While one waits, others on its channels state no later time than its own, as far as they may.
 */
import type { Finding } from '../../kernel/finding.ts';
import type { Draft } from '../../kernel/record/record.ts';
import type { ChannelHead } from './channel-head.ts';
import type { DraftRequest } from './service.ts';

/** How long (ms) one waits at most, and how many may. */
export const lifetime = 5 * 60 * 1000;
export const mostPrepared = 1000;

/** By how much (ms) a record may be stated too early for the sake of one that waits. */
export const usualLag = 2 * lifetime;
/** One that will itself wait must not take its time from one that is about to be forgotten. */
export const preparingLag = lifetime;

export interface PreparedRecord {
  readonly draft: DraftRequest;
  readonly fixed: Draft;
  readonly findings: readonly Finding[];
  /** Of the channels it will be put on. */
  readonly origins: readonly string[];
  /** The first sequence number that was not known when it was prepared, and the time of that moment (ms). */
  readonly seq: number;
  readonly now: number;
}

export class PreparedRecords {
  readonly #waiting = new Map<string, PreparedRecord>();

  /** Undefined for one that was never prepared here, or has been forgotten. */
  find(id: string, now: number): PreparedRecord | undefined {
    this.#forget(now);
    return this.#waiting.get(id);
  }

  isFull(now: number): boolean {
    this.#forget(now);
    return this.#waiting.size >= mostPrepared;
  }

  keep(record: PreparedRecord): void {
    this.#waiting.set(record.fixed.id, record);
  }

  drop(id: string): void {
    this.#waiting.delete(id);
  }

  /** Of those that wait for one of these channels, the earliest time stated, if at most `lag` ms ago. */
  earliest(channels: readonly Pick<ChannelHead, 'origin'>[], now: number, lag: number): number | undefined {
    if (this.#waiting.size === 0) return undefined;
    this.#forget(now);
    let earliest: number | undefined;
    for (const { fixed, origins } of this.#waiting.values()) {
      const { time } = fixed.payload;
      if (time < now - lag || (earliest !== undefined && time >= earliest)) continue;
      if (channels.some(({ origin }) => origins.includes(origin))) earliest = time;
    }
    return earliest;
  }

  /** True while one that waits names this entry of a status list. */
  holdsEntry(list: string, index: number): boolean {
    for (const { fixed } of this.#waiting.values()) {
      const { status } = fixed.payload;
      if (status?.list === list && status.index === index) return true;
    }
    return false;
  }

  /** In the order in which they were prepared, which is that of their ends. */
  #forget(now: number): void {
    for (const [id, { now: since }] of this.#waiting) {
      if (now < since + lifetime) return;
      this.#waiting.delete(id);
    }
  }
}
