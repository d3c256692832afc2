import type { Workspace } from '../core/model/index.ts';
import type { HistoryEntry, HistoryState } from './types.ts';

/** How many steps back are kept. */
export const historyLimit = 200;

export const emptyHistory: HistoryState = { past: [], future: [] };

/** Result of moving through the history; `null` when there is nothing to move to. */
export interface HistoryMove {
  readonly workspace: Workspace;
  readonly history: HistoryState;
  readonly label: string;
}

/**
 * Remembers `before` as the state to come back to. An entry whose label and coalesce key equal those of
 * the one before it is merged into it, so that one burst of typing is one step.
 */
export function record(
  history: HistoryState,
  before: Workspace,
  entry: { readonly label: string; readonly coalesce?: string },
): HistoryState {
  const last = history.past.at(-1);
  const merges =
    entry.coalesce !== undefined &&
    last?.coalesce === entry.coalesce &&
    last.label === entry.label &&
    history.future.length === 0;
  if (merges) return history;
  return {
    past: [...history.past, { ...entry, workspace: before }].slice(-historyLimit),
    future: [],
  };
}

/** One step back: the workspace as it was before the last entry. */
export function undo(history: HistoryState, current: Workspace): HistoryMove | null {
  const entry = history.past.at(-1);
  if (entry === undefined) return null;
  return {
    workspace: entry.workspace,
    label: entry.label,
    history: {
      past: sealLast(history.past.slice(0, -1)),
      future: [{ label: entry.label, workspace: current }, ...history.future],
    },
  };
}

/** One step forward again. */
export function redo(history: HistoryState, current: Workspace): HistoryMove | null {
  const [entry, ...rest] = history.future;
  if (entry === undefined) return null;
  return {
    workspace: entry.workspace,
    label: entry.label,
    history: {
      past: [...sealLast(history.past), { label: entry.label, workspace: current }],
      future: rest,
    },
  };
}

/** What comes after undo or redo starts an entry of its own. */
function sealLast(entries: readonly HistoryEntry[]): readonly HistoryEntry[] {
  const last = entries.at(-1);
  if (last?.coalesce === undefined) return entries;
  return [...entries.slice(0, -1), { label: last.label, workspace: last.workspace }];
}
