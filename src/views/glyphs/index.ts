export { Glyph } from './Glyph.tsx';
export { glyphOf } from './glyph-of.ts';
export { ObjectGlyph } from './ObjectGlyph.tsx';
export type { GlyphName } from './paths.tsx';
