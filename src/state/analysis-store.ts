import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Analysis } from '../core/analysis/types.ts';

/** What is known about the workspace. Derived: written by the analysis worker's channel alone. */
export interface AnalysisState {
  /** The last good analysis; stays while a newer one runs or fails. */
  readonly analysis: Analysis | null;
  /** The workspace revision that `analysis` belongs to; -1 before the first. */
  readonly revision: number;
  /** `stale`: the workspace has moved on and nothing runs (yet, or because it failed or was stopped). */
  readonly status: 'idle' | 'running' | 'stale';
  /** A fault of the app, never of the user's files: those are findings. */
  readonly error: string | null;
}

/** A store before the first analysis. */
export function createAnalysisStore(): StoreApi<AnalysisState> {
  return createStore<AnalysisState>(() => ({
    analysis: null,
    revision: -1,
    status: 'idle',
    error: null,
  }));
}
