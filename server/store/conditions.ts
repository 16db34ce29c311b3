/** Pieces of queries that only raw SQL can say. */
import { sql } from 'kysely';

/** Stands in the text as it is, or the engine does not see that a partial index will do. */
export const ownTurn = sql<boolean>`mine = 1`;

/** A record has a finding of this code that is a signal. */
export function hasSignal(code: string) {
  return sql<boolean>`instr(signals, ${` ${code} `}) > 0`;
}

/** A record has one of these numbers, in whatever case of Latin letters; they are given in capitals. */
export function hasNumber(capitals: readonly string[]) {
  return sql<boolean>`number <> '' and upper(number) in (${sql.join([...capitals])})`;
}

/** A record is of one of these types: profile and name; at least one. */
export function isOfType(types: readonly (readonly [string, string])[]) {
  return sql<boolean>`(profile, type) in (values ${sql.join(types.map(([profile, type]) => sql`(${profile}, ${type})`))})`;
}

/** A record is one of these, however many; hex ids. */
export function isAmong(ids: readonly string[]) {
  return sql<boolean>`record.id in (select unhex(value) from json_each(${JSON.stringify(ids)}))`;
}

/** Place of a record among those of its issuer, the newest first, from 1. */
export const newestOfIssuer = sql<number>`row_number() over (partition by issuer order by seq desc)`;

/** Size of the first cosigned checkpoint that covers an entry. */
export const firstSizeOver = sql<number>`(select min(size) from checkpoint
  where channel = entry.channel and size > entry.idx)`;

/** In the text, or the engine does not see that the index of revoked records will do. */
export const isRevoked = sql<boolean>`revoked = 1`;
