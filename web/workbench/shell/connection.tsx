/** Tells when the server cannot be reached and when the session has ended, without taking the page away. */
import { Alert, Anchor } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { watchRequests } from '../api/client.ts';
import { queryClient } from '../api/queries.ts';
import * as m from '../compiled/words/messages.js';

type Connection = 'there' | 'away' | 'ended';
let connection: Connection = 'there';
const listeners = new Set<() => void>();

function set(next: Connection): void {
  if (next === connection) return;
  const wasAway = connection === 'away';
  connection = next;
  for (const listener of listeners) listener();
  if (wasAway && next === 'there') void queryClient.invalidateQueries();
}

export function startWatching(): void {
  watchRequests((outcome) =>
    set(
      outcome === 'unreachable'
        ? 'away'
        : outcome === 'no-session'
          ? 'ended'
          : connection === 'ended'
            ? 'ended'
            : 'there',
    ),
  );
  addEventListener('offline', () => set('away'));
  addEventListener('online', () => void queryClient.invalidateQueries({ queryKey: ['session'] }));
  // While nobody answers, asked again: news alone would not come.
  setInterval(() => {
    if (connection === 'away') void queryClient.invalidateQueries({ queryKey: ['session'] });
  }, 4000);
}

/** After signing in again. */
export const sessionIsBack = (): void => set('there');

export function useConnection(): Connection {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => connection,
  );
}

export function ConnectionNote() {
  const now = useConnection();
  return (
    <div role="status" aria-live="polite">
      {now === 'away' && (
        <Alert color="yellow" variant="outline" className="connection">
          {m.shell_offline()}
        </Alert>
      )}
      {now === 'ended' && (
        <Alert color="yellow" variant="outline" className="connection">
          {m.shell_ended()}{' '}
          <Anchor href="/desk/sign-in" target="_blank">
            {m.shell_sign_in()}
          </Anchor>
        </Alert>
      )}
    </div>
  );
}
