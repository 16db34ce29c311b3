/** Names of institutions, for every page. */
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { say } from '../language.ts';
import { ask } from './client.ts';
import { type InstitutionEntry, institutionsIn, type ServedTrust } from './institution-names.ts';
import { queryClient } from './queries.ts';

const trustQuery = queryOptions({
  queryKey: ['trust'],
  queryFn: () => ask<ServedTrust>('/api/trust'),
  staleTime: 10 * 60_000,
});

const none: ReadonlyMap<string, InstitutionEntry> = new Map();

export function useInstitutions(): ReadonlyMap<string, InstitutionEntry> {
  const { data } = useQuery(trustQuery);
  return useMemo(() => (data ? institutionsIn(data) : none), [data]);
}

/** Asks for them where they are not at hand yet. */
export const knownInstitutions = async (): Promise<ReadonlyMap<string, InstitutionEntry>> =>
  institutionsIn(await queryClient.ensureQueryData(trustQuery));

/** The id where no part names it. */
export function useInstitutionName(): (id: string) => string {
  const institutions = useInstitutions();
  return useCallback(
    (id) => {
      const found = institutions.get(id);
      return found ? say(found.names) : id;
    },
    [institutions],
  );
}
