/** Rows of registers and ledgers, page by page. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Json } from '../../../kernel/canonical.ts';
import { ask } from './client.ts';
import type { Page } from './shapes.ts';

export interface RegisterLine {
  readonly register: string;
  readonly key: readonly string[];
  readonly value: Json;
  readonly record: string;
  readonly time: number;
}

export interface RegisterHistory {
  readonly key: readonly string[];
  readonly statements: readonly {
    readonly record: string;
    readonly issuer: string;
    readonly value: Json;
    readonly time: number;
    readonly effective: boolean;
    readonly known: readonly { readonly institution: string; readonly time: number }[];
  }[];
  readonly on?: { readonly time: number; readonly inForce?: string };
}

/** Amounts are decimal texts in the ledger's unit. */
export interface Account {
  readonly ledger: string;
  readonly key: readonly string[];
  readonly unit: string;
  readonly available: string;
  readonly credited: string;
  readonly debited: string;
  readonly settled: string;
  readonly frozen: boolean;
  readonly byMovement: Readonly<Record<string, string>>;
}

export interface Found {
  /** `registers` or `ledgers`, then profile and name. */
  readonly path: string;
  readonly words: string;
}

const rowsAtOnce = '100';

/** One page of rows whose keys hold every word. */
export const rowsQuery = <T>({ path, words }: Found) =>
  infiniteQueryOptions({
    queryKey: ['rows', path, words],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ limit: rowsAtOnce });
      for (const word of words.split(/\s+/)) if (word !== '') query.append('word', word);
      if (pageParam !== '') query.set('cursor', pageParam);
      return ask<Page<T>>(`/api/${path}?${query}`, { signal });
    },
    initialPageParam: '',
    getNextPageParam: ({ next }: Page<T>) => next,
  });

/** All statements under one key; `day`: what was in force at its end. */
export const historyQuery = (path: string, key: readonly string[], day: string) =>
  queryOptions({
    queryKey: ['rows', path, 'history', key, day],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({ limit: '1' });
      for (const part of key) query.append('key', part);
      if (day !== '') query.set('on', day);
      return ask<Page<RegisterHistory>>(`/api/${path}/history?${query}`, { signal });
    },
  });

/** One movement of an account by one record. */
export interface AccountMove {
  readonly record: string;
  readonly type: string;
  readonly number: string;
  readonly time: number;
  readonly movement: string;
  readonly amount: string;
  readonly effective: boolean;
}

/** `ledger` is `profile/name`. */
export const movesQuery = (ledger: string, key: readonly string[]) =>
  infiniteQueryOptions({
    queryKey: ['rows', 'moves', ledger, key],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams(key.map((part) => ['key', part]));
      if (pageParam !== '') query.set('cursor', pageParam);
      return ask<Page<AccountMove>>(`/api/desk/accounts/${ledger}/history?${query}`, { signal });
    },
    initialPageParam: '',
    getNextPageParam: ({ next }: Page<AccountMove>) => next,
  });
