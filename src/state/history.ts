import type { Workspace } from '../core/model/index.ts';
import type { HistoryEntry, HistoryState } from './types.ts';

/** How many steps back are kept. */
export const historyLimit = 200;

export const emptyHistory: HistoryState = { past: [], future: [] };

/** What undo and redo move between: the workspace, which of the device's it is, and what "Edited" compares it with. */
export interface HistoryPoint {
  readonly workspace: Workspace;
  readonly workspaceId: string;
  readonly baseline: Workspace;
}

/** Result of moving through the history. */
export interface HistoryMove extends HistoryPoint {
  readonly history: HistoryState;
}

/**
 * Remembers `before` as the point to come back to. An entry whose label and coalesce key equal those of the
 * one before it is merged into it, so that one burst of typing is one step. `opens`: another workspace takes
 * its place, with an id and a baseline of its own.
 */
export function record(
  history: HistoryState,
  before: HistoryPoint,
  entry: { readonly label: string; readonly coalesce?: string },
  opens: boolean,
): HistoryState {
  const last = history.past.at(-1);
  const merges =
    entry.coalesce !== undefined &&
    last?.coalesce === entry.coalesce &&
    last.label === entry.label &&
    history.future.length === 0;
  if (merges) return history;
  const step = {
    ...entry,
    workspace: before.workspace,
    ...(opens ? { left: leftOf(before) } : {}),
  };
  return { past: [...history.past, step].slice(-historyLimit), future: [] };
}

/** One step back; null when there is none. */
function undo(history: HistoryState, current: HistoryPoint): HistoryMove | null {
  const entry = history.past.at(-1);
  if (entry === undefined) return null;
  const past = sealLast(history.past.slice(0, -1));
  return {
    ...pointOf(entry, current),
    history: { past, future: [turned(entry, current), ...history.future] },
  };
}

/** One step forward again; null when there is none. */
function redo(history: HistoryState, current: HistoryPoint): HistoryMove | null {
  const [entry, ...future] = history.future;
  if (entry === undefined) return null;
  const past = [...sealLast(history.past), turned(entry, current)];
  return { ...pointOf(entry, current), history: { past, future } };
}

/**
 * Several steps at once: back for a negative number, forward for a positive one, as far as there are steps.
 * Null when there is none.
 */
export function travel(
  history: HistoryState,
  current: HistoryPoint,
  steps: number,
): HistoryMove | null {
  const move = steps < 0 ? undo : redo;
  let moved: HistoryMove | null = null;
  for (let left = Math.abs(steps); left > 0; left -= 1) {
    const next = move(moved?.history ?? history, moved ?? current);
    if (next === null) break;
    moved = next;
  }
  return moved;
}

function leftOf({ workspaceId, baseline }: HistoryPoint): NonNullable<HistoryEntry['left']> {
  return { workspaceId, baseline };
}

function pointOf(entry: HistoryEntry, current: HistoryPoint): HistoryPoint {
  return { workspace: entry.workspace, ...(entry.left ?? leftOf(current)) };
}

/** The same step seen from its other end. */
function turned(entry: HistoryEntry, current: HistoryPoint): HistoryEntry {
  const left = entry.left === undefined ? {} : { left: leftOf(current) };
  return { label: entry.label, workspace: current.workspace, ...left };
}

/** What comes after undo or redo starts an entry of its own. */
function sealLast(entries: readonly HistoryEntry[]): readonly HistoryEntry[] {
  const last = entries.at(-1);
  if (last?.coalesce === undefined) return entries;
  // An entry that opened a workspace is never typing: it has no key to lose.
  return [...entries.slice(0, -1), { label: last.label, workspace: last.workspace }];
}
