/** The people of one institution. */
import type { Language } from '../../../kernel/finding.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import type { PersonRow } from '../../store/desk/people.ts';
import type { DeskGround } from '../desk.ts';
import type { Role } from '../roles.ts';
import type { Person } from './person.ts';
import { newId } from './secret.ts';

export interface NewPerson {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly language: Language;
  readonly email?: string;
  readonly demonstration?: boolean;
}

export interface PersonChange {
  readonly name?: string;
  readonly roles?: readonly Role[];
  readonly language?: Language;
  /** Null: none any more. */
  readonly email?: string | null;
  readonly active?: boolean;
}

export class People {
  readonly #ground: DeskGround;

  constructor(ground: DeskGround) {
    this.#ground = ground;
  }

  async find(id: string): Promise<Person | undefined> {
    const row = await this.#ground.desk.db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst();
    return row && personOf(row);
  }

  /** In the order in which they came. */
  async all(): Promise<Person[]> {
    const rows = await this.#ground.desk.db.selectFrom('person').selectAll().orderBy('created').orderBy('id').execute();
    return rows.map(personOf);
  }

  async none(): Promise<boolean> {
    return (await this.#ground.desk.db.selectFrom('person').select('id').limit(1).execute()).length === 0;
  }

  async add(person: NewPerson): Promise<Person> {
    const { desk, random, now } = this.#ground;
    const row: PersonRow = {
      id: newId(random),
      name: person.name,
      email: person.email ?? null,
      language: person.language,
      roles: [...new Set(person.roles)].join(' '),
      officer: newId(random),
      active: 1,
      demonstration: person.demonstration === true ? 1 : 0,
      created: now(),
    };
    await desk.db.insertInto('person').values(row).execute();
    return personOf(row);
  }

  /** Refused where nobody would be left who manages people, and can sign in to do so. */
  async change(id: string, change: PersonChange): Promise<{ before: Person; after: Person } | Refusal> {
    return this.#ground.desk.db.transaction().execute(async (db) => {
      const row = await db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst();
      if (row === undefined) return refuse('desk.unknown');
      const next: PersonRow = {
        ...row,
        ...(change.name !== undefined && { name: change.name }),
        ...(change.language !== undefined && { language: change.language }),
        ...(change.email !== undefined && { email: change.email }),
        ...(change.roles !== undefined && { roles: [...new Set(change.roles)].join(' ') }),
        ...(change.active !== undefined && { active: change.active ? 1 : 0 }),
      };
      const [before, after] = [personOf(row), personOf(next)];
      if (manages(before) && !manages(after)) {
        const others = await db
          .selectFrom('person')
          .selectAll()
          .where('id', '<>', id)
          .where('id', 'in', (is) => is.selectFrom('passkey').select('person'))
          .execute();
        if (!others.map(personOf).some(manages)) return refuse('access.last-administrator');
      }
      await db.updateTable('person').set(next).where('id', '=', id).execute();
      return { before, after };
    });
  }
}

function manages({ active, roles }: Person): boolean {
  return active && roles.includes('administrator');
}

export function personOf(row: PersonRow): Person {
  return {
    id: row.id,
    name: row.name,
    roles: row.roles === '' ? [] : (row.roles.split(' ') as Role[]),
    language: row.language as Language,
    ...(row.email !== null && { email: row.email }),
    officer: row.officer,
    active: row.active === 1,
    demonstration: row.demonstration === 1,
  };
}
