import { requestWindow } from '../../kernel/exchange/request-signature.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';

/** A signature stays acceptable from `requestWindow` before its `created` to as long after. */
const keepMs = 2 * requestWindow * 1000;

interface Seen {
  since: number;
  newer: Set<string>;
  older: Set<string>;
}

/**
 * Nonces used within the replay window, for each key apart, so that one sender cannot crowd out another. Two
 * generations: a nonce is kept for once to twice the window. Lost at a restart; entries delivered twice are one.
 */
export class NonceMemory {
  readonly #limit: number;
  readonly #byKey = new Map<string, Seen>();

  /** `limit`: nonces of one key in one generation. Further requests are refused, never forgotten. */
  constructor(limit = 200_000) {
    this.#limit = limit;
  }

  /** Undefined the first time. `keyid` must be one of the trust list: their number bounds the memory. */
  use(keyid: string, nonce: string, now: number): Refusal | undefined {
    const seen = this.#generations(keyid, now);
    if (seen.newer.has(nonce) || seen.older.has(nonce)) return refuse('request.replayed');
    if (seen.newer.size >= this.#limit) return refuse('request.too-many', { seconds: keepMs / 1000 });
    seen.newer.add(nonce);
    return undefined;
  }

  #generations(keyid: string, now: number): Seen {
    let seen = this.#byKey.get(keyid);
    if (seen === undefined) {
      seen = { since: now, newer: new Set(), older: new Set() };
      this.#byKey.set(keyid, seen);
    } else if (now - seen.since >= keepMs) {
      seen.older = now - seen.since >= 2 * keepMs ? new Set() : seen.newer;
      seen.newer = new Set();
      seen.since = now;
    }
    return seen;
  }
}
