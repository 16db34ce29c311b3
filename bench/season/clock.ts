/** One clock for both servers, whichever thread they are on: it stands at ten in the morning until the day is over. */
import { dayMs, firstDay } from './figures.ts';

const hour = 3_600_000;

export class SeasonClock {
  readonly shared: SharedArrayBuffer;
  readonly #time: BigInt64Array;

  constructor(shared = new SharedArrayBuffer(8)) {
    this.shared = shared;
    this.#time = new BigInt64Array(shared);
  }

  /** Milliseconds since 1970. */
  readonly now = (): number => Number(Atomics.load(this.#time, 0));

  set(day: number): void {
    Atomics.store(this.#time, 0, BigInt(firstDay + day * dayMs + 10 * hour));
  }
}
