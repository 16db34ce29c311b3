/** Records that came from others, each with the first tree that both sides had signed and that holds it. */
import { entitlementOf } from '../../kernel/exchange/open-record.ts';
import type { Statement } from '../../kernel/profile.ts';
import type { BasisEntry } from '../../kernel/record/payload.ts';
import { addressees } from '../../kernel/state/contribution.ts';
import { subjectOf } from '../../kernel/state/fold.ts';
import { isOfType } from '../store/conditions.ts';
import { evened, storedPayload } from '../store/fold-rows.ts';
import { lastSeq } from '../store/last-seq.ts';
import type { RecordTable } from '../store/tables.ts';
import type { Core } from './core.ts';
import { type Cosigned, firstCosignatures } from './cosignatures.ts';
import { subjectsOf, textsOf } from './stated.ts';

export interface Received {
  readonly seq: number;
  readonly id: string;
  /** Empty while nobody can read it. */
  readonly profile: string;
  /** Not to be judged yet: it waits for other records, or does not verify. */
  readonly waits: boolean;
  /** False for what takes no effect: void, superseded, out of turn, refused. */
  readonly effective: boolean;
  /** Absent while it waits; the subject comes without its state. */
  readonly statement?: Statement;
  readonly place?: Cosigned;
  /** What its issuer had cosigned of others' channels when it signed; absent while it waits. */
  readonly basis?: readonly BasisEntry[];
}

/** `of`: types to be told, as `profile/type`; at least one. `newest`: at most so many of them, the newest first, below a number. */
export type ReceivedQuery = { readonly of: readonly string[] } & (
  | { readonly after: number; readonly limit: number }
  | { readonly seqs: readonly number[] }
  | { readonly newest: number; readonly before?: number }
);

export interface ReceivedPiece {
  readonly items: readonly Received[];
  /** The last record that was looked at, of whatever type; absent when there was none. */
  readonly last?: number;
}

const columns = ['seq', 'id', 'profile', 'type', 'issuer', 'direction', 'stage', 'about', 'time', 'state'] as const;
type Row = Pick<RecordTable, (typeof columns)[number]>;

const withoutEffect = new Set(['void', 'superseded', 'out-of-turn', 'refused']);

/** Of a state that a record has by itself, or as a follow-up. */
export function hasEffect(state: string): boolean {
  return !withoutEffect.has(state);
}

/** How far back the newest ones are sought. */
const mostSought = 200_000;
const chunk = 512;

/** Ascending by sequence number, but for the newest. What nobody can read yet may be of any type. */
export async function receivedRecords(core: Core, query: ReceivedQuery): Promise<ReceivedPiece> {
  const rows = await rowsOf(core, query);
  const wanted = rows.filter(
    ({ direction, profile, type }) =>
      direction === 'received' && (profile === '' || query.of.includes(`${profile}/${type}`)),
  );
  const readable = wanted.filter(({ stage }) => stage === 'folded').map(({ seq }) => seq);
  const texts = new Map<number, string>();
  for (let from = 0; from < readable.length; from += chunk)
    for (const [seq, text] of await textsOf(core, readable.slice(from, from + chunk))) texts.set(seq, text);
  const subjects = await subjectsOf(
    core,
    wanted.flatMap(({ about }) => about ?? []),
  );
  const places = await firstCosignatures(core, readable);
  const items = wanted.map((row): Received => {
    const { seq, profile, type, issuer, time, state } = row;
    const plain = { seq, id: row.id.toHex(), profile, effective: hasEffect(state) };
    const text = texts.get(seq);
    const declaration = core.catalogue.type(profile, type)?.declaration;
    if (text === undefined || !declaration) return { ...plain, waits: true };
    const { claims, samur } = storedPayload(text);
    const to = addressees(declaration, samur.to, samur.trust, entitlementOf(core.trust));
    const annexes = samur.annexes.map(({ digest }) => digest);
    const place = places.get(seq)?.find(({ recipient }) => recipient === core.id);
    const subject = row.about ? subjects.get(row.about.toHex()) : undefined;
    const own: Statement = { type, issuer, to, claims, annexes, time };
    const statement = subject ? { ...own, subject: subjectOf(subject, '') } : own;
    return { ...plain, waits: false, statement, basis: samur.basis, ...(place && { place }) };
  });
  const last = rows.at(-1)?.seq;
  return { items, ...(last !== undefined && { last }) };
}

async function rowsOf(core: Core, query: ReceivedQuery): Promise<readonly Row[]> {
  const select = core.store.db.selectFrom('record').select(columns);
  if ('seqs' in query) {
    if (query.seqs.length === 0) return [];
    return select
      .where('seq', 'in', evened([...query.seqs]))
      .orderBy('seq')
      .execute();
  }
  if ('after' in query) return select.where('seq', '>', query.after).orderBy('seq').limit(query.limit).execute();
  const before = query.before ?? (await lastSeq(core.store)) + 1;
  const types = query.of.map((name) => name.split('/') as [string, string]);
  return select
    .where('seq', '<', before)
    .where('seq', '>=', before - mostSought)
    .where('direction', '=', 'received')
    .where('stage', '=', 'folded')
    .where(isOfType(types))
    .orderBy('seq', 'desc')
    .limit(query.newest)
    .execute();
}
