import type { StoreApi } from 'zustand/vanilla';
import type { AnalysisClient, AnalysisEvents } from '../workers/index.ts';
import type { AnalysisState } from './analysis-store.ts';
import { isEmptyWorkspace } from './empty-workspace.ts';
import { settleView } from './settle-view.ts';
import type { StudioState } from './types.ts';

/** What the driver works with: both stores, the channel, and the injected clock and timer. */
export interface AnalysisDriverParts {
  readonly studio: StoreApi<StudioState>;
  readonly derived: StoreApi<AnalysisState>;
  readonly connect: (events: AnalysisEvents) => AnalysisClient;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Runs a function after a short wait; gives the way to call it off. */
  readonly wait: (run: () => void) => () => void;
}

/** A running connection between the workspace and its analysis. */
export interface AnalysisDriver {
  readonly client: AnalysisClient;
  /** Analyses again: after a fault, or when the day has changed. */
  readonly rerun: () => void;
  /** Ends the analysis under way; the last good one stays. */
  readonly stop: () => void;
  readonly dispose: () => void;
}

/**
 * Keeps the derived store up with the workspace: every revision is sent after a short wait, the newest wins,
 * the last good analysis stays until a newer one is there, and the view settles on what is still there.
 */
export function driveAnalysis(parts: AnalysisDriverParts): AnalysisDriver {
  const { studio, derived, connect, now, wait } = parts;
  const client = connect(eventsInto(studio, derived));
  let callOff: () => void = () => undefined;

  const send = () => {
    const { workspace, revision } = studio.getState();
    if (isEmptyWorkspace(workspace)) {
      derived.setState({ analysis: null, revision, status: 'idle', error: null });
      return;
    }
    derived.setState({ status: 'running' });
    client.analyze(revision, workspace, now());
  };
  const unsubscribe = studio.subscribe((state, before) => {
    if (state.revision === before.revision) return;
    callOff();
    derived.setState({ status: 'stale' });
    callOff = wait(send);
  });
  const stop = () => {
    callOff();
    client.stop();
    derived.setState({ status: 'stale' });
  };
  return {
    client,
    rerun: send,
    stop,
    dispose: () => {
      unsubscribe();
      stop();
    },
  };
}

function eventsInto(
  studio: StoreApi<StudioState>,
  derived: StoreApi<AnalysisState>,
): AnalysisEvents {
  return {
    onAnalysis: (revision, analysis) => {
      const newest = studio.getState().revision === revision;
      const before = derived.getState().analysis;
      derived.setState({ analysis, revision, error: null, status: newest ? 'idle' : 'running' });
      studio.setState(({ view }) => ({ view: settleView(view, analysis, before) }));
    },
    onFailure: (error) => {
      derived.setState({ error, status: 'stale' });
    },
  };
}
