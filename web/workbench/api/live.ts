/** News of the institution as they happen: what they make stale is asked for again. */
import type { QueryClient } from '@tanstack/react-query';

const patienceMs = 250;

/** Ends with the returned function. `records.read` is needed; without it nothing is told. */
export function followNews(client: QueryClient): () => void {
  const source = new EventSource('/api/events');
  let pending: ReturnType<typeof setTimeout> | undefined;
  const touched = new Set<string>();
  const tell = (event: MessageEvent<string>) => {
    const { id } = JSON.parse(event.data) as { readonly id: string };
    touched.add(id);
    // Many come at once when a batch arrives.
    pending ??= setTimeout(() => {
      pending = undefined;
      for (const one of touched) void client.invalidateQueries({ queryKey: ['record', one] });
      touched.clear();
      for (const what of ['inbox', 'records', 'applications', 'channels', 'session'])
        void client.invalidateQueries({ queryKey: [what] });
    }, patienceMs);
  };
  for (const kind of ['issued', 'received', 'state', 'receipt']) source.addEventListener(kind, tell);
  return () => {
    clearTimeout(pending);
    source.close();
  };
}
