/** Dossiers of what an institution holds: found by the numbers that records name, and shown as one file. */
import type { LoadedType } from '../../../kernel/catalogue.ts';
import { evenReference, type Reference, recordKind } from '../../../kernel/reference.ts';
import type { Said } from '../../institution/said.ts';
import type { RecordLine } from '../../institution/service.ts';
import { type FoundDossier, findDossiers, namingIn, type Sought } from '../../store/desk/dossier.ts';
import type { DeskGround } from '../desk.ts';
import { type Dossier, type DossierRecord, dossierOf } from './dossier.ts';
import { recordValue, referencesOf } from './matters.ts';
import { ReferenceIndex } from './reference-index.ts';

/** Records of one dossier that are shown. */
export const mostRecords = 500;
/** Letters and digits from which on the beginning of a number finds it. */
export const leastPrefix = 4;
/** Records of one dossier of which a list tells the states, and that it names as matching. */
const mostListed = 200;
const mostMatches = 3;

export interface DossierQuery {
  readonly text: string;
  readonly kind?: string;
  readonly limit: number;
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

type Ground = Pick<DeskGround, 'service' | 'desk' | 'records' | 'catalogue' | 'logger'>;

export class Dossiers {
  readonly index: ReferenceIndex;
  readonly #ground: Ground;

  constructor(ground: Ground) {
    this.#ground = ground;
    this.index = new ReferenceIndex(ground);
  }

  /** Those that name the number whole stand before those that name one which begins so; else the newest first. */
  async find({ text, kind, limit }: DossierQuery): Promise<DossierPage> {
    await this.index.ready();
    const { db } = this.#ground.desk;
    const value = soughtValue(text, kind);
    const complete = this.index.complete;
    if (value === '') return { items: [], more: false, complete };
    const byId = value.startsWith('#');
    const asked = { value, whole: true, ...(byId ? { kind: recordKind } : kind !== undefined && { kind }) };
    const whole = await findDossiers(db, asked, limit);
    const found: [FoundDossier, Sought][] = whole.found.map((one) => [one, asked]);
    let { more } = whole;
    if (found.length < limit && value.length >= leastPrefix && !byId) {
      const begun = { ...asked, whole: false };
      const others = await findDossiers(db, begun, limit);
      const known = new Set(found.map(([{ dossier }]) => dossier));
      const fresh = others.found.filter(({ dossier }) => !known.has(dossier));
      found.push(...fresh.slice(0, limit - found.length).map((one) => [one, begun] as [FoundDossier, Sought]));
      more ||= others.more;
    }
    const items: (DossierLine | undefined)[] = [];
    const told = new Set<number>();
    for (const [{ seq, dossier: before }, sought] of found) {
      // A record that came meanwhile may have made two of them one.
      const dossier = (await this.#dossierOf(seq)) ?? before;
      if (!told.has(dossier)) items.push(await this.#line({ dossier, seq }, sought));
      told.add(dossier);
    }
    return { items: items.filter((item) => item !== undefined), more, complete };
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
    const dossier = await this.#dossierOf(row.seq);
    const all = dossier === undefined ? [row.seq] : await this.#members(dossier);
    // The newest ones; never without the record that was asked for, nor the first one.
    const cut = all.length > mostRecords;
    const seqs = cut ? [...new Set([...all.slice(0, mostRecords - 2), row.seq, all.at(-1) ?? row.seq])] : all;
    const shown = dossierOf(catalogue, await this.records(seqs));
    const first = await this.#idOf(all.at(-1) ?? row.seq);
    return { ...shown, id: first, total: await this.#count(dossier), cut };
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

  async #line({ dossier, seq }: FoundDossier, sought: Sought): Promise<DossierLine | undefined> {
    const { service, desk } = this.#ground;
    const seqs = (await this.#members(dossier)).slice(0, mostListed);
    const lines = await service.lines(seqs);
    const naming = await namingIn(desk.db, dossier, sought, mostMatches);
    const said = await service.said({ seqs: [...new Set(naming.map((one) => one.seq))] });
    const matches = naming.flatMap((row) => {
      const one = said.find((other) => other.seq === row.seq);
      return one?.statement === undefined ? [] : [this.#match(one, row)];
    });
    const newest = lines.find((line) => line.seq === seq) ?? lines[0];
    if (newest === undefined) return undefined;
    const subjects = lines.filter((line) => this.#typeOf(line)?.declaration.lifeCycle !== undefined);
    const inTurn = subjects.filter(({ clock }) => clock !== undefined);
    const others = subjects.filter(({ clock }) => clock === undefined);
    return {
      id: await this.#idOf(dossier),
      records: await this.#count(dossier),
      time: Math.max(...lines.map(({ time }) => time)),
      subjects: [...inTurn, ...others].slice(0, 4),
      matches,
      whole: sought.whole,
    };
  }

  #match(said: Said, { kind, value }: { readonly kind: string; readonly value: string }) {
    const written = this.#references(said).find((one) => one.kind === kind && evenReference(one.value) === value);
    return {
      kind,
      value: written?.value ?? said.id,
      record: said.id,
      profile: said.profile,
      type: said.statement?.type ?? '',
    };
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

  async #dossierOf(seq: number): Promise<number | undefined> {
    const { db } = this.#ground.desk;
    const row = await db.selectFrom('dossier_member').select('dossier').where('seq', '=', seq).executeTakeFirst();
    return row?.dossier;
  }

  /** The newest first; one more than are shown at most, and the first one. */
  async #members(dossier: number): Promise<readonly number[]> {
    const rows = await this.#ground.desk.db
      .selectFrom('dossier_member')
      .select('seq')
      .where('dossier', '=', dossier)
      .orderBy('seq', 'desc')
      .limit(mostRecords + 1)
      .execute();
    const seqs = rows.map(({ seq }) => seq);
    return seqs.includes(dossier) ? seqs : [...seqs, dossier];
  }

  async #count(dossier: number | undefined): Promise<number> {
    if (dossier === undefined) return 1;
    const { total } = await this.#ground.desk.db
      .selectFrom('dossier_member')
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .where('dossier', '=', dossier)
      .executeTakeFirstOrThrow();
    return total;
  }

  async #idOf(seq: number): Promise<string> {
    const { db } = this.#ground.records;
    const { id } = await db.selectFrom('record').select('id').where('seq', '=', seq).executeTakeFirstOrThrow();
    return id.toHex();
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

const lost = new Set(['void', 'superseded', 'out-of-turn', 'refused']);

function isOver(type: LoadedType | undefined, state: string): boolean {
  return lost.has(state) || (type?.declaration.lifeCycle?.revoked?.includes(state) ?? false);
}
