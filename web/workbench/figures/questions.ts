/** What dashboards ask. Times in ms. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Text } from '../../../kernel/finding.ts';
import { ask } from '../api/client.ts';
import type { Page, RecordLine } from '../api/shapes.ts';

export interface FigureHead {
  readonly profile: string;
  readonly name: string;
  readonly title: Text;
  readonly of: Text;
  readonly measure: 'count' | 'share' | 'duration';
  /** False for what is told as it stands now: it knows no days. */
  readonly dated: boolean;
  /** Rows are codes; titles are their names, or the codes where none is known. */
  readonly coded?: true;
}

export interface FigureRow {
  readonly row: string;
  readonly title: Text;
  readonly week?: string;
  readonly side: 'issued' | 'received';
  readonly count: number;
  /** Of a share: how many of `count` it holds. */
  readonly sum?: number;
  readonly median?: number;
  readonly p90?: number;
}

export interface FigureAnswer extends FigureHead {
  readonly complete: boolean;
  readonly rows: readonly FigureRow[];
}

/** Days as `2026-11-22`; empty: from the first, to the last. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

export type By = 'row' | 'week' | 'week-row';

export const pathOf = ({ profile, name }: Pick<FigureHead, 'profile' | 'name'>): string =>
  `/api/desk/figures/${profile}/${name}`;

export function queryOf(values: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value !== undefined && value !== '') query.set(name, value);
  return String(query);
}

export const figuresQuery = queryOptions({
  queryKey: ['figures'],
  queryFn: () => ask<{ readonly items: readonly FigureHead[] }>('/api/desk/figures'),
  staleTime: 10 * 60_000,
});

export const figureQuery = (head: FigureHead, { from, to }: Span, by: By) =>
  queryOptions({
    queryKey: ['figures', head.profile, head.name, from, to, by],
    queryFn: ({ signal }) =>
      ask<FigureAnswer>(`${pathOf(head)}?${queryOf(head.dated ? { from, to, by } : {})}`, { signal }),
    // While records are still being counted.
    refetchInterval: ({ state }) => (state.data?.complete === false ? 1500 : false),
  });

/** What stands behind one figure. */
export interface Behind {
  readonly row?: string;
  readonly week?: string;
  readonly side?: string;
}

export const behindQuery = (head: FigureHead, { from, to }: Span, behind: Behind) =>
  infiniteQueryOptions({
    queryKey: ['figures', head.profile, head.name, 'records', from, to, behind],
    queryFn: ({ pageParam, signal }) => {
      const days = head.dated && behind.week === undefined ? { from, to } : {};
      const query = queryOf({ ...days, ...behind, limit: '50', cursor: pageParam });
      return ask<Page<RecordLine>>(`${pathOf(head)}/records?${query}`, { signal });
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
