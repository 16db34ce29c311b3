/** Rows of the inbox in windows of a hundred. While those of another filter come, the ones before stay. */
import { keepPreviousData, queryOptions, type UseQueryResult, useQueries, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { ask } from '../api/client.ts';
import type { InboxAnswer, InboxLine } from '../api/shapes.ts';
import { type Filter, queryOf } from './filter.ts';
import { windowsOver } from './reading-place.ts';

const windowSize = 100;

const windowQuery = (query: string, offset: number) =>
  queryOptions({
    queryKey: ['inbox', query, offset],
    queryFn: async ({ signal }) => {
      const filter = query === '' ? '' : `${query}&`;
      const answer = await ask<InboxAnswer>(`/api/desk/inbox?${filter}offset=${offset}&limit=${windowSize}`, {
        signal,
      });
      return { ...answer, query, offset };
    },
    staleTime: 5_000,
    gcTime: 60_000,
  });

interface Window extends InboxAnswer {
  readonly query: string;
  readonly offset: number;
}

/** Rows of one filter by their place, as far as they are at hand. */
export interface Rows {
  /** Of the filter that they answer: while it is not the one asked for, these are old ones. */
  readonly query: string;
  readonly total: number;
  readonly lanes: InboxAnswer['lanes'];
  readonly at: ReadonlyMap<number, InboxLine>;
}

export interface InboxRows {
  /** Undefined before the first answer. */
  readonly rows: Rows | undefined;
  readonly fault: unknown;
  again(): void;
}

/** `first` and `last`: the rows that can be seen. */
export function useInbox(filter: Filter, first: number, last: number): InboxRows {
  const query = queryOf(filter);
  const head = useQuery({ ...windowQuery(query, 0), placeholderData: keepPreviousData });
  const current = head.data;
  const isOld = current !== undefined && current.query !== query;
  const offsets = isOld ? [] : windowsOver(first, last, current?.total ?? 0, windowSize).filter((offset) => offset > 0);
  const combine = useCallback((answers: readonly UseQueryResult<Window>[]) => rowsOf(current, answers), [current]);
  const rows = useQueries({ queries: offsets.map((offset) => windowQuery(query, offset)), combine });
  return { rows, fault: head.error ?? undefined, again: () => void head.refetch() };
}

function rowsOf(head: Window | undefined, others: readonly UseQueryResult<Window>[]): Rows | undefined {
  if (head === undefined) return undefined;
  const at = new Map<number, InboxLine>();
  for (const window of [head, ...others.map(({ data }) => data)])
    for (const [row, line] of (window?.items ?? []).entries()) at.set((window?.offset ?? 0) + row, line);
  const { query, total, lanes } = head;
  return { query, total, lanes, at };
}
