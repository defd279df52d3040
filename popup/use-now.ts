import { useEffect, useState } from 'preact/hooks';

const MINUTE_MS = 60_000;

/** The time, in epoch milliseconds, which goes on with each minute while the popup is open. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setTimeout(() => setNow(Date.now()), MINUTE_MS - (now % MINUTE_MS));
    return () => clearTimeout(timer);
  }, [now]);
  return now;
}
