import { useStore } from 'zustand/react';
import { createStore } from 'zustand/vanilla';
import { Stopped } from '../../../state/index.ts';

/** What is to be said about the last reading of files, where the workspace itself does not show it. */
export interface IntakeReport {
  /** A fault of the app; else a plain remark. */
  readonly fault: boolean;
  readonly text: string;
}

const store = createStore<{ readonly report: IntakeReport | null }>(() => ({ report: null }));

/** Keeps the report on the last reading; null takes it away. */
export function reportIntake(report: IntakeReport | null): void {
  store.setState({ report });
}

/** Keeps why a reading failed; what the user stopped is no failure. */
export function reportFault(fault: unknown): void {
  if (fault instanceof Stopped) return;
  const why = fault instanceof Error ? fault.message : String(fault);
  reportIntake({ fault: true, text: `The files were not read: ${why}` });
}

/** The report on the last reading. */
export function useIntakeReport(): IntakeReport | null {
  return useStore(store, (state) => state.report);
}
