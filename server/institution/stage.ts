/**
 * Everything one group commit will write, built up in memory: records, entries, heads, folded rows. Until the
 * commit nothing outside sees it; if the commit fails it is dropped whole.
 */

import type { LoadedType } from '../../kernel/catalogue.ts';
import type { Crypto } from '../../kernel/crypto.ts';
import type { Finding } from '../../kernel/finding.ts';
import { leafTile, tileHash, tileWidth } from '../../kernel/log/tile.ts';
import { nodeHash } from '../../kernel/log/tree.ts';
import type { Statement } from '../../kernel/profile.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { StateChange } from '../../kernel/state/fold.ts';
import type { SubjectRow } from '../../kernel/state/rows.ts';
import { type RowSource, WorkingSet } from '../../kernel/state/working-set.ts';
import { freshness } from '../../kernel/trust/lookup.ts';
import type { TrustList } from '../../kernel/trust/trust-list.ts';
import type { Commit, SubjectColumn } from '../store/bulk-writer.ts';
import { encodeRow } from '../store/fold-rows.ts';
import type { SqliteStore } from '../store/sqlite.ts';
import type { EntryTable, RecordTable, Tables } from '../store/tables.ts';
import type { Arrival, Waiting } from './arrival.ts';
import { type ChannelHead, grown, headRow } from './channel-head.ts';
import type { Core } from './core.ts';
import type { ChangeEvent } from './service.ts';
import { StatusDraw } from './status-entries.ts';
import { noSubject, subjectColumns } from './subject-columns.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] };

export interface StagedRecord extends RecordTable {
  /** Set when the record was held before in a form that did not hold: its row is written anew. */
  again?: boolean;
}

export class Stage {
  readonly rows: WorkingSet;
  readonly records = new Map<string, StagedRecord>();
  readonly entries: EntryTable[] = [];
  readonly heads = new Map<string, ChannelHead>();
  readonly events: Omit<ChangeEvent, 'seq'>[] = [];
  readonly rest: Mutable<Pick<Commit, 'checkpoints' | 'idempotency' | 'misconduct' | 'settings'>> = {
    checkpoints: [],
    idempotency: [],
    misconduct: [],
    settings: [],
  };
  /** Records held before that this batch took up; their state is told when all is folded. */
  readonly takenUp: (Commit['stages'][number] & { readonly id: string })[] = [];
  readonly states = new Map<string, string>();
  /** By issuer, its records that came with this batch and wait. */
  readonly waiting = new Map<string, Waiting>();
  /** Record ids and versions that came in with this batch: what waited for them is taken up again. */
  readonly arrived: string[] = [];
  /** Records that arrived and were folded: answered when all that came with them is. */
  readonly due: { readonly type: LoadedType; readonly statement: Statement & { readonly id: string } }[] = [];
  /** Records that took effect or lost it since `answerPostings` was called last. */
  readonly changed: string[] = [];
  /** What went wrong without a person there to be told: logged once the batch is on disk. */
  readonly faults: { readonly about: string; readonly findings: readonly Finding[] }[] = [];
  /** Work that must be awaited before the commit: signatures, cosignatures. */
  readonly signing: (() => Promise<void>)[] = [];
  /** Entries of the status list that this group takes. */
  readonly status: StatusDraw;
  trust: TrustList;
  #fresh: { readonly of: TrustList; readonly is: Refusal | 'fresh' } | undefined;
  seq: number;
  /** The time of this batch, ms; never before the one of the batch before. */
  readonly now: number;

  /** Idempotency keys of the batch whose commit is under way while this one is worked on. */
  readonly keysBefore: readonly Tables['idempotency'][];

  constructor(trust: TrustList, seq: number, now: number, source: RowSource, before?: Stage) {
    this.rows = new WorkingSet(source);
    this.trust = before?.trust ?? trust;
    this.seq = before?.seq ?? seq;
    this.now = now;
    this.status = new StatusDraw(before?.status);
    this.keysBefore = before?.rest.idempotency ?? [];
    this.fixed = new Promise((resolve) => {
      this.settleFixed = resolve;
    });
    // What the batch before changed counts as on disk; should its commit fail, this batch is dropped with it.
    if (!before) return;
    for (const [origin, head] of before.heads) this.heads.set(origin, head);
    this.rows.inherit(before.rows);
  }

