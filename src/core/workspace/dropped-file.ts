/** One file as the page or the command line received it. */
export interface DroppedFile {
  /** `/`-separated path within the drop; a name alone for a single file. */
  readonly path: string;
  readonly bytes: Uint8Array;
}
