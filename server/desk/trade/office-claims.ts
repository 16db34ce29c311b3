/**
 * What the institution states on an application before it signs: written by one officer, taken up by the next. Never the
 * applicant's to read.
 */
import type { JsonObject } from '../../../kernel/canonical.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import type { ApplicationTable } from '../../store/desk/trade.ts';
import type { DeskGround } from '../desk.ts';
import type { Person } from '../people/person.ts';
import type { Role } from '../roles.ts';
import { type ApplicationState, type Contents, turnOf } from './application.ts';
import { sideOf } from './application-view.ts';

export interface OfficeClaims {
  /** To be named by whoever changes it; counts on over editions. */
  readonly revision: number;
  /** The claims of the record as they would be signed. */
  readonly claims: JsonObject;
  /** Who wrote it last. */
  readonly by: { readonly name: string; readonly roles: readonly Role[] };
  /** Ms since 1970. */
  readonly time: number;
}

/** Upon which state of things it is written. `revision`: 0 for the first. */
export interface OfficeWrite {
  readonly edition: number;
  readonly revision: number;
  readonly claims: JsonObject;
}

export class OfficePart {
  readonly #ground: DeskGround;

  constructor(ground: DeskGround) {
    this.#ground = ground;
  }

  /** Upon another edition the office's own members stand as they were; what the applicant states is the applicant's. */
  async read(
    row: Pick<ApplicationTable, 'id' | 'edition' | 'profile' | 'type'>,
    sent: Contents,
  ): Promise<OfficeClaims | undefined> {
    const kept = await this.#ground.desk.db
      .selectFrom('application_office')
      .selectAll()
      .where('application', '=', row.id)
      .executeTakeFirst();
    if (kept === undefined) return undefined;
    const written = JSON.parse(kept.claims) as JsonObject;
    return {
      revision: kept.revision,
      claims: kept.edition === row.edition ? written : { ...sent.claims, ...this.#own(row, written) },
      by: { name: kept.name, roles: JSON.parse(kept.roles) as Role[] },
      time: kept.time,
    };
  }

  /** Refused once it is over: what was signed stands in the record. */
  async write(person: Person, id: string, { edition, revision, claims }: OfficeWrite): Promise<Refusal | undefined> {
    const { desk, now } = this.#ground;
    return desk.db.transaction().execute(async (db) => {
      const row = await db.selectFrom('application').selectAll().where('id', '=', id).executeTakeFirst();
      const side = row && sideOf(person, row);
      if (row === undefined || side === undefined) return refuse('desk.unknown');
      if (side !== 'office' || turnOf(row.state as ApplicationState) === undefined) return refuse('desk.out-of-turn');
      const kept = await db
        .selectFrom('application_office')
        .select('revision')
        .where('application', '=', id)
        .executeTakeFirst();
      if (edition !== row.edition || revision !== (kept?.revision ?? 0)) return refuse('desk.changed-elsewhere');
      const values = {
        edition,
        revision: revision + 1,
        claims: JSON.stringify(claims),
        person: person.id,
        name: person.name,
        roles: JSON.stringify(person.roles),
        time: now(),
      };
      await db
        .insertInto('application_office')
        .values({ application: id, ...values })
        .onConflict((conflict) => conflict.column('application').doUpdateSet(values))
        .execute();
      return undefined;
    });
  }

  #own({ profile, type }: Pick<ApplicationTable, 'profile' | 'type'>, claims: JsonObject): JsonObject {
    const left = this.#ground.catalogue.type(profile, type)?.declaration.leftToOffice ?? [];
    return Object.fromEntries(Object.entries(claims).filter(([name]) => left.includes(name)));
  }
}
