/** Asks about what is typed, once typing rests; the last question wins. */
import { useEffect, useRef, useState } from 'react';

/** The last answer stands until the next one comes. Asked anew with each other `subject`; undefined: not at all. */
export function useLatest<T>(
  subject: unknown,
  askIt: ((signal: AbortSignal) => Promise<T>) | undefined,
  pauseMs: number,
): { readonly answer: T | undefined; readonly asking: boolean; readonly fault: unknown } {
  const [state, setState] = useState<{ answer: T | undefined; asking: boolean; fault: unknown }>({
    answer: undefined,
    asking: false,
    fault: undefined,
  });
  const asker = useRef(askIt);
  asker.current = askIt;
  useEffect(() => {
    if (subject === undefined || asker.current === undefined) return undefined;
    const control = new AbortController();
    setState((before) => ({ ...before, asking: true }));
    const timer = setTimeout(() => {
      asker.current?.(control.signal).then(
        (answer) => !control.signal.aborted && setState({ answer, asking: false, fault: undefined }),
        (fault: unknown) =>
          !control.signal.aborted && setState((before) => ({ answer: before.answer, asking: false, fault })),
      );
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [subject, pauseMs]);
  return state;
}
