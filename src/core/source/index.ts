export { alignLines } from './align-lines.ts';
export { applyEdits } from './apply-edits.ts';
export { editsByFile } from './edits-by-file.ts';
export { LIMITS } from './limits.ts';
export { lineEnding, type LineEnding } from './line-ending.ts';
export { lineIndex, type LineIndex, type Position } from './line-index.ts';
export { mapRange } from './map-range.ts';
export { minimalChange } from './minimal-change.ts';
