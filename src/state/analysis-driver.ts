import type { StoreApi } from 'zustand/vanilla';
import type { Analysis, Answer, Comparison } from '../core/analysis/types.ts';
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
    const { workspace, revision, view } = studio.getState();
    if (isEmptyWorkspace(workspace)) {
      derived.setState({ analysis: null, revision, status: 'idle', error: null });
      return;
    }
    derived.setState({ status: 'running' });
    const { lens, simulation } = view;
    client.analyze(revision, simulation?.workspace ?? workspace, lens, now(), simulation?.title);
  };
  const unsubscribe = studio.subscribe((state, before) => {
    if (state.revision === before.revision) {
      const { lens, simulation } = state.view;
      if (lens !== before.view.lens || simulation !== before.view.simulation) send();
      return;
    }
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
    onAnalysis: ({ revision, lens, simulation, answer: given }) => {
      const { view: looking, revision: current } = studio.getState();
      const newest =
        current === revision && looking.lens === lens && looking.simulation?.title === simulation;
      const before = derived.getState().analysis;
      const answer = simulation === undefined ? given : withoutFixes(given);
      const analysis = { ...answer, ...lastComparison(before, answer) };
      derived.setState({ analysis, revision, error: null, status: newest ? 'idle' : 'running' });
      studio.setState(({ view }) => ({
        view: settleView(view, analysis, before, simulation !== undefined),
      }));
    },
    onComparison: (revision, comparison) => {
      derived.setState((state) =>
        state.analysis === null || state.revision !== revision
          ? state
          : { analysis: { ...state.analysis, ...comparison } },
      );
    },
    onFailure: (error) => {
      derived.setState({ error, status: 'stale' });
    },
  };
}

/** A fix would edit the documents at the places of a variant. */
function withoutFixes(answer: Answer): Answer {
  return { ...answer, findings: answer.findings.map((finding) => ({ ...finding, fixes: [] })) };
}

const NOTHING_COMPARED: Comparison = { implementations: [], foundBy: {} };

/** The last comparison stays until the next is there, unless it was about something else altogether. */
function lastComparison(before: Analysis | null, { connections }: Answer): Comparison {
  if (before === null) return NOTHING_COMPARED;
  const known = new Set(before.connections.map(({ connection }) => connection.id));
  const isAbout = connections.some(({ connection }) => known.has(connection.id));
  const { implementations, foundBy } = before;
  return isAbout ? { implementations, foundBy } : NOTHING_COMPARED;
}
