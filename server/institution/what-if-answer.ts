/** What an institution answers when it is asked what a draft would change. */
import type { Finding } from '../../kernel/finding.ts';
import type { RecordLine } from './service.ts';

/** Records of one kind that a draft touches. Amounts are decimal texts. */
export interface Affected {
  readonly count: number;
  readonly byState: readonly { readonly type: string; readonly state: string; readonly count: number }[];
  /** The newest, with the refusals that the draft brings about or takes away. */
  readonly items: readonly (RecordLine & { readonly findings: readonly Finding[] })[];
  /** Sums over `amounts` of all of them, each type for itself: several types may speak of the same goods. */
  readonly totals: readonly AmountTotal[];
  /** The largest. */
  readonly amounts: readonly AmountSum[];
}

export interface AmountTotal {
  readonly type: string;
  readonly by: string;
  /** Different keys that it sums up. */
  readonly keys: number;
  readonly amount: string;
  readonly unit: string;
}

export interface AmountSum {
  readonly type: string;
  readonly by: string;
  readonly key: string;
  readonly records: number;
  readonly amount: string;
  readonly unit: string;
}

/** What a draft would change were it signed now, by what is held here. Nothing was signed or stored. */
export interface WhatIf {
  readonly profile: string;
  readonly type: string;
  /** What the rules say of the draft itself. */
  readonly findings: readonly Finding[];
  /** As of when (ms) the records were asked: now, or when the draft begins to act. */
  readonly time: number;
  /** Which records were asked; empty when the draft's type names none. */
  readonly asks: readonly { readonly type: string; readonly states: readonly string[] }[];
  /** Records whose rules were asked. */
  readonly asked: number;
  /** True when older records were left out. */
  readonly truncated: boolean;
  /** Records of these types that wait for others, and so were not asked. */
  readonly waiting: number;
  /** Refused with the draft in effect, and not without it. */
  readonly records: Affected;
  /** Refused without it, and not with it in effect. */
  readonly freed: Affected;
  readonly rows: {
    readonly count: number;
    readonly items: readonly { readonly register: string; readonly key: readonly string[] }[];
  };
  /** Accounts that the draft posts to, as they stand and as they would. */
  readonly accounts: readonly {
    readonly ledger: string;
    readonly key: readonly string[];
    readonly unit: string;
    readonly available: string;
    readonly availableAfter: string;
    readonly frozenAfter: boolean;
    /** Less than nothing would be left: what is issued stands, and nothing more can be. */
    readonly overdrawn: boolean;
  }[];
}
