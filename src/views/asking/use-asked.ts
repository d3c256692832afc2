import { useEffect, useRef, useState } from 'react';
import { Stopped, type Pending, type Progress } from '../../state/index.ts';

/** Asks a question of a worker. */
export type AskWorker<Question, Answer> = (
  question: Question,
  onProgress: (progress: Progress) => void,
) => Pending<Answer>;

/** How far an answer is. */
export interface Asked<Answer = unknown> {
  /** The answer to the question that was asked last; null until it is there. */
  readonly answer: Answer | null;
  readonly progress: Progress | null;
  /** Why there is no answer; null while it is awaited or there. */
  readonly failure: string | null;
  readonly stop: () => void;
  readonly askAgain: () => void;
}

interface Settled<Answer> {
  readonly for: unknown;
  readonly answer: Answer | null;
  readonly failure: string | null;
}

/**
 * Asks a question as long as the component is there; leaving ends the work.
 *
 * @param question kept by identity: another object is another question; null asks nothing
 * @param askWorker the same function each time
 */
export function useAsked<Question, Answer>(
  question: Question | null,
  askWorker: AskWorker<Question, Answer>,
): Asked<Answer> {
  const [attempt, setAttempt] = useState(0);
  const [settled, setSettled] = useState<Settled<Answer> | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const cancel = useRef<() => void>(() => undefined);
  useEffect(() => {
    if (question === null) return undefined;
    const work = ask(question, askWorker, {
      onProgress: setProgress,
      onSettled: (outcome) => {
        setProgress(null);
        setSettled({ for: question, ...outcome });
      },
    });
    cancel.current = work.cancel;
    return work.leave;
  }, [question, askWorker, attempt]);
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
function ask<Question, Answer>(
  question: Question,
  askWorker: AskWorker<Question, Answer>,
  on: {
    readonly onProgress: (progress: Progress) => void;
    readonly onSettled: (outcome: Omit<Settled<Answer>, 'for'>) => void;
  },
): { readonly cancel: () => void; readonly leave: () => void } {
  let over = false;
  const pending = askWorker(question, (progress) => {
    if (!over) on.onProgress(progress);
  });
  const settle = (outcome: Omit<Settled<Answer>, 'for'>) => {
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
