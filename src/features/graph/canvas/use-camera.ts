import { useReactFlow, useStore, useStoreApi } from '@xyflow/react';
import { useEffect, useMemo, useRef, type RefObject } from 'react';
import type { Rect, Topology } from '../../../core/topology/types.ts';
import { boundsOf, centreOn, fitViewport, isWhollyInSight } from './fit-viewport.ts';

export interface Camera {
  readonly fit: () => void;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  /** Pans until the item is in sight; does nothing when it is. */
  readonly show: (item: Rect) => void;
  /** To be told of every move; one with an event was made by hand. */
  readonly onMoveStart: (event: MouseEvent | TouchEvent | null) => void;
}

/** Duration of a move of the camera, in milliseconds: that of `--d-base`, none with reduced motion. */
function moveDuration(): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 160;
}

interface Scene {
  readonly topology: Topology;
  readonly focus: Rect | null;
}

/** The moves themselves, on whatever scene is the latest. */
function useMoves(scene: RefObject<Scene>) {
  const flow = useReactFlow();
  const store = useStoreApi();
  return useMemo(
    () => ({
      fit: (duration: number) => {
        const pane = store.getState();
        if (pane.width === 0 || pane.height === 0) return;
        const { topology, focus } = scene.current;
        void flow.setViewport(fitViewport(topology, pane, focus), { duration });
      },
      show: (item: Rect) => {
        const pane = store.getState();
        const viewport = flow.getViewport();
        if (pane.width === 0 || isWhollyInSight(viewport, pane, item)) return;
        const content = boundsOf(scene.current.topology);
        const next = centreOn(content, pane, viewport.zoom, item);
        void flow.setViewport(next, { duration: moveDuration() });
      },
      zoomIn: () => void flow.zoomIn({ duration: moveDuration() }),
      zoomOut: () => void flow.zoomOut({ duration: moveDuration() }),
    }),
    [flow, scene, store],
  );
}

/**
 * Keeps the picture fitted to its pane until the user moves it, and the selection in sight always.
 * `focus` is the selected item's place.
 */
export function useCamera(topology: Topology, focus: Rect | null): Camera {
  const byHand = useRef(false);
  const scene = useRef<Scene>({ topology, focus });
  useEffect(() => {
    scene.current = { topology, focus };
  });
  const { fit, show, zoomIn, zoomOut } = useMoves(scene);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const ready = useStore((state) => state.panZoom !== null);
  const { x, width: across, height: down } = boundsOf(topology);
  useEffect(() => {
    if (ready && !byHand.current) fit(0);
  }, [ready, width, height, x, across, down, fit]);
  useEffect(() => {
    if (focus !== null) show(focus);
  }, [focus, show]);
  return useMemo(() => {
    const take = (move: () => void) => () => {
      byHand.current = true;
      move();
    };
    return {
      fit: () => {
        byHand.current = false;
        fit(moveDuration());
      },
      zoomIn: take(zoomIn),
      zoomOut: take(zoomOut),
      show,
      onMoveStart: (event) => {
        if (event !== null) byHand.current = true;
      },
    };
  }, [fit, show, zoomIn, zoomOut]);
}
