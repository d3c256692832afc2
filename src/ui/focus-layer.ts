const field = 'textarea, input:not([type="checkbox"]):not([data-no-autofocus])';

/**
 * Where the focus goes when a layer opens: to its first text field, else to the layer itself; never to its
 * first button, whose tooltip would open over the layer's own heading.
 */
export function focusLayer(event: Event): void {
  const { target } = event;
  if (!(target instanceof HTMLElement)) return;
  event.preventDefault();
  (target.querySelector<HTMLElement>(field) ?? target).focus();
}
