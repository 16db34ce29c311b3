/** Questions that many pages ask. Keys begin with what they are about, so that live news can say what is stale. */
import { QueryClient, queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { ask, Problem } from './client.ts';
import { readSession } from './session.ts';
import type { Profiles, Session } from './shapes.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // Refusals stay refusals; a lost connection is worth another try.
      retry: (count, fault) => count < 2 && fault instanceof Problem && fault.status === 0,
      refetchOnWindowFocus: true,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: readSession,
  staleTime: 60_000,
  refetchOnWindowFocus: 'always',
});

export const profilesQuery = queryOptions({
  queryKey: ['profiles'],
  queryFn: () => ask<Profiles>('/api/profiles'),
  staleTime: 10 * 60_000,
});

/** Of pages that only people see who are signed in. */
export function useSession(): Session {
  const { data } = useSuspenseQuery(sessionQuery);
  if (data === null) throw new Problem(401, 'access.no-session', '', [], undefined);
  return data;
}

export const useMay = (action: string): boolean => useSession().actions.includes(action);
