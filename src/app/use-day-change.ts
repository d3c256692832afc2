import { useEffect, useRef } from 'react';
import { rerunAnalysis } from '../state/index.ts';
import { startOfDay } from './lens/shift-date.ts';
import { useNow } from './use-now.ts';

/** A page left open over midnight (UTC) checks again: certificates end by date. */
export function useDayChange(): void {
  const today = startOfDay(useNow());
  const before = useRef(today);
  useEffect(() => {
    if (before.current === today) return;
    before.current = today;
    rerunAnalysis();
  }, [today]);
}
