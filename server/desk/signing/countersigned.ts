/** Drafts that the first of two officers has approved by their contents, until a second one signs the record. */
import type { Approval, DraftRequest } from '../../institution/service.ts';
import type { CountersignedTable } from '../../store/desk/signing.ts';
import type { DeskGround } from '../desk.ts';
import { personOf } from '../people/people.ts';
import type { Person } from '../people/person.ts';
import { newId } from '../people/secret.ts';
import { mayDo } from '../roles.ts';

/** How long (ms) an approval waits for the second one. */
const lifetime = 7 * 24 * 60 * 60 * 1000;

export type CountersignedDraft = Pick<DraftRequest, 'profile' | 'type' | 'to' | 'claims' | 'annexes' | 'about'>;

/** Times in ms since 1970. */
export interface CountersignedLine {
  readonly id: string;
  readonly draft: CountersignedDraft;
  readonly person: { readonly id: string; readonly name: string };
  readonly created: number;
  readonly expires: number;
}

export class Countersigned {
  readonly #ground: DeskGround;

  constructor(ground: DeskGround) {
    this.#ground = ground;
  }

  /** Once for each officer and contents: the newer approval stands. */
  async keep(person: Person, draft: CountersignedDraft, contents: string, approval: Approval): Promise<string> {
    const { desk, now, random } = this.#ground;
    const { profile, type, to, claims, annexes, about } = draft;
    const row: CountersignedTable = {
      id: newId(random),
      contents,
      person: person.id,
      draft: JSON.stringify({ profile, type, to, claims, annexes, ...(about !== undefined && { about }) }),
      approval: JSON.stringify(approval),
      created: now(),
    };
    await desk.db.transaction().execute(async (db) => {
      await db.deleteFrom('countersigned').where('contents', '=', contents).where('person', '=', person.id).execute();
      await db.insertInto('countersigned').values(row).execute();
    });
    return row.id;
  }

  /** Oldest first. */
  async list(): Promise<CountersignedLine[]> {
    await this.#forget();
    const rows = await this.#ground.desk.db
      .selectFrom('countersigned')
      .innerJoin('person', 'person.id', 'countersigned.person')
      .selectAll('countersigned')
      .select('person.name')
      .orderBy('countersigned.created')
      .orderBy('countersigned.id')
      .execute();
    return rows.map(({ id, draft, person, name, created }) => ({
      id,
      draft: JSON.parse(draft) as CountersignedDraft,
      person: { id: person, name },
      created,
      expires: created + lifetime,
    }));
  }

  /** Approvals of these contents by others who may still sign, oldest first. */
  async byOthers(person: Person, contents: string): Promise<Approval[]> {
    await this.#forget();
    const rows = await this.#ground.desk.db
      .selectFrom('countersigned')
      .innerJoin('person', 'person.id', 'countersigned.person')
      .selectAll('person')
      .select('countersigned.approval')
      .where('countersigned.contents', '=', contents)
      .where('countersigned.person', '<>', person.id)
      .where('person.active', '=', 1)
      .orderBy('countersigned.created')
      .execute();
    return rows
      .filter((row) => mayDo(personOf(row).roles, 'records.sign'))
      .map(({ approval }) => JSON.parse(approval) as Approval);
  }

  /** False when there is none. */
  async drop(id: string): Promise<boolean> {
    const { numDeletedRows } = await this.#ground.desk.db
      .deleteFrom('countersigned')
      .where('id', '=', id)
      .executeTakeFirst();
    return numDeletedRows > 0n;
  }

  /** One approval is good for one record. */
  async used(contents: string): Promise<void> {
    await this.#ground.desk.db.deleteFrom('countersigned').where('contents', '=', contents).execute();
  }

  async #forget(): Promise<void> {
    const { desk, now } = this.#ground;
    await desk.db
      .deleteFrom('countersigned')
      .where('created', '<=', now() - lifetime)
      .execute();
  }
}
