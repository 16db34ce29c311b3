/**
 * Delivers one outgoing channel: entries with bodies in batches under a signed checkpoint, again and again from
 * where the recipient's mirror ends, until its cosignature covers them. Nothing is kept but the receipt: after a
 * crash, a lost answer or a restored mirror the recipient's size says where to go on.
 */
import type { Logger } from 'pino';
import { clockTolerance } from '../../kernel/exchange/arrival.ts';
import { mirrorName } from '../../kernel/exchange/names.ts';
import { openCheckpoint, signCheckpoint } from '../../kernel/log/checkpoint.ts';
import { openCosignature } from '../../kernel/log/cosignature.ts';
import { addSignature } from '../../kernel/log/note.ts';
import { append, type Frontier, leafHash, rootOf } from '../../kernel/log/tree.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { currentInstitution, keysFor } from '../../kernel/trust/lookup.ts';
import { type Core, must } from './core.ts';
import type { ExchangeAnswer, ExchangeClient } from './exchange-client.ts';
import { frontierOf } from './log-reader.ts';
import { maxBatchRecords } from './read-batch.ts';
import type { Sequencer } from './sequencer.ts';

const maxBatchBytes = 6 * 1024 * 1024;
const firstPause = 100;
const longestPause = 30_000;

interface Prepared {
  readonly start: number;
  readonly frontier: Frontier;
  readonly records: readonly string[];
  readonly note: string;
}

export class Delivery {
  readonly origin: string;
  readonly #core: Core;
  readonly #sequencer: Sequencer;
  readonly #client: ExchangeClient;
  readonly #logger: Logger;
  readonly #random: () => number;
  readonly #clock: () => number;
  #wake: (() => void) | undefined;
  #woken = false;
  #stopped = false;
  #running: Promise<void> | undefined;
  /** Where the recipient's mirror ends, and the tree up to there. */
  #mirrored: Frontier | undefined;
  /** True while the recipient holds more than the last receipt here tells: an answer of its was lost. */
  #receiptLost = false;
  #failures = 0;
  lastError: string | undefined;

  constructor(
    origin: string,
    core: Core,
    sequencer: Sequencer,
    client: ExchangeClient,
    logger: Logger,
    clock: () => number,
    random: () => number,
  ) {
    this.origin = origin;
    this.#core = core;
    this.#sequencer = sequencer;
    this.#client = client;
    this.#logger = logger.child({ origin });
    this.#clock = clock;
    this.#random = random;
  }

  start(): void {
    this.#running ??= this.#loop();
  }

  /** New entries are there to deliver. */
  wake(): void {
    this.#woken = true;
    this.#wake?.();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.wake();
    await this.#running;
  }

  async #loop(): Promise<void> {
    while (!this.#stopped) {
      const head = this.#core.heads.get(this.origin);
      if (!head || head.state === 'closed') return;
      if (head.receipt.size >= head.frontier.size) {
        await this.#sleep(longestPause);
        continue;
      }
      try {
        await this.#deliver();
        this.#failures = 0;
        this.lastError = undefined;
      } catch (fault) {
        if (this.#stopped) return;
        this.#failures++;
        this.lastError = fault instanceof Error ? fault.message : String(fault);
        if (this.#failures === 5 || this.#failures % 50 === 0)
          this.#logger.warn({ reason: this.lastError, failures: this.#failures }, 'delivery is held up');
        const longest = Math.min(longestPause, firstPause * 2 ** Math.min(this.#failures, 12));
        await this.#pause(longest / 2 + (this.#random() * longest) / 2);
      }
    }
  }

  async #deliver(): Promise<void> {
    const prepared = await this.#prepare();
    const head = this.#core.heads.get(this.origin);
    if (!head) return;
    const answer = await this.#client.deliver(head.recipient, {
      origin: this.origin,
      checkpoint: prepared.note,
      start: prepared.start,
      records: prepared.records,
    });
    await this.#take(answer, prepared);
  }

