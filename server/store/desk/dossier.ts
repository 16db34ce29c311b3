/** Tables, migration and queries of a desk's index: which records name which numbers, and which of them are of one matter. */
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { IndexTables } from './index-tables.ts';

export interface DossierTables {
  dossier_reference: ReferenceRow;
  /** `dossier`: the least sequence number among those that are of one matter with it. */
  dossier_member: { seq: number; dossier: number };
  /** Records that could not be read when they were passed. */
  dossier_wait: { seq: number };
  /** One row: how far records are taken in, and what was taken from them. */
  dossier_upto: { one: 1; seq: number; edition: string };
}

/** `value` is evened: capitals and digits; of records their id behind a mark that no number has. */
export interface ReferenceRow {
  readonly value: string;
  readonly kind: string;
  readonly seq: number;
}

type Db = Kysely<IndexTables>;

const first: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`create table dossier_reference (value text not null, seq integer not null, kind text not null,
      primary key (value, seq, kind)) without rowid`.execute(db);
    await sql`create index dossier_reference_seq on dossier_reference (seq)`.execute(db);
    await sql`create table dossier_member (seq integer primary key, dossier integer not null)`.execute(db);
    await sql`create index dossier_member_dossier on dossier_member (dossier)`.execute(db);
    await sql`create table dossier_wait (seq integer primary key)`.execute(db);
    await sql`create table dossier_upto (one integer primary key check (one = 1), seq integer not null,
      edition text not null)`.execute(db);
  },
};

/** By name, dated, only forward. */
export const dossierMigrations: Readonly<Record<string, Migration>> = { '2026-12-dossier': first };

export async function insertReferences(db: Db, rows: readonly ReferenceRow[]): Promise<void> {
  const text = JSON.stringify(rows.map(({ value, seq, kind }) => [value, seq, kind]));
  await sql`insert or ignore into dossier_reference (value, seq, kind)
    select value ->> 0, value ->> 1, value ->> 2 from json_each(${text})`.execute(db);
}

export async function insertMembers(db: Db, members: ReadonlyMap<number, number>): Promise<void> {
  await sql`insert or replace into dossier_member (seq, dossier)
    select value ->> 0, value ->> 1 from json_each(${JSON.stringify([...members])})`.execute(db);
}

/** The dossier of the records that name each number, in the order given; all of them are in one. */
export async function dossiersNaming(
  db: Db,
  numbers: readonly Pick<ReferenceRow, 'value' | 'kind'>[],
): Promise<readonly (number | null)[]> {
  const text = JSON.stringify(numbers.map(({ value, kind }) => [value, kind]));
  const { rows } = await sql<{ dossier: number | null }>`select (select dossier from dossier_reference r
      join dossier_member m on m.seq = r.seq where r.value = j.value ->> 0 and r.kind = j.value ->> 1 limit 1) dossier
    from json_each(${text}) j order by j.key`.execute(db);
  return rows.map(({ dossier }) => dossier);
}

/** Where records name numbers that begin so; `whole`: that are so. */
export interface Sought {
  readonly value: string;
  readonly whole: boolean;
  /** Any but records themselves, when left out. */
  readonly kind?: string;
}

const pastAny = '\u{10ffff}';

function sought({ value, whole, kind }: Sought) {
  const range = whole ? sql`r.value = ${value}` : sql`r.value >= ${value} and r.value < ${value + pastAny}`;
  return kind === undefined ? range : sql`${range} and r.kind = ${kind}`;
}

export interface FoundDossier {
  readonly dossier: number;
  /** Newest record in it that names such a number. */
  readonly seq: number;
}

/** Numbers looked at: more than that are sought by age, among so many records. */
const mostNumbers = 5_000;
const mostRecords = 30_000;

