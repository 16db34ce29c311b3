/** Rows of applications: read, changed upon the revision that was seen, and everybody told who listens. */
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import type { ApplicationTable } from '../../store/desk/trade.ts';
import type { DeskGround } from '../desk.ts';
import type { Person } from '../people/person.ts';
import type { ApplicationAct, ApplicationState, Side } from './application.ts';
import { numberOf } from './application-view.ts';

export interface ApplicationChange {
  readonly id: string;
  readonly number: string;
  readonly act: ApplicationAct;
  readonly state: ApplicationState;
  readonly time: number;
  /** Who applies. */
  readonly applicant: string;
  readonly officer?: string;
}

/** What was done, for the history; by nobody when the server did it. */
export interface Done {
  readonly act: ApplicationAct;
  readonly person?: Person;
  readonly side: Side;
  readonly text?: string;
}

export class ApplicationStore {
  readonly #ground: DeskGround;
  readonly #listeners = new Set<(change: ApplicationChange) => void>();

  constructor(ground: DeskGround) {
    this.#ground = ground;
  }

  listen(listener: (change: ApplicationChange) => void): void {
    this.#listeners.add(listener);
  }

  find(id: string): Promise<ApplicationTable | undefined> {
    return this.#ground.desk.db.selectFrom('application').selectAll().where('id', '=', id).executeTakeFirst();
  }

  /** All or nothing, and only upon the revision that the one who acts has seen. */
  async change(
    row: ApplicationTable,
    revision: number,
    change: Partial<ApplicationTable>,
    done?: Done,
  ): Promise<Refusal | undefined> {
    if (row.revision !== revision) return refuse('desk.changed-elsewhere');
    const { desk, now } = this.#ground;
    const time = now();
    const fault = await desk.db.transaction().execute(async (db) => {
      const result = await db
        .updateTable('application')
        .set({ ...change, revision: revision + 1, changed: time })
        .where('id', '=', row.id)
        .where('revision', '=', revision)
        .where('state', '=', row.state)
        .executeTakeFirst();
      if (Number(result.numUpdatedRows) === 0) return refuse('desk.changed-elsewhere');
      if (done === undefined) return undefined;
      const { edition } = change;
      if (edition !== undefined)
        await db
          .insertInto('application_edition')
          .values({ application: row.id, edition, time, contents: row.contents })
          .execute();
      await db
        .insertInto('application_event')
        .values({
          application: row.id,
          time,
          act: done.act,
          state: change.state ?? row.state,
          person: done.person?.id ?? null,
          name: done.person?.name ?? '',
          side: done.side,
          text: done.text ?? null,
          edition: edition ?? null,
        })
        .execute();
      return undefined;
    });
    if (fault === undefined && done !== undefined) this.#tell({ ...row, ...change }, done.act, time);
    return fault;
  }

  #tell(row: ApplicationTable, act: ApplicationAct, time: number): void {
    const change: ApplicationChange = {
      id: row.id,
      number: numberOf(row),
      act,
      state: row.state as ApplicationState,
      time,
      applicant: row.person,
      ...(row.officer !== null && { officer: row.officer }),
    };
    for (const listener of this.#listeners) listener(change);
  }
}
