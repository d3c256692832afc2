import { useCallback, useEffect, useState } from 'react';
import type { StepNumber } from '../../core/model/index.ts';

const STEP_MILLISECONDS = 420;
const LAST = 11;

/** Where a replay stands: null shows everything at once. */
export interface Replay {
  readonly upTo: StepNumber | null;
  readonly playing: boolean;
  readonly first: () => void;
  readonly back: () => void;
  readonly next: () => void;
  readonly toggle: () => void;
}

/** Steps through the eleven rows when asked. With reduced motion nothing runs by itself: Play shows the next step. */
export function useReplay(onStep: (step: StepNumber) => void): Replay {
  const [upTo, setUpTo] = useState<StepNumber | null>(null);
  const [playing, setPlaying] = useState(false);
  const go = useCallback(
    (step: number) => {
      const bounded = Math.min(LAST, Math.max(1, step)) as StepNumber;
      setUpTo(bounded);
      onStep(bounded);
      if (bounded === LAST) setPlaying(false);
    },
    [onStep],
  );
  useEffect(() => {
    if (!playing) return undefined;
    const timer = setTimeout(() => {
      go((upTo ?? 0) + 1);
    }, STEP_MILLISECONDS);
    return () => {
      clearTimeout(timer);
    };
  }, [playing, upTo, go]);
  const stop = (step: number) => () => {
    setPlaying(false);
    go(step);
  };
  return {
    upTo: upTo === LAST && !playing ? null : upTo,
    playing,
    first: stop(1),
    back: stop((upTo ?? LAST + 1) - 1),
    next: stop((upTo ?? 0) + 1),
    toggle: () => {
      if (prefersReducedMotion()) go(((upTo === LAST ? 0 : upTo) ?? 0) + 1);
      else {
        if (upTo === LAST) setUpTo(null);
        setPlaying(!playing);
      }
    },
  };
}

function prefersReducedMotion(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}
