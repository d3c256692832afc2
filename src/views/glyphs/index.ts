export { Glyph } from './Glyph.tsx';
export { glyphOf } from './glyphOf.ts';
export { ObjectGlyph } from './ObjectGlyph.tsx';
export type { GlyphName } from './paths.tsx';
