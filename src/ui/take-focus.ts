/** Moves the focus to what has just taken the place of the control that had it. */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}
