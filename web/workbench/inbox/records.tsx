/** All records held, issued and received, newest first. */
import './inbox.css';
import './grid.css';
import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, useRef, useState } from 'react';
import { ask } from '../api/client.ts';
import type { AllAnswer, InboxLine } from '../api/shapes.ts';
import * as m from '../compiled/words/messages.js';
import { Loading } from '../parts/loading.tsx';
import { ProblemNote } from '../parts/problem-note.tsx';
import { allColumns } from './columns.tsx';
import { type Filter, queryOf, readFilter, searchOf } from './filter.ts';
import { FilterBar } from './filter-bar.tsx';
import { Keys } from './keys.tsx';
import { type GridHandle, RecordGrid } from './record-grid.tsx';
import { useArrivals } from './use-arrivals.ts';
import { useListKeys } from './use-list-keys.ts';

const allQuery = (query: string) =>
  infiniteQueryOptions({
    queryKey: ['records', query],
    queryFn: async ({ pageParam, signal }) => {
      const filter = query === '' ? '' : `&${query}`;
      const cursor = pageParam === '' ? '' : `&cursor=${pageParam}`;
      const page = await ask<AllAnswer>(`/api/desk/inbox?all=true&limit=100${filter}${cursor}`, { signal });
      return { ...page, query };
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });

export function RecordsPage() {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const filter = readFilter(search);
  const query = queryOf(filter);
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage, refetch } = useInfiniteQuery(allQuery(query));
  const isNew = useArrivals();
  const [showsKeys, setShowsKeys] = useState(false);
  const grid = useRef<GridHandle>(null);
  const searchField = useRef<HTMLInputElement>(null);

  // What is asked for already may not be on the page yet.
  const put = (change: Partial<Filter>) =>
    void navigate({
      to: '/records',
      search: (before) => searchOf({ ...readFilter(before), ...change }),
      replace: true,
    });
  useListKeys({
    grid,
    search: searchField,
    onLane: (lane) => put({ lane }),
    onKeys: () => setShowsKeys(true),
  });
  const at = useMemo(
    () => new Map((data?.pages ?? []).flatMap(({ items }) => items).map((line, index) => [index, line])),
    [data],
  );
  const subject = data?.pages[0]?.query ?? query;
  // One row more than is known leads on to the next page.
  const total = at.size + (hasNextPage ? 1 : 0);
  const onRange = useCallback(
    (_: number, to: number) => {
      if (hasNextPage && !isFetchingNextPage && to > at.size - 60) void fetchNextPage();
    },
    [hasNextPage, isFetchingNextPage, at.size, fetchNextPage],
  );
  const open = useCallback(
    (line: InboxLine) => void navigate({ to: '/records/$id', params: { id: line.id } }),
    [navigate],
  );
  return (
    <div className="inbox">
      <title>{`${m.shell_records()} · Samur`}</title>
      <div className="inbox-head">
        <h1>{m.shell_records()}</h1>
      </div>
      <FilterBar filter={filter} onFilter={put} scope="all" searchRef={searchField} />
      {error && <ProblemNote fault={error} again={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && (
        <RecordGrid
          label={m.shell_records()}
          subject={subject}
          total={total}
          at={at}
          columns={allColumns}
          isNew={isNew}
          onRange={onRange}
          onOpen={open}
          handle={grid}
          busy={subject !== query}
        />
      )}
      {data && total === 0 && <p className="nothing">{m.inbox_empty_records()}</p>}
      <Keys opened={showsKeys} onClose={() => setShowsKeys(false)} />
    </div>
  );
}
