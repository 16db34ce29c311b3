/**
 * Follows whether the server can be reached and whose session this browser holds. What a page shows stays when a session
 * ends; when somebody else signs in, nothing of it does.
 */
import { useSyncExternalStore } from 'react';
import { watchRequests } from '../api/client.ts';
import { queryClient } from '../api/queries.ts';
import { ownSession, watchPerson } from '../api/session.ts';
import { answerTo, nextPresence, type Presence, present, type Sign, type Whose, type Word } from './presence.ts';

const againMs = 4_000;

let presence: Presence = present;
const listeners = new Set<() => void>();
const tabs = new BroadcastChannel('samur-session');

function take(sign: Sign): void {
  const before = presence;
  presence = nextPresence(before, sign);
  if (presence === before) return;
  for (const listener of listeners) listener();
  // Whatever was missed meanwhile.
  const isBack = (!before.reachable && presence.reachable) || (before.ended && !presence.ended);
  if (isBack && !presence.ended) void queryClient.invalidateQueries();
}

export function startWatching(): void {
  watchRequests(take);
  watchPerson((found) => {
    if (found === 'other') leave('/desk');
    else sessionIsBack();
  });
  tabs.addEventListener('message', ({ data }: MessageEvent<Word>) => {
    const answer = answerTo(data, ownSession());
    if (answer === 'back') askForSession();
    if (answer === 'leave') leave(data.said === 'out' ? '/desk/sign-in' : '/desk');
  });
  addEventListener('offline', () => take('unreachable'));
  addEventListener('online', askForSession);
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && presence.ended) askForSession();
  });
  // While nobody answers, asked again: news alone would not come.
  setInterval(() => {
    if (!presence.reachable) askForSession();
  }, againMs);
}

function askForSession(): void {
  void queryClient.invalidateQueries({ queryKey: ['session'] });
}

/** Another document: nothing of this one stays in memory. */
function leave(to: string): void {
  queryClient.clear();
  location.replace(to);
}

/** After signing in again. */
export const sessionIsBack = (): void => take('signed-in');

/** To the other tabs of this browser. */
export const tellSignedIn = (whose: Whose): void => tabs.postMessage({ said: 'in', whose } satisfies Word);
export const tellSignedOut = (): void => tabs.postMessage({ said: 'out' } satisfies Word);

export function usePresence(): Presence {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => presence,
  );
}
