/**
 * Moves the focus from a card that is about to go: to the name of the next card, else of the one before; with the last one
 * the shelf goes too, and the focus to where files are opened.
 */
export function focusBesideCard(button: HTMLElement): void {
  const row = button.closest('li');
  const beside = row?.nextElementSibling ?? row?.previousElementSibling;
  const stop =
    beside?.querySelector<HTMLElement>('.nm') ?? document.querySelector<HTMLElement>('.drop-hint');
  stop?.focus();
}