  async #take(answer: ExchangeAnswer, prepared: Prepared): Promise<void> {
    if (answer.kind === 'stored') await this.#storeReceipt(prepared, answer.cosignature);
    else if (answer.kind === 'resume') await this.#resume(answer.size);
    else if (answer.kind === 'annexes') await this.#sendAnnexes(answer.missing);
    else {
      this.#receiptLost = false;
      throw new Error(`${answer.status} ${answer.code}`);
    }
  }

  async #resume(size: number): Promise<void> {
    const head = this.#core.heads.get(this.origin);
    if (!head || size > head.frontier.size)
      throw new Error(`the recipient holds ${size} entries, more than this log: it needs a new generation`);
    if (this.#mirrored?.size === size) throw new Error(`the recipient does not take the entries after ${size}`);
    this.#mirrored = await frontierOf(this.#core.store, head.id, size, this.#core.crypto);
    this.#receiptLost = size > head.receipt.size;
  }

  /**
   * The next batch after what the recipient mirrors, with a checkpoint that ends where the batch ends. A lost receipt
   * is asked for first, by a batch of nothing: both ends must tell the same time at which an entry was cosigned.
   */
  async #prepare(): Promise<Prepared> {
    const { store, crypto, keys } = this.#core;
    const head = this.#core.heads.get(this.origin);
    if (!head) throw new Error('the channel is gone');
    this.#mirrored ??= await frontierOf(store, head.id, head.receipt.size, crypto);
    const start = this.#mirrored.size;
    const rows = await store.db
      .selectFrom('entry')
      .innerJoin('record', 'record.seq', 'entry.seq')
      .select(['entry.id', 'record.jws'])
      .where('entry.channel', '=', head.id)
      .where('entry.idx', '>=', start)
      .where('entry.idx', '<', this.#receiptLost ? start : Math.min(head.frontier.size, start + maxBatchRecords))
      .orderBy('entry.idx')
      .execute();
    const records: string[] = [];
    let frontier = this.#mirrored;
    let bytes = 0;
    for (const { id, jws } of rows) {
      bytes += jws.length;
      if (records.length > 0 && bytes > maxBatchBytes) break;
      records.push(jws);
      frontier = append(frontier, leafHash(id, crypto), crypto);
    }
    const checkpoint = { origin: this.origin, size: frontier.size, root: rootOf(frontier, crypto) };
    const note = await signCheckpoint(checkpoint, this.origin, keys.checkpoint, crypto);
    return { start, frontier, records, note };
  }

  async #storeReceipt(prepared: Prepared, cosignature: string): Promise<void> {
    const { crypto, keys, trust } = this.#core;
    const head = this.#core.heads.get(this.origin);
    const recipient = head && currentInstitution(trust, head.recipient);
    if (!head || !recipient) throw new Error('the recipient left the trust list');
    const own = [{ name: this.origin, key: keys.checkpoint.key }];
    const note = addSignature(prepared.note, cosignature);
    if (note instanceof Refusal) throw new Error(note.code);
    const checkpoint = must(openCheckpoint(note, this.origin, own, crypto));
    const name = mirrorName(recipient);
    const cosigned = keysFor(trust, head.recipient, 'mirror', this.#clock())
      .map((key) => openCosignature(note, checkpoint, { name, key: key.publicKey }, crypto))
      .find((result) => !(result instanceof Refusal));
    if (!cosigned || cosigned instanceof Refusal) {
      // One under a key that has run out since cannot be made good: what comes next gets a receipt of its own.
      this.#receiptLost = false;
      throw new Error('log.bad-cosignature');
    }
    const time = cosigned.time * 1000;
    // What is cosigned in the future could be denied until then: a basis is held against earlier cosignatures alone.
    if (time > this.#clock() + clockTolerance) throw new Error('the cosignature lies in the future');
    await this.#sequencer.run(
      async (stage) => {
        const current = stage.heads.get(this.origin) ?? this.#core.heads.get(this.origin);
        if (current && cosigned.size >= current.receipt.size) {
          stage.heads.set(this.origin, { ...current, receipt: { size: cosigned.size, time } });
          stage.rest.checkpoints.push({ channel: current.id, size: cosigned.size, root: checkpoint.root, note, time });
          stage.events.push({ kind: 'receipt', id: this.origin, state: String(cosigned.size) });
        }
        return () => undefined;
      },
      { ahead: true },
    );
    this.#mirrored = prepared.frontier;
    this.#receiptLost = false;
  }

  async #sendAnnexes(missing: readonly string[]): Promise<void> {
    const head = this.#core.heads.get(this.origin);
    if (!head) return;
    for (const digest of missing) {
      const annex = await this.#core.store.db
        .selectFrom('annex')
        .selectAll()
        .where('digest', '=', Uint8Array.fromHex(digest))
        .executeTakeFirst();
      if (!annex) throw new Error(`annex ${digest} is not here`);
      await this.#client.sendAnnex(head.recipient, digest, annex.bytes, annex.media_type);
    }
  }

  async #sleep(ms: number): Promise<void> {
    if (!this.#woken) await this.#pause(ms, true);
    this.#woken = false;
  }

  /** New entries end an idle pause, but never one after a failure: a recipient that is down is not hammered. */
  #pause(ms: number, wakeable = false): Promise<void> {
    if (this.#stopped) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        if (!wakeable && !this.#stopped) return;
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
