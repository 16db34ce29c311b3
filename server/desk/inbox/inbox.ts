/**
 * What is whose turn, kept in memory and brought up to date by what the institution tells. Read in pieces, at the start
 * and later, so that the server goes on serving others meanwhile; whoever asks waits until all that was told is in.
 */
import { setImmediate } from 'node:timers/promises';
import type { ChangeEvent, RecordLine } from '../../institution/service.ts';
import { evened } from '../../store/fold-rows.ts';
import type { DeskGround } from '../desk.ts';
import { type Lane, type TurnEntry, type TurnFilter, TurnIndex } from './turn-index.ts';

export interface InboxQuery extends TurnFilter {
  readonly order: 'due' | 'newest';
  readonly offset: number;
  readonly limit: number;
}

export interface InboxLine extends RecordLine {
  /** When the limit ends, ms; absent while the clock has not started. */
  readonly due?: number;
  readonly mine: boolean;
}

export interface InboxPage {
  readonly total: number;
  readonly lanes: Readonly<Record<Lane, number>>;
  readonly items: readonly InboxLine[];
}

type Ground = Pick<DeskGround, 'service' | 'records' | 'catalogue' | 'logger' | 'now'>;

/** Records read at once: some milliseconds. */
const piece = 128;
/** How often changes are taken in while nobody asks, ms. */
const pause = 250;
const entriesAtOnce = 2000;

export class Inbox {
  readonly #ground: Ground;
  readonly #index: TurnIndex;
  readonly #changed = new Set<string>();
  /** By origin: how far its entries were receipted when their clocks were last looked at, and how far they are. */
  readonly #looked = new Map<string, number>();
  readonly #receipted = new Map<string, number>();
  #built: Promise<void> = Promise.resolve();
  #working: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #silence: (() => void) | undefined;
  #stopped = false;

  constructor(ground: Ground) {
    this.#ground = ground;
    this.#index = new TurnIndex(ground.service.id, ground.catalogue);
  }

  /** Returns at once; whoever asks meanwhile waits. */
  start(): void {
    this.#silence = this.#ground.service.listen('now', (event) => this.#hear(event));
    this.#built = this.#build();
    this.#built.catch((fault) => this.#ground.logger.error({ err: fault }, 'the inbox could not be read'));
    this.#timer = setInterval(() => {
      if (this.#changed.size === 0 && this.#receipted.size === 0) return;
      this.#takeIn().catch((fault) => this.#ground.logger.error({ err: fault }, 'the inbox is not up to date'));
    }, pause);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    this.#silence?.();
    await Promise.allSettled([this.#built, this.#working]);
  }

  async page({ order, offset, limit, ...filter }: InboxQuery): Promise<InboxPage> {
    await this.#takeIn();
    const { service, now } = this.#ground;
    const { total, lanes, entries } = this.#index.page(filter, order === 'newest', offset, limit, now());
    const lines = await service.lines(entries.map(({ seq }) => seq));
    const found = new Map(entries.map(({ id, severity }) => [id, severity]));
    const items = lines.map((line) => {
      const worst = found.get(line.id);
      return inboxLine(worst && worst !== 'clear' ? { ...line, worst } : line, service.id);
    });
    return { total, lanes, items };
  }

  /** Of all institutions, least time left first. */
  async overdue(): Promise<readonly TurnEntry[]> {
    await this.#takeIn();
    return this.#index.overdue(this.#ground.now());
  }

  #hear({ kind, id, state }: ChangeEvent): void {
    if (kind === 'receipt') this.#receipted.set(id, Number(state));
    else this.#changed.add(id);
  }

  async #build(): Promise<void> {
    const { service, records } = this.#ground;
    const channels = await records.db.selectFrom('channel').select(['origin', 'receipt_size']).execute();
    for (const { origin, receipt_size: size } of channels) this.#looked.set(origin, size);
    for (let after = 0; !this.#stopped; ) {
      const lines = await service.turns({ after, limit: piece });
      for (const line of lines) this.#index.put(line);
      const last = lines.at(-1);
      if (!last || lines.length < piece) return;
      after = last.seq;
      await setImmediate();
    }
  }

  /** One at a time; what is told while it works is taken in too. */
  async #takeIn(): Promise<void> {
    await this.#built;
    while (!this.#stopped && (this.#working || this.#changed.size > 0 || this.#receipted.size > 0)) {
      this.#working ??= this.#work().finally(() => {
        this.#working = undefined;
      });
      await this.#working;
    }
  }

  async #work(): Promise<void> {
    for (const [origin, size] of this.#receipted) {
      this.#receipted.delete(origin);
      await this.#startClocks(origin, this.#looked.get(origin) ?? 0, size);
      this.#looked.set(origin, size);
    }
    while (this.#changed.size > 0 && !this.#stopped) {
      const ids = this.#changed.values().take(piece).toArray();
      for (const id of ids) this.#changed.delete(id);
      await this.#read(ids);
      await setImmediate();
    }
  }

  async #read(ids: readonly string[]): Promise<void> {
    try {
      const lines = await this.#ground.service.turns({ ids });
      const pending = new Set(lines.map(({ id }) => id));
      for (const line of lines) this.#index.put(line);
      const others = ids.filter((id) => !pending.has(id));
      for (const id of others) this.#index.remove(id);
      if (await this.#isOpening(others)) for (const id of this.#index.ids()) this.#changed.add(id);
    } catch (fault) {
      for (const id of ids) this.#changed.add(id);
      throw fault;
    }
  }

  /** With a new generation of a channel, cosignatures of the one before may count no more. */
  async #isOpening(ids: readonly string[]): Promise<boolean> {
    if (ids.length === 0) return false;
    const row = await this.#ground.records.db
      .selectFrom('record')
      .select('seq')
      .where('id', 'in', evened(ids.map((id) => Uint8Array.fromHex(id))))
      .where('profile', '=', 'exchange')
      .where('type', 'in', ['opening', 'acceptance'])
      .executeTakeFirst();
    return row !== undefined;
  }

  /** Entries from `from` up to, not including, `to` have a receipt now. */
  async #startClocks(origin: string, from: number, to: number): Promise<void> {
    for (let at = from; at < to && !this.#stopped; at += entriesAtOnce) {
      const rows = await this.#ground.records.db
        .selectFrom('entry')
        .innerJoin('channel', 'channel.id', 'entry.channel')
        .select('entry.id')
        .where('channel.origin', '=', origin)
        .where('entry.idx', '>=', at)
        .where('entry.idx', '<', Math.min(to, at + entriesAtOnce))
        .execute();
      for (const { id } of rows) for (const one of this.#index.startedBy(id.toHex())) this.#changed.add(one);
      await setImmediate();
    }
  }
}

export function inboxLine(line: RecordLine, self: string): InboxLine {
  const { until, turn = [] } = line.clock ?? {};
  return { ...line, ...(until !== undefined && { due: until }), mine: turn.includes(self) };
}
