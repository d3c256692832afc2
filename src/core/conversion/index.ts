export {
  answerConversion,
  type ConversionAnswer,
  type ConversionQuestion,
} from './answer-conversion.ts';
export { convertSetup } from './convert-setup.ts';
export type { DiffHunk, FileDiff, HunkLine } from './file-diffs.ts';
export { outcomeChanges, type OutcomeChanges, type VerdictChange } from './outcome-changes.ts';
export type * from './types.ts';
