/** What the pages of selections ask and tell. Times in ms. */
import { queryOptions } from '@tanstack/react-query';
import type { JsonObject } from '../../../kernel/canonical.ts';
import type { Text } from '../../../kernel/finding.ts';
import { ask, type ProblemFinding } from '../api/client.ts';

export interface Named {
  readonly name: string;
  readonly title: Text;
}

/** Records by outcome and ground. */
export type Sums = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface VersionHead {
  readonly version: number;
  /** Empty: the server began with it. */
  readonly name: string;
  readonly reason: string;
  readonly time: number;
}

export interface Version extends VersionHead {
  readonly settings: JsonObject;
}

export interface Commitment {
  readonly number: number;
  readonly version: number;
  readonly from: number;
  readonly until: number;
  readonly record?: string;
  readonly alone: boolean;
  readonly receipts: readonly { readonly institution: string; readonly time?: number }[];
  readonly over: boolean;
  readonly sums: Sums;
}

export interface Selection {
  readonly id: string;
  readonly profile: string;
  readonly name: string;
  readonly title: Text;
  readonly types: readonly string[];
  /** Strictest first. */
  readonly outcomes: readonly Named[];
  readonly grounds: readonly Named[];
  readonly schema: JsonObject;
  readonly settings?: Version;
  readonly versions: readonly VersionHead[];
  readonly commitments: readonly Commitment[];
}

export interface Preview {
  readonly records: number;
  readonly draft: Sums;
  readonly now?: Sums;
  readonly findings: readonly ProblemFinding[];
}

export interface Choice {
  readonly selection: string;
  readonly title: Text;
  readonly outcomes: readonly Named[];
  readonly grounds: readonly Named[];
  readonly outcome: string;
  readonly ground: string;
  readonly criterion?: string;
  readonly at: number;
  readonly proved: boolean;
  readonly rerouted: readonly {
    readonly outcome: string;
    readonly reason: string;
    readonly at: number;
    readonly role: string;
  }[];
}

type Addressed = Pick<Selection, 'id'>;

const place = ({ id }: Addressed): string => `/api/desk/selections/${id}`;

export const selectionsQuery = queryOptions({
  queryKey: ['selections'],
  queryFn: () => ask<{ readonly items: readonly Selection[] }>('/api/desk/selections'),
});

export const versionQuery = (of: Addressed, version: number) =>
  queryOptions({
    queryKey: ['selections', of.id, 'version', version],
    queryFn: () => ask<Version>(`${place(of)}/settings/${version}`),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const saveSettings = (of: Addressed, revision: number, settings: JsonObject, reason: string) =>
  ask<Version>(`${place(of)}/settings`, { method: 'PUT', body: { revision, settings, reason } });

export const previewSettings = (of: Addressed, settings: JsonObject) =>
  ask<Preview>(`${place(of)}/preview`, { method: 'POST', body: { settings } });

export const fileOf = (of: Addressed, number: number): string => `${place(of)}/commitments/${number}/file`;

/** Begins as the news of the record do, which make it stale. */
export const choicesQuery = (record: string) =>
  queryOptions({
    queryKey: ['record', record, 'selections'],
    queryFn: () => ask<{ readonly items: readonly Choice[] }>(`/api/desk/records/${record}/selections`),
    staleTime: 2_000,
  });

export const reroute = (record: string, selection: string, outcome: string, reason: string) =>
  ask(`/api/desk/records/${record}/selections/${selection}/reroutes`, { method: 'POST', body: { outcome, reason } });
