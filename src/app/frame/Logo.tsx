/** The product's mark: a hop with a keyhole. */
export function Logo() {
  return (
    <svg viewBox="0 0 28 28" aria-hidden="true" focusable="false">
      <rect width="28" height="28" rx="7.5" fill="var(--ink)" />
      <path
        d="M3.5 10.2h21M3.5 17.8h21"
        stroke="var(--on-ink)"
        strokeWidth="1.7"
        strokeLinecap="round"
        opacity=".55"
      />
      <rect
        x="9"
        y="7.6"
        width="10"
        height="12.8"
        rx="5"
        fill="var(--ink)"
        stroke="var(--on-ink)"
        strokeWidth="1.7"
      />
      <circle cx="14" cy="12.7" r="1.8" fill="var(--on-ink)" />
      <path d="M14 13.5v3.2" stroke="var(--on-ink)" strokeWidth="1.7" strokeLinecap="round" />
    </svg>
  );
}
