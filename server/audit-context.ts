import type { Catalogue } from '../kernel/catalogue.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { TrustList } from '../kernel/trust/trust-list.ts';
import type { SqliteStore } from './store/sqlite.ts';

/** One thing that does not hold: what, where, and why. */
export interface AuditFault {
  readonly what: 'trust' | 'record' | 'channel' | 'checkpoint' | 'receipt' | 'tile' | 'annex' | 'state';
  readonly where: string;
  readonly refusal: Refusal;
}

export interface AuditContext {
  readonly store: SqliteStore;
  readonly catalogue: Catalogue;
  readonly trust: TrustList;
  readonly institution: string;
  readonly faults: AuditFault[];
  /** Told how many of how many pieces of a part of the work are done. */
  progress(part: string, done: number, total: number): void;
}
