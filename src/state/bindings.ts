import { useStore } from 'zustand/react';
import type { AnalysedConnection } from '../core/analysis/types.ts';
import type { Handshake } from '../core/handshake/types.ts';
import type { ImplementationId, Workspace } from '../core/model/index.ts';
import { createAnalysisStore, type AnalysisState } from './analysis-store.ts';
import {
  currentConnection,
  currentHandshake,
  currentImplementation,
} from './current-connection.ts';
import { randomId } from './random-id.ts';
import { selectedObjectKey } from './selected-object-key.ts';
import { createStudio } from './studio.ts';
import type { StudioState } from './types.ts';

/** The app's one store and its actions. */
export const studio = createStudio({}, randomId);

/** The app's one derived store. */
export const analysisStore = createAnalysisStore();

/** Reads from the studio; the component renders again when the selected value changes (`Object.is`). */
export function useStudio<Value>(selector: (state: StudioState) => Value): Value {
  return useStore(studio.store, selector);
}

/** Reads from the last analysis; select parts, not new objects. */
export function useAnalysis<Value>(selector: (state: AnalysisState) => Value): Value {
  return useStore(analysisStore, selector);
}

/** The workspace that the analysis on show is about: the documents, or the variant that is simulated. */
export function useShownWorkspace(): Workspace {
  return useStudio(({ view, workspace }) => view.simulation?.workspace ?? workspace);
}

/** Key of the object to highlight everywhere, or null. */
export function useSelectedObjectKey(): string | null {
  const selection = useStudio((state) => state.view.selection);
  return useAnalysis((state) => selectedObjectKey(selection, state.analysis));
}

/** The connection whose handshake is on show. */
export function useCurrentConnection(): AnalysedConnection | null {
  const connectionId = useStudio((state) => state.view.connectionId);
  return useAnalysis((state) => currentConnection(state.analysis, { connectionId }));
}

/** The handshake on show: that of the current connection. */
export function useCurrentHandshake(): Handshake | null {
  const connectionId = useStudio((state) => state.view.connectionId);
  return useAnalysis((state) => currentHandshake(state.analysis, { connectionId }));
}

/** The implementation whose verdicts are on show; null when the gateway is not known. */
export function useCurrentImplementation(): ImplementationId | null {
  const connectionId = useStudio((state) => state.view.connectionId);
  return useAnalysis((state) => currentImplementation(state.analysis, { connectionId }));
}
