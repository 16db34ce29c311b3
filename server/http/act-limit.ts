/**
 * How often one person may act in a minute. Every act makes a row of the audit trail that nobody may remove: without a
 * limit whoever is let in could fill the disk with them.
 */
import { type Refusal, refuse } from '../../kernel/refusal.ts';

/** Far more than hands do, also with drafts saved while they type. */
export const actsAMinute = 600;

const minuteMs = 60_000;

/** In memory, for each minute of the clock anew. */
export class ActLimit {
  readonly #now: () => number;
  #minute = 0;
  #acts = new Map<string, number>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Counts one act. Undefined: go on. Else `request.too-many`, with the `seconds` to wait. */
  count(person: string): Refusal | undefined {
    const now = this.#now();
    const minute = Math.floor(now / minuteMs);
    if (minute !== this.#minute) this.#acts = new Map();
    this.#minute = minute;
    const acts = (this.#acts.get(person) ?? 0) + 1;
    this.#acts.set(person, acts);
    if (acts <= actsAMinute) return undefined;
    return refuse('request.too-many', { seconds: Math.ceil(((minute + 1) * minuteMs - now) / 1000) });
  }
}
