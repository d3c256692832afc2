import { admit } from '../admit.ts';
import type { AdmissionObject, AdmissionResult, AdmissionSettings } from '../types.ts';
import { customDefinitions } from './custom-definitions.ts';
import type { ReadCrd } from './read-crd.ts';

/**
 * What the API server answers when an object is created in a cluster with the user's CRDs. A kind that none of
 * them defines is answered from the built-in tables.
 */
export function admitCustom(
  object: AdmissionObject,
  crds: readonly ReadCrd[],
  settings: AdmissionSettings,
): AdmissionResult {
  return admit(object, settings, customDefinitions(crds));
}
