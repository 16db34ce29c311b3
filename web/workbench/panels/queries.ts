/** What panels are drawn from. */
import { queryOptions } from '@tanstack/react-query';
import type { PanelAction, PanelBlock } from '../../../kernel/panel.ts';
import { ask, type ProblemFinding } from '../api/client.ts';

export interface OfferedAction extends PanelAction {
  /** Of a follow-up. */
  readonly event?: string;
  /** What rules say of what is filled in. */
  readonly findings: readonly ProblemFinding[];
}

export interface PanelView {
  readonly name: string;
  readonly title: string;
  /** Stands before the facts of the record. */
  readonly first: boolean;
  readonly blocks: readonly PanelBlock[];
  readonly actions: readonly OfferedAction[];
}

export const panelsQuery = (id: string) =>
  queryOptions({
    // Beside the record, so that its news make it stale too.
    queryKey: ['record', id, 'panels'],
    queryFn: ({ signal }) =>
      ask<{ readonly items: readonly PanelView[] }>(`/api/desk/records/${id}/panels`, { signal }),
  });
