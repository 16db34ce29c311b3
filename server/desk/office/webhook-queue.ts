/** Writes down what each webhook is to be told, many at once, together with how far it has been told of records. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ChangeEvent } from '../../institution/service.ts';
import type { DeliveryTable, WebhookTable } from '../../store/desk/office.ts';
import type { DeskGround } from '../desk.ts';
import { newId } from '../people/secret.ts';
import type { ApplicationChange } from '../trade/application-store.ts';
import type { WebhookEvent } from './webhooks.ts';

const flushMs = 100;
/** In one transaction: the event loop waits for no more at a time. */
const step = 200;
/** More waiting for one webhook and it is switched off: nobody reads it. */
const maxWaiting = 100_000;

interface Heard {
  readonly type: WebhookEvent;
  readonly data: object;
  readonly time: number;
  /** Set for records: where a webhook has come to once it was told. */
  readonly seq?: number;
}

export interface QueueHooks {
  readonly onWaiting: (webhook: string) => void;
  /** It was switched off. */
  readonly onStopped: (webhook: string) => void;
}

interface Told {
  readonly id: string;
  readonly events: ReadonlySet<string>;
  seq: number;
  place: number;
  waiting: number;
}

export class WebhookQueue {
  readonly #ground: DeskGround;
  readonly #hooks: QueueHooks;
  #webhooks: readonly Told[] = [];
  #heard: Heard[] = [];
  #timer: NodeJS.Timeout | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(ground: DeskGround, hooks: QueueHooks) {
    this.#ground = ground;
    this.#hooks = hooks;
  }

  /** Reads which webhooks there are; returns after which record to listen, undefined when nobody wants to know. */
  load(): Promise<number | undefined> {
    return this.#serially(async () => {
      await this.#write();
      const rows = await this.#ground.desk.db
        .selectFrom('webhook')
        .select(['id', 'events', 'seq'])
        // What failed is told later; what was switched off by a person, or overflowed, not.
        .where((eb) => eb.or([eb('active', '=', 1), eb('stopped', '=', 'failing')]))
        .execute();
      const webhooks: Told[] = [];
      for (const row of rows) webhooks.push(await this.#told(row));
      this.#webhooks = webhooks;
      return webhooks.length === 0 ? undefined : Math.min(...webhooks.map(({ seq }) => seq));
    });
  }

  async #told({ id, events, seq }: Pick<WebhookTable, 'id' | 'events' | 'seq'>): Promise<Told> {
    const found = await this.#ground.desk.db
      .selectFrom('delivery')
      .select((eb) => [
        eb.fn.max('place').as('place'),
        eb.fn.sum<number>(eb.case().when('state', '=', 'waiting').then(1).else(0).end()).as('waiting'),
      ])
      .where('webhook', '=', id)
      .executeTakeFirst();
    return { id, events: new Set(events.split(' ')), seq, place: found?.place ?? 0, waiting: found?.waiting ?? 0 };
  }

  hear({ seq, kind, id, state }: ChangeEvent): void {
    const data = { institution: this.#ground.service.id, id, seq, state };
    const record = kind === 'issued' || kind === 'received';
    this.#keep({ type: kind, data, time: this.#ground.now(), ...(record && { seq }) });
  }

  hearApplication({ id, state, time }: ApplicationChange): void {
    const data = { institution: this.#ground.service.id, application: id, state };
    this.#keep({ type: 'application', data, time });
  }

  #keep(heard: Heard): void {
    if (this.#webhooks.length === 0) return;
    this.#heard.push(heard);
    this.#timer ??= setTimeout(() => void this.flush(), flushMs);
  }

  /** Everything heard so far is on disk when it resolves. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    return this.#serially(() => this.#write()).catch((fault: unknown) => {
      this.#ground.logger.error({ err: fault }, 'what webhooks are to be told could not be written down');
    });
  }

  /** Whoever writes has the places of all webhooks to itself. */
  #serially<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }

  async #write(): Promise<void> {
    while (this.#heard.length > 0) {
      const events = this.#heard.splice(0, step);
      for (const webhook of this.#webhooks) await this.#tell(webhook, events);
      await nextTurn();
    }
  }

  async #tell(webhook: Told, events: readonly Heard[]): Promise<void> {
    const news = events.filter(({ seq }) => seq === undefined || seq > webhook.seq);
    const seq = Math.max(webhook.seq, ...news.map((one) => one.seq ?? 0));
    const rows = news
      .filter(({ type }) => webhook.events.has(type))
      .map((heard, index) => this.#delivery(webhook, heard, webhook.place + 1 + index));
    if (rows.length === 0 && seq === webhook.seq) return;
    const overflow = webhook.waiting + rows.length > maxWaiting;
    const { db } = this.#ground.desk;
    await db.transaction().execute(async (transaction) => {
      if (rows.length > 0 && !overflow) await transaction.insertInto('delivery').values(rows).execute();
      await transaction
        .updateTable('webhook')
        .set(overflow ? { active: 0, stopped: 'too-many' } : { seq })
        .where('id', '=', webhook.id)
        .execute();
    });
    if (overflow) {
      this.#webhooks = this.#webhooks.filter((one) => one !== webhook);
      return this.#hooks.onStopped(webhook.id);
    }
    webhook.seq = seq;
    webhook.place += rows.length;
    webhook.waiting += rows.length;
    if (rows.length > 0) this.#hooks.onWaiting(webhook.id);
  }

  #delivery(webhook: Told, { type, data, time }: Heard, place: number): DeliveryTable {
    return {
      place,
      webhook: webhook.id,
      id: `msg_${newId(this.#ground.random)}`,
      type,
      body: JSON.stringify({ type, timestamp: new Date(time).toISOString(), data }),
      state: 'waiting',
      attempts: 0,
      next: time,
      created: time,
      delivered: null,
      status: null,
      error: null,
    };
  }

  /** One that waited is told. */
  delivered(webhook: string): void {
    const told = this.#webhooks.find(({ id }) => id === webhook);
    if (told !== undefined) told.waiting--;
  }
}
