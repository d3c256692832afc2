import type { ManifestObject } from '../manifest/types.ts';
import type { FieldPath } from '../model/index.ts';

/** One field that names an object, as it is written. */
export interface NamingField {
  readonly object: ManifestObject;
  /** The reference as a whole. */
  readonly path: FieldPath;
  /** Where the name stands; absent where labels select. */
  readonly namePath?: FieldPath;
  /** Where the namespace stands or would stand; absent where the reference cannot leave its namespace. */
  readonly namespacePath?: FieldPath;
  /** Key of what it names, whether or not that is among the files. */
  readonly targetKey: string;
  /** A grant permits and a maker writes its target; both are no use of it. */
  readonly role: 'reference' | 'grant' | 'maker';
  /** What allows the target to be in another namespace. */
  readonly crossing: 'reference-grant' | 'free' | 'forbidden';
}
