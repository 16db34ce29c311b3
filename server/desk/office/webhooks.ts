/**
 * Programs of the institution that are told what happened. What happens is written down beside where each webhook
 * has come to, so that a restart neither forgets nor repeats it; deliveries of one webhook go out in their order.
 */
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import type { ChangeEvent } from '../../institution/service.ts';
import type { DeliveryTable, WebhookTable } from '../../store/desk/office.ts';
import type { DeskGround } from '../desk.ts';
import { newId } from '../people/secret.ts';
import type { ApplicationChange } from '../trade/application-store.ts';
import type { Notices } from '../trade/notices.ts';
import { checkTarget, deliveryTimeoutMs, type Outcome, post } from './webhook-post.ts';
import { WebhookQueue } from './webhook-queue.ts';
import { WebhookSender } from './webhook-sender.ts';
import { secretBytes, secretText } from './webhook-signature.ts';

export const webhookEvents = ['issued', 'received', 'state', 'receipt', 'application'] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

export interface WebhookView {
  readonly id: string;
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  readonly active: boolean;
  /** Why the server switched it off: it failed to the end, said it is gone, or had too many waiting. */
  readonly stopped?: string;
  readonly created: number;
  readonly waiting: number;
}

export type DeliveryView = Omit<DeliveryTable, 'webhook' | 'body' | 'delivered' | 'status' | 'error'> & {
  readonly delivered?: number;
  readonly status?: number;
  readonly error?: string;
};

const maxWebhooks = 20;

export class Webhooks {
  readonly #ground: DeskGround;
  readonly #queue: WebhookQueue;
  readonly #sender: WebhookSender;
  readonly #stop = new AbortController();
  #stopListening: (() => void) | undefined;

  constructor(ground: DeskGround, notices: Notices) {
    this.#ground = ground;
    const onStopped = (id: string) => {
      void this.#reload();
      void notices.tellThose('webhooks.manage', 'webhook-stopped', { webhook: id });
    };
    this.#sender = new WebhookSender(ground, { onStopped, onDelivered: (id) => this.#queue.delivered(id) });
    this.#queue = new WebhookQueue(ground, { onWaiting: (id) => this.#sender.wake(id), onStopped });
  }

  async start(): Promise<void> {
    this.#sender.start();
    await this.#reload();
  }

  /** Writes down what was heard; what is on its way is sent again after the next start. */
  async stop(): Promise<void> {
    this.#stop.abort();
    this.#stopListening?.();
    await this.#queue.flush();
    await this.#sender.stop();
  }

  /** Never waited for. */
  told(change: ApplicationChange): void {
    this.#queue.hearApplication(change);
  }

  async list(): Promise<readonly WebhookView[]> {
    const { db } = this.#ground.desk;
    const rows = await db
      .selectFrom('webhook')
      .selectAll()
      .select((eb) =>
        eb
          .selectFrom('delivery')
          .select((inner) => inner.fn.countAll<number>().as('count'))
          .whereRef('delivery.webhook', '=', 'webhook.id')
          .where('delivery.state', '=', 'waiting')
          .as('waiting'),
      )
      .orderBy('created')
      .orderBy('id')
      .execute();
    return rows.map((row) => viewOf(row, row.waiting ?? 0));
  }

  /** `secret` is told this one time. It is told of what happens from now on. */
  async add(url: string, events: readonly WebhookEvent[]): Promise<{ view: WebhookView; secret: string } | Refusal> {
    const { desk, service, records, random, now } = this.#ground;
    const target = checkTarget(url, service.demonstration);
    if (!(target instanceof URL)) return target;
    const held = await desk.db.selectFrom('webhook').select('id').execute();
    if (held.length >= maxWebhooks) return refuse('input.too-large', { limit: maxWebhooks });
    const last = await records.db.selectFrom('record').select('seq').orderBy('seq', 'desc').executeTakeFirst();
    const row: WebhookTable = {
      id: newId(random),
      url: target.href,
      events: [...new Set(events)].join(' '),
      secret: random(secretBytes),
      active: 1,
      stopped: null,
      seq: last?.seq ?? 0,
      created: now(),
    };
    await desk.db.insertInto('webhook').values(row).execute();
    await this.#reload();
    return { view: viewOf(row, 0), secret: secretText(row.secret) };
  }

