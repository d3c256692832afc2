import type { ManifestObject } from '../../manifest/types.ts';
import type { CustomDefinitions } from '../types.ts';
import { customDefinitions } from './custom-definitions.ts';
import { isCrd } from './is-crd.ts';
import { readCrd, type ReadCrd } from './read-crd.ts';

/** Reads the user's CRDs for what only asks for fields: their rules need no engine. Each CRD is read once. */
export function customReader(): (objects: readonly ManifestObject[]) => CustomDefinitions {
  const crds = new WeakMap<ManifestObject, ReadCrd>();
  const readOnce = (object: ManifestObject): ReadCrd => {
    const read = crds.get(object) ?? readCrd(object, null);
    crds.set(object, read);
    return read;
  };
  return (objects) => customDefinitions(objects.filter(isCrd).map(readOnce));
}
