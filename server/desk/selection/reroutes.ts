/** What officers chose instead by themselves: a log of its own that only grows, beside the audit trail. */
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import { isAwaited } from '../../../kernel/state/turns.ts';
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

type Ground = Pick<DeskGround, 'desk' | 'records' | 'catalogue' | 'now'>;

export class Reroutes {
  readonly #ground: Ground;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  /** `request.not-found`: nothing was chosen for that record. `desk.out-of-turn`: nobody has to act on it any more. */
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
      // The moment that is kept comes before the look at the state: at that moment nothing was decided.
      const at = this.#ground.now();
      if (!(await this.#isAwaited(record))) return refuse('desk.out-of-turn');
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
      const row = { outcome, reason: reason.trim(), role, at };
      const n = (last?.n ?? 0) + 1;
      await db
        .insertInto('selection_reroute')
        .values({ selection, record, n, person: id, officer, name, ...row, decided: null })
        .execute();
      return row;
    });
  }

  async #isAwaited(record: string): Promise<boolean> {
    const { records, catalogue } = this.#ground;
    const row = await records.db
      .selectFrom('record')
      .select(['profile', 'type', 'state'])
      .where('id', '=', Uint8Array.fromHex(record))
      .executeTakeFirst();
    return row !== undefined && isAwaited(catalogue.type(row.profile, row.type)?.declaration.lifeCycle, row.state);
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
export function roleOf({ roles }: Person): Role {
  const deciding: readonly Role[] = matrix['records.decide'];
  return roles.find((role) => deciding.includes(role)) ?? deciding[0]!;
}
