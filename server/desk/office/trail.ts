/**
 * The audit trail: what people did at this desk. It only grows, and each row names the SHA-256 of the one before: who
 * changes or removes a row has to change all after it, and whoever noted row and hash of an earlier day sees it.
 */
import { hash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { canonical } from '../../../kernel/canonical.ts';
import type { Page } from '../../institution/service.ts';
import type { TrailTable } from '../../store/desk/office.ts';
import type { DeskGround } from '../desk.ts';

export interface TrailEntry {
  readonly person: string;
  readonly name: string;
  readonly action: string;
  /** `operationId` of the route. */
  readonly operation: string;
  /** Id of what it was about; empty when it was about nothing that has one. */
  readonly about: string;
  /** HTTP status of the answer. */
  readonly status: number;
  /** Refusal code of the answer, or empty. */
  readonly refusal: string;
}

export interface TrailQuery {
  readonly person?: string;
  readonly action?: string;
  readonly about?: string;
  /** Ms since 1970: from, and before. */
  readonly from?: number;
  readonly to?: number;
  readonly cursor?: string;
  readonly limit: number;
}

export interface TrailCheck {
  readonly holds: boolean;
  readonly rows: number;
  /** SHA-256 of the last row: to be noted elsewhere, with the number of rows. */
  readonly head: string;
  /** The first row that is not what the one after it says, or is missing. */
  readonly broken?: number;
}

/** Before the first row. */
const beginning = '0'.repeat(64);
const step = 500;

export function rowHash(row: TrailTable): string {
  return hash('sha256', `samur trail v1\n${canonical({ ...row })}`, 'hex');
}

export class Trail {
  readonly #ground: DeskGround;
  #waiting: (TrailEntry & { readonly time: number })[] = [];
  #writing: Promise<void> | undefined;
  #last: { readonly row: number; readonly hash: string } | undefined;

  constructor(ground: DeskGround) {
    this.#ground = ground;
  }

  /** Never waited for by whoever acts; in the order in which it is called. */
  note(entry: TrailEntry): void {
    this.#waiting.push({ ...entry, time: this.#ground.now() });
    this.#writing ??= this.#write().finally(() => {
      this.#writing = undefined;
    });
  }

  /** All that was noted is on disk when it resolves. */
  async flush(): Promise<void> {
    while (this.#writing !== undefined) await this.#writing;
  }

  /** Newest first. */
  async list(query: TrailQuery): Promise<Page<Omit<TrailTable, 'previous'>>> {
    await this.flush();
    let select = this.#ground.desk.db
      .selectFrom('trail')
      .select(['row', 'time', 'person', 'name', 'action', 'operation', 'about', 'status', 'refusal'])
      .orderBy('row', 'desc')
      .limit(query.limit + 1);
    if (query.person) select = select.where('person', '=', query.person);
    if (query.action) select = select.where('action', '=', query.action);
    if (query.about) select = select.where('about', '=', query.about);
    if (query.from !== undefined) select = select.where('time', '>=', query.from);
    if (query.to !== undefined) select = select.where('time', '<', query.to);
    if (query.cursor) select = select.where('row', '<', Number(query.cursor));
    const rows = await select.execute();
    const items = rows.slice(0, query.limit);
    const last = items.at(-1);
    return { items, ...(rows.length > query.limit && last && { next: String(last.row) }) };
  }

  /** Reads it all. `noted`: a row and its hash as somebody wrote them down before. */
  async check(noted?: { readonly row: number; readonly head: string }): Promise<TrailCheck> {
    await this.flush();
    let rows = 0;
    let head = beginning;
    const broken = (row: number): TrailCheck => ({ holds: false, rows, head, broken: row });
    for (;;) {
      const page = await this.#ground.desk.db
        .selectFrom('trail')
        .selectAll()
        .where('row', '>', rows)
        .orderBy('row')
        .limit(step)
        .execute();
      for (const row of page) {
        if (row.row !== rows + 1) return broken(rows + 1);
        if (row.previous !== head) return broken(Math.max(rows, 1));
        rows = row.row;
        head = rowHash(row);
        if (noted?.row === rows && noted.head !== head) return broken(rows);
      }
      if (page.length < step) break;
      await nextTurn();
    }
    return noted !== undefined && noted.row > rows ? broken(rows + 1) : { holds: true, rows, head };
  }

  async #write(): Promise<void> {
    const { desk, logger } = this.#ground;
    // After this turn: what is noted in the same one goes into the same transaction.
    await nextTurn();
    while (this.#waiting.length > 0) {
      const entries = this.#waiting.splice(0, step);
      try {
        this.#last = await desk.db.transaction().execute(async (db) => {
          let last = this.#last;
          if (last === undefined) {
            const row = await db.selectFrom('trail').selectAll().orderBy('row', 'desc').executeTakeFirst();
            last = row === undefined ? { row: 0, hash: beginning } : { row: row.row, hash: rowHash(row) };
          }
          for (const entry of entries) {
            const row: TrailTable = { row: last.row + 1, ...entry, previous: last.hash };
            await db.insertInto('trail').values(row).execute();
            last = { row: row.row, hash: rowHash(row) };
          }
          return last;
        });
      } catch (fault) {
        logger.error({ err: fault, rows: entries.length }, 'the audit trail could not be written');
      }
    }
  }
}
