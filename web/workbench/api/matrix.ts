/** Which role may do what: told to whoever is signed in. */
import { queryOptions } from '@tanstack/react-query';
import type { Text } from '../../../kernel/finding.ts';
import { ask } from './client.ts';

export interface Matrix {
  readonly roles: readonly { readonly name: string; readonly title: Text }[];
  readonly actions: readonly { readonly name: string; readonly title: Text; readonly roles: readonly string[] }[];
}

export const matrixQuery = queryOptions({
  queryKey: ['matrix'],
  queryFn: () => ask<Matrix>('/api/desk/matrix'),
  staleTime: 10 * 60_000,
});