/** Newest first; at most `limit`. `more`: there may be others, older ones. */
export async function findDossiers(
  db: Db,
  asked: Sought,
  limit: number,
): Promise<{ readonly found: readonly FoundDossier[]; readonly more: boolean }> {
  const inDossiers = (hits: ReturnType<typeof sql>) =>
    sql<FoundDossier>`select m.dossier, max(h.seq) seq from (${hits}) h join dossier_member m on m.seq = h.seq
      group by m.dossier order by seq desc limit ${limit + 1}`.execute(db);
  const told = ({ rows }: { rows: readonly FoundDossier[] }, cut: boolean) => ({
    found: rows.slice(0, limit),
    more: cut || rows.length > limit,
  });
  const hits = sql`select r.seq from dossier_reference r where ${sought(asked)}`;
  if (asked.whole) {
    const newest = sql`${hits} order by r.seq desc limit ${mostNumbers}`;
    return told(await inDossiers(newest), await reaches(db, hits));
  }
  if (!(await reaches(db, hits))) return told(await inDossiers(hits), false);
  const top = sql`(select coalesce(max(seq), 0) from dossier_member)`;
  const recent = sql`select r.seq from dossier_reference r indexed by dossier_reference_seq
    where r.seq > ${top} - ${mostRecords} and ${sought(asked)} order by r.seq desc limit ${mostNumbers}`;
  return told(await inDossiers(recent), true);
}

async function reaches(db: Db, hits: ReturnType<typeof sql>): Promise<boolean> {
  const { rows } = await sql`select 1 from (${hits} limit 1 offset ${mostNumbers})`.execute(db);
  return rows.length > 0;
}

export interface Member {
  readonly dossier: number;
  readonly seq: number;
  /** How many records are in its dossier. */
  readonly total: number;
}

/** Of each dossier at most so many, the newest first, and always its first one. */
export async function membersOf(db: Db, dossiers: readonly number[], limit: number): Promise<readonly Member[]> {
  const { rows } = await sql<Member>`select dossier, seq, total from (select dossier, seq,
      count(*) over (partition by dossier) total, row_number() over (partition by dossier order by seq desc) place
      from dossier_member where dossier in (select value from json_each(${JSON.stringify(dossiers)})))
    where place <= ${limit} or seq = dossier order by dossier, seq desc`.execute(db);
  return rows;
}

/** Records of these dossiers that name such a number; of each at most so many, the newest first. */
export async function namingIn(
  db: Db,
  dossiers: readonly number[],
  asked: Sought,
  limit: number,
): Promise<readonly (ReferenceRow & { readonly dossier: number })[]> {
  const { rows } = await sql<ReferenceRow & { readonly dossier: number }>`select value, seq, kind, dossier from (
      select r.value, r.seq, r.kind, m.dossier,
        row_number() over (partition by m.dossier order by r.seq desc) place
      from dossier_member m indexed by dossier_member_dossier
      join dossier_reference r indexed by dossier_reference_seq on r.seq = m.seq
      where m.dossier in (select value from json_each(${JSON.stringify(dossiers)})) and ${sought(asked)})
    where place <= ${limit} order by dossier, seq desc`.execute(db);
  return rows;
}

/** Sequence numbers of the records that name any of these, ascending. */
export async function naming(
  db: Db,
  numbers: readonly Pick<ReferenceRow, 'value' | 'kind'>[],
  limit: number,
): Promise<readonly number[]> {
  const text = JSON.stringify(numbers.map(({ value, kind }) => [value, kind]));
  const { rows } = await sql<{ seq: number }>`select distinct r.seq from json_each(${text}) j
    join dossier_reference r on r.value = j.value ->> 0 and r.kind = j.value ->> 1
    order by r.seq limit ${limit}`.execute(db);
  return rows.map(({ seq }) => seq);
}

/** Sequence numbers of at most so many records below `before` that name any of these, the newest first. */
export async function newestNaming(
  db: Db,
  numbers: readonly Pick<ReferenceRow, 'value' | 'kind'>[],
  before: number,
  limit: number,
): Promise<readonly number[]> {
  if (numbers.length === 0) return [];
  // Each by itself, so that of a number that stands in very many records few rows are touched.
  const each = numbers.map(
    ({ value, kind }) => sql`select seq from (select seq from dossier_reference
      where value = ${value} and kind = ${kind} and seq < ${before} order by seq desc limit ${limit})`,
  );
  const { rows } = await sql<{ seq: number }>`${sql.join(each, sql` union `)} order by seq desc limit ${limit}`.execute(
    db,
  );
  return rows.map(({ seq }) => seq);
}

/** Whether a record names any of these. */
export async function names(
  db: Db,
  seq: number,
  numbers: readonly Pick<ReferenceRow, 'value' | 'kind'>[],
): Promise<boolean> {
  const rows = await db.selectFrom('dossier_reference').select(['value', 'kind']).where('seq', '=', seq).execute();
  return rows.some((row) => numbers.some(({ value, kind }) => row.value === value && row.kind === kind));
}
