/** Where the YAML is to be shown from; a new object each time, so that the same place can be asked for again. */
export interface ShownPlace {
  readonly path: string;
  readonly start: number;
}
