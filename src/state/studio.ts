import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Workspace } from '../core/model/index.ts';
// The file, not the folder's index: that one carries the whole reader, which lives in the worker.
import { countingIds, type IdSource } from '../core/workspace/ids.ts';
import { applyCommand } from './apply-command.ts';
import { emptyWorkspace, isEmptyWorkspace } from './empty-workspace.ts';
import { emptyHistory, record, travel } from './history.ts';
import { initialView } from './initial-view.ts';
import type { Command, StudioState } from './types.ts';
import { createViewActions, type ViewActions } from './view-actions.ts';

/** The store and everything that may change it. Features call these; nothing else writes. */
export interface Studio extends ViewActions {
  readonly store: StoreApi<StudioState>;
  /** The single gateway for changes of the workspace: one call, one named history entry. */
  readonly update: (command: Command) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Several steps at once: negative back, positive forward. */
  readonly travel: (steps: number) => void;
  /** The workspace goes on under another id: what is on the device under the old one stays as it is. */
  readonly moveTo: (workspaceId: string) => void;
  /** Shows a workspace of the device as if it had never been left: no step leads back from it. */
  readonly resume: (workspace: Workspace, workspaceId: string) => void;
  /** Marks the workspace as it stands as saved: "Edited" is counted from here. */
  readonly markSaved: () => void;
}

/**
 * A studio with an empty workspace, or the state given (tests).
 *
 * @param newId gives the workspaces that are begun or opened their ids
 */
export function createStudio(
  initial: Partial<StudioState> = {},
  newId: IdSource = countingIds('workspace-'),
): Studio {
  const store = createStore<StudioState>(() => ({ ...blank(newId()), ...initial }));
  const go = (steps: number) => {
    store.setState((state) => {
      const move = travel(state.history, state, steps);
      if (move === null) return state;
      const view = withoutSimulation(state.view);
      return { ...move, revision: state.revision + 1, view };
    });
  };
  return {
    store,
    update: (command) => {
      store.setState((state) => afterCommand(state, command, newId));
    },
    undo: () => {
      go(-1);
    },
    redo: () => {
      go(1);
    },
    travel: go,
    moveTo: (workspaceId) => {
      store.setState({ workspaceId });
    },
    resume: (workspace, workspaceId) => {
      store.setState((state) => resumed(state, workspace, workspaceId));
    },
    markSaved: () => {
      store.setState(({ workspace }) => ({ baseline: workspace }));
    },
    ...createViewActions(store),
  };
}

function blank(workspaceId: string): StudioState {
  return {
    workspace: emptyWorkspace,
    workspaceId,
    revision: 0,
    history: emptyHistory,
    baseline: emptyWorkspace,
    view: initialView,
  };
}

/** The state after one command; the same state when the command changes nothing. */
function afterCommand(state: StudioState, command: Command, newId: IdSource): StudioState {
  const before = { ...state, view: withoutSimulation(state.view) };
  const workspace = applyCommand(state.workspace, command);
  if (workspace === state.workspace) return state;
  const opens = command.type === 'replace-workspace' || isEmptyWorkspace(state.workspace);
  return {
    ...state,
    workspace,
    workspaceId: opens ? (openedId(command) ?? newId()) : state.workspaceId,
    revision: state.revision + 1,
    history: record(state.history, state, historyName(command), opens),
    baseline: opens ? workspace : state.baseline,
    view: opens ? { ...before.view, ...forgetPlace } : before.view,
  };
}

function resumed(state: StudioState, workspace: Workspace, workspaceId: string): StudioState {
  return {
    workspace,
    workspaceId,
    revision: state.revision + 1,
    history: emptyHistory,
    baseline: workspace,
    view: { ...state.view, ...forgetPlace },
  };
}

function openedId(command: Command): string | undefined {
  return command.type === 'replace-workspace' ? command.workspaceId : undefined;
}

/** A variant is one of the workspace as it was: it ends when that changes. */
function withoutSimulation(view: StudioState['view']): StudioState['view'] {
  return view.simulation === null ? view : { ...view, simulation: null };
}

/** Where the user was looking means nothing in another workspace. */
const forgetPlace = {
  selection: { kind: 'none' },
  connectionId: null,
  reveal: null,
  lens: null,
  simulation: null,
  sheet: 'none',
} as const;

function historyName(command: Command): { label: string; coalesce?: string } {
  const key = 'coalesce' in command ? command.coalesce : undefined;
  return key === undefined
    ? { label: command.label }
    : { label: command.label, coalesce: `${command.type} ${key}` };
}
