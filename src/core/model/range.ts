/** A half-open span of UTF-16 offsets in one file's text. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A span in a workspace file or in a guide (both have ids that are unique together). */
export interface SourceRef {
  readonly fileId: string;
  readonly range: TextRange;
}

/** Replace `range` of file `fileId` by `text`. Edits of one fix never overlap. */
export interface TextEdit {
  readonly fileId: string;
  readonly range: TextRange;
  readonly text: string;
}
