/** What records state, in the order in which they came: for whoever counts them. */

import { entitlementOf } from '../../kernel/exchange/open-record.ts';
import type { Stated as StatedBefore } from '../../kernel/figure.ts';
import type { Statement } from '../../kernel/profile.ts';
import { addressees } from '../../kernel/state/contribution.ts';
import { subjectOf } from '../../kernel/state/fold.ts';
import type { SubjectRow } from '../../kernel/state/rows.ts';
import { decodeSubject, evened, storedPayload } from '../store/fold-rows.ts';
import type { RecordTable } from '../store/tables.ts';
import type { Core } from './core.ts';
import { type Cosigned, firstCosignatures } from './cosignatures.ts';

/** What a record states, as profiles see it; the subject comes without its state. */
export interface Stated {
  readonly seq: number;
  readonly profile: string;
  readonly direction: 'issued' | 'received';
  /** Not to be judged yet: it waits for other records, does not verify, or its subject's receipt is on its way. */
  readonly waits: boolean;
  /** Absent for types that were not asked for, and for what cannot be read yet. */
  readonly statement?: Statement;
  /** Follow-ups: when the subject reached who follows it, ms; see `Counted`. */
  readonly arrived?: number;
  /** What its issuer stated of the same subject before, as far as it was asked for; oldest first. */
  readonly before: readonly StatedBefore[];
}

/** `of`: types to be told, `before`: those of earlier follow-ups told with them, as `profile/type`. */
export type StatedQuery = { readonly of: ReadonlySet<string>; readonly before?: ReadonlySet<string> } & (
  | { readonly after: number; readonly limit: number }
  | { readonly seqs: readonly number[] }
);

const columns = ['seq', 'id', 'profile', 'type', 'issuer', 'direction', 'stage', 'about', 'time'] as const;

/** Ascending by sequence number. A statement is told of those types alone that `of` names as `profile/type`. */
export async function statedRecords(core: Core, query: StatedQuery): Promise<readonly Stated[]> {
  const { db } = core.store;
  let select = db.selectFrom('record').select(columns).orderBy('seq');
  if ('seqs' in query) {
    if (query.seqs.length === 0) return [];
    select = select.where('seq', 'in', evened([...query.seqs]));
  } else select = select.where('seq', '>', query.after).limit(query.limit);
  const rows = await select.execute();
  const wanted = rows.filter(({ stage, profile, type }) => stage === 'folded' && query.of.has(`${profile}/${type}`));
  const texts = await textsOf(
    core,
    wanted.map(({ seq }) => seq),
  );
  const subjects = await subjectsOf(
    core,
    wanted.flatMap(({ about }) => about ?? []),
  );
  const cosigned = await firstCosignatures(
    core,
    [...subjects.values()].map(({ seq }) => seq),
  );
  const before = await statedBefore(core, wanted, query.before ?? new Set());
  const told = new Set(wanted);
  return rows.map((row): Stated => {
    const { seq, profile, type, issuer, direction, time } = row;
    const plain = { seq, profile, direction, waits: row.stage !== 'folded', before: before.get(seq) ?? [] };
    if (!told.has(row)) return plain;
    const { claims, samur } = storedPayload(texts.get(seq) ?? '');
    const declaration = core.catalogue.type(profile, type)?.declaration;
    if (!declaration) return plain;
    const to = addressees(declaration, samur.to, samur.trust, entitlementOf(core.trust));
    const subject = row.about ? subjects.get(row.about.toHex()) : undefined;
    const annexes = samur.annexes.map(({ digest }) => digest);
    const own: Statement = { type, issuer, to, claims, annexes, time };
    if (!subject) return { ...plain, statement: own };
    const statement = { ...own, subject: subjectOf(subject, '') };
    const arrived = arrival(subject, issuer, time, cosigned.get(subject.seq) ?? []);
    // The receipt of what this institution sent is on its way: the other side has said so by following it.
    const waits = arrived === undefined && subject.issuer === core.id && subject.to.includes(issuer);
    return { ...plain, waits, statement, ...(arrived !== undefined && { arrived }) };
  });
}

type Wanted = Pick<RecordTable, 'seq' | 'profile' | 'issuer'> & { readonly about: Uint8Array | null };

/** By sequence number of what came later. */
async function statedBefore(
  core: Core,
  wanted: readonly Wanted[],
  of: ReadonlySet<string>,
): Promise<ReadonlyMap<number, readonly StatedBefore[]>> {
  const profiles = new Set([...of].map((name) => name.slice(0, name.indexOf('/'))));
  const about = new Map(
    wanted.flatMap((row) => (row.about && profiles.has(row.profile) ? [[row.about.toHex(), row.about] as const] : [])),
  );
  if (about.size === 0) return new Map();
  const rows = await core.store.db
    .selectFrom('record')
    .select(['seq', 'about', 'profile', 'type', 'issuer', 'time', 'jws'])
    .where('about', 'in', evened([...about.values()]))
    .where('type', 'in', [...new Set([...of].map((name) => name.slice(name.indexOf('/') + 1)))])
    .where('stage', '=', 'folded')
    .orderBy('seq')
    .execute();
  const fitting = rows.filter(({ profile, type }) => of.has(`${profile}/${type}`));
  const bySubject = Map.groupBy(fitting, (row) => `${row.about?.toHex()} ${row.issuer}`);
  return new Map(
    wanted.map(({ seq, about: subject, issuer }) => {
      const earlier = (bySubject.get(`${subject?.toHex()} ${issuer}`) ?? []).filter((row) => row.seq < seq);
      return [seq, earlier.map(({ type, time, jws }) => ({ type, time, claims: storedPayload(jws).claims }))];
    }),
  );
}

/** As both ends tell it: who follows a record sent to it had it from its own cosignature on. */
function arrival(subject: SubjectRow, by: string, time: number, cosigned: readonly Cosigned[]): number | undefined {
  if (subject.to.includes(by)) return cosigned.find(({ recipient }) => recipient === by)?.time;
  const before = cosigned.filter((one) => one.time <= time).map((one) => one.time);
  return before.length === 0 ? undefined : Math.min(...before);
}

/** Records by their numbers; at most a few hundred at once. */
export async function textsOf(core: Core, seqs: readonly number[]): Promise<Map<number, string>> {
  if (seqs.length === 0) return new Map();
  const rows = await core.store.db
    .selectFrom('record')
    .select(['seq', 'jws'])
    .where('seq', 'in', evened([...seqs]))
    .execute();
  return new Map(rows.map(({ seq, jws }) => [seq, jws]));
}

/** By hex id. */
export async function subjectsOf(core: Core, ids: readonly Uint8Array[]): Promise<Map<string, SubjectRow>> {
  const unique = [...new Map(ids.map((id) => [id.toHex(), id])).values()];
  if (unique.length === 0) return new Map();
  const rows = await core.store.db
    .selectFrom('record')
    .select(['id', 'seq', 'jws', 'subject'])
    .where('id', 'in', evened(unique))
    .where('subject', 'is not', null)
    .execute();
  return new Map(rows.map((row) => [row.id.toHex(), decodeSubject(row)]));
}
