import type { ManifestObject } from '../../manifest/types.ts';
import type { InstalledCrds } from '../../model/index.ts';
import type { ReadCrd } from '../../schema/custom/read-crd.ts';
import type { CustomDefinitions } from '../../schema/index.ts';
import type { AdmittedObject } from './admit-object.ts';

/** Answers of the API server that are remembered as long as the object is the same and is asked about the same CRDs. */
export interface AdmissionMemory {
  readonly crds: WeakMap<ManifestObject, ReadCrd>;
  readonly answers: WeakMap<ManifestObject, AdmittedObject>;
  /** The CRDs that `answers` belong to. */
  asked: { readonly settings: InstalledCrds; readonly custom: CustomDefinitions } | null;
  /** What `asked.custom` was made of. */
  read: readonly ReadCrd[];
}

/** Remembers nothing yet. */
export function createAdmissionMemory(): AdmissionMemory {
  return { crds: new WeakMap(), answers: new WeakMap(), asked: null, read: [] };
}
