import { useEffect, useRef, useState } from 'react';
import type { WhatIfAnswer, WhatIfQuestion } from '../../core/what-if/questions.ts';
import { askWhatIf, Stopped } from '../../state/index.ts';

/** How far an answer is. */
export interface Asked {
  /** The answer to the question that was asked last; null until it is there. */
  readonly answer: WhatIfAnswer | null;
  readonly progress: { readonly done: number; readonly total: number } | null;
  /** Why there is no answer; null while it is awaited or there. */
  readonly failure: string | null;
  readonly stop: () => void;
  readonly askAgain: () => void;
}

interface Settled {
  readonly for: unknown;
  readonly answer: WhatIfAnswer | null;
  readonly failure: string | null;
}

/**
 * Asks a question as long as the component is there; leaving ends the work.
 *
 * @param question kept by identity: another object is another question; null asks nothing
 */
export function useWhatIf(question: WhatIfQuestion | null): Asked {
  const [attempt, setAttempt] = useState(0);
  const [settled, setSettled] = useState<Settled | null>(null);
  const [progress, setProgress] = useState<Asked['progress']>(null);
  const cancel = useRef<() => void>(() => undefined);
  useEffect(() => {
    if (question === null) return undefined;
    const work = ask(question, {
      onProgress: setProgress,
      onSettled: (outcome) => {
        setProgress(null);
        setSettled({ for: question, ...outcome });
      },
    });
    cancel.current = work.cancel;
    return work.leave;
  }, [question, attempt]);
  const current = settled !== null && settled.for === question ? settled : null;
  return {
    answer: current?.answer ?? null,
    progress,
    failure: current?.failure ?? null,
    stop: () => {
      cancel.current();
    },
    askAgain: () => {
      setSettled(null);
      setAttempt(attempt + 1);
    },
  };
}

/** Asks once. `cancel` ends the work and settles; `leave` ends it without a word. */
function ask(
  question: WhatIfQuestion,
  on: {
    readonly onProgress: (progress: NonNullable<Asked['progress']>) => void;
    readonly onSettled: (outcome: Omit<Settled, 'for'>) => void;
  },
): { readonly cancel: () => void; readonly leave: () => void } {
  let over = false;
  const pending = askWhatIf(question, (progress) => {
    if (!over) on.onProgress(progress);
  });
  const settle = (outcome: Omit<Settled, 'for'>) => {
    if (over) return;
    over = true;
    on.onSettled(outcome);
  };
  pending.answer.then(
    (answer) => {
      settle({ answer, failure: null });
    },
    (fault: unknown) => {
      settle({ answer: null, failure: failureText(fault) });
    },
  );
  const leave = () => {
    if (over) return;
    over = true;
    pending.cancel();
  };
  return { cancel: pending.cancel, leave };
}

/** In words; work that was ended is no fault. */
export function failureText(fault: unknown): string {
  if (fault instanceof Stopped) return 'Stopped.';
  return fault instanceof Error ? fault.message : String(fault);
}
