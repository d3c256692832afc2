import type { Assignment, WorkspaceFile } from '../../model/index.ts';

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
  /** `chain`: intermediate CAs behind a party's certificate. */
  readonly part: 'identity' | 'authority' | 'chain';
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

/** An object or host that takes certificates or keys, before it is known what a file holds. */
export interface Taker {
  /** The node of the graph and the row of the tree. */
  readonly objectKey: string;
  /** `Secret catalog-identity`. */
  readonly target: string;
  /** `identity`: a certificate of its own and the key. `authority`: CAs that it trusts. */
  readonly takes: 'identity' | 'authority' | 'both';
  /** `as tls.crt and tls.key`, `as ca.crt`. */
  readonly as: string;
}

/** Why a file that was put on an object does not stand in it. */
export type NotTaken =
  /** Its password is not known. */
  | 'locked'
  /** It holds neither certificates nor keys. */
  | 'nothing-to-place'
  /** The same certificate stands there. */
  | 'already-there'
  /** The object holds CAs, and the file holds none. */
  | 'not-a-ca'
  /** The object holds a party's certificate, and the file holds a CA. */
  | 'is-a-ca'
  /** The same, and the file holds an intermediate CA that issued none of the certificates there. */
  | 'issued-nothing-there'
  /** Another file of the same drop has taken the one place. */
  | 'place-is-taken'
  /** The certificate of the key stands neither there nor among the files. */
  | 'key-without-certificate'
  /** The object is not there yet, and is made only with certificate and key together. */
  | 'certificate-without-key'
  /** The object takes no files, or has changed meanwhile. */
  | 'takes-none'
  /** The field cannot be written. */
  | 'not-writable';

/** What putting files on one object comes to. Nothing is changed by asking. */
export interface PlacedOnto {
  /** Files of the workspace whose texts differ from before. */
  readonly files: readonly WorkspaceFile[];
  /** What is said of its target from now on. */
  readonly assignments: readonly Assignment[];
  /** Ids of the dropped files that stand there now. */
  readonly placed: readonly string[];
  readonly left: readonly { readonly blobId: string; readonly why: NotTaken }[];
}
