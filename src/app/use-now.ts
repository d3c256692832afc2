import { useEffect, useState } from 'react';
import { now } from './clock.ts';

const minute = 60_000;

/** The time, fresh to the minute, and again when the page comes back into view. */
export function useNow(): number {
  const [time, setTime] = useState(now);
  useEffect(() => {
    const refresh = () => {
      setTime(now());
    };
    const timer = setInterval(refresh, minute);
    document.addEventListener('visibilitychange', refresh);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', refresh);
    };
  }, []);
  return time;
}
