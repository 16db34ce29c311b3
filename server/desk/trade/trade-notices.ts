/** Who is told of what: applications to whom they concern, records to those who applied for them, clocks to officers. */
import type { ChangeEvent } from '../../institution/service.ts';
import type { DeskGround } from '../desk.ts';
import type { ApplicationChange } from './application-store.ts';
import { numberOf } from './application-view.ts';
import type { Applications } from './applications.ts';
import type { Notices } from './notices.ts';

const hourMs = 60 * 60 * 1000;
/** How often it is looked whether the hour is over: a server that is often started tells all the same. */
const lookMs = 60_000;
/** What one digest looks through. */
const page = 200;
const pages = 25;
const toldMark = 'overdue-told';

export class TradeNotices {
  readonly #ground: DeskGround;
  readonly #notices: Notices;
  #stop: (() => void) | undefined;
  #timer: NodeJS.Timeout | undefined;
  #telling: Promise<void> = Promise.resolve();

  constructor(ground: DeskGround, notices: Notices, applications: Applications) {
    this.#ground = ground;
    this.#notices = notices;
    applications.listen((change) => this.#queue(() => this.#tellOfApplication(change)));
  }

  start(): void {
    this.#stop = this.#ground.service.listen('now', (event) => {
      if (event.kind === 'state') this.#queue(() => this.#tellOfRecord(event));
    });
    this.#timer = setInterval(() => this.#queue(() => this.tellOverdue()), lookMs);
    this.#timer.unref();
  }

  /** What happened is told before it resolves. */
  async stop(): Promise<void> {
    this.#stop?.();
    clearInterval(this.#timer);
    await this.#telling;
  }

  #queue(tell: () => Promise<void>): void {
    this.#telling = this.#telling.then(tell).catch((fault: unknown) => {
      this.#ground.logger.error({ err: fault }, 'a notice could not be given');
    });
  }

  async #tellOfApplication({ id, number, act, applicant, officer }: ApplicationChange): Promise<void> {
    const about = { application: id, number };
    const examiner = officer === undefined ? [] : [officer];
    if (act === 'send') return this.#notices.tellThose('applications.examine', 'application-sent', about, applicant);
    if (act === 'answer') return this.#notices.tell(examiner, 'application-answered', about);
    if (act === 'withdraw') return this.#notices.tell(examiner, 'application-withdrawn', about);
    if (act === 'ready') return this.#notices.tellThose('records.sign', 'application-ready', about, applicant);
    const kinds = { take: 'taken', query: 'query', decline: 'declined', issue: 'issued' } as const;
    return this.#notices.tell([applicant], `application-${kinds[act]}`, about);
  }

  async #tellOfRecord({ id, state }: ChangeEvent): Promise<void> {
    const row = await this.#ground.desk.db
      .selectFrom('application')
      .select(['id', 'serial', 'person'])
      .where('record', '=', id)
      .executeTakeFirst();
    if (row === undefined) return;
    const about = { application: row.id, number: numberOf(row), record: id, state };
    await this.#notices.tell([row.person], 'record-state', about);
  }

  /** Once for each limit that passes, together, at most hourly. */
  async tellOverdue(): Promise<void> {
    const { desk, service, now } = this.#ground;
    const mark = await desk.db.selectFrom('desk_mark').select('value').where('name', '=', toldMark).executeTakeFirst();
    const since = mark?.value ?? 0;
    const until = now();
    if (until - since < hourMs) return;
    let count = 0;
    let cursor: string | undefined;
    for (let looked = 0; looked < pages; looked++) {
      const found = await service.list({ turn: 'mine', overdue: true, limit: page, ...(cursor && { cursor }) });
      count += found.items.filter(({ clock }) => (clock?.until ?? 0) > since).length;
      cursor = found.next;
      if (cursor === undefined) break;
    }
    await desk.db
      .insertInto('desk_mark')
      .values({ name: toldMark, value: until })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: until }))
      .execute();
    if (count > 0) await this.#notices.tellThose('records.decide', 'overdue', { count });
  }
}
