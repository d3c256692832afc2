import './mini-hop.css';
import { glyphOf } from '../glyphs/index.ts';
import { NestedGlyph } from './NestedGlyph.tsx';

/** Gateway and backend with the tube between them, small: one chevron a side that proves who it is. */
export function MiniHop({
  mutual,
  backend,
}: {
  mutual: boolean;
  backend: 'Deployment' | 'Backend';
}) {
  return (
    <svg className="mini" viewBox="0 0 200 42" aria-hidden="true">
      <rect x="54" y="12" width="92" height="18" fill="var(--bg-sunken)" />
      <path d="M54 12h92M54 30h92" stroke="var(--ink)" strokeWidth="2" />
      <rect x="51" y="8" width="5" height="26" rx="2" fill="var(--ink)" />
      <rect x="144" y="8" width="5" height="26" rx="2" fill="var(--ink)" />
      <path
        d={mutual ? 'M66 17l4.5 4-4.5 4M136 17l-4.5 4 4.5 4' : 'M136 17l-4.5 4 4.5 4'}
        stroke="var(--text-3)"
        strokeWidth="1.7"
        fill="none"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle
        cx="100"
        cy="21"
        r="9.5"
        fill="var(--bg-raised)"
        stroke="var(--ink)"
        strokeWidth="1.6"
      />
      <NestedGlyph name="lock" x={94} y={15} size={12} />
      <rect x="8.5" y="2.5" width="37" height="37" rx="9" className="box" />
      <NestedGlyph name="gateway" x={16} y={10} size={22} />
      <rect x="154.5" y="2.5" width="37" height="37" rx="9" className="box" />
      <NestedGlyph name={glyphOf(backend)} x={162} y={10} size={22} />
    </svg>
  );
}
