import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand/react';
import type { Placement, Taker } from '../core/analysis/index.ts';
import { analysisStore, studio, useAnalysis, useStudio } from './bindings.ts';
import { placeFile } from './placing.ts';

/** What is dragged over the page: a file of the shelf, or files from outside, whose content nobody can read yet. */
export type Drag =
  | { readonly kind: 'shelf'; readonly blobId: string }
  /** The browser tells the number late: 0 is "some". */
  | { readonly kind: 'files'; readonly count: number };

const dragged = createStore<{ readonly drag: Drag | null }>(() => ({ drag: null }));

/** Tells what is dragged; null when the drag is over. */
export function setDrag(drag: Drag | null): void {
  dragged.setState({ drag });
}

/** What is being dragged, or null. */
export function useDrag(): Drag | null {
  return useStore(dragged, ({ drag }) => drag);
}

/** Where an object takes the file of the shelf that is being dragged; null when none is, or it takes it not. */
export function useDropPlace(objectKey: string | null): Placement | null {
  const drag = useDrag();
  return useAnalysis(({ analysis }) =>
    drag?.kind !== 'shelf'
      ? null
      : (analysis?.blobs
          .find(({ id }) => id === drag.blobId)
          ?.places.find(({ targetKey }) => targetKey === objectKey) ?? null),
  );
}

/** Puts the file of the shelf that is being dragged where the object takes it. */
export function dropOn(place: Placement): void {
  const { drag } = dragged.getState();
  setDrag(null);
  if (drag?.kind === 'shelf') void placeFile(drag.blobId, place);
}

/** Whether files hang over a workspace that has objects in sight which take some. */
export function useReceives(): boolean {
  const isOver = useDrag()?.kind === 'files';
  const isInSight = useStudio(
    ({ view }) =>
      view.screen === 'workspace' &&
      view.dialog === 'none' &&
      view.dock !== 'maximised' &&
      view.sheet === 'none',
  );
  const takesAny = useAnalysis(({ analysis }) => (analysis?.takers.length ?? 0) > 0);
  return isOver && isInSight && takesAny;
}

/** What an object takes of files from outside; null while none hang over the page, or it takes none. */
export function useTaker(objectKey: string | null): Taker | null {
  const isOver = useDrag()?.kind === 'files';
  const isWorkspace = useStudio(({ view }) => view.screen === 'workspace');
  return useAnalysis(({ analysis }) =>
    isOver && isWorkspace ? takerIn(analysis?.takers, objectKey) : null,
  );
}

/** The same for the object that files are dropped on. */
export function takerOf(objectKey: string | null): Taker | null {
  if (studio.store.getState().view.screen !== 'workspace') return null;
  return takerIn(analysisStore.getState().analysis?.takers, objectKey);
}

function takerIn(takers: readonly Taker[] | undefined, objectKey: string | null): Taker | null {
  return takers?.find((one) => one.objectKey === objectKey) ?? null;
}
