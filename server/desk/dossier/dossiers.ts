/** Dossiers of what an institution holds: found by the numbers that records name, and shown as one file. */
import type { LoadedType } from '../../../kernel/catalogue.ts';
import { evenReference, type Reference, recordKind } from '../../../kernel/reference.ts';
import { hasEffect } from '../../institution/received.ts';
import type { Said } from '../../institution/said.ts';
import type { RecordLine } from '../../institution/service.ts';
import {
  type FoundDossier,
  findDossiers,
  membersOf,
  namingIn,
  type ReferenceRow,
  type Sought,
} from '../../store/desk/dossier.ts';
import { evened } from '../../store/fold-rows.ts';
import type { DeskGround } from '../desk.ts';
import { type Dossier, type DossierRecord, dossierOf } from './dossier.ts';
import { named, recordValue, referencesOf } from './matters.ts';
import { ReferenceIndex } from './reference-index.ts';

/** Records of one dossier that are shown. */
export const mostRecords = 500;
/** Letters and digits from which on the beginning of a number finds it. */
export const leastPrefix = 4;
/** Of one dossier in a list: records looked at, records told, and those told that name the number. */
const mostListed = 40;
const mostSubjects = 4;
const mostMatches = 3;

export interface DossierQuery {
  readonly text: string;
  readonly kind?: string;
  readonly limit: number;
}

export interface DossierMatch extends Reference {
  readonly record: string;
  readonly profile: string;
  readonly type: string;
}

/** One found dossier. */
export interface DossierLine {
  /** Of its first record. */
  readonly id: string;
  /** How many records are in it. */
  readonly records: number;
  /** Stated time of its newest record, ms. */
  readonly time: number;
  /** Records that others may follow, the newest first: few of them, those whose turn it is before others. */
  readonly subjects: readonly RecordLine[];
  /** Where the number stands, as it was written, the newest first. */
  readonly matches: readonly (Reference & {
    readonly record: string;
    readonly type: string;
    readonly profile: string;
  })[];
  /** The number is what was asked for, not only its beginning. */
  readonly whole: boolean;
}

export interface DossierPage {
  readonly items: readonly DossierLine[];
  /** There may be others, older ones. */
  readonly more: boolean;
  /** False while records are still being taken up. */
  readonly complete: boolean;
}

export interface ShownDossier extends Dossier {
  /** Of its first record. */
  readonly id: string;
  /** How many records are in it; more than are shown when it was cut. */
  readonly total: number;
  readonly cut: boolean;
}

type Ground = Pick<DeskGround, 'service' | 'index' | 'records' | 'catalogue' | 'logger'>;

export class Dossiers {
  readonly index: ReferenceIndex;
  readonly #ground: Ground;

  constructor(ground: Ground) {
    this.#ground = ground;
    this.index = new ReferenceIndex(ground);
  }

