/** The people of one institution. */
import type { Language } from '../../../kernel/finding.ts';
import { evenReference, isTelling } from '../../../kernel/reference.ts';
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
  readonly knownAs?: readonly string[];
  readonly demonstration?: boolean;
}

export interface PersonChange {
  readonly name?: string;
  readonly roles?: readonly Role[];
  readonly language?: Language;
  /** Null: none any more. */
  readonly email?: string | null;
  /** All of them. Whoever is a trader no more is known by none. */
  readonly knownAs?: readonly string[];
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
      known_as: JSON.stringify(kept(person.knownAs ?? [], person.roles)),
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
      const { knownAs, roles } = personOf(next);
      const fault = change.knownAs && knownAsFault(change.knownAs, roles);
      if (fault) return fault;
      next.known_as = JSON.stringify(kept(change.knownAs ?? knownAs, roles));
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

/** Nobody but a trader is known by numbers, and by none that stands in many records. */
export function knownAsFault(numbers: readonly string[], roles: readonly Role[]): Refusal | undefined {
  if (numbers.length > 0 && !roles.includes('trader')) return refuse('input.bad-value', undefined, '/knownAs');
  const at = numbers.findIndex((number) => !isTelling(evenReference(number)));
  return at < 0 ? undefined : refuse('input.bad-value', undefined, `/knownAs/${at}`);
}

/** Each once, however it is written. */
function kept(numbers: readonly string[], roles: readonly Role[]): readonly string[] {
  if (!roles.includes('trader')) return [];
  return [...new Map(numbers.map((number) => [evenReference(number), number])).values()];
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
    knownAs: JSON.parse(row.known_as) as string[],
    demonstration: row.demonstration === 1,
  };
}
