import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand/react';
import type { Placement } from '../core/analysis/index.ts';
import { askPlacing } from './analysis-bindings.ts';
import { analysisStore, studio } from './bindings.ts';

/** Files of the shelf whose last placing did not happen. */
const notPlaced = createStore<ReadonlySet<string>>(() => new Set());

/** Whether the last placing of a file, by button or by drag, did not happen. */
export function useNotPlaced(blobId: string): boolean {
  return useStore(notPlaced, (ids) => ids.has(blobId));
}

/**
 * Puts a file of the shelf into a proposed place: one named history entry. When the workspace changed meanwhile or the field
 * cannot be written, nothing happens but that `useNotPlaced` says so.
 */
export async function placeFile(blobId: string, place: Placement): Promise<void> {
  const done = await tryToPlace(blobId, place);
  notPlaced.setState((before) => {
    const after = new Set(before);
    after.delete(blobId);
    return done ? after : after.add(blobId);
  }, true);
}

async function tryToPlace(blobId: string, place: Placement): Promise<boolean> {
  const { workspace } = studio.store.getState();
  const path = workspace.blobs.find(({ id }) => id === blobId)?.path ?? blobId;
  const placed = await askPlacing(workspace, blobId, place);
  if (placed.kind === 'not-possible' || studio.store.getState().workspace !== workspace)
    return false;
  const label = `Place ${path} in ${place.target}`;
  if (placed.kind === 'edits') studio.update({ type: 'edit-text', label, edits: placed.edits });
  else studio.update({ type: 'assign', label, assignment: placed.assignment });
  const object = analysisStore
    .getState()
    .analysis?.topology.nodes.find(({ id }) => id === place.targetKey);
  if (object !== undefined) studio.suggest({ kind: 'object', objectKey: place.targetKey });
  return true;
}
