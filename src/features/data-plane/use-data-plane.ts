import { useEffect, useState } from 'react';
import type { DataPlaneAnswer } from '../../core/analysis/data-plane/types.ts';
import { askDataPlane, useAnalysis, useCurrentConnection, useStudio } from '../../state/index.ts';

/** What is known of the configuration on show. */
export interface DataPlaneState {
  /** The last answer; stays while a newer one is awaited. */
  readonly answer: DataPlaneAnswer | null;
  /** A newer answer has been awaited for long enough to say so. */
  readonly slow: boolean;
  /** Why the newest question got no answer; null when it did. */
  readonly failure: string | null;
  readonly askAgain: () => void;
}

/** Milliseconds after which waiting is mentioned. */
const PATIENCE = 250;

interface Settled {
  readonly for: string;
  readonly answer: DataPlaneAnswer | null;
  readonly failure: string | null;
}

/**
 * The configuration for the connection on show. Asked again with every analysis of the newest revision, with another
 * lens and another connection; an answer to an older question is dropped.
 */
export function useDataPlane(): DataPlaneState {
  const [attempt, setAttempt] = useState(0);
  const [settled, setSettled] = useState<Settled | null>(null);
  const [slowFor, setSlowFor] = useState<string | null>(null);
  const { connectionId, wanted } = useQuestion(attempt);
  useEffect(() => {
    if (wanted === null || connectionId === null) return undefined;
    return ask(connectionId, {
      onSlow: () => {
        setSlowFor(wanted);
      },
      onSettled: (outcome) => {
        setSettled({ for: wanted, ...outcome });
      },
    });
  }, [wanted, connectionId]);
  const isWaiting = wanted !== null && settled?.for !== wanted;
  return {
    answer: settled?.answer?.connectionId === connectionId ? settled.answer : null,
    slow: isWaiting && slowFor === wanted,
    failure: isWaiting ? null : (settled?.failure ?? null),
    askAgain: () => {
      setAttempt(attempt + 1);
    },
  };
}

/** What is to be asked; `wanted` tells two questions apart and is null while there is nothing to ask. */
function useQuestion(attempt: number): { connectionId: string | null; wanted: string | null } {
  const connectionId = useCurrentConnection()?.connection.id ?? null;
  const analysed = useAnalysis((state) => state.revision);
  const revision = useStudio((state) => state.revision);
  const lens = useStudio((state) => state.view.lens);
  const simulation = useStudio((state) => state.view.simulation?.title ?? '');
  // While the analysis is behind, its connections may be gone: the question waits for it.
  const isCurrent = connectionId !== null && analysed === revision;
  return {
    connectionId,
    wanted: isCurrent ? [revision, lens, simulation, connectionId, attempt].join(' ') : null,
  };
}

/** Asks; the result drops the answer that is not there yet. */
function ask(
  connectionId: string,
  on: {
    readonly onSlow: () => void;
    readonly onSettled: (outcome: Omit<Settled, 'for'>) => void;
  },
): () => void {
  let current = true;
  const timer = setTimeout(on.onSlow, PATIENCE);
  const settle = (outcome: Omit<Settled, 'for'>) => {
    if (!current) return;
    clearTimeout(timer);
    on.onSettled(outcome);
  };
  askDataPlane(connectionId).then(
    (answer) => {
      settle({ answer, failure: null });
    },
    (fault: unknown) => {
      settle({ answer: null, failure: fault instanceof Error ? fault.message : String(fault) });
    },
  );
  return () => {
    current = false;
    clearTimeout(timer);
  };
}
