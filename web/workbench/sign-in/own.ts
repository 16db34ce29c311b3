/** What the server keeps of the person who is signed in. Times in ms since 1970. */
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../api/client.ts';
import type { Page } from '../api/shapes.ts';

export interface Passkey {
  readonly id: string;
  readonly label: string;
  /** Other devices of the person hold it, too. */
  readonly backedUp: boolean;
  readonly created: number;
  readonly used?: number;
  /** The one that approves. */
  readonly enrolled: boolean;
}

export interface SessionLine {
  readonly id: string;
  readonly agent: string;
  readonly created: number;
  readonly used: number;
  readonly expires: number;
  readonly current: boolean;
}

export interface Notice {
  readonly id: number;
  readonly page: string;
  readonly text: string;
  readonly time: number;
  readonly read?: number;
}

export const passkeysQuery = queryOptions({
  queryKey: ['passkeys'],
  queryFn: () => ask<Page<Passkey>>('/api/desk/passkeys'),
});

export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: () => ask<Page<SessionLine>>('/api/desk/sessions'),
});
