/** What officers chose instead: a log of its own that only grows, beside the audit trail. */
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import type { SelectionRerouteRow } from '../../store/desk/selection.ts';
import type { DeskGround } from '../desk.ts';
import type { Person } from '../people/person.ts';
import { matrix, type Role } from '../roles.ts';
import type { NamedSelection } from './named-selections.ts';

/** As readers see it: the role, not the person. Times in ms since 1970. */
export interface RerouteView {
  readonly outcome: string;
  readonly reason: string;
  readonly at: number;
  readonly role: string;
}

type Ground = Pick<DeskGround, 'desk' | 'now'>;

export class Reroutes {
  readonly #ground: Ground;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  /** `request.not-found`: nothing was chosen for that record. */
  async add(
    { id: selection, selection: { outcomes } }: NamedSelection,
    record: string,
    outcome: string,
    reason: string,
    person: Person,
  ): Promise<RerouteView | Refusal> {
    if (!Object.hasOwn(outcomes, outcome)) return refuse('input.bad-value', { name: 'outcome' }, '/outcome');
    if (reason.trim() === '') return refuse('input.bad-value', { name: 'reason' }, '/reason');
    return this.#ground.desk.db.transaction().execute(async (db) => {
      const choice = await db
        .selectFrom('selection_choice')
        .select('outcome')
        .where('record', '=', record)
        .where('selection', '=', selection)
        .executeTakeFirst();
      if (!choice) return refuse('request.not-found');
      const last = await db
        .selectFrom('selection_reroute')
        .select(['n', 'outcome'])
        .where('record', '=', record)
        .where('selection', '=', selection)
        .orderBy('n', 'desc')
        .executeTakeFirst();
      // It holds already: a second press of a button, or a colleague was quicker.
      if ((last?.outcome ?? choice.outcome) === outcome)
        return refuse('desk.changed-elsewhere', { number: last?.n ?? 0 });
      const { id, officer, name } = person;
      const role = roleOf(person);
      const row = { outcome, reason: reason.trim(), role, at: this.#ground.now() };
      const n = (last?.n ?? 0) + 1;
      await db
        .insertInto('selection_reroute')
        .values({ selection, record, n, person: id, officer, name, ...row })
        .execute();
      return row;
    });
  }

  /** What holds, by selection and record with a space between. */
  async last(records: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (records.length === 0) return new Map();
    const rows = await this.#ground.desk.db
      .selectFrom('selection_reroute')
      .select(['selection', 'record', 'outcome'])
      .where('record', 'in', [...records])
      .orderBy('n')
      .execute();
    return new Map(rows.map(({ selection, record, outcome }) => [`${selection} ${record}`, outcome]));
  }

  /** Oldest first. */
  async of(record: string): Promise<readonly SelectionRerouteRow[]> {
    return this.#ground.desk.db
      .selectFrom('selection_reroute')
      .selectAll()
      .where('record', '=', record)
      .orderBy('selection')
      .orderBy('n')
      .execute();
  }
}

/** The role by which a person may do it. */
function roleOf({ roles }: Person): Role {
  const deciding: readonly Role[] = matrix['records.decide'];
  return roles.find((role) => deciding.includes(role)) ?? deciding[0]!;
}
