import type { SqliteStore } from './sqlite.ts';

/** The highest number of a record; 0 when there is none. */
export async function lastSeq({ db }: Pick<SqliteStore, 'db'>): Promise<number> {
  const top = await db
    .selectFrom('record')
    .select((eb) => eb.fn.max('seq').as('seq'))
    .executeTakeFirst();
  return Number(top?.seq ?? 0);
}
