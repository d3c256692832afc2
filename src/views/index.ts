export { CertificateCard } from './CertificateCard.tsx';
export { EvidencePair, type EvidenceSource } from './EvidencePair.tsx';
export { FindingRow } from './FindingRow.tsx';
export * from './format/index.ts';
export { Glyph, glyphOf, ObjectGlyph, type GlyphName } from './glyphs/index.ts';
export { shortHex } from './shortHex.ts';
export { placeOnAxis, timeAxis, yearsOn, type TimeAxis } from './timeAxis.ts';
export { ValidityBar } from './ValidityBar.tsx';
export { VerdictMark } from './VerdictMark.tsx';
