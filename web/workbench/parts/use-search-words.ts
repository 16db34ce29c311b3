/** Words that somebody types into a search whose last word stands in the address. */
import { useEffect, useRef, useState } from 'react';

interface SearchWords {
  readonly typed: string;
  readonly type: (words: string) => void;
  /** Searches for what is typed without waiting for more: searched for later, it would call back who has left. */
  readonly searchNow: () => void;
}

/**
 * `q`: what the address asks for. `pauseMs`: how long nothing is typed before it is searched for.
 * Other words in the address that were not asked for here, those of a saved view or of the way back, are taken over.
 */
export function useSearchWords(q: string, pauseMs: number, onSearch: (words: string) => void): SearchWords {
  const [typed, setTyped] = useState(q);
  /** What was asked for, and what is not in the address yet. */
  const asked = useRef(q);
  const underWay = useRef(new Set<string>());
  useEffect(() => {
    if (q === asked.current) underWay.current.clear();
    if (q === asked.current || underWay.current.delete(q)) return;
    asked.current = q;
    setTyped(q);
  }, [q]);
  const searchNow = () => {
    if (typed === asked.current) return;
    underWay.current.add(asked.current);
    asked.current = typed;
    onSearch(typed);
  };
  useEffect(() => {
    if (typed === asked.current) return;
    const timer = setTimeout(searchNow, pauseMs);
    return () => clearTimeout(timer);
  });
  return { typed, type: setTyped, searchNow };
}
