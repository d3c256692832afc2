/** A recorded case that disagrees; both sides hold only the columns that differ. */
export interface Disagreement {
  readonly id: string;
  readonly expected: unknown;
  readonly got: unknown;
}

/** Is told in words of everything recorded that a run does not compare. */
export type Note = (text: string) => void;

/** One recorded case, ready to be played. */
export interface ReplayCase {
  readonly id: string;
  readonly category: string;
  /** Null when this build gives the recorded answer in every column. */
  readonly run: (note?: Note) => Promise<Disagreement | null>;
}

/** A file that may hold recorded cases. */
export interface ReplayFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Recognises one form by content; null when the file is of another form.
 *
 * @param release of the implementation that was recorded, where it is not the one that the form is of
 */
export type FormReader = (
  file: ReplayFile,
  all: readonly ReplayFile[],
  note?: Note,
  release?: string,
) => readonly ReplayCase[] | null;
