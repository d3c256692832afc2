import { useCallback, useState, type RefObject } from 'react';
import type { GraphItem, GraphItems } from './graph-items.ts';

export interface RovingFocus {
  /** The item that Tab reaches, and that keys act on. */
  readonly active: GraphItem | null;
  readonly setActive: (id: string) => void;
  /** Moves the focus there as soon as the item is in the document. */
  readonly focus: (id: string) => void;
}

/** Frames to wait for an item that the camera is just bringing in. */
const PATIENCE = 30;

/**
 * One tab stop for all items: the one last used, else the selected one, else the first. A new selection
 * takes the tab stop along.
 */
export function useRovingFocus(
  items: GraphItems,
  selectedId: string | null,
  root: RefObject<HTMLElement | null>,
): RovingFocus {
  const [state, setState] = useState({ selectedId, activeId: selectedId });
  if (state.selectedId !== selectedId) {
    setState({ selectedId, activeId: selectedId ?? state.activeId });
  }
  const setActive = useCallback((activeId: string) => {
    setState((before) => ({ ...before, activeId }));
  }, []);
  const focus = useCallback(
    (id: string) => {
      setActive(id);
      focusWhenThere(root, id, PATIENCE);
    },
    [root, setActive],
  );
  const active = items.byId.get(state.activeId ?? '') ?? items.all[0] ?? null;
  return { active, setActive, focus };
}

function focusWhenThere(root: RefObject<HTMLElement | null>, id: string, frames: number): void {
  const element = root.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(id)}"]`);
  if (element) element.focus({ preventScroll: true });
  else if (frames > 0) {
    requestAnimationFrame(() => {
      focusWhenThere(root, id, frames - 1);
    });
  }
}
