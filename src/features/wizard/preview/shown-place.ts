/**
 * A place in the text that was asked for: a tab, or an object of the picture. A new object each time, so that the same place
 * can be asked for again.
 */
export interface ShownPlace {
  readonly path: string;
  /** Offset in the text; null for a whole file. */
  readonly start: number | null;
}
