/** What an applicant may name of what the institution holds: the records that were issued for their own applications. */
import type { RecordLine } from '../../institution/service.ts';
import type { DeskGround } from '../desk.ts';
import type { Person } from '../people/person.ts';

export type OwnRecord = Pick<
  RecordLine,
  'id' | 'profile' | 'type' | 'issuer' | 'to' | 'number' | 'title' | 'state' | 'about'
>;

export class OwnRecords {
  readonly #ground: DeskGround;

  constructor(ground: DeskGround) {
    this.#ground = ground;
  }

  /** Newest first. `words`: an id, or what every word of must occur in number, title or search words. */
  async find(person: Person, words: string, limit: number): Promise<readonly OwnRecord[]> {
    const rows = await this.#ground.desk.db
      .selectFrom('application')
      .select('record')
      .where('person', '=', person.id)
      .where('record', 'is not', null)
      .execute();
    const own = rows.flatMap(({ record }) => record ?? []);
    const isId = /^[0-9a-f]{64}$/.test(words);
    const among = isId ? own.filter((id) => id === words) : own;
    if (among.length === 0) return [];
    const page = await this.#ground.service.list({ among, limit, ...(!isId && { text: words }) });
    return page.items.map(({ id, profile, type, issuer, to, number, title, state, about }) => ({
      id,
      profile,
      type,
      issuer,
      to,
      number,
      title,
      state,
      ...(about !== undefined && { about }),
    }));
  }
}
