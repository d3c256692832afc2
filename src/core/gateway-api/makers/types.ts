import type { ManifestObject } from '../../manifest/types.ts';
import type { ReferenceTarget } from '../types.ts';

/** An object whose controller writes a Secret or ConfigMap into the cluster. */
export interface Maker {
  readonly object: ManifestObject;
  /** `cert-manager Certificate shop/catalog`. */
  readonly text: string;
  /** In one word, for a node: `Certificate`. */
  readonly by: string;
  readonly makes: Pick<ReferenceTarget, 'kind' | 'name'> & {
    /** Null: in every namespace that it selects. */
    readonly namespace: string | null;
    /** Of a Secret. */
    readonly type: string;
  };
  /** Data keys it writes; null where its source decides them. */
  readonly keys: readonly string[] | null;
}

/** What an object of one kind makes. */
export type ReadMaker = (object: ManifestObject) => readonly Maker[];
