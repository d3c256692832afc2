import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand/react';

/** Why the last reading of files came to nothing; null when it went well. */
const report = createStore<{ readonly problem: string | null }>(() => ({ problem: null }));

/** Keeps the outcome of the last reading. */
export function reportIntake(problem: string | null): void {
  report.setState({ problem });
}

/** The outcome of the last reading. */
export function useIntakeProblem(): string | null {
  return useStore(report, (state) => state.problem);
}
