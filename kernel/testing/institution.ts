/** An institution as far as folding goes: it keeps all rows in memory, numbers what comes, parks what must wait. */
import { utf8 } from '../bytes.ts';
import type { JsonObject } from '../canonical.ts';
import { type Catalogue, loadCatalogue } from '../catalogue.ts';
import { portableCrypto } from '../crypto-portable.ts';
import type { Profile } from '../profile.ts';
import type { Payload } from '../record/payload.ts';
import { Refusal, type RefusalCode } from '../refusal.ts';
import type { SchemaCompiler } from '../schema.ts';
import type { Known } from '../state/as-of.ts';
import type { Entitlement } from '../state/contribution.ts';
import { type FoldContext, type Folded, fold, statementOf } from '../state/fold.ts';
import { guardFindings } from '../state/guard.ts';
import type { Rows, Table } from '../state/rows.ts';
import { park, released } from '../state/waiting.ts';
import { WorkingSet } from '../state/working-set.ts';
import { counterProfile } from './counter-profile.ts';
import { parcelProfile } from './parcel-profile.ts';
import { type NamedRow, publishedState } from './published.ts';

export interface TestRecord {
  readonly id: string;
  readonly payload: Payload;
}

/** Every claim keeps to every schema: for tests of what comes after the edge. */
const lenient: SchemaCompiler = () => () => undefined;

export function loaded(profiles: readonly Profile[], compile: SchemaCompiler = lenient): Catalogue {
  const catalogue = loadCatalogue(profiles, compile);
  if (catalogue instanceof Refusal) throw new Error(`${catalogue.code} ${JSON.stringify(catalogue.detail)}`);
  return catalogue;
}

export const catalogue = loaded([parcelProfile, counterProfile]);

/** Everyone is a post; `<country>.post` has the counter too. */
const entitlement: Entitlement = {
  holds: (institution, name) =>
    name === '*' || name === 'post' || (name === 'counter' && institution.endsWith('.post')),
  firstHolder: (country) => `${country.toLowerCase()}.post`,
};

export const context: FoldContext = { catalogue, entitlement };

export interface Statement {
  readonly profile?: string;
  readonly type: string;
  readonly issuer: string;
  readonly to: readonly string[];
  readonly claims: JsonObject;
  readonly time: number;
  readonly about?: { readonly id: string; readonly after: readonly string[] };
  readonly version?: number;
}

/** A record as it is once its signature was checked; `nonce` makes the id. */
export function recordOf({ profile = 'parcel', version = 1, ...statement }: Statement, nonce: number): TestRecord {
  const { type, issuer, claims, time, about } = statement;
  const to = [...statement.to].sort();
  const payload: Payload = {
    issuerDid: `did:web:example:${issuer}`,
    time,
    claims,
    samur: {
      annexes: [],
      basis: [],
      issuer,
      nonce: String(nonce),
      profile,
      to,
      trust: { XA: 1, XB: 1, terms: 1 },
      type,
      version,
      ...(about && { about: { id: about.id, after: [...about.after].sort() } }),
    },
  };
  return { id: portableCrypto.sha256(utf8(JSON.stringify(payload))).toHex(), payload };
}

export function refusalOf(
  target: TestRecord,
  by: string,
  code: RefusalCode,
  time: number,
  nonce: number,
  to?: readonly string[],
): TestRecord {
  const { issuer, to: recipients } = target.payload.samur;
  const others = [issuer, ...recipients].filter((party) => party !== by);
  const claims = { record: target.id, origin: `example/${issuer}/1`, index: 0, code };
  return recordOf({ profile: 'exchange', type: 'refusal', issuer: by, to: to ?? others, claims, time }, nonce);
}

export class Institution {
  readonly id: string;
  readonly rows = new WorkingSet();
  readonly held: TestRecord[] = [];
  readonly folded = new Map<string, Folded>();
  /** Called right before a record is folded, and what it says called once it was. */
  judge: ((record: TestRecord) => () => void) | undefined;
  readonly #places = new Map<string, number>();
  readonly #all = new Map<string, NamedRow>();
  readonly #versions = new Set([1]);
  readonly #shared: FoldContext;

  /** `shared`: profiles and entitlements, alike for all who exchange records. */
  constructor(id: string, shared: FoldContext = context) {
    this.id = id;
    this.#shared = shared;
  }

  seqOf(id: string): number {
    const seq = this.#places.get(id);
    if (seq === undefined) throw new Error('not held');
    return seq;
  }

  /** Takes a record as issued here or arrived, folds it and all that waited for it. */
  take(record: TestRecord): void {
    if (this.#places.has(record.id)) return;
    this.#places.set(record.id, this.held.length);
    this.held.push(record);
    this.#foldFrom([record.id]);
  }

  upgrade(version: number): void {
    this.#versions.add(version);
    this.#foldFrom(this.complete(() => released(this.rows, `type version ${version}`)));
  }

  #foldFrom(ids: readonly string[]): void {
    const open = [...ids];
    for (let id = open.shift(); id !== undefined; id = open.shift()) {
      const seq = this.seqOf(id);
      const { payload } = this.held[seq] as TestRecord;
      const judged = this.#versions.has(payload.samur.version) ? this.judge?.({ id, payload }) : undefined;
      const { version, issuer } = payload.samur;
      const isApart = this.awaited(issuer, seq).length > 0;
      const record = { id, seq, payload, ...(isApart && { apart: true as const }) };
      const outcome = this.#versions.has(version)
        ? this.complete(() => fold(this.rows, this.#shared, record))
        : { waitsFor: `type version ${version}` };
      if ('waitsFor' in outcome) this.complete(() => park(this.rows, record, outcome.waitsFor));
      else {
        this.folded.set(id, outcome);
        judged?.();
        open.push(...this.complete(() => released(this.rows, record.id)));
      }
    }
    for (const row of this.rows.takeChanges()) this.#all.set(`${row.table} ${row.key}`, row);
  }

  /** Types of earlier records of the same issuer that still wait. */
  awaited(issuer: string, seq: number): readonly string[] {
    const waits = ({ id, payload }: TestRecord) => payload.samur.issuer === issuer && !this.folded.has(id);
    const waiting = this.held.slice(0, seq).filter(waits);
    return [...new Set(waiting.map(({ payload: { samur } }) => `${samur.profile}/${samur.type}`))];
  }

  /** Codes of the guard's findings about a record held or about to be: as of now, or by what was known. */
  guard(record: TestRecord, known?: Known): string[] {
    const { samur } = record.payload;
    const type = this.#shared.catalogue.type(samur.profile, samur.type);
    if (!type) throw new Error('no such type');
    const statement = statementOf(record.payload, samur.about && this.row('subject', samur.about.id), this.#shared);
    const place = known && { id: record.id, seq: this.seqOf(record.id) };
    const self = place && { ...place, awaited: this.awaited(samur.issuer, place.seq) };
    return this.complete(() =>
      guardFindings(this.rows, this.#shared, type, statement, this.id, known, self).map(({ code }) => code),
    );
  }

  row<T extends Table>(table: T, key: string): Rows[T] | undefined {
    return this.complete(() => this.rows.get(table, key));
  }

  all(): readonly NamedRow[] {
    return [...this.#all.values()];
  }

  published(): string {
    return publishedState(this.all(), this.#shared.catalogue);
  }

  /** Memory is all the storage there is: a row that is not here does not exist. */
  complete<R>(work: () => R): R {
    for (;;) {
      const attempt = this.rows.attempt(work);
      if ('done' in attempt) return attempt.done;
      for (const missing of attempt.missing) this.rows.provideAbsent(missing);
    }
  }
}
