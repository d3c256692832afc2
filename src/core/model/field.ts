/** Path of a field inside one Kubernetes object, e.g. `['spec', 'targetRefs', 0, 'name']`. */
export type FieldPath = readonly (string | number)[];

/** One field of one object: the provenance of every value and edge. `objectId` is unique per occurrence. */
export interface FieldRef {
  readonly objectId: string;
  readonly path: FieldPath;
}