  /** Switched on again it goes on where it stopped. */
  async change(
    id: string,
    change: { url?: string; events?: readonly WebhookEvent[]; active?: boolean },
  ): Promise<WebhookView | Refusal> {
    const { desk, service } = this.#ground;
    const target = change.url === undefined ? undefined : checkTarget(change.url, service.demonstration);
    if (target !== undefined && !(target instanceof URL)) return target;
    await this.#queue.flush();
    const result = await desk.db
      .updateTable('webhook')
      .set({
        ...(target && { url: target.href }),
        ...(change.events && { events: [...new Set(change.events)].join(' ') }),
        ...(change.active !== undefined && { active: change.active ? 1 : 0, stopped: null }),
      })
      .where('id', '=', id)
      .executeTakeFirst();
    if (Number(result.numUpdatedRows) === 0) return refuse('desk.unknown');
    await this.#reload();
    return (await this.list()).find((view) => view.id === id) ?? refuse('desk.unknown');
  }

  async remove(id: string): Promise<Refusal | undefined> {
    await this.#queue.flush();
    const gone = await this.#ground.desk.db.transaction().execute(async (db) => {
      await db.deleteFrom('delivery').where('webhook', '=', id).execute();
      return db.deleteFrom('webhook').where('id', '=', id).executeTakeFirst();
    });
    await this.#reload();
    return Number(gone.numDeletedRows) === 0 ? refuse('desk.unknown') : undefined;
  }

  /** Newest first. */
  async deliveries(id: string, query: { cursor?: string; limit: number }) {
    let select = this.#ground.desk.db
      .selectFrom('delivery')
      .selectAll()
      .where('webhook', '=', id)
      .orderBy('place', 'desc')
      .limit(query.limit + 1);
    if (query.cursor !== undefined) select = select.where('place', '<', Number(query.cursor));
    const rows = await select.execute();
    const items = rows.slice(0, query.limit).map(deliveryOf);
    const last = items.at(-1);
    return { items, ...(rows.length > query.limit && last && { next: String(last.place) }) };
  }

  /** Sends one message out of turn and tells what became of it. */
  async test(id: string): Promise<Outcome | Refusal> {
    const { desk, service, now, random } = this.#ground;
    const row = await desk.db.selectFrom('webhook').selectAll().where('id', '=', id).executeTakeFirst();
    if (row === undefined) return refuse('desk.unknown');
    const time = now();
    const data = { institution: service.id };
    const body = JSON.stringify({ type: 'test', timestamp: new Date(time).toISOString(), data });
    const message = { id: `msg_${newId(random)}`, body };
    return post(row.url, row.secret, message, { time, timeoutMs: deliveryTimeoutMs, stop: this.#stop.signal });
  }

  /** Listens for what those that are on want to know, from where the one furthest behind has come to. */
  async #reload(): Promise<void> {
    if (this.#stop.signal.aborted) return;
    const since = await this.#queue.load();
    if (this.#stop.signal.aborted) return;
    const stopBefore = this.#stopListening;
    const hear = (event: ChangeEvent) => this.#queue.hear(event);
    this.#stopListening = since === undefined ? undefined : this.#ground.service.listen(since, hear);
    // In the same turn: nothing is heard twice, and nothing is missed.
    stopBefore?.();
    this.#sender.wakeAll();
  }
}

function viewOf(row: WebhookTable, waiting: number): WebhookView {
  return {
    id: row.id,
    url: row.url,
    events: row.events.split(' ') as WebhookEvent[],
    active: row.active === 1,
    ...(row.stopped !== null && { stopped: row.stopped }),
    created: row.created,
    waiting,
  };
}

function deliveryOf(row: DeliveryTable): DeliveryView {
  const { webhook: _, body: __, delivered, status, error, ...rest } = row;
  return {
    ...rest,
    ...(delivered !== null && { delivered }),
    ...(status !== null && { status }),
    ...(error !== null && { error }),
  };
}
