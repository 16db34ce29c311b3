/** What pages of dossiers ask. Keys begin as the news do that make them stale. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Text } from '../../../kernel/finding.ts';
import { ask } from '../api/client.ts';
import type { RecordLine } from '../api/shapes.ts';

export interface Kind {
  readonly name: string;
  readonly title: Text;
  readonly joins: boolean;
  readonly borne: boolean;
}

export interface FoundDossier {
  /** Of its first record. */
  readonly id: string;
  readonly records: number;
  /** Of its newest record, ms. */
  readonly time: number;
  readonly subjects: readonly RecordLine[];
  readonly matches: readonly {
    readonly kind: string;
    readonly value: string;
    readonly record: string;
    readonly profile: string;
    readonly type: string;
  }[];
  /** The number as a whole, not only its beginning. */
  readonly whole: boolean;
}

export interface DossierRecord extends RecordLine {
  readonly event?: string;
  readonly subject: boolean;
  readonly over: boolean;
  readonly receipts: readonly { readonly by: string; readonly time: number }[];
}

export interface DossierNumber {
  readonly kind: string;
  readonly value: string;
  /** Ids of the records that name it. */
  readonly records: readonly string[];
  readonly held?: boolean;
}

export interface DossierThings {
  readonly kind: string;
  readonly records: readonly string[];
  /** `alone`: a single record names it, and others name others of the kind. */
  readonly numbers: readonly (DossierNumber & { readonly alone: boolean })[];
}

export interface Dossier {
  readonly id: string;
  readonly total: number;
  readonly cut: boolean;
  readonly records: readonly DossierRecord[];
  readonly numbers: readonly DossierNumber[];
  readonly things: readonly DossierThings[];
  readonly missing: readonly { readonly id: string; readonly records: readonly string[] }[];
}

export interface Found {
  readonly items: readonly FoundDossier[];
  readonly more: boolean;
  readonly complete: boolean;
}

export const kindsQuery = queryOptions({
  queryKey: ['dossier-kinds'],
  queryFn: async () => (await ask<{ readonly items: readonly Kind[] }>('/api/desk/dossier-kinds')).items,
  staleTime: 10 * 60_000,
});

export const foundQuery = (q: string, kind: string) =>
  queryOptions({
    queryKey: ['dossiers', 'found', q, kind],
    queryFn: () => {
      const parameters = new URLSearchParams({ q, ...(kind !== '' && { kind }) });
      return ask<Found>(`/api/desk/dossiers?${parameters}`);
    },
    enabled: q.trim() !== '',
    placeholderData: keepPreviousData,
  });

export const dossierQuery = (id: string) =>
  queryOptions({ queryKey: ['dossiers', 'one', id], queryFn: () => ask<Dossier>(`/api/desk/dossiers/${id}`) });
