/**
 * Regions of the frame carry `data-region`, in the order in which F6 visits them. A region that is not in
 * sight is passed over.
 */
const selector = '[data-region]';
const focusable =
  'a[href], button:not([tabindex="-1"]), input, select, textarea, [tabindex]:not([tabindex="-1"])';

/** Moves the focus to the next (`1`) or previous (`-1`) region: to its first stop, else to itself. */
export function focusRegion(direction: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>(selector)].filter(
    (region) => region.checkVisibility() && region.closest('[inert]') === null,
  );
  if (regions.length === 0) return;
  const current = regions.findIndex((region) => region.contains(document.activeElement));
  const start = current === -1 && direction === -1 ? 0 : current;
  const next = regions[(start + direction + regions.length) % regions.length];
  if (next === undefined) return;
  const stop = [...next.querySelectorAll<HTMLElement>(focusable)].find((one) =>
    one.checkVisibility(),
  );
  if (stop !== undefined) {
    stop.focus();
    return;
  }
  next.tabIndex = -1;
  next.focus();
}
