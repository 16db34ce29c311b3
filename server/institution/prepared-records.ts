/**
 * Records that were fixed to the last byte and wait for an officer's assertion. In memory alone: what is forgotten is
 * prepared anew. While one waits, others on its channels state no later time than its own, as far as they may.
 */
import type { Finding } from '../../kernel/finding.ts';
import type { Draft } from '../../kernel/record/record.ts';
import type { Known } from '../../kernel/state/assess.ts';
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
  readonly since: number;
  readonly reach: Reach;
}

/** How far a basis reaches. */
export interface Reach {
  /** By recipient, the first own sequence number of what it does not cover of theirs. */
  readonly bounds: ReadonlyMap<string, number>;
  /** All that was cosigned before the second of this time (ms) is covered. */
  readonly time: number;
}

/** As recipients judge it: what came from them beyond the basis is no excuse and no leave. */
export function knownBy({ bounds }: Reach): Known {
  return (by) => by.seq < (bounds.get(by.issuer) ?? Number.MAX_SAFE_INTEGER);
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

  /** Those that wait for one of these channels and state a time of at most `lag` ms ago, the earliest first. */
  waitingOn(channels: readonly Pick<ChannelHead, 'origin'>[], now: number, lag: number): readonly PreparedRecord[] {
    if (this.#waiting.size === 0) return [];
    this.#forget(now);
    return [...this.#waiting.values()]
      .filter(({ fixed }) => fixed.payload.time >= now - lag)
      .filter(({ origins }) => channels.some(({ origin }) => origins.includes(origin)))
      .sort((a, b) => a.fixed.payload.time - b.fixed.payload.time);
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
    for (const [id, { since }] of this.#waiting) {
      if (now < since + lifetime) return;
      this.#waiting.delete(id);
    }
  }
}
