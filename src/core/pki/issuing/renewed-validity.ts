const DAY = 86_400_000;
/** RFC 5280 §4.1.2.5: for certificates without an end; no later date can be written. */
const LAST = Date.UTC(9999, 11, 31, 23, 59, 59);

/**
 * The dates of a certificate that is issued again at `now`: for as long as before, from the day before, and not beyond the
 * end of its issuer. Milliseconds since the epoch.
 */
export function renewedValidity(
  { from, to }: { readonly from: number | null; readonly to: number | null },
  issuerEnd: number | null,
  now: number,
): { readonly notBefore: number; readonly notAfter: number } {
  const notBefore = now - DAY;
  const held = Math.max(DAY, (to ?? now + 365 * DAY) - (from ?? now));
  return { notBefore, notAfter: Math.min(notBefore + held, issuerEnd ?? LAST, LAST) };
}
