import { Lock } from 'lucide-react';
import { Glyph, type GlyphName } from '../glyphs/index.ts';

/** A glyph inside a larger drawing. */
export function NestedGlyph(props: {
  name: GlyphName | 'lock';
  x: number;
  y: number;
  size: number;
}) {
  const { name, x, y, size } = props;
  return (
    <svg x={x} y={y} width={size} height={size} viewBox="0 0 24 24" color="var(--text)">
      {name === 'lock' ? <Lock strokeWidth={1.75} /> : <Glyph name={name} />}
    </svg>
  );
}
