/** Records that people are still writing. Each is its author's alone; of two tabs that save, the slower is told so. */
import type { JsonObject } from '../../../kernel/canonical.ts';
import { type Refusal, refuse } from '../../../kernel/refusal.ts';
import type { WorkDraftRow } from '../../store/desk/work.ts';
import type { DeskGround } from '../desk.ts';

export interface DraftAnnex {
  readonly digest: string;
  readonly name: string;
  readonly mediaType: string;
}

export interface DraftContents {
  readonly profile: string;
  readonly type: string;
  readonly to: readonly string[];
  readonly claims: JsonObject;
  readonly annexes: readonly DraftAnnex[];
  readonly about?: string;
  /** What the author calls it; may be empty. */
  readonly title: string;
}

export interface SavedDraft extends DraftContents {
  readonly id: string;
  /** Counts the times it was saved. */
  readonly revision: number;
  /** Ms since 1970. */
  readonly updated: number;
}

export type DraftLine = Omit<SavedDraft, 'claims' | 'annexes'>;

type Ground = Pick<DeskGround, 'desk' | 'now'>;

const most = 500;
const lineColumns = ['id', 'revision', 'profile', 'type', 'recipients', 'about', 'title', 'updated'] as const;

export class Drafts {
  readonly #ground: Ground;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  /** Latest first. */
  async list(person: string): Promise<readonly DraftLine[]> {
    const rows = await this.#db
      .selectFrom('work_draft')
      .select(lineColumns)
      .where('person', '=', person)
      .orderBy('updated', 'desc')
      .orderBy('id')
      .execute();
    return rows.map(lineOf);
  }

  async show(person: string, id: string): Promise<SavedDraft | undefined> {
    const row = await this.#row(person, id);
    if (!row) return undefined;
    const claims = JSON.parse(row.claims) as JsonObject;
    return { ...lineOf(row), claims, annexes: JSON.parse(row.annexes) as DraftAnnex[] };
  }

  /** `revision`: the one it was written from; 0 for a new one. `desk.changed-elsewhere` names the one that is held. */
  async save(
    person: string,
    id: string,
    revision: number,
    contents: DraftContents,
  ): Promise<Pick<SavedDraft, 'id' | 'revision' | 'updated'> | Refusal> {
    const updated = this.#ground.now();
    const { profile, type, to, claims, annexes, about = null, title } = contents;
    const texts = {
      recipients: JSON.stringify(to),
      claims: JSON.stringify(claims),
      annexes: JSON.stringify(annexes),
    };
    const values = { revision: revision + 1, profile, type, ...texts, about, title, updated };
    return this.#db.transaction().execute(async (db) => {
      const held = await db
        .selectFrom('work_draft')
        .select('revision')
        .where('person', '=', person)
        .where('id', '=', id)
        .executeTakeFirst();
      if ((held?.revision ?? 0) !== revision) return refuse('desk.changed-elsewhere', { number: held?.revision ?? 0 });
      if (held) {
        await db.updateTable('work_draft').set(values).where('person', '=', person).where('id', '=', id).execute();
      } else {
        const count = await db
          .selectFrom('work_draft')
          .select((eb) => eb.fn.countAll<number>().as('count'))
          .where('person', '=', person)
          .executeTakeFirst();
        if (Number(count?.count) >= most) return refuse('input.too-large', { limit: most });
        await db
          .insertInto('work_draft')
          .values({ person, id, ...values })
          .execute();
      }
      return { id, revision: revision + 1, updated };
    });
  }

  /** False when there was none. */
  async remove(person: string, id: string): Promise<boolean> {
    const { numDeletedRows } = await this.#db
      .deleteFrom('work_draft')
      .where('person', '=', person)
      .where('id', '=', id)
      .executeTakeFirst();
    return numDeletedRows > 0n;
  }

  get #db() {
    return this.#ground.desk.db;
  }

  #row(person: string, id: string): Promise<WorkDraftRow | undefined> {
    return this.#db
      .selectFrom('work_draft')
      .selectAll()
      .where('person', '=', person)
      .where('id', '=', id)
      .executeTakeFirst();
  }
}

function lineOf(row: Pick<WorkDraftRow, (typeof lineColumns)[number]>): DraftLine {
  const { recipients, about, ...plain } = row;
  return { ...plain, to: JSON.parse(recipients) as string[], ...(about !== null && { about }) };
}
