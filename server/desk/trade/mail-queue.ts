/** Letters that wait for the mail server: kept over restarts, tried again, given up after the last try. */
import type { DeskGround } from '../desk.ts';
import type { Mailer } from '../office/mailer.ts';
import { waitAfter } from '../office/retry.ts';
import type { People } from '../people/people.ts';
import { type About, pageOf } from './notice.ts';
import { letterOf, type NoticeKind } from './notice-words.ts';

/** Letters are looked for this often even when nobody says that one waits. */
const tickMs = 30_000;
/** Read at a time. */
const batch = 50;
/** Sent and failed ones are kept for whoever asks what became of them. */
const keptMs = 30 * 24 * 60 * 60 * 1000;

export class MailQueue {
  readonly #ground: DeskGround;
  readonly #people: People;
  readonly #mailer: Mailer;
  #running: Promise<void> | undefined;
  #again = false;
  #stopped = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(ground: DeskGround, people: People, mailer: Mailer) {
    this.#ground = ground;
    this.#people = people;
    this.#mailer = mailer;
  }

  start(): void {
    this.#timer = setInterval(() => this.wake(), tickMs);
    this.#timer.unref();
    this.wake();
  }

  /** Waits for the letter that is on its way. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    await this.#running;
  }

  /** Never waited for by whoever has something to tell. */
  wake(): void {
    if (this.#stopped) return;
    this.#again = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
  }

  async #run(): Promise<void> {
    try {
      while (this.#again && !this.#stopped) {
        this.#again = false;
        await this.#sendWaiting();
      }
    } catch (fault) {
      this.#ground.logger.error({ err: fault }, 'the mail queue stopped until the next look');
    }
  }

  async #sendWaiting(): Promise<void> {
    const { desk, now } = this.#ground;
    await desk.db
      .deleteFrom('mail')
      .where('state', '<>', 'waiting')
      .where('created', '<', now() - keptMs)
      .execute();
    for (;;) {
      const rows = await desk.db
        .selectFrom('mail')
        .innerJoin('notice', 'notice.id', 'mail.notice')
        .select(['mail.id', 'mail.person', 'mail.attempts', 'notice.kind', 'notice.about'])
        .where('mail.state', '=', 'waiting')
        .where('mail.next', '<=', now())
        .orderBy('mail.id')
        .limit(batch)
        .execute();
      for (const row of rows) {
        if (this.#stopped) return;
        await this.#send(row);
      }
      if (rows.length < batch) return;
    }
  }

  async #send(row: { id: number; person: string; attempts: number; kind: string; about: string }): Promise<void> {
    const { desk, now, service, logger, origins } = this.#ground;
    const mark = (values: { state?: 'sent' | 'failed'; attempts?: number; next?: number; error?: string }) =>
      desk.db.updateTable('mail').set(values).where('id', '=', row.id).execute();
    const person = await this.#people.find(row.person);
    if (person?.email === undefined || !person.active)
      return void (await mark({ state: 'failed', error: 'no-address' }));
    const about = JSON.parse(row.about) as About;
    const [origin] = origins;
    const link = origin === undefined ? undefined : `${origin}${pageOf(about)}`;
    const letter = letterOf(row.kind as NoticeKind, about, person.language, {
      demonstration: service.demonstration,
      ...(link !== undefined && { link }),
    });
    const attempts = row.attempts + 1;
    try {
      const messageId = `<notice-${row.id}.${service.id}@${hostOf(this.#mailer.from)}>`;
      await this.#mailer.send({ to: person.email, language: person.language, messageId, ...letter });
      await mark({ state: 'sent', attempts });
    } catch (fault) {
      const error = codeOf(fault);
      const wait = waitAfter(attempts);
      logger.warn({ mail: row.id, attempts, error }, 'the mail server did not take a letter');
      await mark(wait === undefined ? { state: 'failed', attempts, error } : { attempts, next: now() + wait, error });
    }
  }
}

/** Never the server's own words: they may repeat addresses. */
function codeOf(fault: unknown): string {
  const { responseCode, code } = fault as { responseCode?: unknown; code?: unknown };
  return String(responseCode ?? code ?? 'unknown').slice(0, 40);
}

function hostOf(from: string): string {
  return /@([a-z0-9.-]+)>?$/i.exec(from)?.[1] ?? 'localhost';
}
