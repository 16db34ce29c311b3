/**
 * Where the goods of a record are, for whoever applied for it: whose turn it is, and what was done. Told are the record,
 * what followed it, and what names it; never what it names itself, for anybody may write the number of another's paper
 * into an application. Of all these only what kind of record it is, who did it and when.
 */
import type { Text } from '../../../kernel/finding.ts';
import { evenReference, recordKind } from '../../../kernel/reference.ts';
import { naming } from '../../store/desk/dossier.ts';
import type { DeskGround } from '../desk.ts';
import type { DossierRecord } from './dossier.ts';
import type { Dossiers } from './dossiers.ts';
import { joins, type Named, named, recordValue } from './matters.ts';

export interface WhereaboutsTurn {
  readonly title: Text;
  readonly state: Text;
  /** Institutions that have to act. */
  readonly turn: readonly string[];
  /** What goes on while none of them has anything to do. */
  readonly meanwhile?: Text;
  /** Ms since 1970; absent while the clock has not started. */
  readonly since?: number;
  readonly until?: number;
  readonly overdue: boolean;
}

export interface WhereaboutsStep {
  /** Stated time, ms. */
  readonly time: number;
  /** The institution. */
  readonly by: string;
  /** What kind of record it is, and what it did with the one that it follows. */
  readonly title: Text;
  readonly event?: Text;
  /** State, or outcome of a follow-up. */
  readonly outcome: string;
  readonly outcomeTitle?: Text;
}

export interface Whereabouts {
  /** The one that ends first before others. */
  readonly turns: readonly WhereaboutsTurn[];
  /** By time. */
  readonly steps: readonly WhereaboutsStep[];
}

/** Records told of at most. */
const most = 200;

type Ground = Pick<DeskGround, 'index' | 'records' | 'catalogue'>;

/** Undefined when the record is not held here. */
export async function whereaboutsOf(ground: Ground, dossiers: Dossiers, id: string): Promise<Whereabouts | undefined> {
  await dossiers.index.ready();
  const row = await ground.records.db
    .selectFrom('record')
    .select('seq')
    .where('id', '=', Uint8Array.fromHex(id))
    .executeTakeFirst();
  if (!row) return undefined;
  const records = await tellingRecords(ground, dossiers, row.seq);
  const { catalogue } = ground;
  const typed = records.flatMap((record) => {
    const type = catalogue.type(record.profile, record.type)?.declaration;
    const followed = records.find((other) => other.id === record.about);
    const cycle = followed && catalogue.type(followed.profile, followed.type)?.declaration.lifeCycle;
    return type ? [{ record, type, event: cycle?.events[record.event ?? ''] }] : [];
  });
  const turns = typed.flatMap(({ record: { clock, state }, type }): WhereaboutsTurn[] => {
    const words = type.lifeCycle?.states[state];
    if (!clock || !words) return [];
    const { turn, since, until, overdue } = clock;
    const times = { ...(since !== undefined && { since }), ...(until !== undefined && { until }) };
    const meanwhile = type.lifeCycle?.turns?.[state]?.meanwhile;
    return [{ title: type.title, state: words, turn, ...(meanwhile && { meanwhile }), ...times, overdue }];
  });
  return {
    turns: turns.sort((a, b) => (a.until ?? Number.POSITIVE_INFINITY) - (b.until ?? Number.POSITIVE_INFINITY)),
    steps: typed
      .map(({ record: { time, issuer, state }, type, event }) => {
        const words = type.lifeCycle?.states[state];
        return {
          time,
          by: issuer,
          title: type.title,
          ...(event && { event }),
          outcome: state,
          ...(words && { outcomeTitle: words }),
        };
      })
      .sort((a, b) => a.time - b.time),
  };
}

async function tellingRecords(ground: Ground, dossiers: Dossiers, seq: number): Promise<readonly DossierRecord[]> {
  const found = new Map<number, DossierRecord>();
  let fresh: readonly DossierRecord[] = await dossiers.records([seq]);
  while (fresh.length > 0) {
    for (const record of fresh) found.set(record.seq, record);
    const names = fresh.flatMap((record) => namesOf(ground, record));
    const seqs = await naming(ground.index.db, names, most);
    const unknown = seqs.filter((one) => !found.has(one)).slice(0, most - found.size);
    const given = await dossiers.records(unknown);
    const ids = new Set([...found.values()].map(({ id }) => id));
    // Who bears the same number is another paper, unless it follows this one.
    fresh = given.filter(
      (record) =>
        (record.about !== undefined && ids.has(record.about)) ||
        record.references.some(({ kind, value }) => kind === recordKind && ids.has(value)) ||
        !namesOf(ground, record).some((own) => names.some((one) => one.kind === own.kind && one.value === own.value)),
    );
  }
  return [...found.values()];
}

/** By what others name a record: its id, and the number that it bears itself. */
function namesOf({ catalogue }: Ground, { id, number, subject, references }: DossierRecord): readonly Named[] {
  const own = evenReference(number);
  const borne = references
    .filter(({ kind }) => subject && catalogue.references.get(kind)?.borne === true)
    .map(named)
    .filter((one) => one.value === own && joins(catalogue, one));
  return [{ kind: recordKind, value: recordValue(id) }, ...borne];
}
