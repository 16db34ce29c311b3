/** Tells live listeners what happened, and those who were away what they missed. */
import type { SqliteStore } from '../store/sqlite.ts';
import type { ChangeEvent } from './service.ts';

type Listener = (event: ChangeEvent) => void;

/** Records told at once to a listener that was away. */
const replayStep = 500;

export class Listeners {
  readonly #store: SqliteStore;
  readonly #listening = new Set<Listener>();

  constructor(store: SqliteStore) {
    this.#store = store;
  }

  tell(events: readonly ChangeEvent[]): void {
    for (const event of events) for (const listener of this.#listening) listener(event);
  }

  /** Calls `listener` for every record after `since` and then for all that happens; the returned function ends it. */
  add(since: number | 'now', listener: Listener): () => void {
    const missed: ChangeEvent[] = [];
    let live = since === 'now';
    const hear = (event: ChangeEvent) => (live ? listener(event) : void missed.push(event));
    this.#listening.add(hear);
    if (since !== 'now')
      this.#replay(since, listener, () => this.#listening.has(hear)).then(
        (last) => {
          live = true;
          for (const event of missed)
            if (event.kind === 'state' || event.kind === 'receipt' || event.seq > last) listener(event);
        },
        // The database was closed under it: the server stops, and the client asks again from where it was.
        () => this.#listening.delete(hear),
      );
    return () => this.#listening.delete(hear);
  }

  /** Tells every record after `since`, step by step, while someone listens; returns the last one told. */
  async #replay(since: number, listener: Listener, listened: () => boolean): Promise<number> {
    for (let last = since; ; ) {
      const rows = await this.#store.db
        .selectFrom('record')
        .select(['seq', 'id', 'direction', 'state'])
        .where('seq', '>', last)
        .orderBy('seq')
        .limit(replayStep)
        .execute();
      for (const { seq, id, direction, state } of rows) {
        if (!listened()) return last;
        listener({ seq, kind: direction, id: id.toHex(), state });
        last = seq;
      }
      if (rows.length < replayStep) return last;
    }
  }
}
