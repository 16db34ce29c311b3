/** News of the institution as they happen: what they make stale is asked for again. */
import type { QueryClient } from '@tanstack/react-query';

const patienceMs = 250;

export interface News {
  readonly kind: 'issued' | 'received' | 'state' | 'receipt';
  /** Of the record. */
  readonly id: string;
}

const listeners = new Set<(news: News) => void>();

/** Ends with the returned function. */
export function onNews(listener: (news: News) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
const reopenMs = 5_000;
const touchedByAll = ['inbox', 'records', 'dossiers', 'applications', 'channels', 'session'];

/** Ends with the returned function. `records.read` is needed; without it nothing is told. */
export function followNews(client: QueryClient): () => void {
  const touched = new Set<string>();
  let pending: ReturnType<typeof setTimeout> | undefined;
  let reopening: ReturnType<typeof setTimeout> | undefined;
  let source: EventSource;
  const refresh = () => {
    pending = undefined;
    for (const one of touched) void client.invalidateQueries({ queryKey: ['record', one] });
    touched.clear();
    for (const what of touchedByAll) void client.invalidateQueries({ queryKey: [what] });
  };
  const tell = (event: MessageEvent<string>) => {
    const news = JSON.parse(event.data) as News;
    touched.add(news.id);
    for (const listener of listeners) listener(news);
    // Many come at once when a batch arrives.
    pending ??= setTimeout(refresh, patienceMs);
  };
  const open = () => {
    source = new EventSource('/api/events');
    for (const kind of ['issued', 'received', 'state', 'receipt']) source.addEventListener(kind, tell);
    source.addEventListener('error', () => {
      // The browser itself tries again after a lost connection, never after an answer that says no.
      if (source.readyState !== EventSource.CLOSED) return;
      // Says whether the session has ended; then this ends, too.
      void client.invalidateQueries({ queryKey: ['session'] });
      reopening = setTimeout(() => {
        open();
        pending ??= setTimeout(refresh, patienceMs);
      }, reopenMs);
    });
  };
  open();
  return () => {
    clearTimeout(pending);
    clearTimeout(reopening);
    source.close();
  };
}
