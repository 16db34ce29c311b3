/** Answers of the HTTP interface, as far as commands read them (OpenAPI at /api/docs). Times in ms since 1970. */
import type { JsonObject } from '../kernel/canonical.ts';
import type { ShownApproval } from '../kernel/exchange/evidence.ts';
import type { Severity } from '../kernel/finding.ts';

export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly path: string;
  readonly text: string;
}

export interface RecordLine {
  readonly id: string;
  readonly direction: 'issued' | 'received';
  readonly profile: string;
  readonly type: string;
  readonly version: number;
  readonly issuer: string;
  readonly to: readonly string[];
  readonly time: number;
  readonly about?: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly worst?: Severity;
  readonly clock?: Clock;
}

export interface Clock {
  readonly turn: readonly string[];
  /** `profile.name`. */
  readonly limit: string;
  readonly since?: number;
  readonly until?: number;
  readonly overdue: boolean;
  readonly seen: boolean;
}

export interface RecordView extends RecordLine {
  readonly claims: JsonObject;
  readonly annexes: readonly { readonly digest: string; readonly name: string; readonly size: number }[];
  readonly findings: readonly Finding[];
  readonly refusals: readonly { readonly id: string; readonly by: string; readonly code: string }[];
  readonly placements: readonly {
    readonly origin: string;
    readonly index: number;
    readonly receipt?: { readonly size: number; readonly time: number };
  }[];
  readonly followUps: readonly {
    readonly id: string;
    readonly type: string;
    readonly event: string;
    readonly issuer: string;
    readonly time: number;
    readonly outcome: string;
  }[];
  readonly approvals: readonly Omit<ShownApproval, 'witnesses'>[];
  readonly waitsFor?: string;
}

export interface KeyedPage<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

export type Page = KeyedPage<RecordLine>;

export interface Signal extends RecordLine {
  readonly findings: readonly Finding[];
}

/** What a document says beside a record. */
export interface Comparison {
  readonly same: boolean;
  readonly profile: string;
  readonly type: { readonly record: string; readonly document: string };
  readonly differences: readonly { readonly path: string; readonly record?: string; readonly document?: string }[];
  readonly omitted: number;
  readonly findings: readonly Finding[];
}

export interface Channel {
  readonly origin: string;
  readonly direction: 'out' | 'in';
  readonly size: number;
  readonly receipt?: { readonly size: number; readonly time: number };
  readonly lag: number;
  readonly oldestWaiting?: number;
  readonly lastError?: string;
  readonly open: boolean;
}

export interface RegisterLine {
  readonly key: readonly string[];
  readonly value: unknown;
  readonly record: string;
  readonly time: number;
}

export interface RegisterHistory {
  readonly key: readonly string[];
  readonly statements: readonly {
    readonly record: string;
    readonly issuer: string;
    readonly value: unknown;
    readonly time: number;
    readonly effective: boolean;
    readonly known: readonly { readonly institution: string; readonly time: number }[];
  }[];
  readonly on?: {
    readonly time: number;
    readonly inForce?: string;
    readonly known: readonly { readonly institution: string; readonly record?: string }[];
  };
}

export interface Answered {
  readonly question: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly at: number;
  readonly complete: boolean;
  readonly answer: {
    readonly code: string;
    readonly text: string;
    readonly rests: readonly (RegisterHistory & { readonly register: string })[];
  };
}

export interface Account {
  readonly key: readonly string[];
  readonly unit: string;
  readonly available: string;
  readonly credited: string;
  readonly debited: string;
  readonly settled: string;
  readonly frozen: boolean;
  readonly byMovement: Readonly<Record<string, string>>;
}

export interface Items<T> {
  readonly items: readonly T[];
}

export interface Affected {
  readonly count: number;
  readonly byState: readonly { readonly type: string; readonly state: string; readonly count: number }[];
  readonly items: readonly (RecordLine & { readonly findings: readonly Finding[] })[];
  readonly totals: readonly {
    readonly type: string;
    readonly by: string;
    readonly keys: number;
    readonly amount: string;
    readonly unit: string;
  }[];
  readonly amounts: readonly {
    readonly type: string;
    readonly by: string;
    readonly key: string;
    readonly records: number;
    readonly amount: string;
    readonly unit: string;
  }[];
}

export interface WhatIf {
  readonly profile: string;
  readonly type: string;
  readonly findings: readonly Finding[];
  readonly time: number;
  readonly asks: readonly { readonly type: string; readonly states: readonly string[] }[];
  readonly asked: number;
  readonly truncated: boolean;
  readonly waiting: number;
  readonly records: Affected;
  readonly freed: Affected;
  readonly rows: {
    readonly count: number;
    readonly items: readonly { readonly register: string; readonly key: readonly string[] }[];
  };
  readonly accounts: readonly {
    readonly ledger: string;
    readonly key: readonly string[];
    readonly unit: string;
    readonly available: string;
    readonly availableAfter: string;
    readonly frozenAfter: boolean;
    readonly overdrawn: boolean;
  }[];
}
