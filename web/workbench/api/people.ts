/** Where one can sign in, and what roles are called: open to whoever is at the door. */
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import type { Text } from '../../../kernel/finding.ts';
import { say } from '../language.ts';
import { ask } from './client.ts';

export interface EntryPerson {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly institution: string;
}

export interface Entry {
  readonly demonstration: boolean;
  readonly institutions: readonly { readonly id: string; readonly names: Text }[];
  /** Those who sign in with one press; of a demonstration alone. */
  readonly people: readonly EntryPerson[];
  readonly roles: readonly { readonly name: string; readonly title: Text }[];
}

export const entryQuery = queryOptions({
  queryKey: ['entry'],
  queryFn: () => ask<Entry>('/api/desk/entry'),
  staleTime: 10 * 60_000,
});

/** The bare name of a role that the server does not know. */
export function useRoleTitle(): (role: string) => string {
  const { roles } = useSuspenseQuery(entryQuery).data;
  return (role) => {
    const found = roles.find(({ name }) => name === role);
    return found ? say(found.title) : role;
  };
}
