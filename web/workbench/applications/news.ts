/** Notices, asked for now and then: traders hear nothing of the institution's records otherwise. */
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { queryClient } from '../api/queries.ts';
import { applicationsKey, notices, readNotices } from './requests.ts';

export const newsQuery = queryOptions({
  queryKey: ['notices', 'new'],
  queryFn: notices,
  refetchInterval: 20_000,
});

const refresh = (...keys: readonly string[]) =>
  Promise.all(keys.map((key) => queryClient.invalidateQueries({ queryKey: [key] })));

export const tellRead = async (
  which: { readonly upTo: number } | { readonly ids: readonly number[] },
): Promise<void> => {
  await readNotices(which);
  await refresh('notices', 'session');
};

/** With each new notice the applications are asked for again. What the page of an application tells is read there. */
export function useNews(application?: string): void {
  const { data } = useQuery(newsQuery);
  const newest = data && (data.items[0]?.id ?? 0);
  const seen = useRef(newest);
  useEffect(() => {
    if (seen.current !== undefined && newest !== seen.current) void refresh('session', ...applicationsKey);
    seen.current = newest;
  }, [newest]);
  const here = (data?.items ?? [])
    .filter(({ read, about }) => read === undefined && application !== undefined && about.application === application)
    .map(({ id }) => id)
    .join();
  useEffect(() => {
    // Unread they do no harm: another time.
    if (here !== '') tellRead({ ids: here.split(',').map(Number) }).catch(() => undefined);
  }, [here]);
}
