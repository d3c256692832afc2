/** Names of the data keys that hold each part of an object; absent where the object is not used for it. */
export interface SeatKeys {
  readonly certificate?: string;
  readonly key?: string;
  readonly authority?: string;
}

/** A place for a dropped or issued file, with what putting it there does. */
export interface Placement {
  /** Unique among the places of one file. */
  readonly id: string;
  /**
   * `object`: text of a Secret or ConfigMap. `create`: the object is named and missing, so it is written. `assign`: what a
   * workload or outside host is said to present or demand. `stand-in`: the public part of an object that a controller makes.
   */
  readonly how: 'object' | 'create' | 'assign' | 'stand-in';
  /** Object key: the node of the graph and the row of the tree that take the file. */
  readonly targetKey: string;
  /** `ConfigMap backend-cert`. */
  readonly target: string;
  readonly part: 'identity' | 'authority';
  /** Data keys that are written. */
  readonly keys: SeatKeys;
  /** `replaces what is there`, `adds to what is there`; null where nothing is there. */
  readonly effect: 'replace' | 'add' | null;
  /** `as ca.crt`, `as tls.crt and tls.key`, `as its certificate`. */
  readonly as: string;
  /** What speaks for this place, a sentence; null when it is merely possible. */
  readonly why: string | null;
  /** Other files of the shelf that go along: the key of a certificate, the certificate of a key. */
  readonly along: readonly string[];
}
