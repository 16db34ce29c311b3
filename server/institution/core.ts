/** What the parts of one institution share: its keys, its database, and the heads as they stand on disk. */
import type { Catalogue } from '../../kernel/catalogue.ts';
import type { Crypto } from '../../kernel/crypto.ts';
import { entitlementOf } from '../../kernel/exchange/open-record.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { FoldContext } from '../../kernel/state/fold.ts';
import type { RowName, RowRange, WorkingSet } from '../../kernel/state/working-set.ts';
import type { Institution as TrustedInstitution } from '../../kernel/trust/institution.ts';
import { currentInstitution, knownInstitution } from '../../kernel/trust/lookup.ts';
import type { TrustList } from '../../kernel/trust/trust-list.ts';
import type { InstitutionKeys } from '../keys.ts';
import { loadRows } from '../store/fold-rows.ts';
import type { SqliteStore } from '../store/sqlite.ts';
import type { ChannelHead } from './channel-head.ts';
import type { PreparedRecords } from './prepared-records.ts';
import type { Stage } from './stage.ts';
import type { OpenStatusList } from './status-entries.ts';

export interface Core {
  readonly id: string;
  readonly catalogue: Catalogue;
  readonly crypto: Crypto;
  readonly keys: InstitutionKeys;
  readonly store: SqliteStore;
  readonly random: (bytes: number) => Uint8Array;
  /** By origin, as on disk. */
  heads: Map<string, ChannelHead>;
  trust: TrustList;
  /** The status list that entries are taken from, as on disk. */
  statusList: OpenStatusList | undefined;
  /** Records that wait for an officer. */
  readonly prepared: PreparedRecords;
}

export function foldContext(core: Core, stage: Stage): FoldContext {
  return { catalogue: core.catalogue, entitlement: entitlementOf(stage.trust) };
}

export function headAt(core: Core, stage: Stage, origin: string): ChannelHead | undefined {
  return stage.heads.get(origin) ?? core.heads.get(origin);
}

/** All generations of the channel from one institution to another, closed ones too, oldest first. */
export function generationsBetween(core: Core, stage: Stage, issuer: string, recipient: string): ChannelHead[] {
  const found: ChannelHead[] = [];
  for (const origin of new Set([...core.heads.keys(), ...stage.heads.keys()])) {
    const head = headAt(core, stage, origin);
    if (head?.issuer === issuer && head.recipient === recipient) found.push(head);
  }
  return found.sort((a, b) => a.generation - b.generation);
}

/** The newest generation of the channel from one institution to another that is not closed. */
export function channelBetween(core: Core, stage: Stage, issuer: string, recipient: string): ChannelHead | undefined {
  return generationsBetween(core, stage, issuer, recipient).findLast((head) => head.state !== 'closed');
}

/** As the newest part states it; one that the list no longer names still gives receipts for what it holds. */
export function self(core: Pick<Core, 'id'>, trust: TrustList): TrustedInstitution {
  const institution = currentInstitution(trust, core.id) ?? knownInstitution(trust, core.id);
  if (!institution) throw new Error(`${core.id} does not stand in the trust list`);
  return institution;
}

/** Runs a fold, loading whatever rows it asks for until it has all of them. */
export async function withRows<R>(core: Core, rows: WorkingSet, work: () => R): Promise<R> {
  for (;;) {
    const attempt = rows.attempt(work);
    if ('done' in attempt) return attempt.done;
    await loadRows(core.store, rows, attempt.missing);
  }
}

/** Loads rows in bulk before a batch is folded. */
export async function prefetch(core: Core, rows: WorkingSet, names: readonly (RowName | RowRange)[]): Promise<void> {
  await loadRows(core.store, rows, names);
}

/** A record that nobody can have mentioned yet needs no look-up. */
export function provideNew(rows: WorkingSet, id: string): void {
  rows.provide('subject', id, undefined);
  rows.provide('follow', id, undefined);
  rows.provide('refusal', id, undefined);
  rows.provide('waiting', id, undefined);
}

export function must<T>(value: T | Refusal): T {
  if (value instanceof Refusal) throw new Error(`${value.code} ${JSON.stringify(value.detail)}`);
  return value;
}
