/** Applications as people read them: traders their own, officers all that were sent. */
import type { Page } from '../../institution/service.ts';
import type { DeskGround } from '../desk.ts';
import type { People } from '../people/people.ts';
import type { Person } from '../people/person.ts';
import { type ApplicationState, applicationStates, type Contents, readContents, turnOf } from './application.ts';
import { type ApplicationLine, type ApplicationView, lineOf, seesAll, sideOf, viewOf } from './application-view.ts';
import type { OfficePart } from './office-claims.ts';

export interface ApplicationQuery {
  readonly state?: ApplicationState;
  readonly turn?: 'applicant' | 'office';
  /** Applications that the reader examines. */
  readonly taken?: true;
  /** `next` of the page before. */
  readonly cursor?: string;
  readonly limit: number;
}

export class ApplicationReader {
  readonly #ground: DeskGround;
  readonly #people: People;
  readonly #office: OfficePart;

  constructor(ground: DeskGround, people: People, office: OfficePart) {
    this.#ground = ground;
    this.#people = people;
    this.#office = office;
  }

  /** Newest first. */
  async list(person: Person, query: ApplicationQuery): Promise<Page<ApplicationLine>> {
    let select = this.#ground.desk.db
      .selectFrom('application')
      .leftJoin('application_edition', (join) =>
        join
          .onRef('application_edition.application', '=', 'application.id')
          .onRef('application_edition.edition', '=', 'application.edition'),
      )
      .selectAll('application')
      .select('application_edition.contents as sent')
      .orderBy('serial', 'desc')
      .limit(query.limit + 1);
    select = seesAll(person)
      ? select.where((eb) => eb.or([eb('person', '=', person.id), eb('state', '<>', 'draft')]))
      : select.where('person', '=', person.id);
    if (query.state) select = select.where('state', '=', query.state);
    const { turn } = query;
    if (turn)
      select = select.where(
        'state',
        'in',
        applicationStates.filter((state) => turnOf(state) === turn),
      );
    if (query.taken) select = select.where('officer', '=', person.id);
    if (query.cursor) select = select.where('serial', '<', Number(query.cursor));
    const rows = await select.execute();
    const shown = rows.slice(0, query.limit);
    const names = await this.#names();
    const items = shown.flatMap(({ sent, ...row }) => {
      const side = sideOf(person, row);
      if (side === undefined) return [];
      return [lineOf(row, readContents(side === 'applicant' ? row.contents : (sent ?? row.contents)), side, names)];
    });
    const last = shown.at(-1);
    return { items, ...(rows.length > query.limit && last && { next: String(last.serial) }) };
  }

  /** Undefined alike when it is not there and when it is another trader's. */
  async show(person: Person, id: string): Promise<ApplicationView | undefined> {
    const { db } = this.#ground.desk;
    const row = await db.selectFrom('application').selectAll().where('id', '=', id).executeTakeFirst();
    const side = row && sideOf(person, row);
    if (row === undefined || side === undefined) return undefined;
    const sent = await this.edition(id, row.edition);
    const events = await db
      .selectFrom('application_event')
      .selectAll()
      .where('application', '=', id)
      .orderBy('id')
      .execute();
    const office = side === 'office' && sent ? await this.#office.read(row, sent) : undefined;
    return viewOf(row, sent && JSON.stringify(sent), events, side, await this.#names(), office);
  }

  /** What was sent. The caller has seen to who asks. */
  async edition(application: string, edition: number): Promise<Contents | undefined> {
    const row = await this.#ground.desk.db
      .selectFrom('application_edition')
      .select('contents')
      .where('application', '=', application)
      .where('edition', '=', edition)
      .executeTakeFirst();
    return row && readContents(row.contents);
  }

  async #names(): Promise<Map<string, string>> {
    return new Map((await this.#people.all()).map(({ id, name }) => [id, name]));
  }
}
