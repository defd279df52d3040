import { useEffect, useState } from 'preact/hooks';

const MINUTE_MS = 60_000;

/** A number that changes when somebody turns to the page, and each minute while it is in sight. */
export function useLook(): number {
  const [look, setLook] = useState(0);
  useEffect(() => {
    const turn = () => {
      if (document.visibilityState === 'visible') setLook((count) => count + 1);
    };
    const timer = setInterval(turn, MINUTE_MS);
    document.addEventListener('visibilitychange', turn);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', turn);
    };
  }, []);
  return look;
}
