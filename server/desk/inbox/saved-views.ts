/** Filters of the inbox under a name of their own, each its owner's alone. */
import type { JsonObject } from '../../../kernel/canonical.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import type { DeskGround } from '../desk.ts';

export interface SavedView {
  readonly name: string;
  readonly query: JsonObject;
  /** Ms since 1970. */
  readonly updated: number;
}

const most = 100;

export class SavedViews {
  readonly #ground: Pick<DeskGround, 'desk' | 'now'>;

  constructor(ground: Pick<DeskGround, 'desk' | 'now'>) {
    this.#ground = ground;
  }

  async list(person: string): Promise<readonly SavedView[]> {
    const rows = await this.#ground.desk.db
      .selectFrom('work_view')
      .select(['name', 'query', 'updated'])
      .where('person', '=', person)
      .orderBy('name')
      .execute();
    return rows.map(({ query, ...row }) => ({ ...row, query: JSON.parse(query) as JsonObject }));
  }

  async save(person: string, name: string, query: JsonObject): Promise<SavedView | Refusal> {
    const updated = this.#ground.now();
    return this.#ground.desk.db.transaction().execute(async (db) => {
      const held = await db.selectFrom('work_view').select('name').where('person', '=', person).execute();
      if (held.length >= most && !held.some((view) => view.name === name))
        return refuse('input.too-large', { limit: most });
      const changed = { query: JSON.stringify(query), updated };
      await db
        .insertInto('work_view')
        .values({ person, name, ...changed })
        .onConflict((conflict) => conflict.columns(['person', 'name']).doUpdateSet(changed))
        .execute();
      return { name, query, updated };
    });
  }

  /** False when there was none. */
  async remove(person: string, name: string): Promise<boolean> {
    const { numDeletedRows } = await this.#ground.desk.db
      .deleteFrom('work_view')
      .where('person', '=', person)
      .where('name', '=', name)
      .executeTakeFirst();
    return numDeletedRows > 0n;
  }
}
