/** Notices to people: on their page at once, by mail where they have an address and the server sends mail. */
import type { Page } from '../../institution/service.ts';
import type { DeskGround } from '../desk.ts';
import type { People } from '../people/people.ts';
import { type Action, mayDo } from '../roles.ts';
import type { About } from './notice.ts';
import type { NoticeKind } from './notice-words.ts';

export interface Notice {
  readonly id: number;
  readonly kind: NoticeKind;
  readonly about: About;
  /** Times in ms. */
  readonly time: number;
  readonly read?: number;
}

/** Kept of each person; older ones go. */
const kept = 1000;

export class Notices {
  readonly #ground: DeskGround;
  readonly #people: People;
  readonly #wakeMail: () => void;

  /** `wakeMail` is told that letters wait; left out where no mail is sent. */
  constructor(ground: DeskGround, people: People, wakeMail?: () => void) {
    this.#ground = ground;
    this.#people = people;
    this.#wakeMail = wakeMail ?? (() => undefined);
    this.#writesMail = wakeMail !== undefined;
  }

  readonly #writesMail: boolean;

  /** To each person once; those who are away no longer get none. */
  async tell(persons: readonly string[], kind: NoticeKind, about: About): Promise<void> {
    const { desk, now } = this.#ground;
    const time = now();
    const active = (await this.#people.all()).filter(({ id, active }) => active && persons.includes(id));
    if (active.length === 0) return;
    await desk.db.transaction().execute(async (db) => {
      for (const { id: person, email } of active) {
        const row = { person, kind, about: JSON.stringify(about), time, read: null };
        const { id } = await db.insertInto('notice').values(row).returning('id').executeTakeFirstOrThrow();
        await db
          .deleteFrom('notice')
          .where('person', '=', person)
          .where('id', '<=', (eb) =>
            eb
              .selectFrom('notice')
              .select('id')
              .where('person', '=', person)
              .orderBy('id', 'desc')
              .offset(kept)
              .limit(1),
          )
          .execute();
        if (this.#writesMail && email !== undefined)
          await db
            .insertInto('mail')
            .values({ notice: id, person, state: 'waiting', attempts: 0, next: time, created: time, error: null })
            .execute();
      }
    });
    this.#wakeMail();
  }

  /** To all who may do something, but for the one whose doing it was. */
  async tellThose(action: Action, kind: NoticeKind, about: About, but?: string): Promise<void> {
    const people = (await this.#people.all()).filter(({ id, roles }) => id !== but && mayDo(roles, action));
    await this.tell(
      people.map(({ id }) => id),
      kind,
      about,
    );
  }

  /** Newest first. */
  async list(person: string, query: { cursor?: string; limit: number }): Promise<Page<Notice>> {
    let select = this.#ground.desk.db
      .selectFrom('notice')
      .selectAll()
      .where('person', '=', person)
      .orderBy('id', 'desc')
      .limit(query.limit + 1);
    if (query.cursor !== undefined) select = select.where('id', '<', Number(query.cursor));
    const rows = await select.execute();
    const items = rows.slice(0, query.limit).map(({ id, kind, about, time, read }) => ({
      id,
      kind: kind as NoticeKind,
      about: JSON.parse(about) as About,
      time,
      ...(read !== null && { read }),
    }));
    const last = items.at(-1);
    return { items, ...(rows.length > query.limit && last && { next: String(last.id) }) };
  }

  async unread(person: string): Promise<number> {
    const { count } = await this.#ground.desk.db
      .selectFrom('notice')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('person', '=', person)
      .where('read', 'is', null)
      .executeTakeFirstOrThrow();
    return count;
  }

  /** The named ones, or all up to one of them. */
  async markRead(person: string, which: { ids: readonly number[] } | { upTo: number }): Promise<void> {
    let update = this.#ground.desk.db
      .updateTable('notice')
      .set({ read: this.#ground.now() })
      .where('person', '=', person)
      .where('read', 'is', null);
    if ('upTo' in which) update = update.where('id', '<=', which.upTo);
    else {
      if (which.ids.length === 0) return;
      update = update.where('id', 'in', [...which.ids]);
    }
    await update.execute();
  }
}