  /** Those that name the number whole stand before those that name one which begins so; else the newest first. */
  async find({ text, kind, limit }: DossierQuery): Promise<DossierPage> {
    const complete = await this.index.ready();
    const { db } = this.#ground.index;
    const value = soughtValue(text, kind);
    if (value === '') return { items: [], more: false, complete };
    const byId = value.startsWith('#');
    const asked = { value, whole: true, ...(byId ? { kind: recordKind } : kind !== undefined && { kind }) };
    const whole = await findDossiers(db, asked, limit);
    const items = [...(await this.#lines(whole.found, asked))];
    let { more } = whole;
    if (items.length < limit && value.length >= leastPrefix && !byId) {
      const begun = { ...asked, whole: false };
      const others = await findDossiers(db, begun, limit);
      const known = new Set(whole.found.map(({ dossier }) => dossier));
      const fresh = others.found.filter(({ dossier }) => !known.has(dossier));
      const told = new Set(items.map(({ id }) => id));
      const lines = await this.#lines(fresh.slice(0, limit - items.length), begun);
      items.push(...lines.filter(({ id }) => !told.has(id)));
      more ||= others.more;
    }
    return { items, more, complete };
  }

  /** Undefined for a record that is not held here. */
  async show(id: string): Promise<ShownDossier | undefined> {
    await this.index.ready();
    const { records, catalogue } = this.#ground;
    const row = await records.db
      .selectFrom('record')
      .select('seq')
      .where('id', '=', Uint8Array.fromHex(id))
      .executeTakeFirst();
    if (!row) return undefined;
    const dossier = (await this.#dossiersOf([row.seq])).get(row.seq);
    const members = dossier === undefined ? [] : await membersOf(this.#ground.index.db, [dossier], mostRecords - 2);
    // Never without the record that was asked for, nor the first one.
    const seqs = [...new Set([...members.map(({ seq }) => seq), row.seq])];
    const shown = dossierOf(catalogue, await this.records(seqs));
    const total = members[0]?.total ?? 1;
    const first = shown.records.find(({ seq }) => seq === (dossier ?? row.seq));
    return { ...shown, id: first?.id ?? id, total, cut: total > seqs.length };
  }

  /** Records with what they name. */
  async records(seqs: readonly number[]): Promise<readonly DossierRecord[]> {
    const { service } = this.#ground;
    const [lines, said] = await Promise.all([service.lines(seqs), service.said({ seqs, receipts: true })]);
    const bySeq = new Map(said.map((one) => [one.seq, one]));
    return lines.map((line) => this.#record(line, bySeq.get(line.seq)));
  }

  #record(line: RecordLine, said: Said | undefined): DossierRecord {
    const type = this.#typeOf(line);
    const event = line.about === undefined || !said?.statement ? undefined : eventOf(type, said);
    return {
      ...line,
      ...(event !== undefined && { event }),
      subject: type?.declaration.lifeCycle !== undefined || line.about === undefined,
      over: isOver(type, line.state),
      references: said === undefined ? [] : this.#references(said),
      receipts: [...(said?.receipts ?? [])].sort((a, b) => a.time - b.time),
    };
  }

  /** In the order given. */
  async #lines(found: readonly FoundDossier[], sought: Sought): Promise<readonly DossierLine[]> {
    if (found.length === 0) return [];
    const { service, index } = this.#ground;
    // A record that came meanwhile may have made two dossiers one.
    const now = await this.#dossiersOf(found.map(({ seq }) => seq));
    const dossiers = [...new Set(found.map(({ seq, dossier }) => now.get(seq) ?? dossier))];
    const members = Map.groupBy(await membersOf(index.db, dossiers, mostListed), ({ dossier }) => dossier);
    const naming = await namingIn(index.db, dossiers, sought, mostMatches);
    const said = await service.said({ seqs: [...new Set(naming.map(({ seq }) => seq))] });
    const seqs = [...members.values()].flatMap((some) => some.map(({ seq }) => seq));
    const lines = new Map((await service.lines(seqs)).map((line) => [line.seq, line]));
    return dossiers.flatMap((dossier) => {
      const some = members.get(dossier) ?? [];
      const own = some.flatMap(({ seq }) => lines.get(seq) ?? []);
      const first = lines.get(dossier);
      if (first === undefined) return [];
      const subjects = own.filter((line) => this.#typeOf(line)?.declaration.lifeCycle !== undefined);
      const inTurn = subjects.filter(({ clock }) => clock !== undefined);
      const others = subjects.filter(({ clock }) => clock === undefined);
      const matches = naming.filter((row) => row.dossier === dossier);
      return {
        id: first.id,
        records: some[0]?.total ?? own.length,
        time: Math.max(...own.map(({ time }) => time)),
        subjects: [...inTurn, ...others].slice(0, mostSubjects),
        matches: matches.flatMap((row) => this.#match(said, row)),
        whole: sought.whole,
      };
    });
  }

  #match(said: readonly Said[], { seq, kind, value }: ReferenceRow): DossierMatch[] {
    const one = said.find((other) => other.seq === seq);
    if (one?.statement === undefined) return [];
    const written = this.#references(one).find((other) => other.kind === kind && named(other).value === value);
    const { id, profile, statement } = one;
    return [{ kind, value: written?.value ?? value.slice(1), record: id, profile, type: statement.type }];
  }

  #references(said: Said): readonly Reference[] {
    try {
      return referencesOf(this.#ground.catalogue, said);
    } catch {
      // Void records need not be what their schema says; the index has told so in the log.
      return [];
    }
  }

  #typeOf({ profile, type }: RecordLine): LoadedType | undefined {
    return this.#ground.catalogue.type(profile, type);
  }

  /** By sequence number. */
  async #dossiersOf(seqs: readonly number[]): Promise<ReadonlyMap<number, number>> {
    const { db } = this.#ground.index;
    const rows = await db.selectFrom('dossier_member').selectAll().where('seq', 'in', evened(seqs)).execute();
    return new Map(rows.map(({ seq, dossier }) => [seq, dossier]));
  }
}

function soughtValue(text: string, kind: string | undefined): string {
  const plain = text.trim().toLowerCase();
  const isId = /^[0-9a-f]{64}$/.test(plain) && (kind === undefined || kind === recordKind);
  return isId ? recordValue(plain) : evenReference(text);
}

function eventOf(type: LoadedType | undefined, { statement }: Said): string | undefined {
  try {
    return statement && type?.declaration.follows?.event(statement.claims);
  } catch {
    return undefined;
  }
}

function isOver(type: LoadedType | undefined, state: string): boolean {
  return !hasEffect(state) || (type?.declaration.lifeCycle?.revoked?.includes(state) ?? false);
}
