import type { CSSProperties } from 'react';
import { glyphPaths, type GlyphName } from './paths.tsx';

/** One of the product's glyphs in the current colour; decorative. */
export function Glyph(props: { name: GlyphName; className?: string; style?: CSSProperties }) {
  const { name, className, style } = props;
  return (
    <svg
      className={className}
      style={style}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {glyphPaths[name]}
    </svg>
  );
}
