/** What pages of goods ask. Nobody hears news of records without the right to read them: it is asked now and then. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Text } from '../../../kernel/finding.ts';
import { ask } from '../api/client.ts';
import type { Clock } from '../api/shapes.ts';
import type { ProgressStep } from '../applications/requests.ts';

export interface GoodsLine {
  readonly id: string;
  readonly profile: string;
  readonly type: string;
  readonly typeTitle: Text;
  readonly number: string;
  readonly title: string;
  /** Ms since 1970. */
  readonly time: number;
  readonly state: string;
  readonly stateTitle?: Text;
  /** Institutions; none when it is over. */
  readonly turn: readonly string[];
  readonly meanwhile?: Text;
  readonly clock?: Clock;
}

export interface Goods extends GoodsLine {
  readonly steps: readonly ProgressStep[];
}

interface GoodsPage {
  readonly items: readonly GoodsLine[];
  readonly next?: string;
  readonly complete: boolean;
}

const path = '/api/desk/goods';
export const everyMs = 15_000;

export const goodsQuery = infiniteQueryOptions({
  queryKey: ['goods', 'list'],
  queryFn: ({ pageParam }) =>
    ask<GoodsPage>(pageParam === undefined ? path : `${path}?${new URLSearchParams({ after: pageParam })}`),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }) => next,
  refetchInterval: everyMs,
});

export const oneGoodsQuery = (id: string) =>
  queryOptions({
    queryKey: ['goods', id],
    queryFn: () => ask<Goods>(`${path}/${encodeURIComponent(id)}`),
    refetchInterval: everyMs,
  });
