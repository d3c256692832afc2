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
  const before = useRef<readonly (Element | null)[]>([]);
  return {
    onOpenAutoFocus: (event) => {
      before.current = [document.activeElement, openerOf(document.activeElement)];
      focusLayer(event);
    },
    onCloseAutoFocus: (event) => {
      event.preventDefault();
      if (document.activeElement !== document.body) return;
      const place = before.current.find((element) => element?.isConnected === true);
      if (place instanceof HTMLElement) place.focus();
    },
  };
}

/** The button that opened the layer an element is in: that layer may close while another one is over it. */
function openerOf(element: Element | null): Element | null {
  const layer = element?.closest('[role="dialog"]')?.id ?? '';
  return layer === '' ? null : document.querySelector(`[aria-controls="${CSS.escape(layer)}"]`);
}
