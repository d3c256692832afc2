import { NestedGlyph } from '../../../views/index.ts';

/** The TLS hop with its two places for certificates, as the first thing a user sees. */
export function HeroDrawing() {
  return (
    <svg className="big" viewBox="0 0 640 150" aria-hidden="true">
      <rect x="150" y="40" width="340" height="46" fill="var(--bg-sunken)" />
      <path d="M150 40h340M150 86h340" stroke="var(--ink)" strokeWidth="2.5" />
      <rect x="146" y="32" width="8" height="62" rx="3" fill="var(--ink)" />
      <rect x="486" y="32" width="8" height="62" rx="3" fill="var(--ink)" />
      <path
        d="M176 57l6 6-6 6M464 57l-6 6 6 6"
        stroke="var(--text-3)"
        strokeWidth="2"
        fill="none"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <rect x="56.5" y="28.5" width="86" height="69" rx="12" className="box" />
      <NestedGlyph name="gateway" x={83} y={46} size={34} />
      <rect x="497.5" y="28.5" width="86" height="69" rx="12" className="box" />
      <NestedGlyph name="workload" x={524} y={46} size={34} />
      <circle
        cx="320"
        cy="63"
        r="27"
        fill="var(--bg-raised)"
        stroke="var(--ink)"
        strokeWidth="2.5"
      />
      <NestedGlyph name="lock" x={307} y={50} size={26} />
      <g stroke="var(--line-control)" strokeWidth="1.4" strokeDasharray="4 4" fill="none">
        <rect x="168.5" y="112.5" width="136" height="30" rx="8" />
        <rect x="335.5" y="112.5" width="136" height="30" rx="8" />
        <path d="M236 112V94M404 112V94" />
      </g>
      <g className="words" textAnchor="middle">
        <text x="246" y="131.5">
          CA certificate
        </text>
        <text x="414" y="131.5">
          Server certificate
        </text>
      </g>
      <NestedGlyph name="trust" x={184} y={120} size={15} />
      <NestedGlyph name="secret" x={344} y={120} size={15} />
    </svg>
  );
}
