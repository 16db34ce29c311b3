import { useEffect, useState } from 'react';

/** The time, ms since 1970, told anew every so many seconds: clocks on a page that stays open go on. */
export function useNow(seconds = 30): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), seconds * 1000);
    return () => clearInterval(timer);
  }, [seconds]);
  return now;
}
