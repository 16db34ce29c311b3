/** Delivers what is written down: one at a time for each webhook, so that its order is kept; tried again later. */
import type { DeliveryTable, WebhookTable } from '../../store/desk/office.ts';
import type { DeskGround } from '../desk.ts';
import { waitAfter } from './retry.ts';
import { deliveryTimeoutMs, type Outcome, post } from './webhook-post.ts';

const tickMs = 15_000;
/** Delivered ones are kept to be looked at. */
const kept = 1000;
const cleanEvery = 100;

export class WebhookSender {
  readonly #ground: DeskGround;
  readonly #onStopped: (webhook: string) => void;
  readonly #onDelivered: (webhook: string) => void;
  readonly #running = new Map<string, Promise<void>>();
  readonly #again = new Set<string>();
  readonly #stop = new AbortController();
  #timer: NodeJS.Timeout | undefined;

  constructor(
    ground: DeskGround,
    { onStopped, onDelivered }: { onStopped: (webhook: string) => void; onDelivered: (webhook: string) => void },
  ) {
    this.#ground = ground;
    this.#onStopped = onStopped;
    this.#onDelivered = onDelivered;
  }

  start(): void {
    this.#timer = setInterval(() => this.wakeAll(), tickMs);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#stop.abort();
    await Promise.all(this.#running.values());
  }

  wakeAll(): void {
    void this.#ground.desk.db
      .selectFrom('webhook')
      .select('id')
      .where('active', '=', 1)
      .execute()
      .then((rows) => {
        for (const { id } of rows) this.wake(id);
      })
      // Closed under it: the server stops.
      .catch(() => undefined);
  }

  /** Never waited for. */
  wake(webhook: string): void {
    if (this.#stop.signal.aborted) return;
    this.#again.add(webhook);
    if (this.#running.has(webhook)) return;
    const run = this.#run(webhook)
      .catch((fault: unknown) => this.#ground.logger.error({ err: fault, webhook }, 'deliveries stopped until later'))
      .finally(() => this.#running.delete(webhook));
    this.#running.set(webhook, run);
  }

  async #run(id: string): Promise<void> {
    const { db } = this.#ground.desk;
    while (this.#again.delete(id)) {
      for (let count = 1; !this.#stop.signal.aborted; count++) {
        const webhook = await db.selectFrom('webhook').selectAll().where('id', '=', id).executeTakeFirst();
        if (webhook?.active !== 1) return;
        const first = await db
          .selectFrom('delivery')
          .selectAll()
          .where('webhook', '=', id)
          .where('state', '=', 'waiting')
          .orderBy('place')
          .executeTakeFirst();
        // The first one that waits for its time holds up those behind it: they keep their order.
        if (first === undefined || first.next > this.#ground.now()) break;
        if (!(await this.#deliver(webhook, first))) break;
        if (count % cleanEvery === 0) await this.#clean(id, first.place);
      }
    }
  }

  /** True when the next one may go. */
  async #deliver(webhook: WebhookTable, row: DeliveryTable): Promise<boolean> {
    const { now } = this.#ground;
    const timing = { time: now(), timeoutMs: deliveryTimeoutMs, stop: this.#stop.signal };
    const outcome = await post(webhook.url, webhook.secret, row, timing);
    // Nobody knows whether it came: it goes again, under the same id, after the next start.
    if (outcome.error === 'stopped') return false;
    if (outcome.delivered) {
      await this.#note(row, outcome, { state: 'delivered', delivered: now(), attempts: row.attempts + 1 });
      this.#onDelivered(webhook.id);
      return true;
    }
    const attempts = row.attempts + 1;
    const wait = outcome.status === 410 ? undefined : waitAfter(attempts);
    if (wait !== undefined) {
      await this.#note(row, outcome, { attempts, next: now() + wait });
      return false;
    }
    // Nothing is passed over: switched on again, it goes on with this one.
    await this.#note(row, outcome, { attempts: 0, next: now() });
    await this.#ground.desk.db
      .updateTable('webhook')
      .set({ active: 0, stopped: outcome.status === 410 ? 'gone' : 'failing' })
      .where('id', '=', webhook.id)
      .execute();
    this.#onStopped(webhook.id);
    return false;
  }

  async #note({ webhook, place }: DeliveryTable, outcome: Outcome, change: Partial<DeliveryTable>): Promise<void> {
    await this.#ground.desk.db
      .updateTable('delivery')
      .set({ ...change, status: outcome.status ?? null, error: outcome.error ?? null })
      .where('webhook', '=', webhook)
      .where('place', '=', place)
      .execute();
  }

  async #clean(webhook: string, place: number): Promise<void> {
    await this.#ground.desk.db
      .deleteFrom('delivery')
      .where('webhook', '=', webhook)
      .where('place', '<', place - kept)
      .where('state', '=', 'delivered')
      .execute();
  }
}