  /** Whether the list in force is past its next update: found once, for it is the same for the whole batch. */
  freshness(): Refusal | 'fresh' {
    if (this.#fresh?.of !== this.trust) this.#fresh = { of: this.trust, is: freshness(this.trust, this.now) };
    return this.#fresh.is;
  }

  append(head: ChannelHead, id: Uint8Array, seq: number, crypto: Crypto): ChannelHead {
    this.entries.push({ channel: head.id, idx: head.frontier.size, seq, id });
    const next = grown(head, id, crypto);
    this.heads.set(head.origin, next);
    return next;
  }

  noteWaiting({ sender, seq, record }: Pick<Arrival, 'sender' | 'seq' | 'record'>): void {
    const { profile, type } = record.payload.samur;
    const before = this.waiting.get(sender) ?? new Map<string, number>();
    const name = `${profile}/${type}`;
    this.waiting.set(sender, new Map([...before, [name, Math.min(seq, before.get(name) ?? seq)]]));
  }

  noteChanges(changes: readonly StateChange[]): void {
    for (const { id, state } of changes) {
      this.states.set(id, state);
      this.changed.push(id);
      if (!this.records.has(id)) this.events.push({ kind: 'state', id, state });
    }
  }

  /** Resolves when what `commit` writes is fixed, so that a batch to come can take it over. */
  readonly fixed: Promise<void>;
  settleFixed: () => void = () => undefined;

  /** The commit in the tables' own terms. */
  async commit({
    id: self,
    store,
    crypto,
    catalogue,
  }: Pick<Core, 'id' | 'store' | 'crypto' | 'catalogue'>): Promise<Commit> {
    const foldRows: Tables['fold_row'][] = [];
    const subjects = new Map<string, Pick<RecordTable, SubjectColumn>>();
    for (const { table, key, row } of this.rows.takeChanges()) {
      if (table === 'follow') continue;
      if (table === 'subject') subjects.set(key, subjectColumns(catalogue, self, row as SubjectRow));
      else {
        const gone = table === 'waiting' && (row as { ids: readonly string[] }).ids.length === 0;
        foldRows.push({ tbl: table, key, row: gone ? '' : encodeRow(table, row) });
      }
    }
    for (const [id, record] of this.records) {
      Object.assign(record, subjects.get(id) ?? noSubject);
      record.state = this.states.get(id) ?? record.state;
    }
    const touched = new Set([...this.states.keys(), ...subjects.keys()]);
    const states: Commit['states'][number][] = [];
    for (const id of touched) {
      if (this.records.has(id)) continue;
      const subject = subjects.get(id) ?? noSubject;
      states.push({ id: Uint8Array.fromHex(id), state: this.states.get(id) ?? '', ...subject });
    }
    const tileHashes = await this.#tileHashes(store, crypto);
    this.settleFixed();
    return {
      records: [...this.records.values()].filter((record) => !record.again),
      again: [...this.records.values()].filter((record) => record.again),
      entries: this.entries,
      tileHashes,
      channels: [...this.heads.values()].map(headRow),
      foldRows,
      states,
      stages: this.takenUp.map((row) => ({ ...row, state: this.states.get(row.id) ?? row.state })),
      ...this.rest,
    };
  }

  /** Hashes of the tiles that this batch filled, level by level. */
  async #tileHashes(store: SqliteStore, crypto: Crypto): Promise<Tables['tile_hash'][]> {
    const hashes: Tables['tile_hash'][] = [];
    const staged = new Map<number, EntryTable[]>();
    for (const entry of this.entries) {
      const known = staged.get(entry.channel);
      if (known) known.push(entry);
      else staged.set(entry.channel, [entry]);
    }
    for (const [channel, entries] of staged) {
      const from = entries[0]?.idx ?? 0;
      const to = from + entries.length;
      for (let n = Math.floor(from / tileWidth); (n + 1) * tileWidth <= to; n++) {
        const start = n * tileWidth;
        const before =
          start < from
            ? await store.db
                .selectFrom('entry')
                .select('id')
                .where('channel', '=', channel)
                .where('idx', '>=', start)
                .where('idx', '<', from)
                .orderBy('idx')
                .execute()
            : [];
        const ids = [...before, ...entries.slice(Math.max(0, start - from), start + tileWidth - from)].map((e) => e.id);
        const hash = tileHash(leafTile(ids, crypto), crypto);
        if (hash instanceof Refusal) throw new Error(`tile ${n} of channel ${channel} is not whole`);
        hashes.push({ channel, level: 1, idx: n, hash });
        await this.#higher(store, crypto, hashes, channel, 1, n);
      }
    }
    return hashes;
  }

  async #higher(
    store: SqliteStore,
    crypto: Crypto,
    hashes: Tables['tile_hash'][],
    channel: number,
    level: number,
    n: number,
  ): Promise<void> {
    if ((n + 1) % tileWidth !== 0) return;
    const start = n + 1 - tileWidth;
    const stored = await store.db
      .selectFrom('tile_hash')
      .select(['idx', 'hash'])
      .where('channel', '=', channel)
      .where('level', '=', level)
      .where('idx', '>=', start)
      .where('idx', '<=', n)
      .orderBy('idx')
      .execute();
    const fresh = hashes.filter((h) => h.channel === channel && h.level === level && h.idx >= start);
    let row = [...stored, ...fresh].sort((a, b) => a.idx - b.idx).map((h) => h.hash);
    if (row.length !== tileWidth) throw new Error(`tile level ${level} of channel ${channel} is not whole`);
    while (row.length > 1)
      row = row.flatMap((hash, i) => (i % 2 === 0 ? [nodeHash(hash, row[i + 1] as Uint8Array, crypto)] : []));
    const above = (n + 1) / tileWidth - 1;
    hashes.push({ channel, level: level + 1, idx: above, hash: row[0] as Uint8Array });
    await this.#higher(store, crypto, hashes, channel, level + 1, above);
  }
}
