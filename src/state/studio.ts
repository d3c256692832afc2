import { createStore, type StoreApi } from 'zustand/vanilla';
import { applyCommand } from './apply-command.ts';
import { emptyWorkspace, isEmptyWorkspace } from './empty-workspace.ts';
import { emptyHistory, record, redo, undo, type HistoryMove } from './history.ts';
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
  /** Marks the workspace as it stands as saved: "Edited" is counted from here. */
  readonly markSaved: () => void;
}

/** A studio with an empty workspace, or the state given (tests). */
export function createStudio(initial: Partial<StudioState> = {}): Studio {
  const store = createStore<StudioState>(() => ({
    workspace: emptyWorkspace,
    revision: 0,
    history: emptyHistory,
    baseline: emptyWorkspace,
    view: initialView,
    ...initial,
  }));
  const move = (found: HistoryMove | null) => {
    if (found === null) return;
    store.setState(({ revision }) => ({ ...found, revision: revision + 1 }));
  };
  return {
    store,
    update: (command) => {
      store.setState((state) => afterCommand(state, command));
    },
    undo: () => {
      const state = store.getState();
      move(undo(state.history, state));
    },
    redo: () => {
      const state = store.getState();
      move(redo(state.history, state));
    },
    markSaved: () => {
      store.setState(({ workspace }) => ({ baseline: workspace }));
    },
    ...createViewActions(store),
  };
}

/** The state after one command; the same state when the command changes nothing. */
function afterCommand(state: StudioState, command: Command): StudioState {
  const workspace = applyCommand(state.workspace, command);
  if (workspace === state.workspace) return state;
  const opens = command.type === 'replace-workspace' || isEmptyWorkspace(state.workspace);
  return {
    ...state,
    workspace,
    revision: state.revision + 1,
    history: record(state.history, state, historyName(command), opens),
    baseline: opens ? workspace : state.baseline,
    view: opens ? { ...state.view, ...forgetPlace } : state.view,
  };
}

/** Where the user was looking means nothing in another workspace. */
const forgetPlace = {
  selection: { kind: 'none' },
  connectionId: null,
  reveal: null,
  lens: null,
  sheet: 'none',
} as const;

function historyName(command: Command): { label: string; coalesce?: string } {
  const key = 'coalesce' in command ? command.coalesce : undefined;
  return key === undefined
    ? { label: command.label }
    : { label: command.label, coalesce: `${command.type} ${key}` };
}
