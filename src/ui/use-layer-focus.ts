import { useRef } from 'react';
import { focusLayer } from './focus-layer.ts';

/** Handlers for a Radix layer that no trigger of its own opens. */
export interface LayerFocus {
  readonly onOpenAutoFocus: (event: Event) => void;
  readonly onCloseAutoFocus: (event: Event) => void;
}

/**
 * Moves the focus into a layer and, when it closes, back to where it was: Radix knows that place only for
 * layers with a trigger. A command that was chosen in the layer may have moved the focus on; then it stays.
 */
export function useLayerFocus(): LayerFocus {
  const before = useRef<Element | null>(null);
  return {
    onOpenAutoFocus: (event) => {
      before.current = document.activeElement;
      focusLayer(event);
    },
    onCloseAutoFocus: (event) => {
      event.preventDefault();
      const isNowhere = document.activeElement === document.body;
      if (isNowhere && before.current instanceof HTMLElement) before.current.focus();
    },
  };
}
