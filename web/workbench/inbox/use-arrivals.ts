/** Records that came or changed while the page was open, so that their rows can bear a quiet mark. */
import { useCallback, useEffect, useState } from 'react';
import { onNews } from '../api/live.ts';

const most = 1000;

export function useArrivals(): (id: string) => boolean {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    let gathered: string[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const silence = onNews(({ kind, id }) => {
      if (kind === 'receipt') return;
      gathered.push(id);
      // Many come at once when a batch arrives.
      timer ??= setTimeout(() => {
        const more = gathered;
        gathered = [];
        timer = undefined;
        setIds((known) => new Set([...known, ...more].slice(-most)));
      }, 250);
    });
    return () => {
      clearTimeout(timer);
      silence();
    };
  }, []);
  return useCallback((id) => ids.has(id), [ids]);
}
